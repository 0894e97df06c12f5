package org.altercor.controller.scenario;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import org.altercor.config.Machine;
import org.altercor.config.schema.OperatorSetting;
import org.altercor.controller.loop.LoopPair;
import org.altercor.controller.operator.Desk;
import org.altercor.controller.scenario.TwinSource.Stage;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.rig.MachineWorld;
import org.altercor.hal.time.DeterministicExecutor;
import org.altercor.hal.time.ThreadRole;
import org.altercor.hal.twin.Signal;
import org.altercor.safety.event.EventClerk;
import org.altercor.safety.event.EventLog;
import org.altercor.safety.frame.FrameCell;
import org.altercor.safety.interlock.InterlockInstance;
import org.altercor.safety.journal.Journal;
import org.altercor.safety.journal.JournalOptions;
import org.altercor.safety.journal.JournalWriter;
import org.altercor.safety.supervise.ControlSnapshot;
import org.altercor.safety.supervise.SafetyReport;
import org.altercor.safety.supervise.SupervisorCore;

/// The stage of a scenario with an operator: a machine of the twin, both loops on its executor, and the desk where the
/// operator acts. What the loops say can be looked at beside what is so and what is read.
final class SupervisedStage {
    /// How often what happened is written up. Our own judgement: as often as a person would notice.
    private static final long RECORD_PERIOD_NANOS = 50_000_000;

    /// Where a journal is kept.
    ///
    /// @param place of its segments
    /// @param begun what its clock on the wall shows at first
    record Kept(JournalWriter.Place place, Instant begun) {}

    private final Machine machine;
    private final LoopPair loops;
    private final FrameCell<ControlSnapshot>.Reader snapshots;
    private final FrameCell<SafetyReport>.Reader reports;
    private final ControlSnapshot snapshot;
    private final SafetyReport report;

    private SupervisedStage(Machine machine, LoopPair loops) {
        this.machine = machine;
        this.loops = loops;
        snapshots = loops.cells().control().reader();
        reports = loops.cells().reports().reader();
        snapshot = new ControlSnapshot(machine.pumps().size());
        report = SupervisorCore.reportFor(machine, loops.layout());
    }

    /// A stage of a machine.
    ///
    /// @param kept where a journal is; empty for none
    static Stage of(Machine machine, long seed, Optional<Kept> kept) {
        SupervisorBeat beat = LoopPair.newBeat();
        var made = new AtomicReference<Optional<LoopPair>>(Optional.empty());
        var journal = new AtomicReference<Optional<Journal>>(Optional.empty());
        var world = MachineWorld.withLoops(machine, seed, beat, (rig, executor) -> {
            LoopPair loops =
                    kept.isPresent() ? LoopPair.recorded(machine, rig, beat) : LoopPair.over(machine, rig, beat);
            loops.scheduleOn(executor);
            journal.set(kept.map(its -> keep(its, machine, loops, executor)));
            made.set(Optional.of(loops));
            return new SupervisedStage(machine, loops).signals();
        });
        LoopPair loops = made.get().orElseThrow();
        return new Stage(
                world,
                Optional.of(new Desk(loops.layout(), loops.settings(), loops.requests(), loops.cells())),
                journal.get());
    }

    /// Keeps a journal in simulated time, as the threads of a running machine do in real time.
    private static Journal keep(Kept kept, Machine machine, LoopPair loops, DeterministicExecutor executor) {
        var wall = new SimulatedWall(kept.begun(), executor);
        var log = new EventLog(UUID.randomUUID(), wall);
        JournalOptions options = JournalOptions.USUAL;
        var journal = new Journal(
                new JournalWriter(kept.place(), options, log.boot(), machine.name()),
                options,
                machine,
                loops.layout(),
                loops.cells(),
                log,
                loops.taps(),
                executor,
                wall);
        var clerk = new EventClerk(machine, loops.layout(), loops.rings(), log);
        executor.every(ThreadRole.JOURNAL, "journal", RECORD_PERIOD_NANOS, nowNanos -> {
            clerk.work(nowNanos);
            journal.step();
        });
        return journal;
    }

    private List<Signal> signals() {
        List<Signal> signals = new ArrayList<>();
        List<String> pumps = loops.layout().pumps();
        for (int i = 0; i < pumps.size(); i++) {
            int pump = i;
            String name = "loop." + pumps.get(i);
            signals.add(said(name + ".commanded-rpm", "rpm", "speed asked of the drive", s -> s.commandedRpm[pump]));
            signals.add(said(name + ".mode", "", "code of its mode", s -> s.mode[pump].code()));
            signals.add(said(
                    name + ".limiter", "", "code of what keeps it below what was asked", s -> s.limiter[pump].code()));
            signals.add(said(name + ".delivered-ml", "mL", "volume since its start", s -> s.deliveredMl[pump]));
            signals.add(
                    said(name + ".answer", "", "code of the answer to the newest request", s -> s.answer[pump].code()));
            signals.add(decided(name + ".stop", "", "code of how far its stop is", r -> r.stop[pump].code()));
            signals.add(decided(name + ".may-start", "", "1 when a start is permitted", r -> r.mayStart[pump] ? 1 : 0));
        }
        List<InterlockInstance> interlocks = InterlockInstance.of(machine, loops.layout());
        for (int i = 0; i < interlocks.size(); i++) {
            int interlock = i;
            signals.add(decided(
                    "loop." + interlocks.get(i).alarmCode(),
                    "",
                    interlocks.get(i).interlock().what() + ": 0 clear, 1 pending, 2 active, 3 unknown, 4 latched",
                    r -> r.interlock[interlock].code()));
        }
        for (int i = 0; i < loops.settings().size(); i++) {
            int slot = i;
            OperatorSetting setting = loops.settings().get(i).setting();
            String name = "loop." + loops.settings().get(i).name();
            signals.add(decided(
                    name, setting.range().unit().symbol(), setting.words() + " in force", r -> r.settings.value[slot]));
            signals.add(decided(
                    name + ".answer",
                    "",
                    "code of the answer to the newest order",
                    r -> r.settings.answer[slot].code()));
        }
        signals.add(decided("loop.sound", "", "0 silent, 1 low, 2 medium, 3 high", r -> r.sound.code()));
        signals.add(decided("loop.light", "", "0 dark, 1 low, 2 medium, 3 high", r -> r.light.code()));
        return signals;
    }

    /// NaN until the control loop has said anything.
    private Signal said(String name, String unit, String meaning, ToDoubleFunction<ControlSnapshot> value) {
        return new Signal(
                name, unit, meaning, () -> snapshots.tryRead(snapshot) ? value.applyAsDouble(snapshot) : Double.NaN);
    }

    /// NaN until the supervisor has decided anything.
    private Signal decided(String name, String unit, String meaning, ToDoubleFunction<SafetyReport> value) {
        return new Signal(
                name, unit, meaning, () -> reports.tryRead(report) ? value.applyAsDouble(report) : Double.NaN);
    }
}
