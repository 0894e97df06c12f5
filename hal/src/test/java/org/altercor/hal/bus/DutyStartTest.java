package org.altercor.hal.bus;

import static org.altercor.hal.bus.DriveDuty.Order.SPEED;
import static org.altercor.hal.bus.DriveDuty.Order.WATCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.altercor.config.LossPolicy;
import org.junit.jupiter.api.Test;

/// Starts and reversals that are held back, and drives that turn already.
class DutyStartTest {
    private static final long MS = DutyRig.MS;

    private DutyRig rig = new DutyRig();

    @Test
    void aReversalEndsAtZeroAndWantsZeroToBeCommandedFirst() {
        rig.running(100);
        rig.command(-100, 2);
        rig.cycle(2, 100);
        assertThat(rig.duty.orderRpm()).isZero();
        assertThat(rig.status.awaitsZeroCommand).isTrue();
        rig.cycle(3, 50);
        rig.cycle(4, 0);
        assertThat(rig.duty.orderRpm()).isZero(); // not made up for

        rig.command(0, 5);
        rig.cycle(5, 0);
        rig.command(-100, 6);
        rig.cycle(6, 0);
        assertThat(rig.duty.orderRpm()).isEqualTo(-100);
        assertThat(rig.status.awaitsZeroCommand).isFalse();
    }

    @Test
    void aStartHeldBackByTheDirectionLockIsForgottenAndNotMadeUpFor() {
        rig.beat.beat(0);
        rig.cycle(0, -5); // turned by what stands in the line
        for (long ms = 10; ms < 2_000; ms += 10) {
            rig.beat.beat(ms * MS);
            rig.command(ms / 10.0, ms);
            rig.cycle(ms, ms < 1_000 ? -5 : 0);
            assertThat(rig.duty.orderRpm()).as("after %d ms", ms).isZero();
            assertThat(rig.status.awaitsZeroCommand).isTrue();
        }
        rig.command(0, 2_000);
        rig.cycle(2_000, 0);
        rig.command(1, 2_010);
        rig.cycle(2_010, 0);
        assertThat(rig.duty.orderRpm()).isEqualTo(1);
    }

    /// The control loop starts a shaft that is read back with less than two rpm; so the lock must let it pass.
    @Test
    void aStartOfAShaftWhoseReadingIsOnlyNoiseIsNotHeldBack() {
        rig.beat.beat(0);
        rig.cycle(0, -1.4);
        rig.command(5, 10);
        rig.cycle(10, -1.4);
        assertThat(rig.duty.orderRpm()).isEqualTo(5);
        assertThat(rig.status.awaitsZeroCommand).isFalse();
    }

    @Test
    void aStartWithheldWithoutASupervisorIsNotMadeUpForWhenItReturns() {
        rig.beat.beat(0);
        rig.cycle(0);
        for (long ms = 200; ms < 500; ms += 10) {
            rig.command(150, ms);
            rig.cycle(ms);
            assertThat(rig.duty.orderRpm()).isZero();
            assertThat(rig.status.awaitsZeroCommand).isTrue();
        }
        for (long ms = 500; ms < 1_000; ms += 10) {
            rig.beat.beat(ms * MS);
            rig.command(150, ms);
            rig.cycle(ms);
            assertThat(rig.duty.orderRpm()).as("after %d ms", ms).isZero();
        }
        rig.command(0, 1_000);
        rig.cycle(1_000);
        rig.command(150, 1_010);
        rig.cycle(1_010);
        assertThat(rig.duty.orderRpm()).isEqualTo(150);
    }

    /// The twin: an increase is withheld as long as nobody supervises. What is commanded afterwards is the control
    /// loop's affair, which forgets a rise that was cut short.
    @Test
    void anIncreaseWithheldWithoutASupervisorNeitherStopsThePumpNorWantsZeroFirst() {
        rig.running(100);
        rig.command(150, 200);
        rig.cycle(200);
        assertThat(rig.duty.orderRpm()).isEqualTo(100);
        assertThat(rig.status.awaitsZeroCommand).isFalse();
        rig.beat.beat(210 * MS);
        rig.command(150, 210);
        rig.cycle(210);
        assertThat(rig.duty.orderRpm()).isEqualTo(150);
    }

    @Test
    void aDriveFoundTurningAtStartIsToldToStandStillUnlessARestartedProgramMayAdoptIt() {
        rig.duty.decide(0, 3000, true);
        assertThat(rig.duty.order()).isEqualTo(SPEED);
        assertThat(rig.duty.orderRpm()).isZero();

        rig = new DutyRig(new LossPolicy.Hold(), Duration.ofSeconds(2));
        rig.beat.beat(0);
        rig.duty.decide(0, 3000, true);
        assertThat(rig.duty.order()).isEqualTo(WATCH);
        rig.command(2990, 1);
        rig.duty.measured(3000, false);
        rig.duty.decide(1 * MS, 3000, true);
        assertThat(rig.duty.order()).isEqualTo(SPEED);
        assertThat(rig.duty.orderRpm()).isEqualTo(2990);
    }

    @Test
    void whenNobodyAdoptsItInTimeItIsToldToStandStill() {
        rig = new DutyRig(new LossPolicy.Hold(), Duration.ofSeconds(2));
        rig.duty.decide(0, 3000, true);
        rig.duty.decide(1_999 * MS, 3000, true);
        assertThat(rig.duty.order()).isEqualTo(WATCH);
        rig.duty.decide(2_000 * MS, 3000, true);
        assertThat(rig.duty.order()).isEqualTo(SPEED);
        assertThat(rig.duty.orderRpm()).isZero();
    }
}
