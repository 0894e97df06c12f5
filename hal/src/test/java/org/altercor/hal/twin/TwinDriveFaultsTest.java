package org.altercor.hal.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.altercor.config.Commissioning;
import org.altercor.config.LossPolicy;
import org.altercor.config.PumpHead;
import org.altercor.config.StopEnvelope;
import org.altercor.config.rig.Silence;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.port.DriveStatus;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A twin drive that breaks while it turns at 200 rpm, and is mended.
class TwinDriveFaultsTest {
    private static final long MS = 1_000_000;
    private static final Commissioning COMMISSIONING =
            new Commissioning(400, 120, 250, new StopEnvelope(List.of(new StopEnvelope.Point(100, 80)), 300));
    private static final LossPolicy HOLD = new LossPolicy.Hold();

    private final SupervisorBeat beat = new SupervisorBeat(Duration.ofMillis(100));
    private final Reading reading = new Reading();
    private final DriveStatus status = new DriveStatus();
    private boolean hasPower = true;
    private double hydraulicWatts = 20;
    private TwinDrive drive = drive(PumpHead.ROLLER, new Silence.Nothing(), HOLD);
    private long nowNanos = 1_000 * MS;

    private TwinDrive drive(PumpHead head, Silence silence, LossPolicy policy) {
        return new TwinDrive(COMMISSIONING, head, silence, policy, beat, List.of(() -> hasPower), () -> hydraulicWatts);
    }

    private void ask(double speedRpm, int milliseconds) {
        for (int i = 0; i < milliseconds; i++) {
            nowNanos += MS;
            beat.beat(nowNanos);
            drive.command(speedRpm, nowNanos + 300 * MS);
            drive.step(nowNanos, 0.001);
        }
    }

    private void happen(String word) {
        drive.happen(word, OptionalDouble.empty());
    }

    private double reportedRpm() {
        drive.readSpeedRpm(reading);
        return reading.value();
    }

    private double amps() {
        drive.readCurrentAmps(reading);
        assertThat(reading.quality()).isEqualTo(Quality.GOOD);
        return reading.value();
    }

    private double faultCode() {
        drive.readFaultCode(reading);
        return reading.value();
    }

    private void turns(TwinDrive other) {
        drive = other;
        itTurns();
    }

    @BeforeEach
    void itTurns() {
        ask(0, 5);
        ask(200, 3_000);
        assertThat(drive.shaftRpm()).isCloseTo(200, within(0.1));
        assertThat(reportedRpm()).isEqualTo(drive.shaftRpm());
    }

