package org.altercor.config.load;

import static org.altercor.config.schema.MachineKeys.*;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.altercor.config.Calibration;
import org.altercor.config.Pump;
import org.altercor.config.PumpHead;
import org.altercor.config.PumpRole;
import org.altercor.config.Sensor;
import org.altercor.config.SensorKind;
import org.altercor.config.schema.Key;
import org.altercor.config.schema.Spelling;

/// Makes pumps and sensors of what was read of a machine file, and checks what needs no other file.
final class MachineReader {
    private final FileValues file;
    private final Problems problems;

    MachineReader(FileValues file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /// The sensors that could be read.
    List<Sensor> sensors() {
        return file.clean("sensor").map(MachineReader::sensor).toList();
    }

    /// The pumps that could be read and whose calibration could.
    List<Pump> pumps(Map<String, Calibration> calibrations) {
        return file.clean("pump")
                .filter(values -> calibrations.containsKey(values.of(CALIBRATION)))
                .map(values -> pump(values, calibrations))
                .toList();
    }

    private static Pump pump(Values values, Map<String, Calibration> calibrations) {
        PumpHead head = values.of(HEAD);
        Calibration calibration = Objects.requireNonNull(calibrations.get(values.of(CALIBRATION)));
        return new Pump(
                values.name(),
                values.of(ROLE),
                head,
                head == PumpHead.ROLLER
                        ? Optional.of(new Pump.RollerHead(values.of(RACEWAY), values.of(TUBING)))
                        : Optional.empty(),
                values.of(DIRECTION),
                maxSpeedRpm(values),
                values.find(DRAWS_FROM),
                values.find(FOLLOWS),
                calibration);
    }

    private static double maxSpeedRpm(Values values) {
        return switch (values.of(HEAD)) {
            case ROLLER -> values.of(ROLLER_MAX_SPEED);
            case CENTRIFUGAL -> values.of(CENTRIFUGAL_MAX_SPEED);
        };
    }

    private static Sensor sensor(Values values) {
        return new Sensor(
                values.name(),
                values.of(KIND),
                values.of(PLACE),
                values.find(PUMPS).orElse(List.of()),
                values.find(DISTANCE),
                values.find(LINE_TUBING));
    }

    /// Checks names, roles and places.
    void check() {
        arterialAtMostOnce();
        for (Values pump : file.all("pump")) {
            follows(pump);
        }
        for (Values sensor : file.all("sensor")) {
            place(sensor);
            sensor.find(PUMPS).ifPresent(names -> names.forEach(name -> pumpExists(name, sensor.spot(PUMPS))));
        }
    }

    private void arterialAtMostOnce() {
        List<Values> arterial = file.all("pump").stream()
                .filter(pump ->
                        pump.find(ROLE).filter(PumpRole.ARTERIAL::equals).isPresent())
                .toList();
        for (Values second : arterial.stream().skip(1).toList()) {
            problems.add(
                    second.spot(ROLE),
                    "a second arterial pump",
                    "one arterial pump; the first is " + arterial.getFirst().name());
        }
    }

    private void follows(Values pump) {
        pump.find(FOLLOWS).ifPresent(master -> {
            Spot spot = pump.spot(FOLLOWS);
            pumpExists(master, spot);
            Optional<Values> other = file.named("pump", master);
            boolean isPlegia = other.flatMap(values -> values.find(ROLE))
                    .filter(PumpRole.CARDIOPLEGIA::equals)
                    .isPresent();
            boolean isFollower = other.flatMap(values -> values.find(FOLLOWS)).isPresent();
            if (other.isPresent() && (!isPlegia || isFollower)) {
                problems.add(
                        spot,
                        master.equals(pump.name()) ? "itself" : master,
                        "another cardioplegia pump that follows none: a follower stops with its master");
            }
        });
    }

    private void place(Values sensor) {
        Optional<SensorKind> kind = sensor.find(KIND);
        sensor.find(PLACE)
                .filter(place -> kind.isPresent() && !kind.get().places().contains(place))
                .ifPresent(place -> problems.add(
                        sensor.spot(PLACE),
                        String.format(
                                Locale.ROOT,
                                "a %s sensor at %s",
                                kind.orElseThrow().word(),
                                place.word()),
                        "one of: "
                                + String.join(
                                        ", ",
                                        kind.orElseThrow().places().stream()
                                                .map(one -> one.word())
                                                .sorted()
                                                .toList())));
    }

    /// Complains about a pump that the machine does not have.
    void pumpExists(String name, Spot spot) {
        if (!file.names("pump").contains(name) && file.isComplete()) {
            problems.add(
                    spot,
                    "the pump " + name + ", which the machine does not have",
                    "one of: " + String.join(", ", file.names("pump")),
                    Spelling.didYouMean(name, file.names("pump")));
        }
    }

    /// A pump's value, also of a section that is not clean.
    <T> Optional<T> pump(String name, Key<T> key) {
        return file.named("pump", name).flatMap(values -> values.find(key));
    }

    /// A sensor's value, also of a section that is not clean.
    <T> Optional<T> sensor(String name, Key<T> key) {
        return file.named("sensor", name).flatMap(values -> values.find(key));
    }

    FileValues file() {
        return file;
    }
}
