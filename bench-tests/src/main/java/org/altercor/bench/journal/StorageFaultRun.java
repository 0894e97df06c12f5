package org.altercor.bench.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.altercor.config.Machine;
import org.altercor.controller.journal.RecordFilter;
import org.altercor.controller.loop.LoopPair;
import org.altercor.controller.operator.PumpAct;
import org.altercor.controller.replay.LoopReport;
import org.altercor.controller.replay.Replay;
import org.altercor.controller.run.RunningMachine;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.realtime.RealTime;
import org.altercor.hal.realtime.ThreadStatus;
import org.altercor.hal.rig.RigBinder;
import org.altercor.hal.rig.UnboundDriverException;
import org.altercor.hal.time.ThreadRole;
import org.altercor.safety.event.Event;
import org.altercor.safety.event.EventKind;
import org.altercor.safety.journal.DiskFolder;
import org.altercor.safety.journal.EventRecords;
import org.altercor.safety.journal.Journal;
import org.altercor.safety.journal.JournalReader;
import org.altercor.safety.journal.JournalReport;
import org.altercor.safety.journal.JournalState;
import org.altercor.safety.journal.RecordType;
import org.altercor.safety.supervise.SupervisorCore;
import org.altercor.safety.supervise.SupervisorInputs;

/// A machine of the twin whose arterial pump turns while the disk under its journal breaks, in every way, one after
/// the other. Owner: one thread.
final class StorageFaultRun {
    private static final String ARTERIAL = "arterial";
    private static final double ASKED_RPM = 60;
    private static final long LONGEST_WAIT_NANOS = 60_000_000_000L;
    private static final long LOOK_MILLIS = 5;
    private static final long ACT_NANOS = 250_000_000;

    private final FaultyDisk disk;
    private final Path folder;
    private final RunningMachine machine;
    private final Journal journal;
    private final SupervisorInputs seen;
    private long actedNanos = System.nanoTime();

    /// What became of one fault.
    ///
    /// @param fault         in a word
    /// @param story         what the disk did
    /// @param seconds       it lasted
    /// @param seen          what the operator saw beside the word JRN; empty for nothing
    /// @param toldAfterMs   from its beginning to that; 0 where nothing was seen
    /// @param backAfterMs   from its end until all that had happened was on disk
    /// @param events        that happened meanwhile
    /// @param slowestRpm    that the arterial pump turned, asked for 60
    /// @param missedPeriods of both loops
    record Outcome(
            String fault,
            String story,
            double seconds,
            String seen,
            long toldAfterMs,
            long backAfterMs,
            long events,
            double slowestRpm,
            long missedPeriods) {}

    /// What came of all of them.
    ///
    /// @param faults             each
    /// @param events             that happened
    /// @param eventsLost         of them, not in the journal
    /// @param acknowledgedLost   of those that had been called logged
    /// @param cyclesLost         of both loops
    /// @param cyclesReplayed     of both loops
    /// @param replayIdentical    whether the journal replays to the bit
    /// @param journalWhole       whether it is whole
    record Report(
            List<Outcome> faults,
            long events,
            long eventsLost,
            long acknowledgedLost,
            long cyclesLost,
            long cyclesReplayed,
            boolean replayIdentical,
            boolean journalWhole) {
        /// Whether nothing was lost and everyone who had to be was told.
        boolean isGood() {
            return eventsLost == 0 && acknowledgedLost == 0 && cyclesLost == 0 && replayIdentical && journalWhole;
        }
    }

    private StorageFaultRun(Machine model, Path folder, RealTime realTime) throws UnboundDriverException {
        this.folder = folder;
        disk = new FaultyDisk(folder);
        SupervisorBeat beat = LoopPair.newBeat();
        machine = new RunningMachine(model, RigBinder.bind(model, beat), beat, realTime, Clock.systemUTC(), trouble -> {
            throw new IllegalStateException(trouble);
        });
        journal = machine.keep(disk, disk.wall());
        seen = SupervisorCore.inputsFor(model, machine.layout());
    }

