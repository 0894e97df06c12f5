package org.altercor.safety.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.altercor.safety.event.Event;
import org.altercor.safety.event.EventLog;
import org.altercor.safety.frame.FrameTap;

/// Takes what happens, and each cycle of both loops, and puts it into the inbox. It waits for nothing but events, and
/// for no disk: what a loop leaves for it is taken in time whatever a disk does. Owner: one thread of ordinary
/// priority.
final class Intake {
    private static final int EVENTS_AT_A_TIME = 256;
    private static final long SUMMARY_NANOS = 1_000_000_000;

    private final Inbox inbox;
    private final EventLog log;
    private final List<CycleRecords> cycles;
    private final List<FrameTap<?, ?>> taps;
    private final Supplier<String> summary;
    private final Clock wall;
    private long taken;
    private long summaryNanos;
    private boolean isSummaryDue = true;

    /// @param taps    of the loops
    /// @param summary the machine in words
    /// @param wall    for what has no time of its own
    Intake(Inbox inbox, EventLog log, List<FrameTap<?, ?>> taps, Supplier<String> summary, Clock wall) {
        this.inbox = inbox;
        this.log = log;
        this.taps = List.copyOf(taps);
        cycles = this.taps.stream().map(CycleRecords::new).toList();
        this.summary = summary;
        this.wall = wall;
    }

    /// What stands first in the journal of a start.
    void begin(String configuration, long nowNanos) {
        put(RecordType.CONFIGURATION, Durability.AT_ONCE, nowNanos, text(configuration));
        for (FrameTap<?, ?> tap : taps) {
            put(
                    RecordType.LAYOUT,
                    Durability.BY_THE_SECOND,
                    nowNanos,
                    text(LayoutWords.of(tap).text()));
        }
    }

    /// Takes everything that is there.
    void take(long nowNanos) {
        List<Event> events;
        do {
            events = log.after(taken, EVENTS_AT_A_TIME);
            events.forEach(this::take);
        } while (events.size() == EVENTS_AT_A_TIME);
        for (int i = 0; i < cycles.size(); i++) {
            cycles.get(i).take(payload -> put(RecordType.FRAMES, Durability.BY_THE_SECOND, nowNanos, payload));
            tellLost(taps.get(i), nowNanos);
        }
        if (isSummaryDue || nowNanos - summaryNanos >= SUMMARY_NANOS) {
            isSummaryDue = false;
            summaryNanos = nowNanos;
            put(RecordType.SUMMARY, Durability.BY_THE_SECOND, nowNanos, text(summary.get()));
        }
    }

    /// Takes everything, records that are not full included: at a planned end.
    void end(long nowNanos) {
        take(nowNanos);
        cycles.forEach(
                each -> each.finish(payload -> put(RecordType.FRAMES, Durability.BY_THE_SECOND, nowNanos, payload)));
    }

    /// Waits until an event is there that was not taken, at most so long.
    void await(long millis) throws InterruptedException {
        log.await(taken, millis);
    }

    private void tellLost(FrameTap<?, ?> tap, long nowNanos) {
        long lost = tap.takeLost();
        if (lost > 0) {
            String words = String.format(
                    Locale.ROOT,
                    "%d cycles of the %s loop were gone before they were taken",
                    lost,
                    tap.loop().word());
            put(RecordType.GAP, Durability.BY_THE_SECOND, nowNanos, text(words));
        }
    }

    private void take(Event event) {
        if (event.sequence() > taken + 1) {
            String words = String.format(
                    Locale.ROOT, "events %d to %d were gone before they were written", taken + 1, event.sequence() - 1);
            put(RecordType.GAP, Durability.AT_ONCE, event.nanos(), text(words));
        }
        taken = event.sequence();
        inbox.put(new Inbox.Item(
                RecordType.EVENT,
                durability(event),
                event.nanos(),
                event.at().toEpochMilli(),
                EventRecords.encode(event),
                event.sequence()));
    }

    private static Durability durability(Event event) {
        return switch (event.kind()) {
            case STARTED,
                    INTERLOCK,
                    STOP,
                    CLAMP,
                    POWER,
                    RUN_POWER,
                    MODE,
                    ACKNOWLEDGED,
                    RESET,
                    SOUND_PAUSE,
                    ACT,
                    OUTSIDE,
                    SETTING -> Durability.AT_ONCE;
            case ANSWER, LIMIT, SUPERVISOR, LOST, SETTING_REFUSED -> Durability.SOON;
        };
    }

    private void put(RecordType type, Durability durability, long nanos, ByteBuffer payload) {
        inbox.put(new Inbox.Item(type, durability, nanos, wall.millis(), payload, 0));
    }

    static ByteBuffer text(String words) {
        return ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8));
    }
}
