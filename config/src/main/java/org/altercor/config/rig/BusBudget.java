package org.altercor.config.rig;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.altercor.config.PumpRole;

/// What a serial bus can promise at worst: how late a stop frame may be, and how old a speed.
///
/// ```
/// |── request ──|── response time-out ──|── longest answer ──|─ 3.5 characters ─|── stop frame ──|
///  a transaction that has just begun, answered at the last moment or not at all
/// ```
///
/// A silent slave costs its request and its time-out. A living one that answers at the last allowed moment costs its
/// answer on top, so every transaction is counted as that: a bus with one dead slave is never worse.
///
/// A poll round is, for each drive, one write of the set-point and one read of each of its [ReadGroup]s, and for each
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

    /// Oldest speed of any other drive (J).
    public static final Duration SLOW_AGE = Duration.ofMillis(250);

    private static final int READ_REQUEST_BYTES = 8;
    private static final int READ_ANSWER_OVERHEAD_BYTES = 5;
    private static final int WRITE_ANSWER_BYTES = 8;
    private static final int FASTEST_CHARACTER_GAP_BAUD = 19_200;
    private static final long FIXED_GAP_NANOS = 1_750_000; // above 19,200 Bd [U]

    public BusBudget {
        drives = List.copyOf(drives);
    }

    /// Computes the budget of one bus.
    ///
    /// @param bus    the bus
    /// @param rig    everything that may hang on it
    /// @param roleOf role of each pump of the rig
    public static BusBudget of(Bus bus, Rig rig, Function<String, PumpRole> roleOf) {
        List<String> pumps = new ArrayList<>();
        long longest = 0;
        long round = 0;
        long stopFrame = 0;
        Duration stopBudget = SLOW_STOP;
        Duration ageBudget = SLOW_AGE;
        Wire wire = new Wire(bus.serial());
        for (Drive drive : rig.drives()) {
            if (!(drive.driver() instanceof Drive.Driver.Modbus(var on, var map)) || !on.equals(bus.name())) {
                continue;
            }
            pumps.add(drive.pump());
            int writeBytes = writeBytes(map.write());
            stopFrame = Math.max(stopFrame, wire.nanos(writeBytes));
            long write = wire.transaction(writeBytes, map.responseTimeout(), WRITE_ANSWER_BYTES);
            longest = Math.max(longest, write);
            round += write + wire.gapNanos();
            for (ReadGroup group : ReadGroup.of(map)) {
                long read = wire.transaction(READ_REQUEST_BYTES, map.responseTimeout(), answerBytes(group.count()));
                longest = Math.max(longest, read);
                round += read + wire.gapNanos();
            }
            PumpRole role = roleOf.apply(drive.pump());
            stopBudget = stopBudget(role).compareTo(stopBudget) < 0 ? stopBudget(role) : stopBudget;
            ageBudget = ageBudget(role).compareTo(ageBudget) < 0 ? ageBudget(role) : ageBudget;
        }
        for (SensorWiring sensor : rig.sensors()) {
            if (sensor.driver() instanceof SensorWiring.Driver.Modbus(var on, var _, var _, var _, var timeout)
                    && on.equals(bus.name())) {
                long read = wire.transaction(READ_REQUEST_BYTES, timeout, answerBytes(1));
                longest = Math.max(longest, read);
                round += read + wire.gapNanos();
            }
        }
        long worstStop = pumps.isEmpty() ? 0 : longest + wire.gapNanos() + stopFrame;
        long worstAge = pumps.isEmpty() ? 0 : round;
        return new BusBudget(
                bus.name(), pumps, Duration.ofNanos(worstStop), stopBudget, Duration.ofNanos(worstAge), ageBudget);
    }

    /// Whether a stop is never later than the strictest role allows.
    public boolean isStopInTime() {
        return worstStop.compareTo(stopBudget) <= 0;
    }

    /// Whether a speed is never older than the strictest role allows.
    public boolean isSpeedFresh() {
        return worstAge.compareTo(ageBudget) <= 0;
    }

    /// Length in bytes of a frame that stops a drive.
    public static int writeBytes(WriteFunction function) {
        return switch (function) {
            case SINGLE -> 8;
            case MULTIPLE -> 11;
        };
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

    private static int answerBytes(int registers) {
        return READ_ANSWER_OVERHEAD_BYTES + 2 * registers;
    }

    /// Times on one serial line.
    private record Wire(SerialSettings serial) {
        long nanos(int bytes) {
            return bytes * serial.characterNanos();
        }

        long gapNanos() {
            return serial.baud() > FASTEST_CHARACTER_GAP_BAUD ? FIXED_GAP_NANOS : 7 * serial.characterNanos() / 2;
        }

        long transaction(int requestBytes, Duration timeout, int answerBytes) {
            return nanos(requestBytes) + timeout.toNanos() + nanos(answerBytes);
        }
    }
}
