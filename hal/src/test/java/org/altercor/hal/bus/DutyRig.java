package org.altercor.hal.bus;

import static org.altercor.hal.bus.DriveDuty.Order.SPEED;
import static org.altercor.hal.bus.DriveDuty.Order.STOP;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.altercor.config.LossPolicy;
import org.altercor.hal.port.DriveStatus;

/// The duty of one drive, a control loop that asks for speeds, and a supervisor that beats when it is told to.
final class DutyRig {
    static final long MS = 1_000_000;

    final SupervisorBeat beat = new SupervisorBeat(Duration.ofMillis(100));
    final DriveStatus status = new DriveStatus();
    final DriveDuty duty;

    double measuredRpm;
    private long nowNanos;

    /// A drive that holds its speed and is told to stand still at start.
    DutyRig() {
        this(new LossPolicy.Hold(), Duration.ZERO);
    }

    DutyRig(LossPolicy policy, Duration joinWindow) {
        duty = new DriveDuty(policy, beat, joinWindow);
    }

    /// One cycle of a bus whose drive follows at once.
    void cycle(long ms) {
        nowNanos = ms * MS;
        duty.decide(nowNanos, measuredRpm, true);
        if (duty.order() == STOP) {
            duty.stopSent();
            measuredRpm = 0;
        } else if (duty.order() == SPEED) {
            duty.told(duty.orderRpm());
            measuredRpm = duty.orderRpm();
        }
        duty.measured(measuredRpm, false);
        duty.describe(status);
    }

    void command(double rpm, long ms) {
        duty.command(rpm, (ms + 300) * MS);
    }

    void running(double rpm) {
        beat.beat(0);
        cycle(0);
        command(rpm, 1);
        cycle(1);
        assertThat(duty.orderRpm()).isEqualTo(rpm);
    }

    /// Cardioplegia for a minute and a bit, renewed all the while.
    void doseFor(long ms, boolean supervised) {
        long endMs = nowNanos / MS + ms;
        for (long at = nowNanos / MS + 10; at <= endMs; at += 10) {
            if (supervised) {
                beat.beat(at * MS);
            }
            command(50, at);
            cycle(at);
        }
    }

    /// One cycle in which the shaft does as it likes.
    void cycle(long ms, double shaftRpm) {
        nowNanos = ms * MS;
        duty.measured(shaftRpm, false);
        duty.decide(nowNanos, shaftRpm, true);
        duty.told(duty.orderRpm());
        duty.describe(status);
    }
}
