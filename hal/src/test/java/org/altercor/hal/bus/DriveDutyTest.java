package org.altercor.hal.bus;

import static org.altercor.hal.bus.DriveDuty.Order.SILENCE;
import static org.altercor.hal.bus.DriveDuty.Order.SPEED;
import static org.altercor.hal.bus.DriveDuty.Order.STOP;
import static org.altercor.hal.bus.DriveDuty.Order.WATCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.altercor.config.LossPolicy;
import org.altercor.hal.port.DriveStatus;
import org.altercor.hal.port.DriveStatus.Lease;
import org.junit.jupiter.api.Test;

class DriveDutyTest {
    private static final long MS = 1_000_000;

    private final SupervisorBeat beat = new SupervisorBeat(Duration.ofMillis(100));
    private final DriveStatus status = new DriveStatus();

    private DriveDuty duty = new DriveDuty(new LossPolicy.Hold(), beat, Duration.ZERO);
    private long nowNanos;
    private double measuredRpm;

    /// One cycle of a bus whose drive follows at once.
    private void cycle(long ms) {
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

    private void command(double rpm, long ms) {
        duty.command(rpm, (ms + 300) * MS);
    }

    private void running(double rpm) {
        beat.beat(0);
        cycle(0);
        command(rpm, 1);
        cycle(1);
        assertThat(duty.orderRpm()).isEqualTo(rpm);
    }

    @Test
    void aSpeedThatIsNotFiniteIsRefusedAndRenewsNothing() {
        running(100);
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            duty.command(bad, 5_000 * MS);
        }
        beat.beat(302 * MS);
        cycle(302);
        assertThat(status.commandsRefused).isEqualTo(3);
        assertThat(status.lease).isEqualTo(Lease.HOLDING);
        assertThat(duty.orderRpm()).isEqualTo(100);
    }

    @Test
    void whileAStopIsDemandedNoCommandGetsThrough() {
        running(100);
        duty.demandStop();
        for (long ms = 2; ms < 500; ms++) {
            beat.beat(ms * MS);
            command(200, ms);
            cycle(ms);
            assertThat(duty.order()).isEqualTo(STOP);
            assertThat(duty.orderRpm()).isZero();
            assertThat(status.lease).isEqualTo(Lease.STOPPED_BY_SUPERVISOR);
        }
    }

    @Test
    void afterTheReleaseTheDriveStaysAtZeroUntilZeroAndThenASpeedWereCommandedAfterIt() {
        running(100);
        duty.demandStop();
        cycle(2);
        command(200, 3);
        duty.releaseStop();
        for (long ms = 3; ms < 200; ms++) {
            cycle(ms);
            assertThat(duty.order()).isEqualTo(SPEED);
            assertThat(duty.orderRpm()).isZero();
            assertThat(status.lease).isEqualTo(Lease.NONE);
        }
        beat.beat(200 * MS);
        command(150, 200); // a loop that never noticed the stop
        cycle(200);
        assertThat(duty.orderRpm()).isZero();
        assertThat(status.awaitsZeroCommand).isTrue();
        command(0, 210);
        cycle(210);
        command(150, 220);
        cycle(220);
        assertThat(duty.orderRpm()).isEqualTo(150);
    }

    @Test
    void aStopThatIsReleasedBeforeTheBusLooksIsCarriedOutAllTheSame() {
        running(100);
        duty.demandStop();
        duty.releaseStop();
        duty.decide(2 * MS, 100, true);
        assertThat(duty.order()).isEqualTo(STOP);
        assertThat(duty.stopIsUrgent()).isTrue();
        duty.stopSent();
        cycle(3);
        assertThat(duty.order()).isEqualTo(SPEED);
        assertThat(duty.orderRpm()).isZero();
    }

    @Test
    void aStopDemandedAgainRightAfterItsReleaseIsUrgentAgain() {
        running(100);
        duty.demandStop();
        cycle(2);
        assertThat(duty.stopIsUrgent()).isFalse();
        duty.releaseStop();
        duty.demandStop();
        duty.decide(3 * MS, 0, true);
        assertThat(duty.stopIsUrgent()).isTrue();
    }

    @Test
    void repeatingADemandIsNotUrgentAgain() {
        running(100);
        duty.demandStop();
        cycle(2);
        duty.demandStop();
        duty.decide(3 * MS, 0, true);
        assertThat(duty.order()).isEqualTo(STOP);
        assertThat(duty.stopIsUrgent()).isFalse();
    }

    @Test
    void aReleaseWithoutADemandVoidsNoCommand() {
        beat.beat(0);
        cycle(0);
        command(100, 1);
        duty.releaseStop();
        cycle(1);
        assertThat(duty.orderRpm()).isEqualTo(100);
    }

