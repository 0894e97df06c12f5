package org.altercor.safety.supervise;

import org.altercor.hal.port.DriveStatus;
import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;

/// The speed that a shaft may have, now that its command was this and that: it rises with the command at once, and
/// falls as late and as slowly as the commissioning says.
///
/// ```
/// command  ────┐
///              └────────────────────────
/// envelope ────────────────┐
///               lag + age   ╲  ramp
///                            ╲_
///                              ╲____ lag
/// ```
///
/// The lag of a commissioning is delay and time constant together: the envelope waits for the one and then takes the
/// other, so that it holds for a shaft with either. The age is that of the oldest speed that counts as known. Owner:
/// one thread. Allocates nothing.
final class CommandEnvelope implements Frame {
    /// Slots in which the highest commands of the time to wait for are kept. Our own judgement: one seventh of that
    /// time is waited for too long at most.
    private static final int SLOTS = 8;

    private final double rampRpmPerSecond;
    private final double lagSeconds;
    private final long slotNanos;
    private final double[] highestRpm = new double[SLOTS];
    private int slot;
    private long slotStartNanos;
    private long lastNanos;
    private boolean isStarted;
    private double rpm;

    CommandEnvelope(double rampRpmPerSecond, long lagNanos) {
        this.rampRpmPerSecond = rampRpmPerSecond;
        lagSeconds = lagNanos / 1e9;
        slotNanos = (lagNanos + DriveStatus.SPEED_AGE_NANOS) / (SLOTS - 1);
    }

    /// Takes in the command of a cycle.
    ///
    /// @param commandRpm its magnitude
    void follow(double commandRpm, long nowNanos) {
        double seconds = isStarted ? (nowNanos - lastNanos) / 1e9 : 0;
        if (!isStarted) {
            slotStartNanos = nowNanos;
        }
        isStarted = true;
        lastNanos = nowNanos;
        for (int i = 0; i < SLOTS && nowNanos - slotStartNanos >= slotNanos; i++) {
            slot = (slot + 1) % SLOTS;
            slotStartNanos += slotNanos;
            highestRpm[slot] = 0;
        }
        if (nowNanos - slotStartNanos >= slotNanos) {
            slotStartNanos = nowNanos; // the loop was held up for longer than anything is kept
        }
        highestRpm[slot] = Math.max(highestRpm[slot], commandRpm);
        double missingRpm = rpm - highestRpm();
        double followedRpm = lagSeconds <= seconds ? missingRpm : missingRpm * seconds / lagSeconds;
        rpm -= Math.min(followedRpm, rampRpmPerSecond * seconds);
        rpm = Math.max(rpm, commandRpm);
    }

    private double highestRpm() {
        double highest = 0;
        for (double each : highestRpm) {
            highest = Math.max(highest, each);
        }
        return highest;
    }

    /// The highest speed that the commands so far account for.
    double rpm() {
        return rpm;
    }

    @Override
    public void exchange(FieldExchange fields) {
        for (int i = 0; i < SLOTS; i++) {
            fields.enter("slot", i);
            highestRpm[i] = fields.float64("highestRpm", highestRpm[i]);
            fields.leave();
        }
        slot = fields.int32("slot", slot);
        slotStartNanos = fields.int64("slotStartNanos", slotStartNanos);
        lastNanos = fields.int64("lastNanos", lastNanos);
        isStarted = fields.flag("isStarted", isStarted);
        rpm = fields.float64("rpm", rpm);
    }
}
