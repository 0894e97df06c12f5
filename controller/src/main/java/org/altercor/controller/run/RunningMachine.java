package org.altercor.controller.run;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.altercor.config.Machine;
import org.altercor.config.PumpRole;
import org.altercor.controller.loop.LoopPair;
import org.altercor.controller.operator.Desk;
import org.altercor.controller.operator.Knobs;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.port.DriveStatus;
import org.altercor.hal.port.OutsideWorld;
import org.altercor.hal.realtime.RealTime;
import org.altercor.hal.realtime.RealTimeStatus;
import org.altercor.hal.realtime.ThreadStatus;
import org.altercor.hal.realtime.ThreadedExecutor;
import org.altercor.hal.rig.Rig;
import org.altercor.hal.time.CyclicExecutor;
import org.altercor.hal.time.MonotonicClock;
import org.altercor.safety.event.EventClerk;
import org.altercor.safety.event.EventKind;
import org.altercor.safety.event.EventLog;
import org.altercor.safety.frame.FrameCell;
import org.altercor.safety.interlock.InterlockInstance;
import org.altercor.safety.journal.Journal;
import org.altercor.safety.journal.JournalWriter;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.supervise.PumpMode;
import org.altercor.safety.supervise.SupervisorCells;
import org.altercor.safety.supervise.SupervisorCore;
import org.altercor.safety.supervise.SupervisorInputs;

/// A machine on threads of its own: buses or twin, both loops, and a clerk who numbers what happens and minds the
/// knobs.
///
/// Whoever shows or records it reads [#cells] and [#log]; whoever acts does so at the [#desk]. Neither reaches a pump.
/// Threads start in the constructor's order: what serves the ports, then the loops, then the clerk. Owner: one thread.
public final class RunningMachine implements AutoCloseable {
    /// How often the clerk looks: an event is numbered, and a knob heard, within this time. Our own judgement: well
    /// within a tenth of a
    /// second, and no burden.
    private static final long CLERK_PERIOD_MILLIS = 20;

    /// How long a thread may take to end. Our own judgement: a bus gives its line back, and sends its last stop.
    private static final Duration LONGEST_STOP = Duration.ofSeconds(2);

    private final Machine machine;
    private final Rig rig;
    private final LoopPair loops;
    private final RealTime realTime;
    private final EventLog log;
    private final Desk desk;
    private final ThreadedExecutor executor;
    private final EventClerk clerk;
    private final Thread clerkThread;
    private final FrameCell<SupervisorInputs>.Reader seen;
    private final SupervisorInputs look;
    private volatile boolean isEnding;

    /// Starts a machine.
    ///
    /// @param machine  as read
    /// @param rig      its ports, bound with `beat`
    /// @param beat     where its drives look for the supervisor's sign of life
    /// @param realTime makes its threads
    /// @param clock    on the wall, for the log
    /// @param trouble  told when a thread ends that should not
    public RunningMachine(
            Machine machine, Rig rig, SupervisorBeat beat, RealTime realTime, Clock clock, Consumer<String> trouble) {
        this(machine, rig, beat, realTime, clock, trouble, LoopPair::scheduleOn);
    }

    /// Starts a machine whose loops somebody else may run: who times them gives them threads of his own.
    ///
    /// @param machine  as read
    /// @param rig      its ports, bound with `beat`
    /// @param beat     where its drives look for the supervisor's sign of life
    /// @param realTime makes its threads
    /// @param clock    on the wall, for the log
    /// @param trouble  told when a thread ends that should not
    /// @param host     is given the loops, once, and the executor of everything else before it starts
    public RunningMachine(
            Machine machine,
            Rig rig,
            SupervisorBeat beat,
            RealTime realTime,
            Clock clock,
            Consumer<String> trouble,
            BiConsumer<LoopPair, CyclicExecutor> host) {
        this.machine = machine;
        this.rig = rig;
        this.realTime = realTime;
        loops = LoopPair.recorded(machine, rig, beat);
        log = new EventLog(UUID.randomUUID(), clock);
        desk = new Desk(loops.layout(), loops.settings(), loops.requests(), loops.cells());
        clerk = new EventClerk(machine, loops.layout(), loops.rings(), log);
        seen = loops.cells().seen().reader();
        look = SupervisorCore.inputsFor(machine, loops.layout());
        log.add(
                MonotonicClock.SYSTEM.nanoTime(),
                EventKind.STARTED,
                "",
                0,
                "started: " + machine.title() + ", " + realTime.status().banner());
        executor = new ThreadedExecutor(realTime, (name, thrown) -> {
            log.add(MonotonicClock.SYSTEM.nanoTime(), EventKind.ACT, "", 0, "thread " + name + " ended: " + thrown);
            trouble.accept("thread '" + name + "' ended: " + thrown);
        });
        rig.scheduleOn(executor);
        host.accept(loops, executor);
        executor.start();
        clerkThread = Thread.ofPlatform().name("clerk").daemon(true).start(this::writeUp);
    }

