package org.altercor.config.load;

import static org.altercor.config.schema.ScenarioKeys.*;

import java.util.Optional;
import java.util.OptionalDouble;
import org.altercor.config.circuit.Circuit;
import org.altercor.config.scenario.Act;
import org.altercor.config.scenario.Scenario;
import org.altercor.config.scenario.Scenario.Event;
import org.altercor.config.schema.CommonKeys;
import org.altercor.config.schema.DecimalKey;
import org.altercor.config.schema.FileKind;

/// Makes a scenario of what was read: its own numbers go over those of its circuit before anything is checked.
final class ScenarioReader {
    /// Seed of a scenario that names none.
    private static final int USUAL_SEED = 1;

    private ScenarioReader() {}

    /// The scenario; empty when a section is not clean. Checks what can be checked either way.
    static Optional<Scenario> read(FileValues file, Sources sources, Problems problems) {
        Optional<FileValues> circuitFile = file.top()
                .find(CIRCUIT)
                .flatMap(asked -> sources.open(
                        asked,
                        FileKind.CIRCUIT,
                        Optional.of(file.file()),
                        file.top().spot(CIRCUIT)));
        circuitFile.ifPresent(file::readOver);
        Optional<Circuit> circuit = circuitFile.flatMap(base -> CircuitReader.read(file, base.top(), problems));
        ScenarioChecks.check(file, circuitFile.isPresent(), problems);
        return circuit.filter(_ -> file.isClean()).map(changed -> scenario(file, changed));
    }

    private static Scenario scenario(FileValues file, Circuit circuit) {
        Values top = file.top();
        return new Scenario(
                top.of(CommonKeys.NAME),
                top.of(CommonKeys.TITLE),
                circuit,
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
