package org.altercor.bench.telemetry;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.altercor.config.Machine;
import org.altercor.config.load.Checked;
import org.altercor.config.load.MachineFiles;
import org.altercor.controller.loop.LoopPair;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.rig.Rig;
import org.altercor.hal.rig.RigBinder;
import org.altercor.hal.rig.UnboundDriverException;
import org.altercor.hal.time.DeterministicExecutor;
import org.altercor.safety.event.EventClerk;
import org.altercor.safety.event.EventKind;
import org.altercor.safety.event.EventLog;
import org.altercor.safety.event.EventMemory;
import org.altercor.safety.interlock.InterlockInstance;
import org.altercor.safety.telemetry.Telemetry;
import org.altercor.safety.telemetry.TelemetryOptions;

/// Both loops over the twin of a shipped machine, on a thread that keeps pace with the clock on the wall, and the clerk
/// on another: what telemetry runs beside.
final class LiveTwin implements AutoCloseable {
    private static final long SLICE_NANOS = 20_000_000;

    final Machine machine;
    final LoopPair loops;
    final EventLog log = new EventLog(UUID.randomUUID(), Clock.systemUTC());
    private final DeterministicExecutor executor = new DeterministicExecutor(1);
    private final Thread loopThread;
    private final Thread clerkThread;
    private volatile long nowNanos;
    private volatile long slices;
    private volatile boolean isRunning = true;

    LiveTwin() throws UnboundDriverException {
        machine = ((Checked.Whole) new MachineFiles(LocalDate.of(2026, 11, 23)).machine("adult-bypass")).machine();
        SupervisorBeat beat = LoopPair.newBeat();
        Rig rig = RigBinder.bind(machine, beat);
        loops = LoopPair.over(machine, rig, beat);
        for (Rig.Task task : rig.tasks()) {
            executor.every(task.role(), task.name(), task.periodNanos(), task.task());
        }
        loops.scheduleOn(executor);
        nowNanos = executor.nanoTime();
        var clerk = new EventClerk(machine, loops.layout(), loops.rings(), log);
        loopThread = Thread.ofPlatform().daemon().name("loops").start(this::runLoops);
        clerkThread = Thread.ofPlatform().daemon().name("clerk").start(() -> {
            while (isRunning) {
                clerk.work(nowNanos);
                LockSupport.parkNanos(5_000_000);
            }
        });
    }

    private void runLoops() {
        long startNanos = System.nanoTime();
        for (long done = 1; isRunning; done++) {
            executor.runFor(SLICE_NANOS);
            nowNanos = executor.nanoTime();
            slices = done;
            LockSupport.parkNanos(startNanos + done * SLICE_NANOS - System.nanoTime());
        }
    }

    Telemetry tell(TelemetryOptions options) {
        return tell(options, EventMemory.NONE);
    }

    Telemetry tell(TelemetryOptions options, EventMemory memory) {
        return Telemetry.start(options, machine, loops.layout(), loops.cells(), log, memory, () -> nowNanos);
    }

    /// Somebody does something, so many times.
    void happen(int times) {
        for (int i = 0; i < times; i++) {
            log.add(nowNanos, EventKind.ACT, "", i, "the test did something");
        }
    }

    /// Slices of 20 ms that the loops have run.
    long slices() {
        return slices;
    }

    /// How often the thread of both loops had to wait for a lock that another thread held.
    long timesBlocked() {
        return ManagementFactory.getThreadMXBean()
                .getThreadInfo(loopThread.threadId())
                .getBlockedCount();
    }

    int alarms() {
        return InterlockInstance.of(machine, loops.layout()).size();
    }

    @Override
    public void close() {
        isRunning = false;
        try {
            loopThread.join();
            clerkThread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
