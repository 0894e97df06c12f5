package org.altercor.safety.journal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.altercor.config.Machine;
import org.altercor.hal.time.MonotonicClock;
import org.altercor.safety.event.EventLog;
import org.altercor.safety.event.EventMemory;
import org.altercor.safety.frame.FrameTap;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.supervise.SupervisorCells;

/// Keeps the journal of a running machine: its configuration first, then every event, every cycle of both loops, and
/// the machine in words once a second.
///
/// ```
/// loops' taps ─┐
/// event log ───┼─► intake (a thread that waits for no disk) ─► inbox ─► writer (a thread that does) ─► segments
/// summary ─────┘
/// ```
///
/// Both threads are of ordinary priority; no loop knows of them, and none waits.
public final class Journal implements AutoCloseable {
    /// How long each thread waits for something to happen.
    private static final long PAUSE_MILLIS = 10;

    private static final long FAREWELL_MILLIS = 5_000;

    /// After which a disk that does not answer is told. Our own judgement: a slow card takes a second now and then.
    private static final long HANGS_NANOS = 2_000_000_000L;

    private final JournalWriter writer;
    private final Inbox inbox;
    private final Intake intake;
    private final CursorKeeper cursors;
    private final MonotonicClock clock;
    private final Clock wall;
    private final Deque<Written> written = new ArrayDeque<>();
    private final Thread intakeThread =
            Thread.ofPlatform().daemon().name("journal-intake").unstarted(this::takeIn);
    private final Thread thread = Thread.ofPlatform().daemon().name("journal").unstarted(this::writeDown);
    private volatile long logged;
    private volatile boolean isIdle = true;
    private volatile long busySinceNanos;
    private volatile boolean isEnding;
    private volatile String defect = "";

    /// An event, and the ticket of its record.
    private record Written(long ticket, long event) {}

    /// A journal without threads of its own: whoever has it calls [#step].
    ///
    /// @param writer  of the segments
    /// @param options of it
    /// @param machine whose it is
    /// @param layout  of its frames
    /// @param cells   where its loops publish
    /// @param log     of what happens
    /// @param taps    where its loops leave their cycles
    /// @param clock   of its loops
    /// @param wall    for people
    public Journal(
            JournalWriter writer,
            JournalOptions options,
            Machine machine,
            MachineLayout layout,
            SupervisorCells cells,
            EventLog log,
            List<FrameTap<?, ?>> taps,
            MonotonicClock clock,
            Clock wall) {
        this.writer = writer;
        this.clock = clock;
        this.wall = wall;
        inbox = new Inbox(options.memoryBytes());
        cursors = new CursorKeeper(writer, log.boot());
        intake = new Intake(inbox, log, taps, new SummaryWords(machine, layout, cells)::now, wall);
        intake.begin(ConfigurationWords.of(machine), clock.nanoTime());
    }

    /// Starts to keep one. Returns at once, whatever the disk does.
    ///
    /// @param place   where its segments lie
    /// @param machine whose it is
    /// @param layout  of its frames
    /// @param cells   where its loops publish
    /// @param log     of what happens
    /// @param taps    where its loops leave their cycles
    /// @param wall    for people
    public static Journal start(
            JournalWriter.Place place,
            Machine machine,
            MachineLayout layout,
            SupervisorCells cells,
            EventLog log,
            List<FrameTap<?, ?>> taps,
            Clock wall) {
        JournalOptions options = JournalOptions.USUAL;
        var writer = new JournalWriter(place, options, log.boot(), machine.name());
        var journal = new Journal(writer, options, machine, layout, cells, log, taps, MonotonicClock.SYSTEM, wall);
        journal.intakeThread.start();
        journal.thread.start();
        return journal;
    }

    /// In a folder of a disk, made when it is not there at first. One that goes away later is waited for: what lies in
    /// its place then may be the empty mount point of a disk that was pulled out.
    public static JournalWriter.Place in(Path folder) {
        var wasThere = new AtomicBoolean();
        return () -> {
            DiskFolder found = wasThere.get() ? DiskFolder.existing(folder) : DiskFolder.at(folder);
            wasThere.set(true);
            return found;
        };
    }

    private void takeIn() {
        try {
            while (!isEnding) {
                intake.await(PAUSE_MILLIS);
                guard(() -> intake.take(clock.nanoTime()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        guard(() -> intake.end(clock.nanoTime()));
    }

    /// A defect of ours ends no thread here: the rest goes on, and the screen says it for as long as the program runs.
    private void guard(Runnable part) {
        try {
            part.run();
        } catch (RuntimeException e) {
            defect = "a defect: " + e;
        }
    }

    private void writeDown() {
        try {
            while (intakeThread.isAlive()) {
                inbox.await(PAUSE_MILLIS);
                guard(this::write);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        finish();
    }

    /// Takes what happened, and writes what is due. Only of a journal without threads.
    public void step() {
        guard(() -> intake.take(clock.nanoTime()));
        guard(this::write);
    }

    /// Takes what is left, writes it, and ends. Only of a journal without threads.
    public void end() {
        guard(() -> intake.end(clock.nanoTime()));
        finish();
    }

    private void finish() {
        guard(() -> {
            append();
            append(cursors.last());
            writer.end(clock.nanoTime(), wall.millis());
            settle();
        });
        writer.close();
    }

    private void write() {
        append();
        append(cursors.due(clock.nanoTime()));
        inbox.waitElsewhere(writer.pendingBytes());
        busySinceNanos = clock.nanoTime();
        isIdle = false;
        try {
            writer.work(clock.nanoTime(), wall.millis());
        } finally {
            isIdle = true;
        }
        settle();
    }

    private void append() {
        for (Inbox.Item item : inbox.takeAll()) {
            guard(() -> append(item));
        }
        long leftOut = inbox.takeLeftOut();
        if (leftOut > 0) {
            append(RecordType.GAP, leftOut + " records left out: the disk did not answer");
        }
    }

    private void append(Inbox.Item item) {
        long ticket = writer.append(item.type(), item.durability(), item.nanos(), item.wallMillis(), item.payload());
        if (item.event() > 0) {
            written.add(new Written(ticket, item.event()));
            cursors.wrote(item.event(), ticket);
        }
    }

    private void append(List<String> places) {
        places.forEach(words -> append(RecordType.CURSOR, words));
    }

    private void append(RecordType type, String words) {
        writer.append(type, Durability.BY_THE_SECOND, clock.nanoTime(), wall.millis(), Intake.text(words));
    }

    private void settle() {
        long durable = writer.state().durable();
        while (!written.isEmpty() && written.getFirst().ticket() <= durable) {
            logged = written.remove().event();
        }
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
        JournalState state = writer.state();
        if (!defect.isEmpty()) {
            return state.away(defect);
        }
        long busyNanos = clock.nanoTime() - busySinceNanos;
        return isIdle || busyNanos < HANGS_NANOS
                ? state
                : state.away(
                        String.format(Locale.ROOT, "the disk has not answered for %d s", busyNanos / 1_000_000_000));
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
