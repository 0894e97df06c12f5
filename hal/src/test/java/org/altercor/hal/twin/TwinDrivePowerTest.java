package org.altercor.hal.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A twin drive whose power is cut, and given back.
class TwinDrivePowerTest {
    private static final long MS = 1_000_000;
    private static final Commissioning COMMISSIONING =
            new Commissioning(300, 120, 250, new StopEnvelope(List.of(new StopEnvelope.Point(100, 80)), 300));

    private final SupervisorBeat beat = new SupervisorBeat(Duration.ofMillis(100));
    private boolean hasPower = true;
    private TwinDrive drive = drive(PumpHead.ROLLER);
    private final Reading reading = new Reading();
    private final DriveStatus status = new DriveStatus();
    private long nowNanos = 1_000 * MS;

    private TwinDrive drive(PumpHead head) {
        return new TwinDrive(
                COMMISSIONING,
                head,
                new Silence.Nothing(),
                new LossPolicy.Hold(),
                beat,
                List.of(() -> hasPower),
                () -> 0);
    }

    private void ask(double speedRpm, int milliseconds) {
        for (int i = 0; i < milliseconds; i++) {
            nowNanos += MS;
            beat.beat(nowNanos);
            drive.command(speedRpm, nowNanos + 300 * MS);
            drive.step(nowNanos, 0.001);
        }
    }

    private double measuredRpm() {
        drive.readSpeedRpm(reading);
        assertThat(reading.quality()).isEqualTo(Quality.GOOD);
        return reading.value();
    }

    private double faultCode() {
        drive.readFaultCode(reading);
        assertThat(reading.quality()).isEqualTo(Quality.GOOD);
        return reading.value();
    }

    @BeforeEach
    void itTurns() {
        ask(0, 5);
        ask(250, 3_000);
        assertThat(measuredRpm()).isCloseTo(250, within(0.1));
        assertThat(faultCode()).isZero();
    }

    @Test
    void withoutPowerItCoastsWhateverItIsAskedAndSaysSo() {
        hasPower = false;
        ask(250, 1);
        assertThat(measuredRpm()).as("nothing brakes it").isBetween(245.0, 250.0);
        assertThat(faultCode()).isEqualTo(TwinDrive.FAULT_NO_TORQUE);
        drive.readStatus(status);
        assertThat(status.awaitsZeroCommand).isTrue();

        ask(250, 2_000);
        assertThat(measuredRpm()).isZero();
        assertThat(status.isLinked(nowNanos, 2_001 * MS)).as("it still answers").isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"ROLLER, 400, 500", "CENTRIFUGAL, 600, 700"})
    void itCoastsAsLongAsItsHeadLetsIt(PumpHead head, int stillTurning, int standing) {
        drive = drive(head);
        ask(0, 5);
        ask(250, 3_000);
        hasPower = false;
        ask(250, stillTurning);
        assertThat(measuredRpm()).isPositive();
        ask(250, standing - stillTurning + 1);
        assertThat(measuredRpm()).isZero();
    }

    @ParameterizedTest(name = "{0} ms without power")
    @ValueSource(ints = {1, 2, 50, 450, 5_000})
    void powerThatReturnsStartsNothingHoweverShortItWasAway(int millis) {
        hasPower = false;
        ask(250, millis);
        hasPower = true;
        ask(250, 3_000); // a loop that never noticed
        assertThat(measuredRpm()).isCloseTo(0, within(1e-3)); // its ramp is asymptotic
        assertThat(faultCode()).isZero();
    }

    @Test
    void afterItHasHeardZeroANewSpeedStartsIt() {
        hasPower = false;
        ask(250, 100);
        hasPower = true;
        ask(0, 1_000);
        ask(100, 3_000);
        assertThat(measuredRpm()).isCloseTo(100, within(0.1));
    }

    @Test
    void zeroThatItHeardWithoutPowerDoesNotCountAsAskedAfterwards() {
        hasPower = false;
        ask(0, 500);
        ask(250, 500); // asked while it had none
        hasPower = true;
        ask(250, 3_000);
        assertThat(measuredRpm()).isZero();
    }

    @Test
    void aStopThatIsDemandedWithoutPowerIsInForceWhenThePowerIsBack() {
        hasPower = false;
        drive.demand();
        ask(250, 10);
        hasPower = true;
        ask(0, 500);
        ask(250, 2_000);
        assertThat(measuredRpm()).isZero();
        drive.readStatus(status);
        assertThat(status.lease).isEqualTo(DriveStatus.Lease.STOPPED_BY_SUPERVISOR);
        assertThat(status.stopsSent).isPositive();
    }
}
