package org.altercor.config.load;

import static org.altercor.config.schema.ScenarioKeys.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.altercor.config.circuit.Parameter;
import org.altercor.config.circuit.PartKind;
import org.altercor.config.circuit.PumpParameters;
import org.altercor.config.rig.OutputKind;
import org.altercor.config.rig.Rig;
import org.altercor.config.schema.CircuitKeys;
import org.altercor.config.schema.Key;
import org.altercor.config.schema.Spelling;
import org.altercor.config.schema.TextKey;

/// What must be true of a scenario that names a machine: nothing of it turns a real motor, its devices find the parts
/// they were fitted to, and what is told, broken or clamped is there.
final class ScenarioMachineChecks {
    private final FileValues file;
    private final Assembly.Draft machine;
    private final Problems problems;

    ScenarioMachineChecks(FileValues file, Assembly.Draft machine, Problems problems) {
        this.file = file;
        this.machine = machine;
        this.problems = problems;
    }

    /// Checks everything but what happens.
    void check() {
        machine.rig()
                .map(Rig::hardware)
                .filter(ports -> !ports.isEmpty())
                .ifPresent(ports -> problems.add(
                        file.top().spot(MACHINE),
                        "a machine with hardware: " + String.join(", ", ports),
                        "a machine whose rig binds nothing but the twin: no scenario moves a real motor"));
        machine.circuitFile().stream()
                .flatMap(base -> base.all(CircuitKeys.PART).stream())
                .forEach(this::kept);
    }

    /// A part that devices look for keeps its type and its place, and a head says nothing about its drive.
    private void kept(Values before) {
        Optional<Values> now = file.named(CircuitKeys.PART, before.name());
        now.ifPresent(part -> {
            kept(before, part, CircuitKeys.TYPE, before.find(CircuitKeys.TYPE).map(PartKind::word));
            before.find(CircuitKeys.PLACE)
                    .ifPresent(place -> kept(before, part, CircuitKeys.PLACE, Optional.of(place.word())));
            for (Parameter parameter : PumpParameters.OF_DRIVE) {
                Key<?> key = CircuitKeys.number(parameter);
                if (isPump(part.name())
                        && part.isMarked(key)
                        && part.spot(key).file().equals(file.file())) {
                    ofDrive(part.spot(key), part.name());
                }
            }
        });
    }

    private void kept(Values before, Values now, Key<?> key, Optional<String> wanted) {
        if (wanted.isPresent() && !before.find(key).equals(now.find(key))) {
            problems.add(
                    now.spot(key),
                    String.format(Locale.ROOT, "another %s for a part of a machine's circuit", key.name()),
                    wanted.get() + ", as it is: the machine's devices look for it there");
        }
    }

    private void ofDrive(Spot spot, String pump) {
        problems.add(
                spot,
                "a number of the drive of " + pump,
                "numbers of the head: how its drive follows and stops, the machine's calibration says");
    }

    private boolean isPump(String name) {
        return machine.reader().file().names("pump").contains(name);
    }

    /// Whose drive is told.
    void pump(Values at) {
        at.find(PUMP).ifPresent(name -> machine.reader().pumpExists(name, at.spot(PUMP)));
    }

    /// What a change changes.
    void change(Values at) {
        boolean isOfDrive = at.find(KEY).stream()
                .anyMatch(key -> PumpParameters.OF_DRIVE.stream()
                        .anyMatch(each -> each.key().equals(key)));
        at.find(PART).filter(part -> isOfDrive && isPump(part)).ifPresent(part -> ofDrive(at.spot(KEY), part));
    }

    /// What breaks.
    void device(Values at) {
        List<String> devices = new ArrayList<>(machine.reader().file().names("pump"));
        devices.addAll(machine.reader().file().names("sensor"));
        devices.addAll(clamps());
        named(at, DEVICE, devices, "device", "");
    }

    /// What is told to close or to open.
    void clamp(Values at) {
        named(at, DEVICE, clamps(), "clamp", "another machine: this one has no clamp");
    }

    private List<String> clamps() {
        return machine.rig().map(rig -> rig.outputs(OutputKind.CLAMP)).orElse(List.of());
    }

    private void named(Values at, TextKey key, List<String> names, String what, String none) {
        boolean isAllKnown = machine.reader().file().isComplete()
                && machine.rigFile().filter(FileValues::isComplete).isPresent();
        at.find(key)
                .filter(name -> isAllKnown && !names.contains(name))
                .ifPresent(name -> problems.add(
                        at.spot(key),
                        String.format(Locale.ROOT, "the %s %s, which the machine does not have", what, name),
                        names.isEmpty() ? none : "one of: " + String.join(", ", names),
                        Spelling.didYouMean(name, names)));
    }
}