    @Test
    void withLoopAndSupervisorGoneNothingIsSaid() {
        running(100);
        cycle(290);
        assertThat(duty.order()).isEqualTo(SPEED);
        cycle(310);
        assertThat(duty.order()).isEqualTo(SILENCE);
    }

    @Test
    void aStopGoesOutEvenInSilence() {
        running(100);
        cycle(310);
        duty.demandStop();
        cycle(311);
        assertThat(duty.order()).isEqualTo(STOP);
    }

    @Test
    void afterSilenceADriveThatKeptItsSpeedGoesOnAndOneThatStoppedDoesNot() {
        running(100);
        cycle(310);
        beat.beat(320 * MS);
        cycle(320);
        assertThat(duty.order()).isEqualTo(SPEED);
        assertThat(duty.orderRpm()).isEqualTo(100);

        cycle(500);
        assertThat(duty.order()).isEqualTo(SILENCE);
        measuredRpm = 0;
        beat.beat(510 * MS);
        command(100, 510);
        cycle(510);
        assertThat(duty.order()).isEqualTo(SPEED);
        assertThat(duty.orderRpm()).isZero();
        assertThat(status.awaitsZeroCommand).isTrue();
    }

    @Test
    void whatStoppedBecauseItsLeaseRanOutDoesNotStartAgainByItself() {
        duty = new DriveDuty(new LossPolicy.Stop(LossPolicy.LONGEST_FINISH), beat, Duration.ZERO);
        running(50);
        beat.beat(400 * MS);
        cycle(400);
        assertThat(status.lease).isEqualTo(Lease.STOPPING);
        for (long ms = 410; ms < 600; ms += 10) {
            beat.beat(ms * MS);
            command(50, ms);
            cycle(ms);
            assertThat(duty.orderRpm()).isZero();
        }
        command(0, 600);
        cycle(600);
        command(50, 610);
        cycle(610);
        assertThat(duty.orderRpm()).isEqualTo(50);
    }

    /// Cardioplegia for a minute and a bit, renewed all the while.
    private void doseFor(long ms, boolean supervised) {
        long endMs = nowNanos / MS + ms;
        for (long at = nowNanos / MS + 10; at <= endMs; at += 10) {
            if (supervised) {
                beat.beat(at * MS);
            }
            command(50, at);
            cycle(at);
        }
    }

    @Test
    void cardioplegiaWithoutASupervisorStopsWhenItsFinishTimeIsOver() {
        duty = new DriveDuty(new LossPolicy.Stop(Duration.ofSeconds(60)), beat, Duration.ZERO);
        running(50);
        doseFor(60_000, false);
        assertThat(duty.orderRpm()).isEqualTo(50);
        doseFor(200, false);
        assertThat(duty.orderRpm()).isZero();
        assertThat(status.lease).isEqualTo(Lease.STOPPING);
        assertThat(status.awaitsZeroCommand).isTrue();

        doseFor(5_000, true); // the supervisor is back, and nothing starts by itself
        assertThat(duty.orderRpm()).isZero();
        assertThat(status.awaitsZeroCommand).isTrue();
    }

    @Test
    void cardioplegiaWithASupervisorGoesOnForAsLongAsItIsCommanded() {
        duty = new DriveDuty(new LossPolicy.Stop(Duration.ofSeconds(60)), beat, Duration.ZERO);
        running(50);
        doseFor(200_000, true);
        assertThat(duty.orderRpm()).isEqualTo(50);
    }

    @Test
    void aSupervisorThatIsBackInTimeLetsTheDoseGoOnAndHasItsFinishTimeBeginAnew() {
        duty = new DriveDuty(new LossPolicy.Stop(Duration.ofSeconds(60)), beat, Duration.ZERO);
        running(50);
        doseFor(50_000, false);
        doseFor(20, true);
        doseFor(50_000, false);
        assertThat(duty.orderRpm()).isEqualTo(50);
    }

    @Test
    void anArterialPumpWithoutASupervisorRunsOnForAsLongAsItIsCommanded() {
        running(50);
        doseFor(600_000, false);
        assertThat(duty.orderRpm()).isEqualTo(50);
    }

    /// One cycle in which the shaft does as it likes.
    private void cycle(long ms, double shaftRpm) {
        nowNanos = ms * MS;
        duty.measured(shaftRpm, false);
        duty.decide(nowNanos, shaftRpm, true);
        duty.told(duty.orderRpm());
        duty.describe(status);
    }

    @Test
    void aReversalEndsAtZeroAndWantsZeroToBeCommandedFirst() {
        running(100);
        command(-100, 2);
        cycle(2, 100);
        assertThat(duty.orderRpm()).isZero();
        assertThat(status.awaitsZeroCommand).isTrue();
        cycle(3, 50);
        cycle(4, 0);
        assertThat(duty.orderRpm()).isZero(); // not made up for

        command(0, 5);
        cycle(5, 0);
        command(-100, 6);
        cycle(6, 0);
        assertThat(duty.orderRpm()).isEqualTo(-100);
        assertThat(status.awaitsZeroCommand).isFalse();
    }

