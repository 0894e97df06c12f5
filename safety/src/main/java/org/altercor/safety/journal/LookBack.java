package org.altercor.safety.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.altercor.safety.event.EarlierEvents;
import org.altercor.safety.event.Event;
import org.altercor.safety.event.EventLog;

/// Looks back from the end of a journal, a segment at a time, for what a consumer had not taken in earlier starts. A
/// consumer of whom nothing tells is owed nothing.
///
/// It reads while a writer goes on behind it: what was there before that writer began is never touched again. Owner:
/// one thread.
final class LookBack {
    /// Events that are kept, the newest: as many as a start keeps in memory.
    static final int MOST_EVENTS = EventLog.CAPACITY;

    /// Segments that are read: 2 GiB, a minute or two of a slow card (J).
    static final int MOST_SEGMENTS = 256;

    private final String consumer;
    private final int mostSegments;
    private final Deque<Stored> stored = new ArrayDeque<>();
    private Optional<Cursor> cursor = Optional.empty();
    private long below;
    private boolean isFull;

    /// An event and the number of its record.
    private record Stored(long record, Event event) {}

    /// @param cursor  where the consumer stood; empty when nothing tells
    /// @param earlier what it is owed
    record Found(Optional<Cursor> cursor, EarlierEvents earlier) {}

    private LookBack(String consumer, long before, int mostSegments) {
        this.consumer = consumer;
        this.mostSegments = mostSegments;
        below = before + 1;
    }

    /// Looks.
    ///
    /// @param before number of the last record of earlier starts
    /// @throws IOException when the folder or a file cannot be read
    static Found look(JournalFolder folder, String consumer, long before) throws IOException {
        return look(folder, consumer, before, MOST_SEGMENTS);
    }

    static Found look(JournalFolder folder, String consumer, long before, int mostSegments) throws IOException {
        return new LookBack(consumer, before, mostSegments).look(SegmentList.of(folder));
    }

    private Found look(SegmentList list) throws IOException {
        int read = 0;
        for (int index = list.size() - 1; index >= 0 && read < mostSegments && isMoreWanted(); index--) {
            Optional<Long> first = list.header(index).map(SegmentHeader::firstSequence);
            if (first.isEmpty() || first.get() < below) {
                readOne(list, index);
                below = Math.min(below, first.orElse(below));
                read++;
            }
        }
        return cursor.map(its -> new Found(cursor, behind(its))).orElse(new Found(cursor, EarlierEvents.NOTHING));
    }

    private boolean isMoreWanted() {
        return cursor.isEmpty() || (below > cursor.get().record() + 1 && !isFull);
    }

    private void readOne(SegmentList list, int index) throws IOException {
        List<Stored> events = new ArrayList<>();
        List<Cursor> cursors = new ArrayList<>();
        long end = below;
        JournalReader.readOne(list, index, (_, record) -> {
            if (record.sequence() < end) {
                below = Math.min(below, record.sequence());
                event(record).ifPresent(event -> events.add(new Stored(record.sequence(), event)));
                cursor(record).ifPresent(cursors::add);
            }
        });
        if (cursor.isEmpty() && !cursors.isEmpty()) {
            cursor = Optional.of(cursors.getLast());
        }
        for (Stored event : events.reversed()) {
            if (stored.size() == MOST_EVENTS) {
                isFull = true;
                return;
            }
            stored.addFirst(event);
        }
    }

    /// An event that cannot be read is passed over: its number is missing then, and that is told.
    private static Optional<Event> event(JournalRecord record) {
        if (record.type() != RecordType.EVENT.code()) {
            return Optional.empty();
        }
        try {
            return Optional.of(EventRecords.decode(record.payload().duplicate()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Cursor> cursor(JournalRecord record) {
        if (record.type() != RecordType.CURSOR.code()) {
            return Optional.empty();
        }
        String words =
                StandardCharsets.UTF_8.decode(record.payload().duplicate()).toString();
        return Cursor.of(words).filter(its -> its.consumer().equals(consumer));
    }

    private EarlierEvents behind(Cursor from) {
        List<Stored> all = List.copyOf(stored);
        int taken = 0;
        for (int i = 0; i < all.size(); i++) {
            taken = isTaken(all.get(i), from) ? i + 1 : taken;
        }
        List<Event> left =
                all.subList(taken, all.size()).stream().map(Stored::event).toList();
        boolean isComplete = taken > 0 || (below <= from.record() + 1 && !isFull);
        return new EarlierEvents(from.boot(), from.event(), left, !isComplete);
    }

    private static boolean isTaken(Stored one, Cursor from) {
        UUID boot = one.event().boot();
        return one.record() <= from.record()
                || (boot.equals(from.boot()) && one.event().sequence() <= from.event());
    }
}
