package org.altercor.hal.bus;

import static org.altercor.hal.bus.DriveDuty.Order.SILENCE;
import static org.altercor.hal.bus.DriveDuty.Order.SPEED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.altercor.config.LossPolicy;
import org.altercor.hal.port.DriveStatus.Lease;
import org.junit.jupiter.api.Test;

/// Commands that are refused, run out, or go on without a supervisor.
class DutyLeaseTest {
    private static final long MS = DutyRig.MS;

    private DutyRig rig = new DutyRig();

    @Test
    void aSpeedThatIsNotFiniteIsRefusedAndRenewsNothing() {
        rig.running(100);
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            rig.duty.command(bad, 5_000 * MS);
        }
        rig.beat.beat(302 * MS);
        rig.cycle(302);
        assertThat(rig.status.commandsRefused).isEqualTo(3);
        assertThat(rig.status.lease).isEqualTo(Lease.HOLDING);
        assertThat(rig.duty.orderRpm()).isEqualTo(100);
    }

    @Test
    void withLoopAndSupervisorGoneNothingIsSaid() {
        rig.running(100);
        rig.cycle(290);
        assertThat(rig.duty.order()).isEqualTo(SPEED);
        rig.cycle(310);
        assertThat(rig.duty.order()).isEqualTo(SILENCE);
    }

    @Test
    void afterSilenceADriveThatKeptItsSpeedGoesOnAndOneThatStoppedDoesNot() {
        rig.running(100);
        rig.cycle(310);
        rig.beat.beat(320 * MS);
        rig.cycle(320);
        assertThat(rig.duty.order()).isEqualTo(SPEED);
        assertThat(rig.duty.orderRpm()).isEqualTo(100);

        rig.cycle(500);
        assertThat(rig.duty.order()).isEqualTo(SILENCE);
        rig.measuredRpm = 0;
        rig.beat.beat(510 * MS);
        rig.command(100, 510);
        rig.cycle(510);
        assertThat(rig.duty.order()).isEqualTo(SPEED);
        assertThat(rig.duty.orderRpm()).isZero();
        assertThat(rig.status.awaitsZeroCommand).isTrue();
    }

    @Test
    void whatStoppedBecauseItsLeaseRanOutDoesNotStartAgainByItself() {
        rig = new DutyRig(new LossPolicy.Stop(LossPolicy.LONGEST_FINISH), Duration.ZERO);
        rig.running(50);
        rig.beat.beat(400 * MS);
        rig.cycle(400);
        assertThat(rig.status.lease).isEqualTo(Lease.STOPPING);
        for (long ms = 410; ms < 600; ms += 10) {
            rig.beat.beat(ms * MS);
            rig.command(50, ms);
            rig.cycle(ms);
            assertThat(rig.duty.orderRpm()).isZero();
        }
        rig.command(0, 600);
        rig.cycle(600);
        rig.command(50, 610);
        rig.cycle(610);
        assertThat(rig.duty.orderRpm()).isEqualTo(50);
    }

    @Test
    void cardioplegiaWithoutASupervisorStopsWhenItsFinishTimeIsOver() {
        rig = new DutyRig(new LossPolicy.Stop(Duration.ofSeconds(60)), Duration.ZERO);
        rig.running(50);
        rig.doseFor(60_000, false);
        assertThat(rig.duty.orderRpm()).isEqualTo(50);
        rig.doseFor(200, false);
        assertThat(rig.duty.orderRpm()).isZero();
        assertThat(rig.status.lease).isEqualTo(Lease.STOPPING);
        assertThat(rig.status.awaitsZeroCommand).isTrue();

        rig.doseFor(5_000, true); // the supervisor is back, and nothing starts by itself
        assertThat(rig.duty.orderRpm()).isZero();
        assertThat(rig.status.awaitsZeroCommand).isTrue();
    }

    @Test
    void cardioplegiaWithASupervisorGoesOnForAsLongAsItIsCommanded() {
        rig = new DutyRig(new LossPolicy.Stop(Duration.ofSeconds(60)), Duration.ZERO);
        rig.running(50);
        rig.doseFor(200_000, true);
        assertThat(rig.duty.orderRpm()).isEqualTo(50);
    }

    @Test
    void aSupervisorThatIsBackInTimeLetsTheDoseGoOnAndHasItsFinishTimeBeginAnew() {
        rig = new DutyRig(new LossPolicy.Stop(Duration.ofSeconds(60)), Duration.ZERO);
        rig.running(50);
        rig.doseFor(50_000, false);
        rig.doseFor(20, true);
        rig.doseFor(50_000, false);
        assertThat(rig.duty.orderRpm()).isEqualTo(50);
    }

    @Test
    void anArterialPumpWithoutASupervisorRunsOnForAsLongAsItIsCommanded() {
        rig.running(50);
        rig.doseFor(600_000, false);
        assertThat(rig.duty.orderRpm()).isEqualTo(50);
    }
}
