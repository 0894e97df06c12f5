package org.altercor.config.load;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.altercor.config.rig.Bus;
import org.altercor.config.rig.Drive;
import org.altercor.config.rig.ModbusDriveMap;
import org.altercor.config.rig.Rig;
import org.altercor.config.rig.SensorWiring;
import org.altercor.config.schema.DriveKeys;
import org.altercor.config.schema.Key;
import org.altercor.config.schema.RigKeys;
import org.altercor.config.schema.RigWords.OnSilence;
import org.altercor.config.schema.SensorKeys;
import org.altercor.config.schema.Spelling;

/// What can be checked of a rig without its machine: every address once, buses that exist, register maps that make
/// sense, a banner where something is simulated.
final class RigChecks {
    private static final int LARGEST_COUNT = 0xFFFF;

    private final FileValues file;
    private final Rig rig;
    private final Problems problems;
    private final Map<String, Spot> taken = new HashMap<>();

    private RigChecks(FileValues file, Rig rig, Problems problems) {
        this.file = file;
        this.rig = rig;
        this.problems = problems;
    }

    static void check(FileValues file, Rig rig, LocalDate today, Problems problems) {
        var checks = new RigChecks(file, rig, problems);
        checks.buses();
        checks.drives();
        checks.sensors();
        GpioChecks.check(file, rig, problems);
        checks.bench(today);
    }

    private void buses() {
        for (Bus bus : rig.buses()) {
            once("port " + bus.serial().device(), spot("bus", bus.name(), RigKeys.DEVICE));
        }
    }

    private void drives() {
        for (Drive drive : rig.drives()) {
            if (drive.driver() instanceof Drive.Driver.Modbus(var bus, var map, var _)) {
                busExists(bus, spot("drive", drive.pump(), DriveKeys.BUS));
                once(
                        String.format(Locale.ROOT, "slave %d on bus %s", map.slave(), bus),
                        spot("drive", drive.pump(), DriveKeys.SLAVE));
                map(drive.pump(), map);
            }
        }
    }

    private void map(String pump, ModbusDriveMap map) {
        if (!map.setSpeed().signed() && map.direction().isEmpty()) {
            problems.add(
                    spot("drive", pump, DriveKeys.SET_SPEED_SIGNED),
                    "an unsigned set-point and no direction word",
                    "a signed set-point, or direction.register: nothing would say which way to turn");
        }
        if (!map.actualSpeed().signed()
                && (map.actualDirection().isEmpty() || map.direction().isEmpty())) {
            problems.add(
                    spot("drive", pump, DriveKeys.ACTUAL_SPEED_SIGNED),
                    "an unsigned speed and no direction to compare it with",
                    "a signed speed, or both direction.register and actual-direction.register: a pump that turns"
                            + " backwards must be seen");
        }
        map.enable()
                .filter(word -> word.on() == word.off())
                .ifPresent(word -> problems.add(
                        spot("drive", pump, DriveKeys.ENABLE_OFF),
                        word.off() + " for stop as for run",
                        "two different values"));
        map.direction()
                .filter(word -> word.on() == word.off())
                .ifPresent(word -> problems.add(
                        spot("drive", pump, DriveKeys.DIRECTION_REVERSE),
                        word.off() + " for reverse as for forward",
                        "two different values"));
        Map<Integer, String> written = new HashMap<>();
        written.put(map.setSpeed().address(), "set-speed");
        map.enable().ifPresent(word -> written(pump, written, word.address(), DriveKeys.ENABLE));
        map.direction().ifPresent(word -> written(pump, written, word.address(), DriveKeys.DIRECTION));
        map.watchdog().ifPresent(word -> written(pump, written, word.address(), DriveKeys.WATCHDOG));
        silence(pump, map);
    }

    private void written(String pump, Map<Integer, String> written, int address, Key<?> key) {
        String other = written.putIfAbsent(address, key.group());
        if (other != null) {
            problems.add(
                    spot("drive", pump, key),
                    "register " + address + ", written for " + other + " as well",
                    "a register of its own");
        }
    }

    private void silence(String pump, ModbusDriveMap map) {
        file.named("drive", pump)
                .flatMap(values -> values.find(DriveKeys.ON_SILENCE))
                .ifPresent(onSilence -> {
                    if (onSilence == OnSilence.LEASE) {
                        problems.add(
                                spot("drive", pump, DriveKeys.ON_SILENCE),
                                "lease",
                                "nothing, hold, stop or coast: a Modbus register map has no lease with a counter");
                    }
                    if (onSilence == OnSilence.NOTHING && map.watchdog().isPresent()) {
                        problems.add(
                                spot("drive", pump, DriveKeys.ON_SILENCE),
                                "nothing, although watchdog.register is given",
                                "what the drive does when that watchdog runs out: hold, stop or coast");
                    }
                });
        map.watchdogTimeout().ifPresent(timeout -> {
            double counts = timeout.toMillis() / map.watchdog().orElseThrow().unitsPerCount();
            if (counts < 1 || counts > LARGEST_COUNT) {
                problems.add(
                        spot("drive", pump, DriveKeys.WATCHDOG_MS),
                        String.format(Locale.ROOT, "%d ms would be %.1f counts", timeout.toMillis(), counts),
                        "1 to 65535 counts of a 16 bit register");
            }
        });
    }

