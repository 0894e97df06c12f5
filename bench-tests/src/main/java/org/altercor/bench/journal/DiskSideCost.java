package org.altercor.bench.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.altercor.bench.timing.Percentiles;
import org.altercor.config.Machine;
import org.altercor.controller.loop.LoopPair;
import org.altercor.controller.operator.PumpAct;
import org.altercor.controller.run.RunningMachine;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.realtime.RealTime;
import org.altercor.hal.rig.RigBinder;
import org.altercor.hal.rig.UnboundDriverException;
import org.altercor.safety.event.Event;
import org.altercor.safety.event.EventKind;
import org.altercor.safety.journal.DiskFolder;
import org.altercor.safety.journal.Journal;

/// What a journal costs behind the loops, on a running machine whose arterial pump turns, with four acts a second.
///
/// @param seconds      it was kept
/// @param logged       from an act until it is on disk, µs
/// @param sync         of the file, µs
/// @param write        of a batch, µs
/// @param bytesPerHour of records
/// @param processor    share of one processor that both of the journal's threads took; NaN where that is not known
record DiskSideCost(
        double seconds,
        Percentiles logged,
        Percentiles sync,
        Percentiles write,
        double bytesPerHour,
        double processor) {
    private static final long ACT_MILLIS = 250;
    private static final long LONGEST_NANOS = 60_000_000_000L;
    private static final long SETTLE_MILLIS = 3_000;

    static DiskSideCost of(Machine model, Path folder, RealTime realTime, double seconds)
            throws InterruptedException, UnboundDriverException {
        var timed = new Timed();
        SupervisorBeat beat = LoopPair.newBeat();
        try (var machine = new RunningMachine(
                        model, RigBinder.bind(model, beat), beat, realTime, Clock.systemUTC(), trouble -> {
                            throw new IllegalStateException(trouble);
                        });
                Journal journal =
                        machine.keep(() -> new WatchedFolder(DiskFolder.at(folder), timed), Clock.systemUTC())) {
            machine.desk().ask(model.pumps().getFirst().name(), new PumpAct.Flow(3_000));
            TimeUnit.MILLISECONDS.sleep(SETTLE_MILLIS); // the configuration and the first segment are written
            long bytes = journal.state().bytes();
            double processorNanos = processorNanos();
            var logged = new Histogram(LONGEST_NANOS, 3);
            long startNanos = System.nanoTime();
            while (System.nanoTime() - startNanos < seconds * 1e9) {
                logged.recordValue(loggedNanos(machine, journal));
                TimeUnit.MILLISECONDS.sleep(ACT_MILLIS);
            }
            double passed = (System.nanoTime() - startNanos) / 1e9;
            return new DiskSideCost(
                    passed,
                    Percentiles.ofNanos(logged),
                    Percentiles.ofNanos(timed.syncs),
                    Percentiles.ofNanos(timed.writes),
                    (journal.state().bytes() - bytes) / passed * 3_600,
                    (processorNanos() - processorNanos) / 1e9 / passed);
        }
    }

    private static long loggedNanos(RunningMachine machine, Journal journal) {
        long startNanos = System.nanoTime();
        Event act = machine.log().add(startNanos, EventKind.ACT, "", 0, "somebody looks at the clock");
        while (journal.logged() < act.sequence() && System.nanoTime() - startNanos < LONGEST_NANOS) {
            LockSupport.parkNanos(50_000);
        }
        return System.nanoTime() - startNanos;
    }

    private static double processorNanos() {
        var threads = java.lang.management.ManagementFactory.getThreadMXBean();
        long nanos = 0;
        for (var thread : threads.dumpAllThreads(false, false)) {
            if (thread.getThreadName().startsWith("journal")) {
                nanos += threads.getThreadCpuTime(thread.getThreadId());
            }
        }
        return nanos;
    }

    /// Times writes and syncs.
    private static final class Timed implements WatchedFolder.Watch {
        private final Histogram syncs = new Histogram(LONGEST_NANOS, 3);
        private final Histogram writes = new Histogram(LONGEST_NANOS, 3);

        @Override
        public void write(WatchedFolder.Call call) throws IOException {
            time(call, writes);
        }

        @Override
        public void sync(WatchedFolder.Call call) throws IOException {
            time(call, syncs);
        }

        private static void time(WatchedFolder.Call call, Histogram into) throws IOException {
            long startNanos = System.nanoTime();
            call.run();
            into.recordValue(System.nanoTime() - startNanos);
        }
    }
}
