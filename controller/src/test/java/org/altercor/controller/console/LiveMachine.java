package org.altercor.controller.console;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.altercor.config.Machine;
import org.altercor.config.load.Checked;
import org.altercor.config.load.MachineFiles;
import org.altercor.controller.loop.LoopPair;
import org.altercor.controller.operator.Desk;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.port.OutsideWorld;
import org.altercor.hal.rig.Rig;
import org.altercor.hal.rig.RigBinder;
import org.altercor.hal.rig.UnboundDriverException;
import org.altercor.hal.time.DeterministicExecutor;
import org.altercor.hal.time.ThreadRole;
import org.altercor.safety.event.EventClerk;
import org.altercor.safety.event.EventLog;
import org.altercor.safety.interlock.InterlockInstance;

/// A shipped machine on its twin, both loops and the clerk under the deterministic executor: stepped by a test, or by a
/// thread of its own at the pace of the wall. Each loop can hang, and the whole world can stand still.
final class LiveMachine implements AutoCloseable {
    static final long MS = 1_000_000;
    static final long SECOND = 1_000 * MS;
    private static final long STEP_NANOS = 10 * MS;

    final Machine machine;
    final Rig rig;
    final LoopPair loops;
    final Desk desk;
    final EventLog events = new EventLog(new UUID(1, 1), Clock.systemUTC());
    final MachineView view;
    volatile boolean controlLives = true;
    volatile boolean supervisorLives = true;
    volatile boolean worldTurns = true;
    volatile int pace = 1;

    /// Number of the newest event that its journal has on disk.
    volatile long logged = Long.MAX_VALUE;

    private final DeterministicExecutor executor = new DeterministicExecutor(1);
    private final AtomicLong nowNanos = new AtomicLong();
    private final Thread pacer = Thread.ofPlatform().name("pacer").daemon().unstarted(this::pace);
    private volatile boolean isOpen = true;

    LiveMachine(String name) {
        machine = ((Checked.Whole) new MachineFiles(LocalDate.of(2026, 11, 23)).machine(name)).machine();
        SupervisorBeat beat = LoopPair.newBeat();
        try {
            rig = RigBinder.bind(machine, beat);
        } catch (UnboundDriverException e) {
            throw new AssertionError(e);
        }
        loops = LoopPair.over(machine, rig, beat);
        desk = new Desk(loops.layout(), loops.settings(), loops.requests(), loops.cells());
        List<InterlockInstance> interlocks = InterlockInstance.of(machine, loops.layout());
        var clerk = new EventClerk(machine, loops.layout(), loops.rings(), events);
        rig.scheduleOn(executor);
        executor.every(ThreadRole.SUPERVISOR, "supervisor", LoopPair.SUPERVISOR_PERIOD_NANOS, now -> {
            if (supervisorLives) {
                loops.supervisor().cycle(now);
            }
        });
        executor.every(ThreadRole.CONTROL, "control", LoopPair.CONTROL_PERIOD_NANOS, now -> {
            if (controlLives) {
                loops.control().cycle(now);
            }
        });
        executor.every(ThreadRole.TELEMETRY, "clerk", 20 * MS, clerk::work);
        view = new MachineView(
                machine,
                loops.layout(),
                interlocks,
                loops.cells(),
                events,
                desk,
                rig.outside().map(LiveMachine::trainer),
                () -> new StateWord(StateWord.Health.LIMITED, "a test has no real-time rights"),
                () -> new StateWord(StateWord.Health.OFF, "no journal"),
                () -> logged,
                () -> new StateWord(StateWord.Health.OFF, "no broker"),
                nowNanos::get);
        nowNanos.set(executor.nanoTime());
    }

    private static TrainerActs trainer(OutsideWorld world) {
        return new TrainerActs() {
            @Override
            public List<Act> list() {
                return world.acts().stream()
                        .map(act -> new Act(act.name(), act.meaning(), act.unit(), act.smallest(), act.largest()))
                        .toList();
            }

            @Override
            public void perform(String name, double amount) {
                world.perform(name, amount);
            }
        };
    }

    /// Lets time pass, on the calling thread.
    void run(long nanos) {
        executor.runFor(nanos);
        nowNanos.set(executor.nanoTime());
    }

    /// Lets the slowest sensor be known, and from then on time pass as on the wall.
    LiveMachine live() {
        run(15 * SECOND);
        pacer.start();
        return this;
    }

    /// The machine of a test that has no twin to play with.
    MachineView viewWithoutTrainer() {
        return new MachineView(
                machine,
                view.layout(),
                view.interlocks(),
                view.cells(),
                events,
                desk,
                Optional.empty(),
                view.realTime(),
                view.journal(),
                view.logged(),
                view.broker(),
                view.clock());
    }

    long nowNanos() {
        return nowNanos.get();
    }

    void outside(String act, double amount) {
        rig.outside().orElseThrow().perform(act, amount);
    }

    private void pace() {
        long dueNanos = System.nanoTime();
        while (isOpen) {
            if (worldTurns) {
                run(pace * STEP_NANOS);
            }
            dueNanos += STEP_NANOS;
            long leftNanos = dueNanos - System.nanoTime();
            if (leftNanos > 0) {
                try {
                    Thread.sleep(leftNanos / MS, (int) (leftNanos % MS));
                } catch (InterruptedException _) {
                    return;
                }
            } else {
                dueNanos = System.nanoTime();
            }
        }
    }

    @Override
    public void close() {
        isOpen = false;
        pacer.interrupt();
    }
}
