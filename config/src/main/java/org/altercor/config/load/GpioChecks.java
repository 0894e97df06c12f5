package org.altercor.config.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.altercor.config.rig.GpioChips;
import org.altercor.config.rig.GpioChips.Sameness;
import org.altercor.config.rig.GpioLine;
import org.altercor.config.rig.Output;
import org.altercor.config.rig.Rig;
import org.altercor.config.rig.SensorWiring;
import org.altercor.config.schema.Key;
import org.altercor.config.schema.RigKeys;
import org.altercor.config.schema.SensorKeys;

/// Checks that no GPIO line is used twice, under whichever names its chip goes.
final class GpioChecks {
    private record Use(String section, String name, Key<?> key, GpioLine line) {
        Spot spot(FileValues file) {
            return file.named(section, name).orElseThrow().spot(key);
        }

        Sameness chipOf(Use other) {
            return GpioChips.compare(line.chip(), other.line.chip());
        }
    }

    private record Pair(Use earlier, Use later) {}

    private GpioChecks() {}

    static void check(FileValues file, Rig rig, Problems problems) {
        for (Pair pair : onOneNumber(rig)) {
            if (pair.later.chipOf(pair.earlier) == Sameness.SAME) {
                Spot other = pair.earlier.spot(file);
                String chip = pair.earlier.line.chip();
                boolean isAlias = !chip.equals(pair.later.line.chip());
                problems.add(
                        pair.later.spot(file),
                        String.format(
                                Locale.ROOT,
                                "line %d of %s, taken by %s in line %d%s",
                                pair.later.line.line(),
                                pair.later.line.chip(),
                                other.key(),
                                other.line(),
                                isAlias ? " as a line of " + chip : ""),
                        isAlias
                                ? "an address of its own, and the label of the chip in both: the path leads to the same"
                                        + " chip on some boards"
                                : "an address of its own");
            }
        }
    }

    /// What only the board can tell, a sentence for each pair of ports.
    static List<String> cautions(Rig rig) {
        return onOneNumber(rig).stream()
                .filter(pair -> pair.later.chipOf(pair.earlier) == Sameness.UNKNOWN)
                .map(pair -> String.format(
                        Locale.ROOT,
                        "%s and %s: line %d of %s and of %s may be one and the same; name both chips by their label",
                        pair.earlier.name,
                        pair.later.name,
                        pair.later.line.line(),
                        pair.earlier.line.chip(),
                        pair.later.line.chip()))
                .toList();
    }

    /// Each port with the first one before it that uses a line of the same number on a chip that may be the same.
    private static List<Pair> onOneNumber(Rig rig) {
        List<Use> uses = uses(rig);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < uses.size(); i++) {
            Use later = uses.get(i);
            uses.subList(0, i).stream()
                    .filter(earlier ->
                            earlier.line.line() == later.line.line() && later.chipOf(earlier) != Sameness.DIFFERENT)
                    .min((one, other) -> later.chipOf(one).compareTo(later.chipOf(other)))
                    .ifPresent(earlier -> pairs.add(new Pair(earlier, later)));
        }
        return pairs;
    }

    private static List<Use> uses(Rig rig) {
        Stream<Use> sensors = rig.sensors().stream()
                .flatMap(sensor -> sensor.driver() instanceof SensorWiring.Driver.Gpio(var line)
                        ? Stream.of(new Use("sensor", sensor.name(), SensorKeys.LINE, line))
                        : Stream.empty());
        Stream<Use> outputs = rig.outputs().stream()
                .flatMap(output -> output.driver() instanceof Output.Driver.Gpio(var line)
                        ? Stream.of(new Use("output", output.name(), RigKeys.OUTPUT_LINE, line))
                        : Stream.empty());
        return Stream.concat(sensors, outputs).toList();
    }
}
