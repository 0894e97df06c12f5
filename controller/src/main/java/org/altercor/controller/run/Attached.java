package org.altercor.controller.run;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.altercor.controller.console.Console;
import org.altercor.controller.console.ConsoleOptions;
import org.altercor.controller.console.MachineView;
import org.altercor.controller.console.StateWord;
import org.altercor.controller.console.StateWord.Health;
import org.altercor.controller.console.TrainerActs;
import org.altercor.hal.port.OutsideWorld;
import org.altercor.hal.time.MonotonicClock;
import org.altercor.safety.event.EventKind;
import org.altercor.safety.event.EventLog;
import org.altercor.safety.event.EventMemory;
import org.altercor.safety.journal.Journal;
import org.altercor.safety.journal.JournalState;
import org.altercor.safety.telemetry.Telemetry;
import org.altercor.safety.telemetry.TelemetryOptions;
import org.altercor.safety.telemetry.TelemetryState;

/// What shows a running machine and tells of it: its console and its telemetry. The machine runs without either, and
/// nothing of it waits for them.
///
/// Owner: one thread.
public final class Attached implements AutoCloseable {
    private final Optional<Telemetry> telemetry;
    private final Optional<Console> console;

    private Attached(Optional<Telemetry> telemetry, Optional<Console> console) {
        this.telemetry = telemetry;
        this.console = console;
    }

    /// Attaches both, where they are wanted.
    ///
    /// @param machine   runs already
    /// @param journal   that is kept of it; empty when none is
    /// @param telemetry where to tell; empty for nowhere
    /// @param console   where to listen; empty for nowhere
    /// @throws RuntimeException when the console's address is taken; nothing is left attached then
    public static Attached to(
            RunningMachine machine,
            Optional<Journal> journal,
            Optional<TelemetryOptions> telemetry,
            Optional<ConsoleOptions> console) {
        Optional<Telemetry> told = telemetry.map(options -> Telemetry.start(
                options,
                machine.machine(),
                machine.layout(),
                machine.cells(),
                machine.log(),
                journal.map(its -> its.memory("telemetry")).orElse(EventMemory.NONE),
                MonotonicClock.SYSTEM));
        try {
            return new Attached(told, console.map(options -> Console.start(options, view(machine, journal, told))));
        } catch (RuntimeException e) {
            told.ifPresent(Telemetry::close);
            throw e;
        }
    }

    private static MachineView view(RunningMachine machine, Optional<Journal> journal, Optional<Telemetry> telemetry) {
        return new MachineView(
                machine.machine(),
                machine.layout(),
                machine.interlocks(),
                machine.cells(),
                machine.log(),
                machine.desk(),
                machine.isAllTwin() ? machine.outside().map(world -> trainer(world, machine.log())) : Optional.empty(),
                () -> realTime(machine),
                journal.<Supplier<StateWord>>map(its -> () -> journal(its)).orElse(Attached::noJournal),
                () -> journal.map(Journal::logged).orElse(0L),
                telemetry.<Supplier<StateWord>>map(its -> () -> broker(its)).orElse(Attached::noBroker),
                MonotonicClock.SYSTEM);
    }

    /// The console knows acts by name and no world; what is done stands in the log.
    private static TrainerActs trainer(OutsideWorld world, EventLog log) {
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
                log.add(MonotonicClock.SYSTEM.nanoTime(), EventKind.OUTSIDE, "", amount, "outside: " + name);
            }
        };
    }

    private static StateWord realTime(RunningMachine machine) {
        var status = machine.realTime();
        return new StateWord(status.isRealTime() ? Health.OK : Health.LIMITED, status.banner());
    }

    private static StateWord journal(Journal journal) {
        JournalState state = journal.state();
        return switch (state.word()) {
            case STARTING -> new StateWord(Health.LIMITED, "nothing was written yet");
            case OK -> new StateWord(Health.OK, "what happens is on disk");
            case AWAY ->
                new StateWord(
                        Health.FAILED,
                        String.format(
                                Locale.ROOT,
                                "nothing gets to the disk: %s; %d records wait in memory",
                                state.reason(),
                                state.appended() - state.durable()));
        };
    }

    private static StateWord noJournal() {
        return new StateWord(Health.OFF, "nobody asked for a journal");
    }

    private static StateWord broker(Telemetry telemetry) {
        var state = telemetry.state();
        return switch (state.word()) {
            case OK -> new StateWord(Health.OK, "the broker acknowledges");
            case CONNECTING -> new StateWord(Health.LIMITED, "connecting");
            case LOST -> new StateWord(Health.FAILED, state.reason());
            case STOPPED -> new StateWord(Health.OFF, "ended");
        };
    }

    private static StateWord noBroker() {
        return new StateWord(Health.OFF, "nobody asked for telemetry");
    }

    /// Address of the console's page; empty when there is none.
    public Optional<String> page() {
        return console.map(Console::page);
    }

    /// How the link to the broker is; empty when there is none.
    public Optional<TelemetryState> telemetry() {
        return telemetry.map(Telemetry::state);
    }

    @Override
    public void close() {
        console.ifPresent(Console::close);
        telemetry.ifPresent(Telemetry::close);
    }
}
