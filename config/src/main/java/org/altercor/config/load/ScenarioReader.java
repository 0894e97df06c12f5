package org.altercor.config.load;

import static org.altercor.config.schema.ScenarioKeys.*;

import java.util.Optional;
import java.util.OptionalDouble;
import org.altercor.config.Machine;
import org.altercor.config.circuit.Circuit;
import org.altercor.config.scenario.Act;
import org.altercor.config.scenario.Act.Asked;
import org.altercor.config.scenario.Act.Ordered;
import org.altercor.config.scenario.Scenario;
import org.altercor.config.scenario.Scenario.Event;
import org.altercor.config.schema.CommonKeys;
import org.altercor.config.schema.DecimalKey;

/// Makes a scenario of what was read: its own numbers go over those of its circuit before anything is checked.
final class ScenarioReader {
    /// Seed of a scenario that names none.
    private static final int USUAL_SEED = 1;

    private final FileValues file;
    private final Optional<FileValues> circuitFile;
    private final Optional<Assembly.Draft> machine;
    private final Problems problems;

    /// @param circuitFile the circuit that the scenario names, if it names one that can be read
    /// @param machine     the machine that it names, if it names one that can be read
    ScenarioReader(
            FileValues file, Optional<FileValues> circuitFile, Optional<Assembly.Draft> machine, Problems problems) {
        this.file = file;
        this.circuitFile = circuitFile;
        this.machine = machine;
        this.problems = problems;
    }

    /// The scenario; empty when a section is not clean. Checks what can be checked either way.
    Optional<Scenario> read() {
        oneOfBoth();
        Optional<FileValues> base = circuitFile.or(() -> machine.flatMap(Assembly.Draft::circuitFile));
        base.ifPresent(file::readOver);
        Optional<Circuit> circuit = base.flatMap(its -> CircuitReader.read(file, its.top(), problems));
        Optional<ScenarioMachineChecks> devices =
                machine.map(draft -> new ScenarioMachineChecks(file, draft, problems));
        devices.ifPresent(ScenarioMachineChecks::check);
        ScenarioChecks.check(file, base.isPresent(), devices, problems);
        return circuit.filter(_ -> file.isClean()).map(this::scenario);
    }

    private void oneOfBoth() {
        boolean hasCircuit = file.top().isMarked(CIRCUIT);
        boolean hasMachine = file.top().isMarked(MACHINE);
        if (hasCircuit && hasMachine) {
            problems.add(
                    file.top().spot(MACHINE),
                    "a machine, and a circuit besides",
                    "one of them: the rig of a machine names its circuit");
        } else if (!hasCircuit && !hasMachine && file.isComplete()) {
            problems.add(
                    new Spot(file.file(), 1, 1, CIRCUIT.name()),
                    "neither a circuit nor a machine",
                    "circuit = \"…\" or machine = \"…\", a shipped name or a path: what it happens to");
        }
    }

    private Scenario scenario(Circuit circuit) {
        Values top = file.top();
        Optional<Machine> its = machine.flatMap(Assembly.Draft::machine).map(whole -> whole.over(circuit));
        return new Scenario(
                top.of(CommonKeys.NAME),
                top.of(CommonKeys.TITLE),
                circuit,
                its,
                top.of(LASTS),
                top.find(SEED).orElse(USUAL_SEED),
                top.find(SETTLED).orElse(false),
                file.all(AT).stream()
                        .map(at -> new Event(at.of(TIME), at.heading().line(), act(at)))
                        .toList());
    }

    private static Act act(Values at) {
        return switch (at.of(DOES)) {
            case DRIVE -> new Act.Drive(at.of(PUMP), at.of(SPEED));
            case STOP -> new Act.Stop(at.of(PUMP), true);
            case RELEASE -> new Act.Stop(at.of(PUMP), false);
            case SET -> new Act.Change(at.of(PART), at.of(KEY), at.of(VALUE), orZero(at, OVER));
            case INJECT_AIR -> new Act.Air(at.of(PART), at.of(VOLUME));
            case GIVE -> new Act.Give(at.of(PART), at.of(VOLUME), orZero(at, HAEMATOCRIT));
            case FAULT -> new Act.Fault(at.of(DEVICE), at.of(FAULT), orNothing(at, AMOUNT));
            case CLAMP -> new Act.Clamp(at.of(DEVICE), true);
            case UNCLAMP -> new Act.Clamp(at.of(DEVICE), false);
            case ASK_STOP -> new Act.Ask(at.of(PUMP), new Asked.Stop());
            case ASK_SPEED -> new Act.Ask(at.of(PUMP), new Asked.Speed(at.of(SPEED)));
            case ASK_FLOW -> new Act.Ask(at.of(PUMP), new Asked.Flow(at.of(FLOW)));
            case ASK_PULSATILE ->
                new Act.Ask(at.of(PUMP), new Asked.Pulsatile(at.of(FLOW), at.of(RATE), at.of(WIDTH), at.of(BASE)));
            case ASK_FOLLOW -> new Act.Ask(at.of(PUMP), new Asked.Follow(at.of(RATIO)));
            case ASK_ZERO_FLOW -> new Act.Ask(at.of(PUMP), new Asked.ZeroFlow());
            case CHANGE_SETTING -> new Act.Setting(at.of(SETTING), OptionalDouble.of(at.of(VALUE)));
            case TAKE_ZERO -> new Act.Setting(at.of(SETTING), OptionalDouble.empty());
            case RESET -> new Act.Order(Ordered.RESET);
            case ACKNOWLEDGE -> new Act.Order(Ordered.ACKNOWLEDGE);
            case PAUSE_SOUND -> new Act.Order(Ordered.PAUSE_SOUND);
            case EXPECT ->
                new Act.Expect(
                        at.of(SIGNAL),
                        orNothing(at, AT_LEAST),
                        orNothing(at, AT_MOST),
                        orZero(at, MEAN),
                        orZero(at, FOR),
                        orZero(at, WITHIN),
                        at.find(WHY));
        };
    }

    private static double orZero(Values at, DecimalKey key) {
        return at.find(key).orElse(0.0);
    }

    private static OptionalDouble orNothing(Values at, DecimalKey key) {
        return at.find(key).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }
}
