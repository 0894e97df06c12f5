package org.altercor.hal.bus;

import static org.altercor.hal.port.DriveStatus.Lease.HOLDING;
import static org.altercor.hal.port.DriveStatus.Lease.NONE;
import static org.altercor.hal.port.DriveStatus.Lease.SILENT;
import static org.altercor.hal.port.DriveStatus.Lease.STOPPING;
import static org.altercor.hal.port.DriveStatus.Lease.VALID;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.altercor.config.LossPolicy;
import org.junit.jupiter.api.Test;

class DriveLeaseTest {
    private static final long MS = 1_000_000;
    private static final boolean FRESH = true;
    private static final boolean STALE = false;

    private final DriveLease hold = new DriveLease(new LossPolicy.Hold());
    private final DriveLease stop = new DriveLease(new LossPolicy.Stop(LossPolicy.LONGEST_FINISH));
    private final DriveLease holdThenStop = new DriveLease(new LossPolicy.HoldThenStop(Duration.ofSeconds(10)));

    private static void commanded(DriveLease lease, double rpm, long nowMs, long untilMs) {
        lease.accept(rpm, untilMs * MS, nowMs * MS);
        lease.judge(nowMs * MS, FRESH);
    }

    @Test
    void withoutACommandTheDriveIsToldToStandStill() {
        assertThat(hold.judge(0, FRESH)).isEqualTo(NONE);
        assertThat(hold.askedRpm()).isZero();
    }

    @Test
    void aValidCommandAsksForItsSpeedUntilItRunsOut() {
        commanded(stop, 80, 0, 300);
        assertThat(stop.judge(299 * MS, FRESH)).isEqualTo(VALID);
        assertThat(stop.askedRpm()).isEqualTo(80);
        assertThat(stop.judge(300 * MS, FRESH)).isNotEqualTo(VALID);
    }

    @Test
    void aHoldingRoleKeepsItsSpeedForAsLongAsTheSupervisorBeats() {
        commanded(hold, 3000, 0, 300);
        assertThat(hold.judge(300 * MS, FRESH)).isEqualTo(HOLDING);
        assertThat(hold.askedRpm()).isEqualTo(3000);
        assertThat(hold.judge(3_600_000 * MS, FRESH)).isEqualTo(HOLDING);
        assertThat(hold.askedRpm()).isEqualTo(3000);
    }

    @Test
    void aHoldingRoleFallsSilentWhenTheSupervisorIsGoneToo() {
        commanded(hold, 3000, 0, 300);
        assertThat(hold.judge(301 * MS, STALE)).isEqualTo(SILENT);
        assertThat(hold.judge(400 * MS, FRESH)).isEqualTo(HOLDING);
    }

    @Test
    void aStoppingRoleStopsAtExpiryWhetherTheSupervisorBeatsOrNot() {
        commanded(stop, 50, 0, 300);
        assertThat(stop.judge(300 * MS, FRESH)).isEqualTo(STOPPING);
        assertThat(stop.askedRpm()).isZero();
        assertThat(stop.judge(301 * MS, STALE)).isEqualTo(STOPPING);
        assertThat(stop.askedRpm()).isZero();
    }

    @Test
    void aVentHoldsForItsTimeAndThenStopsEvenWithoutASupervisor() {
        commanded(holdThenStop, 40, 0, 300);
        assertThat(holdThenStop.judge(10_299 * MS, STALE)).isEqualTo(HOLDING);
        assertThat(holdThenStop.askedRpm()).isEqualTo(40);
        assertThat(holdThenStop.judge(10_300 * MS, FRESH)).isEqualTo(STOPPING);
        assertThat(holdThenStop.askedRpm()).isZero();
    }

    @Test
    void aFreshCommandTakesOverFromHolding() {
        commanded(hold, 3000, 0, 300);
        hold.judge(500 * MS, FRESH);
        commanded(hold, 3200, 501, 801);
        assertThat(hold.state()).isEqualTo(VALID);
        assertThat(hold.askedRpm()).isEqualTo(3200);
    }

    @Test
    void withoutASupervisorThereIsNoStartNoIncreaseAndNoReversal() {
        hold.accept(100, 300 * MS, 0);
        hold.judge(0, STALE);
        assertThat(hold.askedRpm()).isZero();

        commanded(hold, 100, 10, 300);
        hold.accept(150, 310 * MS, 20 * MS);
        hold.judge(20 * MS, STALE);
        assertThat(hold.askedRpm()).isEqualTo(100);

        hold.accept(-50, 320 * MS, 30 * MS);
        hold.judge(30 * MS, STALE);
        assertThat(hold.askedRpm()).isZero();
    }

    @Test
    void withoutASupervisorADecreaseIsCarriedOutAndStays() {
        commanded(hold, 100, 0, 300);
        hold.accept(60, 310 * MS, 10 * MS);
        hold.judge(10 * MS, STALE);
        assertThat(hold.askedRpm()).isEqualTo(60);
        hold.accept(100, 320 * MS, 20 * MS);
        hold.judge(20 * MS, STALE);
        assertThat(hold.askedRpm()).isEqualTo(60);

        hold.judge(21 * MS, FRESH);
        assertThat(hold.askedRpm()).isEqualTo(100);
    }

    @Test
    void aLeaseOfAnHourIsCutToASecond() {
        commanded(stop, 50, 0, 3_600_000);
        assertThat(stop.judge(999 * MS, FRESH)).isEqualTo(VALID);
        assertThat(stop.judge(1_000 * MS, FRESH)).isEqualTo(STOPPING);
    }

    @Test
    void aCommandThatHasAlreadyRunOutIsNotCarriedOut() {
        commanded(stop, 50, 400, 300);
        assertThat(stop.state()).isEqualTo(STOPPING);
        assertThat(stop.askedRpm()).isZero();
    }

    @Test
    void whatWasForgottenIsNotAskedForAgain() {
        commanded(hold, 3000, 0, 300);
        hold.forget();
        assertThat(hold.judge(10 * MS, FRESH)).isEqualTo(NONE);
        assertThat(hold.askedRpm()).isZero();
        assertThat(hold.judge(400 * MS, FRESH)).isEqualTo(NONE);
    }
}