    private void sensors() {
        for (SensorWiring sensor : rig.sensors()) {
            switch (sensor.driver()) {
                case SensorWiring.Driver.Modbus(var bus, var slave, var register, var _, var _) -> {
                    Spot spot = spot("sensor", sensor.name(), SensorKeys.SLAVE);
                    busExists(bus, spot("sensor", sensor.name(), SensorKeys.BUS));
                    Spot drive = taken.get(String.format(Locale.ROOT, "slave %d on bus %s", slave, bus));
                    if (drive != null) {
                        problems.add(
                                spot,
                                String.format(Locale.ROOT, "slave %d on bus %s, which is %s", slave, bus, drive.key()),
                                "a device of its own");
                    }
                    once(
                            String.format(
                                    Locale.ROOT,
                                    "%s register %d of slave %d on bus %s",
                                    register.table(),
                                    register.address(),
                                    slave,
                                    bus),
                            spot("sensor", sensor.name(), SensorKeys.REGISTER));
                }
                case SensorWiring.Driver.BioProTT(var bus, var _) -> {
                    flowMeter(sensor.name(), bus);
                    flowMeterLatency(sensor);
                }
                case SensorWiring.Driver.Gpio _, SensorWiring.Driver.Twin _ -> {}
            }
        }
    }

    /// The meter never stops talking, so that nothing else can be heard on its line.
    private void flowMeter(String sensor, String busName) {
        Spot spot = spot("sensor", sensor, SensorKeys.BUS);
        busExists(busName, spot);
        boolean isShared = rig.drives().stream()
                        .anyMatch(drive -> drive.driver() instanceof Drive.Driver.Modbus(var on, var _, var _)
                                && on.equals(busName))
                || rig.sensors().stream()
                        .anyMatch(other -> !other.name().equals(sensor)
                                && switch (other.driver()) {
                                    case SensorWiring.Driver.BioProTT(var on, var _) -> on.equals(busName);
                                    case SensorWiring.Driver.Modbus modbus ->
                                        modbus.bus().equals(busName);
                                    case SensorWiring.Driver.Gpio _, SensorWiring.Driver.Twin _ -> false;
                                });
        if (isShared) {
            problems.add(
                    spot, "the bus " + busName + ", which others use", "a bus of its own: the meter talks unasked");
        }
        rig.buses().stream()
                .filter(bus -> bus.name().equals(busName))
                .filter(bus -> !SensorWiring.Driver.BioProTT.speaksAt(bus.serial()))
                .forEach(_ -> problems.add(
                        spot,
                        "the bus " + busName + ", which is not set to what the meter speaks",
                        "baud = 38400, data-bits = 8, parity = \"none\", stop-bits = 1"));
    }

    /// A value that looked younger than it may be would be believed for too long.
    private void flowMeterLatency(SensorWiring sensor) {
        Duration longest = SensorWiring.Driver.BioProTT.LONGEST_LATENCY;
        if (sensor.latency().compareTo(longest) < 0) {
            problems.add(
                    spot("sensor", sensor.name(), SensorKeys.LATENCY),
                    String.format(Locale.ROOT, "%d", sensor.latency().toMillis()),
                    String.format(Locale.ROOT, "at least %d: the meter speaks up to so late", longest.toMillis()));
        }
    }

    /// Two devices on one address answer at once, or one does what was meant for the other.
    private void once(String address, Spot spot) {
        Spot other = taken.putIfAbsent(address, spot);
        if (other != null) {
            problems.add(
                    spot, address + ", taken by " + other.key() + " in line " + other.line(), "an address of its own");
        }
    }

    private void busExists(String bus, Spot spot) {
        if (!file.names("bus").contains(bus) && file.isComplete()) {
            problems.add(
                    spot,
                    "the bus " + bus + ", which this rig does not have",
                    "one of: " + String.join(", ", file.names("bus")),
                    Spelling.didYouMean(bus, file.names("bus")));
        }
    }

    private void bench(LocalDate today) {
        file.one("waiver").ifPresent(waiver -> {
            Dates.notInFuture(waiver, RigKeys.WAIVED_ON, today, problems);
            if (file.one("bench").isEmpty()) {
                problems.add(
                        waiver.heading(),
                        "a waiver on a rig that is no bench",
                        "a [bench] with its banner, or no waiver");
            }
        });
        for (Values protection : file.all("hardware-protection")) {
            Dates.notInFuture(protection, RigKeys.PROVED_ON, today, problems);
        }
        if (rig.hasTwin() && file.one("bench").isEmpty()) {
            problems.add(
                    new Spot(file.file(), 1, 1, "bench"),
                    "ports that are simulated, and no banner",
                    "[bench] with a banner: nobody may take a simulated reading for a real one");
        }
    }

    private Spot spot(String section, String name, Key<?> key) {
        return file.named(section, name).orElseThrow().spot(key);
    }
}