    /// As an operator restarts a pump: zero, then the speed.
    private void mended() {
        happen("none");
        ask(0, 3_000);
        ask(200, 3_000);
        assertThat(drive.shaftRpm()).isCloseTo(200, within(0.1));
        assertThat(reportedRpm()).isCloseTo(200, within(0.1));
        assertThat(faultCode()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(DriveFault.class)
    void everyFaultCanBeMended(DriveFault fault) {
        double amount = fault.words().range().map(Happening.Range::max).orElse(0.0);
        drive.happen(fault, amount);
        ask(200, 500);
        mended();
    }

    @Test
    void aJammedShaftStandsWhileItsCurrentIsAtTheLimit() {
        double before = amps();
        happen("jammed");
        ask(200, 1);
        assertThat(drive.shaftRpm()).isZero();
        assertThat(reportedRpm()).isZero();
        assertThat(amps()).isEqualTo(8).isGreaterThan(before);
    }

    @Test
    void aSlippingBeltShowsOnlyOnTheShaft() {
        drive.happen("slip", OptionalDouble.of(25));
        ask(200, 500);
        assertThat(reportedRpm()).isCloseTo(200, within(0.1));
        assertThat(drive.shaftRpm()).isCloseTo(150, within(0.1));
    }

    @Test
    void aSlowMotorSaysSo() {
        drive.happen("slow", OptionalDouble.of(20));
        ask(200, 2_000);
        assertThat(reportedRpm()).isCloseTo(160, within(0.1));
        assertThat(drive.shaftRpm()).isCloseTo(160, within(0.1));
    }

    @Test
    void aHeadWhoseMagnetLetsGoStopsWhileTheMotorTurnsIdle() {
        turns(drive(PumpHead.CENTRIFUGAL, new Silence.Nothing(), HOLD));
        double loadedAmps = amps();
        happen("decoupled");
        ask(200, 1_000);
        assertThat(drive.shaftRpm()).isZero();
        assertThat(reportedRpm()).isCloseTo(200, within(0.1));
        assertThat(amps()).isEqualTo(0.2).isLessThan(loadedAmps);
    }

    @Test
    void aRunawayIsStoppedByNoStopButByItsPower() {
        happen("runaway");
        drive.demand();
        ask(0, 2_000);
        assertThat(drive.shaftRpm()).isCloseTo(250, within(0.1));
        hasPower = false;
        ask(0, 600);
        assertThat(drive.shaftRpm()).isZero();
        hasPower = true;
        drive.release();
        mended();
    }

    @Test
    void aDriveThatIgnoresStopsIsStoppedByItsPower() {
        happen("ignores-stop");
        drive.demand();
        ask(0, 2_000);
        assertThat(drive.shaftRpm()).isCloseTo(200, within(0.1));
        drive.readStatus(status);
        assertThat(status.stopsSent).isPositive();
        hasPower = false;
        ask(0, 600);
        assertThat(drive.shaftRpm()).isZero();
    }

    @Test
    void withoutThatFaultTheSameStopStopsIt() {
        drive.demand();
        ask(0, 300);
        assertThat(drive.shaftRpm()).isZero();
    }

    @Test
    void aReversedMotorTurnsBackwardsAndSaysSo() {
        happen("reversed");
        ask(200, 50); // until the bus notices that it turns against its command
        ask(0, 3_000);
        ask(200, 400);
        assertThat(drive.shaftRpm()).isNegative();
        assertThat(reportedRpm()).isNegative();
    }

    @Test
    void frozenFeedbackGoesOnWithNewTimes() {
        happen("frozen-feedback");
        ask(0, 2_000);
        assertThat(drive.shaftRpm()).isCloseTo(0, within(0.1));
        assertThat(reportedRpm()).isCloseTo(200, within(0.1));
        assertThat(reading.isUsable(nowNanos, MS)).isTrue();
    }

    @Test
    void aWrongSignIsInTheReportAndNotInTheShaft() {
        happen("sign");
        ask(200, 1);
        assertThat(drive.shaftRpm()).isCloseTo(200, within(0.1));
        assertThat(reportedRpm()).isCloseTo(-200, within(0.1));
    }

    @Test
    void aTrippedDriveCoastsAndReportsItsCode() {
        drive.happen("tripped", OptionalDouble.of(77));
        ask(200, 1);
        assertThat(faultCode()).isEqualTo(77);
        assertThat(amps()).isZero();
        ask(200, 600);
        assertThat(drive.shaftRpm()).isZero();
    }

    @Test
    void aHotDriveReportsItAndGoesOn() {
        happen("over-temperature");
        ask(200, 1_000);
        assertThat(faultCode()).isEqualTo(TwinDrive.FAULT_HOT);
        assertThat(drive.shaftRpm()).isCloseTo(200, within(0.1));
    }

    @Test
    void moreLoadDrawsMoreCurrent() {
        double before = amps();
        hydraulicWatts = 60;
        ask(200, 1);
        assertThat(amps()).isGreaterThan(before);
    }

    @Test
    void aCutLineIsSilentAndItsValuesGrowOld() {
        happen("silent-line");
        ask(200, 1_000);
        assertThat(reportedRpm()).as("its last value stays").isCloseTo(200, within(0.1));
        assertThat(reading.quality()).isEqualTo(Quality.DISCONNECTED);
        drive.readStatus(status);
        assertThat(status.isLinked(nowNanos, 500 * MS)).isFalse();
        assertThat(status.timeouts).isEqualTo(1_000);
        happen("none");
        ask(200, 1);
        reportedRpm();
        assertThat(reading.isUsable(nowNanos, MS)).isTrue();
    }

    /// D0: it goes on as it was told last, for ever.
    @Test
    void aDriveWithoutAWatchdogGoesOnInSilence() {
        turns(drive(PumpHead.ROLLER, new Silence.Nothing(), new LossPolicy.Stop(Duration.ZERO)));
        happen("silent-line");
        drive.demand(); // nobody hears it
        ask(0, 10_000);
        assertThat(drive.shaftRpm()).isCloseTo(200, within(0.1));
    }

    /// D1: it does one fixed thing after its time, and not before.
    @Test
    void aDriveWithAWatchdogHoldsOrBrakesOrCoastsAfterItsTime() {
        turns(drive(PumpHead.ROLLER, new Silence.Fixed(Silence.Action.HOLD, Duration.ofMillis(300)), HOLD));
        happen("silent-line");
        ask(0, 5_000);
        assertThat(drive.shaftRpm()).isCloseTo(200, within(0.1));

        turns(drive(PumpHead.ROLLER, new Silence.Fixed(Silence.Action.STOP, Duration.ofMillis(300)), HOLD));
        happen("silent-line");
        ask(200, 299);
        assertThat(drive.shaftRpm()).isCloseTo(200, within(0.1));
        ask(200, 1 + 240); // its brake takes 192 ms
        assertThat(drive.shaftRpm()).isZero();

        turns(drive(PumpHead.ROLLER, new Silence.Fixed(Silence.Action.COAST, Duration.ofMillis(300)), HOLD));
        happen("silent-line");
        ask(200, 300 + 240);
        assertThat(drive.shaftRpm()).as("nothing brakes it").isBetween(50.0, 150.0);
        ask(200, 200);
        assertThat(drive.shaftRpm()).isZero();
    }

    /// D2: it does what its role asks for.
    @Test
    void aDriveWithALeaseHoldsOrBrakesAsItsRoleNeeds() {
        var lease = new Silence.Lease(Duration.ofMillis(300));
        turns(drive(PumpHead.ROLLER, lease, HOLD));
        happen("silent-line");
        ask(0, 5_000);
        assertThat(drive.shaftRpm()).isCloseTo(200, within(0.1));

        turns(drive(PumpHead.ROLLER, lease, new LossPolicy.Stop(Duration.ZERO)));
        happen("silent-line");
        ask(200, 299);
        assertThat(drive.shaftRpm()).isCloseTo(200, within(0.1));
        ask(200, 1 + 240);
        assertThat(drive.shaftRpm()).isZero();
    }

    /// D2: a vent holds for its role's time first, as the firmware would have it.
    @Test
    void aDriveWithALeaseHoldsFirstWhereItsRoleDoes() {
        turns(drive(
                PumpHead.ROLLER,
                new Silence.Lease(Duration.ofMillis(300)),
                new LossPolicy.HoldThenStop(Duration.ofSeconds(2))));
        happen("silent-line");
        ask(200, 2_299);
        assertThat(drive.shaftRpm()).isCloseTo(200, within(0.1));
        ask(200, 1 + 240);
        assertThat(drive.shaftRpm()).isZero();
    }

    /// Neither fault ends by the drive's own watchdog.
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"runaway", "ignores-stop"})
    void aDriveThatWillNotStopDoesNotCoastEither(String fault) {
        turns(drive(PumpHead.ROLLER, new Silence.Fixed(Silence.Action.COAST, Duration.ofMillis(300)), HOLD));
        happen(fault);
        happen("silent-line");
        ask(0, 3_000);
        assertThat(drive.shaftRpm()).isGreaterThan(199);
        hasPower = false;
        ask(0, 600);
        assertThat(drive.shaftRpm()).isZero();
    }

    @Test
    void afterASilenceThatStoppedItALoopThatNeverNoticedStartsNothing() {
        turns(drive(PumpHead.ROLLER, new Silence.Fixed(Silence.Action.STOP, Duration.ofMillis(300)), HOLD));
        happen("silent-line");
        ask(200, 2_000);
        happen("none");
        ask(200, 2_000);
        assertThat(drive.shaftRpm()).isZero();
        mended();
    }

    @Test
    void aLineThatIsBackInTimeStopsNothing() {
        turns(drive(PumpHead.ROLLER, new Silence.Fixed(Silence.Action.STOP, Duration.ofMillis(300)), HOLD));
        happen("silent-line");
        ask(200, 250);
        happen("none");
        ask(200, 1_000);
        assertThat(drive.shaftRpm()).isCloseTo(200, within(0.1));
    }
}
