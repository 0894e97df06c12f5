package org.altercor.config.rig;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.altercor.config.PumpRole;

/// What a serial bus can promise at worst: how late a stop frame may be, and how old a speed.
///
/// ```
/// |── request ──|── response time-out ──|── longest answer ──|── turn ──|── stop frame ──|
///  a transaction that has just begun, answered at the last moment or not at all
/// ```
///
/// A silent slave costs its request and its time-out. A living one that answers at the last allowed moment costs its
/// answer on top, so every transaction is counted as that: a bus with one dead slave is never worse. Where several
/// drives share a bus all of them may be stopped at once, and the last one waits for the others ([ModbusTiming]).
///
/// A poll round is, for each drive, one write of the set-point and one read of each register it reports, and for each
/// sensor on the bus one read.
///
/// @param bus        name of the bus
/// @param drives     pumps whose drives share it
/// @param worstStop  from a demanded stop to the last byte of its frame; zero without drives
/// @param stopBudget what the strictest role on the bus allows
/// @param worstAge   age of a speed just before the next one; zero without drives
/// @param ageBudget  what the strictest role on the bus allows
public record BusBudget(
        String bus,
        List<String> drives,
        Duration worstStop,
        Duration stopBudget,
        Duration worstAge,
        Duration ageBudget) {
    /// The bus's share of the 20 ms from an air input to the drive: less 5 ms for a supervisor cycle, 1 ms for the edge
    /// and 1 ms for the hand-over (J).
    public static final Duration QUICK_STOP = Duration.ofMillis(13);

    /// The same share of 70 ms, for roles that run on when air is seen (J).
    public static final Duration SLOW_STOP = Duration.ofMillis(63);

    /// Oldest speed of an arterial drive by which overspeed can be judged within 100 ms (J).
    public static final Duration QUICK_AGE = Duration.ofMillis(100);

    /// Oldest speed of any other drive, and so the oldest that counts as known anywhere: on the bus and in both loops.
    /// Ten times the 25 ms in which a bus with time to spare reads it (J).
    public static final Duration SLOW_AGE = Duration.ofMillis(250);

    public BusBudget {
        drives = List.copyOf(drives);
    }

    /// Computes the budget of one bus.
    ///
    /// @param bus    the bus
    /// @param rig    everything that may hang on it
    /// @param roleOf role of each pump of the rig
    public static BusBudget of(Bus bus, Rig rig, Function<String, PumpRole> roleOf) {
        SerialSettings line = bus.serial();
        long turn = ModbusTiming.turnNanos(line);
        List<String> pumps = new ArrayList<>();
        List<ModbusDriveMap> maps = new ArrayList<>();
        long longest = 0;
        long round = 0;
        Duration stopBudget = SLOW_STOP;
        Duration ageBudget = SLOW_AGE;
        for (Drive drive : rig.drives()) {
            if (!(drive.driver() instanceof Drive.Driver.Modbus(var on, var map, var _)) || !on.equals(bus.name())) {
                continue;
            }
            pumps.add(drive.pump());
            maps.add(map);
            long write = ModbusTiming.writeNanos(line, map);
            long read = ModbusTiming.readNanos(line, map.responseTimeout().toNanos());
            longest = Math.max(longest, Math.max(write, read));
            round += write + turn + reads(map) * (read + turn);
            PumpRole role = roleOf.apply(drive.pump());
            stopBudget = stopBudget(role).compareTo(stopBudget) < 0 ? stopBudget(role) : stopBudget;
            ageBudget = ageBudget(role).compareTo(ageBudget) < 0 ? ageBudget(role) : ageBudget;
        }
        for (SensorWiring sensor : rig.sensors()) {
            if (sensor.driver() instanceof SensorWiring.Driver.Modbus(var on, var _, var _, var _, var timeout)
                    && on.equals(bus.name())) {
                long read = ModbusTiming.readNanos(line, timeout.toNanos());
                longest = Math.max(longest, read);
                round += read + turn;
            }
        }
        long worstStop = pumps.isEmpty() ? 0 : ModbusTiming.worstStopNanos(line, longest, maps);
        long worstAge = pumps.isEmpty() ? 0 : round;
        return new BusBudget(
                bus.name(), pumps, Duration.ofNanos(worstStop), stopBudget, Duration.ofNanos(worstAge), ageBudget);
    }

    /// Registers a drive reports, each read by a request of its own.
    private static int reads(ModbusDriveMap map) {
        return 1
                + (map.actualDirection().isPresent() ? 1 : 0)
                + (map.current().isPresent() ? 1 : 0)
                + (map.fault().isPresent() ? 1 : 0);
    }

    /// Whether a stop is never later than the strictest role allows.
    public boolean isStopInTime() {
        return worstStop.compareTo(stopBudget) <= 0;
    }

    /// Whether a speed is never older than the strictest role allows.
    public boolean isSpeedFresh() {
        return worstAge.compareTo(ageBudget) <= 0;
    }

    /// The bus's share of a role's stop budget.
    public static Duration stopBudget(PumpRole role) {
        return switch (role) {
            case ARTERIAL, CARDIOPLEGIA, HAEMOFILTRATION -> QUICK_STOP;
            case VENT, SUCTION -> SLOW_STOP;
        };
    }

    /// Oldest speed a role allows.
    public static Duration ageBudget(PumpRole role) {
        return switch (role) {
            case ARTERIAL -> QUICK_AGE;
            case CARDIOPLEGIA, HAEMOFILTRATION, VENT, SUCTION -> SLOW_AGE;
        };
    }
}
