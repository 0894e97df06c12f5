package org.altercor.config.schema;

import static org.altercor.config.schema.Presence.REQUIRED;

import java.util.List;
import org.altercor.config.Direction;
import org.altercor.config.rig.RegisterField.Table;
import org.altercor.config.rig.WriteFunction;
import org.altercor.config.schema.RigWords.DriveDriver;
import org.altercor.config.schema.RigWords.OnSilence;
import org.altercor.config.schema.TextKey.Shape;
import org.altercor.config.schema.WordKey.Words;

/// Keys of one drive in a rig file, the register map of a Modbus drive among them.
public final class DriveKeys {
    public static final WordKey<DriveDriver> DRIVER = new WordKey<>(
            "driver", REQUIRED, Words.of(DriveDriver.values(), RigWords::word), "what stands behind the drive port");
    public static final WordKey<OnSilence> ON_SILENCE = new WordKey<>(
            "on-silence",
            REQUIRED,
            Words.of(OnSilence.values(), RigWords::word),
            "what the drive does when its master falls silent; compared with the role of its pump");
    public static final IntegerKey SILENCE_AFTER = new IntegerKey(
            "silence-after-ms",
            Presence.requiredWhen(ON_SILENCE, OnSilence.HOLD, OnSilence.STOP, OnSilence.COAST, OnSilence.LEASE),
            HardLimit.SILENCE,
            "how long its master must have been silent");
    public static final TextKey BUS = new TextKey("bus", required(), Shape.NAME, "serial bus it hangs on");
    public static final IntegerKey SLAVE = new IntegerKey("slave", required(), HardLimit.SLAVE, "Modbus address");
    public static final IntegerKey RESPONSE_TIMEOUT = new IntegerKey(
            "response-timeout-ms",
            required(),
            HardLimit.RESPONSE_TIMEOUT,
            "longest time from the last byte of a request to the first byte of its answer");
    public static final WordKey<WriteFunction> WRITE = new WordKey<>(
            "write",
            required(),
            Words.of(WriteFunction.values(), RigWords::word),
            "function 06 (single) or 16 (multiple), used for every write");
    public static final WordKey<Direction> POSITIVE_TURNS = new WordKey<>(
            "positive-turns",
            required(),
            Words.of(Direction.values(), Direction::word),
            "which way the head turns, seen from the front, for a positive speed or the forward word");

    public static final IntegerKey SET_SPEED = register("set-speed.register", required(), "register of the set-point");
    public static final FlagKey SET_SPEED_SIGNED =
            new FlagKey("set-speed.signed", required(), "whether its sign is the direction");
    public static final DecimalKey SET_SPEED_RPM = new DecimalKey(
            "set-speed.rpm-per-count", required(), HardLimit.RPM_PER_COUNT, "speed of the pump shaft per count");
    public static final IntegerKey ACTUAL_SPEED =
            register("actual-speed.register", required(), "register of the measured speed");
    public static final WordKey<Table> ACTUAL_SPEED_TABLE = table("actual-speed.table", required());
    public static final FlagKey ACTUAL_SPEED_SIGNED =
            new FlagKey("actual-speed.signed", required(), "whether its sign is the direction");
    public static final DecimalKey ACTUAL_SPEED_RPM = new DecimalKey(
            "actual-speed.rpm-per-count", required(), HardLimit.RPM_PER_COUNT, "speed of the pump shaft per count");

    public static final IntegerKey ENABLE = register("enable.register", grouped(), "register of the start/stop word");
    public static final IntegerKey ENABLE_ON = raw("enable.run", "value that means run");
    public static final IntegerKey ENABLE_OFF = raw("enable.stop", "value that means stop");
    public static final IntegerKey DIRECTION =
            register("direction.register", grouped(), "register of the direction word");
    public static final IntegerKey DIRECTION_FORWARD = raw("direction.forward", "value that means forward");
    public static final IntegerKey DIRECTION_REVERSE = raw("direction.reverse", "value that means reverse");
    public static final IntegerKey ACTUAL_DIRECTION =
            register("actual-direction.register", grouped(), "register of the measured direction");
    public static final WordKey<Table> ACTUAL_DIRECTION_TABLE = table("actual-direction.table", grouped());
    public static final IntegerKey CURRENT = register("current.register", grouped(), "register of the motor current");
    public static final WordKey<Table> CURRENT_TABLE = table("current.table", grouped());
    public static final FlagKey CURRENT_SIGNED = new FlagKey("current.signed", grouped(), "whether it is signed");
    public static final DecimalKey CURRENT_AMPERE = new DecimalKey(
            "current.ampere-per-count", grouped(), HardLimit.AMPERE_PER_COUNT, "motor current per count");
    public static final IntegerKey FAULT =
            register("fault.register", grouped(), "register of the fault code, 0 for none");
    public static final WordKey<Table> FAULT_TABLE = table("fault.table", grouped());
    public static final IntegerKey WATCHDOG =
            register("watchdog.register", grouped(), "register of the drive's own time-out, written at connection");
    public static final DecimalKey WATCHDOG_MS = new DecimalKey(
            "watchdog.ms-per-count", grouped(), HardLimit.MS_PER_COUNT, "time per count of that register");

    static final List<Key<?>> ALL = List.of(
            DRIVER,
            ON_SILENCE,
            SILENCE_AFTER,
            BUS,
            SLAVE,
            RESPONSE_TIMEOUT,
            WRITE,
            POSITIVE_TURNS,
            SET_SPEED,
            SET_SPEED_SIGNED,
            SET_SPEED_RPM,
            ACTUAL_SPEED,
            ACTUAL_SPEED_TABLE,
            ACTUAL_SPEED_SIGNED,
            ACTUAL_SPEED_RPM,
            ENABLE,
            ENABLE_ON,
            ENABLE_OFF,
            DIRECTION,
            DIRECTION_FORWARD,
            DIRECTION_REVERSE,
            ACTUAL_DIRECTION,
            ACTUAL_DIRECTION_TABLE,
            CURRENT,
            CURRENT_TABLE,
            CURRENT_SIGNED,
            CURRENT_AMPERE,
            FAULT,
            FAULT_TABLE,
            WATCHDOG,
            WATCHDOG_MS);

    private DriveKeys() {}

    private static Presence required() {
        return Presence.requiredWhen(DRIVER, DriveDriver.MODBUS);
    }

    private static Presence grouped() {
        return Presence.groupedWhen(DRIVER, DriveDriver.MODBUS);
    }

    private static IntegerKey register(String name, Presence presence, String meaning) {
        return new IntegerKey(name, presence, HardLimit.REGISTER, meaning);
    }

    private static IntegerKey raw(String name, String meaning) {
        return new IntegerKey(name, grouped(), HardLimit.REGISTER, meaning);
    }

    private static WordKey<Table> table(String name, Presence presence) {
        return new WordKey<>(
                name, presence, Words.of(Table.values(), RigWords::word), "register table it is read from");
    }
}