    @Test
    void aStartHeldBackByTheDirectionLockIsForgottenAndNotMadeUpFor() {
        beat.beat(0);
        cycle(0, -5); // turned by what stands in the line
        for (long ms = 10; ms < 2_000; ms += 10) {
            beat.beat(ms * MS);
            command(ms / 10.0, ms);
            cycle(ms, ms < 1_000 ? -5 : 0);
            assertThat(duty.orderRpm()).as("after %d ms", ms).isZero();
            assertThat(status.awaitsZeroCommand).isTrue();
        }
        command(0, 2_000);
        cycle(2_000, 0);
        command(1, 2_010);
        cycle(2_010, 0);
        assertThat(duty.orderRpm()).isEqualTo(1);
    }

    /// The control loop starts a shaft that is read back with less than two rpm; so the lock must let it pass.
    @Test
    void aStartOfAShaftWhoseReadingIsOnlyNoiseIsNotHeldBack() {
        beat.beat(0);
        cycle(0, -1.4);
        command(5, 10);
        cycle(10, -1.4);
        assertThat(duty.orderRpm()).isEqualTo(5);
        assertThat(status.awaitsZeroCommand).isFalse();
    }

    @Test
    void aStartWithheldWithoutASupervisorIsNotMadeUpForWhenItReturns() {
        beat.beat(0);
        cycle(0);
        for (long ms = 200; ms < 500; ms += 10) {
            command(150, ms);
            cycle(ms);
            assertThat(duty.orderRpm()).isZero();
            assertThat(status.awaitsZeroCommand).isTrue();
        }
        for (long ms = 500; ms < 1_000; ms += 10) {
            beat.beat(ms * MS);
            command(150, ms);
            cycle(ms);
            assertThat(duty.orderRpm()).as("after %d ms", ms).isZero();
        }
        command(0, 1_000);
        cycle(1_000);
        command(150, 1_010);
        cycle(1_010);
        assertThat(duty.orderRpm()).isEqualTo(150);
    }

    /// The twin: an increase is withheld as long as nobody supervises. What is commanded afterwards is the control
    /// loop's affair, which forgets a rise that was cut short.
    @Test
    void anIncreaseWithheldWithoutASupervisorNeitherStopsThePumpNorWantsZeroFirst() {
        running(100);
        command(150, 200);
        cycle(200);
        assertThat(duty.orderRpm()).isEqualTo(100);
        assertThat(status.awaitsZeroCommand).isFalse();
        beat.beat(210 * MS);
        command(150, 210);
        cycle(210);
        assertThat(duty.orderRpm()).isEqualTo(150);
    }

    @Test
    void aDriveFoundTurningAtStartIsToldToStandStillUnlessARestartedProgramMayAdoptIt() {
        duty.decide(0, 3000, true);
        assertThat(duty.order()).isEqualTo(SPEED);
        assertThat(duty.orderRpm()).isZero();

        duty = new DriveDuty(new LossPolicy.Hold(), beat, Duration.ofSeconds(2));
        beat.beat(0);
        duty.decide(0, 3000, true);
        assertThat(duty.order()).isEqualTo(WATCH);
        command(2990, 1);
        duty.measured(3000, false);
        duty.decide(1 * MS, 3000, true);
        assertThat(duty.order()).isEqualTo(SPEED);
        assertThat(duty.orderRpm()).isEqualTo(2990);
    }

    @Test
    void whenNobodyAdoptsItInTimeItIsToldToStandStill() {
        duty = new DriveDuty(new LossPolicy.Hold(), beat, Duration.ofSeconds(2));
        duty.decide(0, 3000, true);
        duty.decide(1_999 * MS, 3000, true);
        assertThat(duty.order()).isEqualTo(WATCH);
        duty.decide(2_000 * MS, 3000, true);
        assertThat(duty.order()).isEqualTo(SPEED);
        assertThat(duty.orderRpm()).isZero();
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
                    duty.demandStop();
                    demanded = true;
                }
                case 1 -> {
                    duty.releaseStop();
                    commandedSinceRelease &= !demanded;
                    demanded = false;
                }
                case 2, 3 -> {
                    command(random.nextInt(-2, 3) * 50.0, ms);
                    commandedSinceRelease |= !demanded;
                }
                case 4 -> duty.command(Double.NaN, (ms + 300) * MS);
                case 5 -> duty.driveLost();
                default -> beat.beat(ms * MS);
            }
            cycle(ms);
            assertThat(duty.order() == STOP || !demanded)
                    .as("seed %d step %d", seed, step)
                    .isTrue();
            if (!commandedSinceRelease || demanded) {
                assertThat(duty.orderRpm()).as("seed %d step %d", seed, step).isZero();
            }
            commandedSinceRelease &= !demanded;
        }
    }
}
