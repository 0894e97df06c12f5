package org.altercor.safety.journal;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.altercor.safety.event.EventMemory;

/// Keeps the cursors of those who take events: says when one is to be written down, so that a start finds it near
/// the end of the journal, and looks back for what they are owed, on a thread of its own. Owner: the journal's
/// thread, but for [#join].
final class CursorKeeper {
    /// At most one record a second (J): so much goes twice after a crash.
    private static final long PERIOD_NANOS = 1_000_000_000;

    /// A cursor that does not move is written again each minute, as the anchor is, and after so many bytes: half of a
    /// segment, so that no segment that is full is without it (J).
    private static final long REPEAT_NANOS = 60_000_000_000L;

    private static final long REPEAT_BYTES = 4 << 20;

    /// Of so many events the record of one is remembered: so many may be read in vain (J).
    private static final int EVENTS_BETWEEN = 64;

    private final JournalWriter writer;
    private final UUID boot;
    private final List<Kept> all = new CopyOnWriteArrayList<>();
    private final TreeMap<Long, Long> tickets = new TreeMap<>();

    /// A consumer, and what of it was written last.
    private static final class Kept {
        final Consumer consumer;
        Optional<Cursor> written = Optional.empty();
        long writtenNanos;
        long writtenBytes;
        Optional<Thread> looking = Optional.empty();
        long lookedNanos;

        Kept(Consumer consumer) {
            this.consumer = consumer;
        }
    }

    /// @param boot of this start
    CursorKeeper(JournalWriter writer, UUID boot) {
        this.writer = writer;
        this.boot = boot;
    }

    /// Somebody who takes events. Any thread.
    ///
    /// @param consumer one word, the same in each start
    EventMemory join(String consumer) {
        if (!consumer.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("a consumer is one word of a to z: " + consumer);
        }
        var its = new Consumer(consumer);
        all.add(new Kept(its));
        return its;
    }

    /// An event of this start was appended.
    void wrote(long event, long ticket) {
        if (tickets.isEmpty() || event - tickets.lastKey() >= EVENTS_BETWEEN) {
            tickets.put(event, ticket);
        }
    }

    /// Cursors that are to be written now, in words.
    List<String> due(long nowNanos) {
        OptionalLong before = writer.before();
        JournalState state = writer.state();
        if (before.isEmpty() || state.word() == JournalState.Word.AWAY) {
            return List.of();
        }
        all.forEach(kept -> look(kept, before.getAsLong(), nowNanos));
        return all.stream()
                .flatMap(kept -> due(kept, before.getAsLong(), nowNanos, state.bytes()).stream())
                .map(Cursor::words)
                .toList();
    }

    private Optional<Cursor> due(Kept kept, long before, long nowNanos, long bytes) {
        Optional<Cursor> now = now(kept, before);
        boolean isNew = kept.written.isEmpty();
        boolean isMoved = !now.equals(kept.written);
        long ageNanos = nowNanos - kept.writtenNanos;
        boolean isOld = ageNanos >= REPEAT_NANOS || bytes - kept.writtenBytes >= REPEAT_BYTES;
        if (now.isEmpty() || !(isNew || isOld || (isMoved && ageNanos >= PERIOD_NANOS))) {
            return Optional.empty();
        }
        kept.written = now;
        kept.writtenNanos = nowNanos;
        kept.writtenBytes = bytes;
        return now;
    }

    /// All cursors, due or not. At a planned end.
    List<String> last() {
        return writer.before().stream()
                .boxed()
                .flatMap(before -> all.stream().flatMap(kept -> now(kept, before).stream()))
                .map(Cursor::words)
                .toList();
    }

    /// Where somebody stands. Who never spoke in any start stands at the beginning of this one: what happens from then
    /// on is owed to him, should he not speak before the program ends.
    private Optional<Cursor> now(Kept kept, long before) {
        Optional<LookBack.Found> found = kept.consumer.found();
        Optional<Cursor> old = found.flatMap(LookBack.Found::cursor);
        boolean isFirst = old.isEmpty() && (before == 0 || found.isPresent());
        return kept.consumer
                .position()
                .map(its -> new Cursor(kept.consumer.name(), its.boot(), its.sequence(), record(its, old, before)))
                .or(() -> old)
                .or(() -> isFirst ? Optional.of(new Cursor(kept.consumer.name(), boot, 0, before)) : Optional.empty());
    }

    /// A record up to which everything was taken.
    private long record(Consumer.Position at, Optional<Cursor> old, long before) {
        if (!at.boot().equals(boot)) {
            return old.map(Cursor::record).orElse(0L);
        }
        Map.Entry<Long, Long> known = tickets.floorEntry(at.sequence());
        return before + (known == null ? 0 : known.getValue());
    }

    /// Starts to look back, again after a while when that failed.
    private void look(Kept kept, long before, long nowNanos) {
        boolean isLooking = kept.looking.filter(Thread::isAlive).isPresent();
        boolean isWaiting = kept.looking.isPresent() && nowNanos - kept.lookedNanos < PERIOD_NANOS;
        if (kept.consumer.found().isEmpty() && !isLooking && !isWaiting) {
            kept.lookedNanos = nowNanos;
            kept.looking = Optional.of(
                    Thread.ofPlatform().daemon().name("journal back").start(() -> look(kept.consumer, before)));
        }
    }

    private void look(Consumer consumer, long before) {
        try {
            consumer.found(LookBack.look(writer.folder(), consumer.name(), before));
        } catch (IOException | RuntimeException e) {
            // what cannot be read now is tried again; the journal itself says how its disk is
        }
    }
}
