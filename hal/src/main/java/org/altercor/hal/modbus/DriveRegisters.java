package org.altercor.hal.modbus;

import org.altercor.config.rig.CommandWord;
import org.altercor.config.rig.ModbusDriveMap;
import org.altercor.config.rig.RegisterField;

/// Quantities to register values and back, as one drive's map has them. Pure; nothing allocates.
final class DriveRegisters {
    private static final int LARGEST_UNSIGNED = 0xFFFF;

    /// How little a speed may miss a whole count and still be that count: far more than a division loses, far less
    /// than a drive can turn.
    private static final double COUNT_TOLERANCE = 1e-6;

    private final RegisterField setSpeed;
    private final RegisterField actualSpeed;
    private final boolean hasDirection;
    private final int forward;
    private final int reverse;

    DriveRegisters(ModbusDriveMap map) {
        setSpeed = map.setSpeed();
        actualSpeed = map.actualSpeed();
        hasDirection = map.direction().isPresent();
        forward = map.direction().map(CommandWord::on).orElse(0);
        reverse = map.direction().map(CommandWord::off).orElse(0);
    }

    /// Whether the drive can be told this speed. What does not fit is refused, never wrapped into another speed.
    boolean fits(double rpm) {
        double counts = counts(rpm);
        return setSpeed.signed()
                ? counts >= Short.MIN_VALUE && counts <= Short.MAX_VALUE
                : counts >= 0 && counts <= LARGEST_UNSIGNED;
    }

    /// Raw set-point, cut to whole counts towards zero: never above what was asked. The speed must fit.
    int speedRaw(double rpm) {
        return (int) counts(rpm) & LARGEST_UNSIGNED;
    }

    private double counts(double rpm) {
        double told = hasDirection ? Math.abs(rpm) : rpm;
        double whole = Math.floor(Math.abs(told) / setSpeed.unitsPerCount() + COUNT_TOLERANCE);
        return Math.copySign(whole, told) + 0.0; // no minus zero
    }

    /// Whether a drive with this raw set-point turns the way of `rpm`, and not faster.
    boolean turnsNotFasterThan(int raw, double rpm) {
        double told = setSpeed.signed() ? (short) raw : raw;
        double counts = counts(rpm);
        return told * counts > 0 && Math.abs(told) <= Math.abs(counts);
    }

    /// Raw direction word for a speed.
    int directionRaw(double rpm) {
        return rpm < 0 ? reverse : forward;
    }

    /// Measured speed when its sign needs no second register.
    double speedRpm(int raw) {
        return decode(actualSpeed, raw);
    }

    /// Measured speed with its direction. What stands has none.
    ///
    /// @return NaN when it turns and the direction word is neither of the two that are known
    double speedRpm(int raw, int directionRaw) {
        double magnitudeRpm = Math.abs(decode(actualSpeed, raw));
        if (directionRaw == forward || magnitudeRpm == 0) {
            return magnitudeRpm;
        }
        return directionRaw == reverse ? -magnitudeRpm : Double.NaN;
    }

    /// Quantity behind a raw value.
    static double decode(RegisterField field, int raw) {
        return (field.signed() ? (short) raw : raw) * field.unitsPerCount();
    }

    /// Raw watchdog time; 0 when the drive has none.
    ///
    /// @throws IllegalArgumentException when the time is missing or does not fit the register
    static int watchdogRaw(ModbusDriveMap map) {
        if (map.watchdog().isEmpty()) {
            return 0;
        }
        double ms = map.watchdogTimeout()
                .orElseThrow(() -> new IllegalArgumentException("a drive with a watchdog register needs its time-out"))
                .toMillis();
        double counts = Math.rint(ms / map.watchdog().get().unitsPerCount());
        if (counts < 1 || counts > LARGEST_UNSIGNED) {
            throw new IllegalArgumentException(
                    "a watchdog time-out of %.0f ms is %.0f counts, allowed 1 to 65535".formatted(ms, counts));
        }
        return (int) counts;
    }
}
