package org.altercor.hal.bus;

import static org.altercor.hal.bus.DriveDuty.Order.SPEED;
import static org.altercor.hal.bus.DriveDuty.Order.STOP;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.altercor.hal.port.DriveStatus.Lease;
import org.junit.jupiter.api.Test;

/// The supervisor's stop and its release.
class DutyStopTest {
    private static final long MS = DutyRig.MS;

    private final DutyRig rig = new DutyRig();

    @Test
    void whileAStopIsDemandedNoCommandGetsThrough() {
        rig.running(100);
        rig.duty.demandStop();
        for (long ms = 2; ms < 500; ms++) {
            rig.beat.beat(ms * MS);
            rig.command(200, ms);
            rig.cycle(ms);
            assertThat(rig.duty.order()).isEqualTo(STOP);
            assertThat(rig.duty.orderRpm()).isZero();
            assertThat(rig.status.lease).isEqualTo(Lease.STOPPED_BY_SUPERVISOR);
        }
    }

    @Test
    void afterTheReleaseTheDriveStaysAtZeroUntilZeroAndThenASpeedWereCommandedAfterIt() {
        rig.running(100);
        rig.duty.demandStop();
        rig.cycle(2);
        rig.command(200, 3);
        rig.duty.releaseStop();
        for (long ms = 3; ms < 200; ms++) {
            rig.cycle(ms);
            assertThat(rig.duty.order()).isEqualTo(SPEED);
            assertThat(rig.duty.orderRpm()).isZero();
            assertThat(rig.status.lease).isEqualTo(Lease.NONE);
        }
        rig.beat.beat(200 * MS);
        rig.command(150, 200); // a loop that never noticed the stop
        rig.cycle(200);
        assertThat(rig.duty.orderRpm()).isZero();
        assertThat(rig.status.awaitsZeroCommand).isTrue();
        rig.command(0, 210);
        rig.cycle(210);
        rig.command(150, 220);
        rig.cycle(220);
        assertThat(rig.duty.orderRpm()).isEqualTo(150);
    }

    @Test
    void aStopThatIsReleasedBeforeTheBusLooksIsCarriedOutAllTheSame() {
        rig.running(100);
        rig.duty.demandStop();
        rig.duty.releaseStop();
        rig.duty.decide(2 * MS, 100, true);
        assertThat(rig.duty.order()).isEqualTo(STOP);
        assertThat(rig.duty.stopIsUrgent()).isTrue();
        rig.duty.stopSent();
        rig.cycle(3);
        assertThat(rig.duty.order()).isEqualTo(SPEED);
        assertThat(rig.duty.orderRpm()).isZero();
    }

    @Test
    void aStopDemandedAgainRightAfterItsReleaseIsUrgentAgain() {
        rig.running(100);
        rig.duty.demandStop();
        rig.cycle(2);
        assertThat(rig.duty.stopIsUrgent()).isFalse();
        rig.duty.releaseStop();
        rig.duty.demandStop();
        rig.duty.decide(3 * MS, 0, true);
        assertThat(rig.duty.stopIsUrgent()).isTrue();
    }

    @Test
    void aStopIsPendingUntilStandstillWasReadAndAgainWhenTheShaftIsNotKnown() {
        rig.running(100);
        rig.duty.demandStop();
        rig.duty.decide(2 * MS, 100, true);
        rig.duty.stopSent();
        assertThat(rig.duty.stopIsPending()).isTrue();
        rig.duty.measured(Double.NaN, false);
        assertThat(rig.duty.stopIsPending()).isTrue();
        rig.duty.measured(0, false);
        assertThat(rig.duty.stopIsPending()).isFalse();
        rig.duty.measured(Double.NaN, false);
        assertThat(rig.duty.stopIsPending()).isTrue();
    }

    @Test
    void repeatingADemandIsNotUrgentAgain() {
        rig.running(100);
        rig.duty.demandStop();
        rig.cycle(2);
        rig.duty.demandStop();
        rig.duty.decide(3 * MS, 0, true);
        assertThat(rig.duty.order()).isEqualTo(STOP);
        assertThat(rig.duty.stopIsUrgent()).isFalse();
    }

    @Test
    void aReleaseWithoutADemandVoidsNoCommand() {
        rig.beat.beat(0);
        rig.cycle(0);
        rig.command(100, 1);
        rig.duty.releaseStop();
        rig.cycle(1);
        assertThat(rig.duty.orderRpm()).isEqualTo(100);
    }

    @Test
    void aStopGoesOutEvenInSilence() {
        rig.running(100);
        rig.cycle(310);
        rig.duty.demandStop();
        rig.cycle(311);
        assertThat(rig.duty.order()).isEqualTo(STOP);
    }

    /// Ten thousand steps of anything at all, and what must hold after each of them.
    @Test
    void whateverHappensAStopInForceMeansStopAndUnknownOrForgottenCommandsMeanNoMotion() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        boolean demanded = false;
        boolean commandedSinceRelease = false;
        for (int step = 0; step < 10_000; step++) {
            long ms = step * 7L;
            switch (random.nextInt(8)) {
                case 0 -> {
                    rig.duty.demandStop();
                    demanded = true;
                }
                case 1 -> {
                    rig.duty.releaseStop();
                    commandedSinceRelease &= !demanded;
                    demanded = false;
                }
                case 2, 3 -> {
                    rig.command(random.nextInt(-2, 3) * 50.0, ms);
                    commandedSinceRelease |= !demanded;
                }
                case 4 -> rig.duty.command(Double.NaN, (ms + 300) * MS);
                case 5 -> rig.duty.driveLost();
                default -> rig.beat.beat(ms * MS);
            }
            rig.cycle(ms);
            assertThat(rig.duty.order() == STOP || !demanded)
                    .as("seed %d step %d", seed, step)
                    .isTrue();
            if (!commandedSinceRelease || demanded) {
                assertThat(rig.duty.orderRpm())
                        .as("seed %d step %d", seed, step)
                        .isZero();
            }
            commandedSinceRelease &= !demanded;
        }
    }
}
