package org.altercor.safety.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.altercor.config.Machine;
import org.altercor.hal.time.MonotonicClock;
import org.altercor.safety.event.Event;
import org.altercor.safety.event.EventLog;
import org.altercor.safety.event.EventMemory;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.supervise.SupervisorCells;

/// Keeps the journal of a running machine: its configuration first, then every event, and the machine in words once a
/// second. On a thread of its own, of ordinary priority; no loop knows of it, and none waits for a disk.
public final class Journal implements AutoCloseable {
    /// How long it waits for something to happen.
    private static final long PAUSE_MILLIS = 10;

    private static final int EVENTS_AT_A_TIME = 256;
    private static final long SUMMARY_NANOS = 1_000_000_000;
    private static final long FAREWELL_MILLIS = 5_000;

    private final JournalWriter writer;
    private final EventLog log;
    private final SummaryWords summary;
    private final CursorKeeper cursors;
    private final MonotonicClock clock;
    private final Clock wall;
    private final Deque<Written> written = new ArrayDeque<>();
    private final Thread thread;
    private long taken;
    private long summaryNanos;
    private boolean isSummaryDue = true;
    private volatile long logged;
    private volatile boolean isEnding;

    /// An event, and the ticket of its record.
    private record Written(long ticket, long event) {}

    Journal(
            JournalWriter writer,
            Machine machine,
            MachineLayout layout,
            SupervisorCells cells,
            EventLog log,
            MonotonicClock clock,
            Clock wall) {
        this.writer = writer;
        this.log = log;
        this.clock = clock;
        this.wall = wall;
        summary = new SummaryWords(machine, layout, cells);
        cursors = new CursorKeeper(writer, log.boot());
        append(RecordType.CONFIGURATION, Durability.AT_ONCE, clock.nanoTime(), text(configuration(machine)));
        thread = Thread.ofPlatform().daemon().name("journal").unstarted(this::run);
    }

    /// Starts to keep one. Returns at once, whatever the disk does.
    ///
    /// @param folder  where its segments lie; made when it is not there
    /// @param machine whose it is
    /// @param layout  of its frames
    /// @param cells   where its loops publish
    /// @param log     of what happens
    public static Journal start(
            Path folder, Machine machine, MachineLayout layout, SupervisorCells cells, EventLog log) {
        var writer = new JournalWriter(() -> DiskFolder.at(folder), JournalOptions.USUAL, log.boot(), machine.name());
        var journal = new Journal(writer, machine, layout, cells, log, MonotonicClock.SYSTEM, Clock.systemUTC());
        journal.thread.start();
        return journal;
    }

    private void run() {
        try {
            while (!isEnding) {
                log.await(taken, PAUSE_MILLIS);
                step();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        step();
        appendCursors(cursors.last(), clock.nanoTime());
        writer.end(clock.nanoTime(), wall.millis());
        settle();
        writer.close();
    }

    /// Takes what happened, and writes what is due.
    void step() {
        long nowNanos = clock.nanoTime();
        List<Event> events;
        do {
            events = log.after(taken, EVENTS_AT_A_TIME);
            events.forEach(this::take);
        } while (events.size() == EVENTS_AT_A_TIME);
        if (isSummaryDue || nowNanos - summaryNanos >= SUMMARY_NANOS) {
            isSummaryDue = false;
            summaryNanos = nowNanos;
            append(RecordType.SUMMARY, Durability.BY_THE_SECOND, nowNanos, text(summary.now()));
        }
        appendCursors(cursors.due(nowNanos), nowNanos);
        writer.work(nowNanos, wall.millis());
        settle();
    }

    private void appendCursors(List<String> all, long nowNanos) {
        all.forEach(words -> append(RecordType.CURSOR, Durability.BY_THE_SECOND, nowNanos, text(words)));
    }

    private void take(Event event) {
        if (event.sequence() > taken + 1) {
            String words = String.format(
                    Locale.ROOT, "events %d to %d were gone before they were written", taken + 1, event.sequence() - 1);
            append(RecordType.GAP, Durability.AT_ONCE, event.nanos(), text(words));
        }
        taken = event.sequence();
        long ticket = writer.append(
                RecordType.EVENT,
                durability(event),
                event.nanos(),
                event.at().toEpochMilli(),
                EventRecords.encode(event));
        written.add(new Written(ticket, event.sequence()));
        cursors.wrote(event.sequence(), ticket);
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

    private void append(RecordType type, Durability durability, long nanos, ByteBuffer payload) {
        writer.append(type, durability, nanos, wall.millis(), payload);
    }

    private void settle() {
        long durable = writer.state().durable();
        while (!written.isEmpty() && written.getFirst().ticket() <= durable) {
            logged = written.remove().event();
        }
    }

    /// The machine as it was read, whole, under the hash of exactly these words.
    static String configuration(Machine machine) {
        String words = machine.toString();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return "sha256=" + HexFormat.of().formatHex(hash) + '\n' + words;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }

    private static ByteBuffer text(String words) {
        return ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8));
    }

    /// Number of the newest event that is on disk for good, as is every one before it. Any thread.
    public long logged() {
        return logged;
    }

    /// Remembers for somebody how far it has taken events, and finds what it had not taken in earlier starts. Any
    /// thread.
    ///
    /// @param consumer one word of small letters, the same in each start
    public EventMemory memory(String consumer) {
        return cursors.join(consumer);
    }

    /// How it is. Any thread.
    public JournalState state() {
        return writer.state();
    }

    /// Writes what is left, and ends. Waits a few seconds at most.
    @Override
    public void close() {
        isEnding = true;
        try {
            thread.join(FAREWELL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