    private void writeUp() {
        var knobs = new Knobs(machine, loops.layout(), desk);
        FrameCell<SupervisorInputs>.Reader newest = loops.cells().seen().reader();
        var seenNow = SupervisorCore.inputsFor(machine, loops.layout());
        try {
            while (!isEnding) {
                clerk.work(MonotonicClock.SYSTEM.nanoTime());
                if (newest.tryRead(seenNow)) {
                    knobs.look(seenNow);
                }
                Thread.sleep(CLERK_PERIOD_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public Machine machine() {
        return machine;
    }

    public MachineLayout layout() {
        return loops.layout();
    }

    /// Its interlocks, in the order of the supervisor's reports.
    public List<InterlockInstance> interlocks() {
        return InterlockInstance.of(machine, loops.layout());
    }

    /// What the loops publish.
    public SupervisorCells cells() {
        return loops.cells();
    }

    /// What happened.
    public EventLog log() {
        return log;
    }

    /// Where operators act.
    public Desk desk() {
        return desk;
    }

    /// Keeps a journal of it, until that is closed. Once.
    ///
    /// @param place where its segments lie
    /// @param wall  clock on the wall
    public Journal keep(JournalWriter.Place place, Clock wall) {
        return Journal.start(place, machine, loops.layout(), loops.cells(), log, loops.taps(), wall);
    }

    /// What a trainer may do to the twin, where there is one.
    public Optional<OutsideWorld> outside() {
        return rig.outside();
    }

    public RealTimeStatus realTime() {
        return realTime.status();
    }

    /// How each thread keeps its time.
    public List<ThreadStatus> threads() {
        return executor.status();
    }

    /// Whether nothing of it can move anything.
    public boolean isAllTwin() {
        return machine.rig().hardware().isEmpty();
    }

    /// Waits for the control loop's first cycle.
    ///
    /// @return whether it came in time
    public boolean awaitControl(Duration patience) throws InterruptedException {
        long startNanos = System.nanoTime();
        while (loops.cells().control().reader().isEmpty()) {
            if (System.nanoTime() - startNanos > patience.toNanos()) {
                return false;
            }
            Thread.sleep(1);
        }
        return true;
    }

    /// Why the program must not end now; empty when it may: an arterial pump on hardware turns, or nobody knows
    /// whether it does.
    public Optional<String> whyGoOn() {
        if (isAllTwin()) {
            return Optional.empty();
        }
        if (!seen.tryRead(look)) {
            return Optional.empty(); // nothing has run yet
        }
        for (int pump = 0; pump < look.seen.drives.length; pump++) {
            boolean isArterial = machine.pumps().get(pump).role() == PumpRole.ARTERIAL;
            double rpm = look.seen.drives[pump].knownRpm(look.nowNanos);
            boolean isAsked = look.control.mode[pump] != PumpMode.STOPPED;
            if (isArterial && (Double.isNaN(rpm) ? isAsked : Math.abs(rpm) >= DriveStatus.STANDSTILL_RPM)) {
                String name = machine.pumps().get(pump).name();
                return Optional.of(
                        Double.isNaN(rpm)
                                ? name + " may turn: its drive does not answer"
                                : name + " turns: stop it first");
            }
        }
        return Optional.empty();
    }

    /// Whether every shaft is known to stand.
    public boolean isStill() {
        if (!seen.tryRead(look)) {
            return false;
        }
        for (int pump = 0; pump < look.seen.drives.length; pump++) {
            if (!(Math.abs(look.seen.drives[pump].knownRpm(look.nowNanos)) < DriveStatus.STANDSTILL_RPM)) {
                return false;
            }
        }
        return true;
    }

    /// Ends all threads, the loops before what serves their ports.
    ///
    /// @throws IllegalStateException naming threads that have not ended in time
    @Override
    public void close() {
        isEnding = true;
        clerkThread.interrupt();
        try {
            List<String> stillRunning = executor.stop(LONGEST_STOP);
            if (!stillRunning.isEmpty()) {
                throw new IllegalStateException("still running: " + String.join(", ", stillRunning));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
