package org.altercor.config.schema;

import static org.altercor.config.schema.Presence.REQUIRED;

import java.util.List;
import org.altercor.config.rig.RegisterField.Table;
import org.altercor.config.schema.RigWords.ActiveLevel;
import org.altercor.config.schema.RigWords.ProbeMounting;
import org.altercor.config.schema.RigWords.SensorDriver;
import org.altercor.config.schema.TextKey.Shape;
import org.altercor.config.schema.WordKey.Words;

/// Keys of one sensor's wiring in a rig file.
public final class SensorKeys {
    public static final WordKey<SensorDriver> DRIVER = new WordKey<>(
            "driver", REQUIRED, Words.of(SensorDriver.values(), RigWords::word), "what stands behind the sensor port");
    public static final IntegerKey PERIOD =
            new IntegerKey("period-ms", REQUIRED, HardLimit.SENSOR_PERIOD, "time between two of its values");
    public static final IntegerKey LATENCY = new IntegerKey(
            "latency-ms", REQUIRED, HardLimit.SENSOR_LATENCY, "age of a value when it arrives, 95 times in 100");

    public static final TextKey CHIP = new TextKey(
            "chip", Presence.requiredWhen(DRIVER, SensorDriver.GPIO), Shape.CHIP, "GPIO chip, by label or path");
    public static final IntegerKey LINE = new IntegerKey(
            "line", Presence.requiredWhen(DRIVER, SensorDriver.GPIO), HardLimit.GPIO_LINE, "line of that chip");
    public static final WordKey<ActiveLevel> ACTIVE = new WordKey<>(
            "active",
            Presence.requiredWhen(DRIVER, SensorDriver.GPIO),
            Words.of(ActiveLevel.values(), RigWords::word),
            "level of the line that means active");

    public static final TextKey BUS = new TextKey(
            "bus",
            Presence.requiredWhen(DRIVER, SensorDriver.MODBUS, SensorDriver.BIOPROTT),
            Shape.NAME,
            "serial bus it hangs on; an em-tec BioProTT has one to itself");
    public static final WordKey<ProbeMounting> MOUNTING = new WordKey<>(
            "mounting",
            Presence.requiredWhen(DRIVER, SensorDriver.BIOPROTT),
            Words.of(ProbeMounting.values(), RigWords::word),
            "which way the probe sits: forward when its arrow points towards the patient");
    public static final IntegerKey SLAVE = new IntegerKey("slave", modbus(), HardLimit.SLAVE, "Modbus address");
    public static final IntegerKey RESPONSE_TIMEOUT = new IntegerKey(
            "response-timeout-ms",
            modbus(),
            HardLimit.RESPONSE_TIMEOUT,
            "longest time from the last byte of a request to the first byte of its answer");
    public static final IntegerKey REGISTER =
            new IntegerKey("register", modbus(), HardLimit.REGISTER, "register of its value");
    public static final WordKey<Table> TABLE = new WordKey<>(
            "table", modbus(), Words.of(Table.values(), RigWords::word), "register table it is read from");
    public static final FlagKey SIGNED = new FlagKey("signed", modbus(), "whether the register is signed");
    public static final DecimalKey PER_COUNT = new DecimalKey(
            "per-count",
            modbus(),
            HardLimit.SENSOR_PER_COUNT,
            "quantity per count: mmHg, mL/min, mL, °C or rpm, as the sensor measures");
    public static final DecimalKey OFFSET = new DecimalKey(
            "offset", modbus(), HardLimit.SENSOR_OFFSET, "quantity at a count of zero, in the same unit");

    static final List<Key<?>> ALL = List.of(
            DRIVER,
            PERIOD,
            LATENCY,
            CHIP,
            LINE,
            ACTIVE,
            BUS,
            MOUNTING,
            SLAVE,
            RESPONSE_TIMEOUT,
            REGISTER,
            TABLE,
            SIGNED,
            PER_COUNT,
            OFFSET);

    private SensorKeys() {}

    private static Presence modbus() {
        return Presence.requiredWhen(DRIVER, SensorDriver.MODBUS);
    }
}
