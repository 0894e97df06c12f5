package org.altercor.hal.modbus;

import org.altercor.config.rig.ModbusDriveMap;
import org.altercor.config.rig.RegisterField;
import org.altercor.hal.bus.MeasuredQuantity;
import org.altercor.hal.port.DriveStatus;
import org.altercor.hal.port.Quality;

/// Makes readings of the registers that a drive reports. A speed whose sign stands in a register of its own is one
/// only when both were read; its time is that of the first request.
///
/// The time of a reading is when its request was sent: the drive measured later, so a reading is never older than it
/// says. Owner: the bus thread. Allocates nothing.
final class DriveReadings {
    private final ModbusDriveMap map;
    private final DriveRegisters registers;
    private final MeasuredQuantity speed;
    private final MeasuredQuantity current;
    private final MeasuredQuantity fault;

    private int speedRaw;
    private long speedSentNanos;

    /// @param speed   where the speed is left, in rpm
    /// @param current where the motor current is left, in ampere
    /// @param fault   where the fault code is left
    DriveReadings(
            ModbusDriveMap map,
            DriveRegisters registers,
            MeasuredQuantity speed,
            MeasuredQuantity current,
            MeasuredQuantity fault) {
        this.map = map;
        this.registers = registers;
        this.speed = speed;
        this.current = current;
        this.fault = fault;
    }

    /// The drive is lost.
    void lose() {
        speed.lose();
        current.lose();
        fault.lose();
    }

    /// A register was read.
    ///
    /// @param sentNanos when it was asked for
    /// @return whether the shaft is read now, completely; see [#lastRpm]
    boolean read(DriveRequest request, int raw, long sentNanos) {
        return switch (request) {
            case READ_SPEED -> {
                speedRaw = raw;
                speedSentNanos = sentNanos;
                boolean isComplete = map.actualDirection().isEmpty();
                if (isComplete) {
                    speed.publish(registers.speedRpm(raw), raw, sentNanos, Quality.GOOD);
                }
                yield isComplete;
            }
            case READ_DIRECTION -> {
                speed.publish(registers.speedRpm(speedRaw, raw), speedRaw, speedSentNanos, Quality.GOOD);
                yield true;
            }
            case READ_CURRENT -> {
                publish(current, map.current().orElseThrow(), raw, sentNanos);
                yield false;
            }
            case READ_FAULT -> {
                publish(fault, map.fault().orElseThrow(), raw, sentNanos);
                yield false;
            }
            case NONE, STOP, SPEED, DIRECTION, ENABLE, DISABLE, WATCHDOG, READ_WATCHDOG, PROBE -> false;
        };
    }

    private static void publish(MeasuredQuantity quantity, RegisterField field, int raw, long sentNanos) {
        quantity.publish(DriveRegisters.decode(field, raw), raw, sentNanos, Quality.GOOD);
    }

    /// The drive refused a request. What it does not tell is neither its last value nor zero.
    ///
    /// @return whether the shaft is not known any more
    boolean refused(DriveRequest request, long nowNanos) {
        return switch (request) {
            case READ_SPEED, READ_DIRECTION -> {
                faulty(speed, nowNanos);
                yield true;
            }
            case READ_CURRENT -> {
                faulty(current, nowNanos);
                yield false;
            }
            case READ_FAULT -> {
                faulty(fault, nowNanos);
                yield false;
            }
            case NONE, STOP, SPEED, DIRECTION, ENABLE, DISABLE, WATCHDOG, READ_WATCHDOG, PROBE -> false;
        };
    }

    private static void faulty(MeasuredQuantity quantity, long nowNanos) {
        quantity.publish(Double.NaN, Double.NaN, nowNanos, Quality.DEVICE_FAULT);
    }

    /// The shaft as last read; NaN when that is not known, or too long ago.
    double speedRpm(long nowNanos) {
        return speed.known(nowNanos, DriveStatus.SPEED_AGE_NANOS);
    }

    /// The shaft as last read, however long ago; NaN when not known.
    double lastRpm() {
        return speed.known();
    }

    /// Whether the drive says that it has a fault.
    boolean hasFault() {
        double code = fault.known();
        return !Double.isNaN(code) && code != 0;
    }
}
