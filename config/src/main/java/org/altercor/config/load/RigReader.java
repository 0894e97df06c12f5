package org.altercor.config.load;

import static org.altercor.config.schema.RigKeys.*;

import java.time.Duration;
import java.util.List;
import org.altercor.config.rig.Bus;
import org.altercor.config.rig.Drive;
import org.altercor.config.rig.GpioLine;
import org.altercor.config.rig.HardwareProtection;
import org.altercor.config.rig.Output;
import org.altercor.config.rig.RegisterField;
import org.altercor.config.rig.Rig;
import org.altercor.config.rig.SensorWiring;
import org.altercor.config.rig.SerialSettings;
import org.altercor.config.rig.Silence;
import org.altercor.config.rig.Waiver;
import org.altercor.config.schema.CommonKeys;
import org.altercor.config.schema.DriveKeys;
import org.altercor.config.schema.RigWords.ActiveLevel;
import org.altercor.config.schema.RigWords.ProbeMounting;
import org.altercor.config.schema.SensorKeys;

/// Makes a rig of what was read. Sections that are not clean are left out, so that the checks still run over the rest.
final class RigReader {
    private final FileValues file;

    private RigReader(FileValues file) {
        this.file = file;
    }

    /// As much of the rig as could be read. Only a file that is clean gives a whole one.
    static Rig read(FileValues file) {
        return new RigReader(file).rig();
    }

    private Rig rig() {
        return new Rig(
                file.top().find(CommonKeys.NAME).orElse(""),
                file.top().find(CommonKeys.TITLE).orElse(""),
                file.one("bench").flatMap(values -> values.find(BANNER)),
                file.clean("waiver").findFirst().map(RigReader::waiver),
                file.clean("bus").map(RigReader::bus).toList(),
                file.clean("drive").map(RigReader::drive).toList(),
                file.clean("sensor").map(RigReader::sensor).toList(),
                file.clean("output").map(RigReader::output).toList(),
                file.clean("hardware-protection").map(RigReader::protection).toList());
    }

    private static Waiver waiver(Values values) {
        return new Waiver(values.of(WAIVED_BY), values.of(WAIVED_ON), values.of(WAIVED_WHY));
    }

    private static Bus bus(Values values) {
        return new Bus(
                values.name(),
                new SerialSettings(
                        values.of(DEVICE),
                        values.of(BAUD),
                        values.of(DATA_BITS),
                        values.of(PARITY),
                        values.of(STOP_BITS),
                        values.of(RS485)));
    }

    private static Drive drive(Values values) {
        Drive.Driver driver = switch (values.of(DriveKeys.DRIVER)) {
            case MODBUS -> DriveMapReader.modbus(values);
            case TWIN -> new Drive.Driver.Twin();
        };
        return new Drive(values.name(), driver, silence(values));
    }

    private static Silence silence(Values values) {
        Duration after = Duration.ofMillis(values.find(DriveKeys.SILENCE_AFTER).orElse(0));
        return switch (values.of(DriveKeys.ON_SILENCE)) {
            case NOTHING -> new Silence.Nothing();
            case HOLD -> new Silence.Fixed(Silence.Action.HOLD, after);
            case STOP -> new Silence.Fixed(Silence.Action.STOP, after);
            case COAST -> new Silence.Fixed(Silence.Action.COAST, after);
            case LEASE -> new Silence.Lease(after);
        };
    }

    private static SensorWiring sensor(Values values) {
        SensorWiring.Driver driver = switch (values.of(SensorKeys.DRIVER)) {
            case GPIO ->
                new SensorWiring.Driver.Gpio(
                        line(values.of(SensorKeys.CHIP), values.of(SensorKeys.LINE), values.of(SensorKeys.ACTIVE)));
            case MODBUS ->
                new SensorWiring.Driver.Modbus(
                        values.of(SensorKeys.BUS),
                        values.of(SensorKeys.SLAVE),
                        new RegisterField(
                                values.of(SensorKeys.REGISTER),
                                values.of(SensorKeys.TABLE),
                                values.of(SensorKeys.SIGNED),
                                values.of(SensorKeys.PER_COUNT)),
                        values.of(SensorKeys.OFFSET),
                        Duration.ofMillis(values.of(SensorKeys.RESPONSE_TIMEOUT)));
            case BIOPROTT ->
                new SensorWiring.Driver.BioProTT(
                        values.of(SensorKeys.BUS), values.of(SensorKeys.MOUNTING) == ProbeMounting.REVERSED);
            case TWIN -> new SensorWiring.Driver.Twin();
        };
        return new SensorWiring(
                values.name(),
                driver,
                Duration.ofMillis(values.of(SensorKeys.PERIOD)),
                Duration.ofMillis(values.of(SensorKeys.LATENCY)));
    }

    private static Output output(Values values) {
        Output.Driver driver = switch (values.of(OUTPUT_DRIVER)) {
            case GPIO ->
                new Output.Driver.Gpio(line(values.of(OUTPUT_CHIP), values.of(OUTPUT_LINE), values.of(OUTPUT_ACTIVE)));
            case TWIN -> new Output.Driver.Twin();
        };
        return new Output(
                values.name(),
                values.of(DOES),
                driver,
                values.of(UNPOWERED),
                values.find(OUTPUT_PUMPS).orElse(List.of()),
                values.find(CLOSES_WITHIN).map(Duration::ofMillis));
    }

    private static GpioLine line(String chip, int line, ActiveLevel active) {
        return new GpioLine(chip, line, active == ActiveLevel.LOW);
    }

    private static HardwareProtection protection(Values values) {
        return new HardwareProtection(
                values.name(),
                values.of(GUARDED),
                values.of(AGAINST),
                values.of(HOW),
                values.of(PROVED_BY),
                values.of(PROVED_ON));
    }
}