    /// Runs through some faults.
    ///
    /// @param folder  where the journal lies, on a real disk
    /// @param seconds that each lasts
    static Report run(Machine model, Path folder, RealTime realTime, List<StorageFault> faults, double seconds)
            throws IOException, InterruptedException, UnboundDriverException {
        var run = new StorageFaultRun(model, folder, realTime);
        List<Outcome> outcomes = new ArrayList<>();
        long logged;
        List<Event> events;
        try (RunningMachine running = run.machine) {
            run.await("the arterial pump turns", run::isTurning);
            for (StorageFault fault : faults) {
                outcomes.add(run.suffer(fault, seconds));
            }
            logged = run.journal.logged();
            running.desk().ask(ARTERIAL, new PumpAct.Stop());
        } finally {
            events = run.machine.log().after(0, Integer.MAX_VALUE);
            run.journal.close();
        }
        return run.read(outcomes, events, logged);
    }

    private Outcome suffer(StorageFault fault, double seconds) throws IOException, InterruptedException {
        await("the journal is well", this::isAllLogged);
        long events = machine.log().newest();
        long missed = missed();
        double slowest = Double.POSITIVE_INFINITY;
        String told = "";
        long toldNanos = 0;
        long beginNanos = System.nanoTime();
        disk.begin(fault);
        while (System.nanoTime() - beginNanos < seconds * 1e9) {
            act();
            slowest = Math.min(slowest, rpm());
            JournalState state = journal.state();
            if (told.isEmpty() && state.word() == JournalState.Word.AWAY) {
                told = state.reason();
                toldNanos = System.nanoTime() - beginNanos;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        disk.end(fault);
        long endNanos = System.nanoTime();
        await(fault.word() + " is over", this::isAllLogged);
        return new Outcome(
                fault.word(),
                fault.story(),
                seconds,
                told,
                TimeUnit.NANOSECONDS.toMillis(toldNanos),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - endNanos),
                machine.log().newest() - events,
                slowest,
                missed() - missed);
    }

    /// Somebody touches a knob, back and forth by little.
    private void act() {
        if (System.nanoTime() - actedNanos >= ACT_NANOS) {
            actedNanos = System.nanoTime();
            machine.log().add(actedNanos, EventKind.ACT, ARTERIAL, 0, "somebody looks at the clock");
        }
    }

    private boolean isAllLogged() {
        return journal.state().word() == JournalState.Word.OK
                && journal.logged() == machine.log().newest();
    }

    private boolean isTurning() {
        double rpm = rpm();
        if (!(rpm > ASKED_RPM - 1)) {
            machine.desk().reset();
            machine.desk().ask(ARTERIAL, new PumpAct.Speed(ASKED_RPM));
        }
        return rpm > ASKED_RPM - 1;
    }

    private double rpm() {
        return machine.cells().seen().reader().tryRead(seen) ? seen.seen.drives[0].knownRpm(seen.nowNanos) : Double.NaN;
    }

    private long missed() {
        return machine.threads().stream()
                .filter(thread -> thread.role() == ThreadRole.CONTROL || thread.role() == ThreadRole.SUPERVISOR)
                .mapToLong(ThreadStatus::missedPeriods)
                .sum();
    }

    private void await(String what, BooleanSupplier isSo) throws InterruptedException {
        long startNanos = System.nanoTime();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() - startNanos > LONGEST_WAIT_NANOS) {
                throw new IllegalStateException("waited in vain until " + what + ": " + journal.state());
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    private Report read(List<Outcome> outcomes, List<Event> events, long logged) throws IOException {
        List<Event> found = new ArrayList<>();
        var replay = new Replay(new RecordFilter(Set.of(), Optional.empty(), Optional.empty()));
        JournalReport report = JournalReader.read(DiskFolder.existing(folder), (boot, record) -> {
            replay.visit(boot, record);
            if (record.type() == RecordType.EVENT.code()) {
                found.add(EventRecords.decode(record.payload().duplicate()));
            }
        });
        var replayed = replay.report(folder.toString(), report, 0);
        List<Event> lost = new ArrayList<>(events);
        lost.removeAll(Set.copyOf(found));
        List<LoopReport> loops = replayed.starts().stream()
                .flatMap(start -> start.loops().stream())
                .toList();
        return new Report(
                outcomes,
                events.size(),
                lost.size(),
                lost.stream().filter(event -> event.sequence() <= logged).count(),
                loops.stream().mapToLong(LoopReport::passedOver).sum(),
                loops.stream().mapToLong(LoopReport::cycles).sum(),
                replayed.identical(),
                report.isWhole());
    }
}
