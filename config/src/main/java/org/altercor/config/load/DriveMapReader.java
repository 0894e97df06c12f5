package org.altercor.config.load;

import static org.altercor.config.schema.DriveKeys.*;

import java.time.Duration;
import java.util.Optional;
import org.altercor.config.rig.CommandWord;
import org.altercor.config.rig.Drive;
import org.altercor.config.rig.ModbusDriveMap;
import org.altercor.config.rig.RegisterField;
import org.altercor.config.rig.RegisterField.Table;
import org.altercor.config.schema.IntegerKey;

/// Makes the register map of a Modbus drive of a clean section.
final class DriveMapReader {
    private DriveMapReader() {}

    static Drive.Driver.Modbus modbus(Values values) {
        Optional<RegisterField> watchdog = values.find(WATCHDOG)
                .map(address -> new RegisterField(address, Table.HOLDING, false, values.of(WATCHDOG_MS)));
        return new Drive.Driver.Modbus(
                values.of(BUS),
                new ModbusDriveMap(
                        values.of(SLAVE),
                        Duration.ofMillis(values.of(RESPONSE_TIMEOUT)),
                        values.of(WRITE),
                        new RegisterField(
                                values.of(SET_SPEED),
                                Table.HOLDING,
                                values.of(SET_SPEED_SIGNED),
                                values.of(SET_SPEED_RPM)),
                        new RegisterField(
                                values.of(ACTUAL_SPEED),
                                values.of(ACTUAL_SPEED_TABLE),
                                values.of(ACTUAL_SPEED_SIGNED),
                                values.of(ACTUAL_SPEED_RPM)),
                        command(values, ENABLE, ENABLE_ON, ENABLE_OFF),
                        command(values, DIRECTION, DIRECTION_FORWARD, DIRECTION_REVERSE),
                        values.find(ACTUAL_DIRECTION)
                                .map(address ->
                                        new RegisterField(address, values.of(ACTUAL_DIRECTION_TABLE), false, 1)),
                        values.find(CURRENT)
                                .map(address -> new RegisterField(
                                        address,
                                        values.of(CURRENT_TABLE),
                                        values.of(CURRENT_SIGNED),
                                        values.of(CURRENT_AMPERE))),
                        values.find(FAULT).map(address -> new RegisterField(address, values.of(FAULT_TABLE), false, 1)),
                        watchdog,
                        watchdog.isPresent() ? values.find(SILENCE_AFTER).map(Duration::ofMillis) : Optional.empty()),
                values.of(POSITIVE_TURNS));
    }

    private static Optional<CommandWord> command(Values values, IntegerKey register, IntegerKey on, IntegerKey off) {
        return values.find(register).map(address -> new CommandWord(address, values.of(on), values.of(off)));
    }
}
