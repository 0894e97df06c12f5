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
import org.junit.jupiter.params.provider.ValueSource;

/// A twin drive that turns at 200 rpm and reboots (B21).
class TwinDriveRebootTest {
    private static final long MS = 1_000_000;
    private static final Commissioning COMMISSIONING =
            new Commissioning(400, 120, 250, new StopEnvelope(List.of(new StopEnvelope.Point(100, 80)), 300));

    private final SupervisorBeat beat = new SupervisorBeat(Duration.ofMillis(100));
    private final TwinDrive drive = new TwinDrive(
            COMMISSIONING,
            PumpHead.ROLLER,
            new Silence.Fixed(Silence.Action.STOP, Duration.ofMillis(300)),
            new LossPolicy.Hold(),
            beat,
            List.of(),
            () -> 0);
    private final Reading reading = new Reading();
    private final DriveStatus status = new DriveStatus();
    private long nowNanos = 1_000 * MS;

    private void step() {
        nowNanos += MS;
        beat.beat(nowNanos);
        drive.step(nowNanos, 0.001);
    }

    private void ask(double speedRpm, int milliseconds) {
        for (int i = 0; i < milliseconds; i++) {
            drive.command(speedRpm, nowNanos + 300 * MS);
            step();
        }
    }

    private DriveStatus status() {
        drive.readStatus(status);
        return status;
    }

    private Reading speed() {
        drive.readSpeedRpm(reading);
        return reading;
    }

    private void reboot(int awayMs) {
        drive.happen("rebooted", OptionalDouble.of(awayMs));
    }

    @BeforeEach
    void itTurns() {
        ask(0, 5);
        ask(200, 3_000);
        assertThat(drive.shaftRpm()).isCloseTo(200, within(0.1));
        assertThat(status().reboots).isZero();
    }

    @Test
    void whileItsSupplyIsGoneItCoastsAndIsNotHeard() {
        reboot(100);
        ask(200, 100);
        assertThat(drive.shaftRpm()).as("500 rpm a second, unbraked").isCloseTo(150, within(1.0));
        assertThat(drive.signals("arterial").getLast().value().getAsDouble()).isZero();
        assertThat(speed().quality()).isEqualTo(Quality.DISCONNECTED);
        assertThat(reading.value()).as("its last value stays").isCloseTo(200, within(0.1));
        assertThat(status().joined).isFalse();
        assertThat(status.timeouts).isEqualTo(100);
    }

    @Test
    void whenItIsBackItSaysSo() {
        reboot(100);
        ask(200, 101);
        assertThat(status().reboots).isEqualTo(1);
        assertThat(status.awaitsZeroCommand).isTrue();
        assertThat(speed().quality()).isEqualTo(Quality.GOOD);
        ask(200, 1_000); // it is watched until it stands
        assertThat(status().joined).isTrue();
        assertThat(status.commandedRpm).isZero();
    }

    /// However short: not even a shaft that still turns is taken for one that goes on.
    @ParameterizedTest(name = "{0} ms away")
    @ValueSource(ints = {1, 2, 10, 100, 399, 401, 5_000})
    void itNeverSpinsUpByItself(int awayMs) {
        reboot(awayMs);
        double beforeRpm = drive.shaftRpm();
        for (int i = 0; i < awayMs + 3_000; i++) {
            ask(200, 1); // a loop that never noticed
            assertThat(drive.shaftRpm()).isLessThanOrEqualTo(beforeRpm);
            beforeRpm = drive.shaftRpm();
        }
        assertThat(drive.shaftRpm()).isCloseTo(0, within(1e-3));
    }

    @Test
    void afterZeroAFreshSpeedStartsIt() {
        reboot(100);
        ask(200, 1_000);
        ask(0, 10);
        ask(120, 3_000);
        assertThat(drive.shaftRpm()).isCloseTo(120, within(0.1));
        assertThat(status().awaitsZeroCommand).isFalse();
    }

    @Test
    void zeroThatWasAskedForWhileItWasAwayDoesNotCount() {
        reboot(100);
        ask(0, 50);
        ask(200, 3_000);
        assertThat(drive.shaftRpm()).isCloseTo(0, within(1e-3));
    }

    @Test
    void theSpeedThatItWasToldAndItsLeaseAreForgotten() {
        reboot(10);
        for (int i = 0; i < 2_000; i++) {
            step(); // nobody commands; the policy is to hold the last speed
        }
        assertThat(drive.shaftRpm()).isCloseTo(0, within(1e-3));
    }

    @Test
    void aStopThatIsDemandedMeanwhileIsInForceAfterwards() {
        reboot(100);
        drive.demand();
        ask(0, 50);
        ask(200, 3_000);
        assertThat(drive.shaftRpm()).isZero();
        assertThat(status().lease).isEqualTo(DriveStatus.Lease.STOPPED_BY_SUPERVISOR);
    }

    /// It waits for its first master, as after power-up: the brake of its watchdog is for one that fell silent.
    @Test
    void onALineThatIsCutAsWellItsWatchdogDoesNotAct() {
        drive.happen("silent-line", OptionalDouble.empty());
        reboot(10);
        ask(200, 311);
        assertThat(drive.shaftRpm()).as("it coasts and is not braked").isCloseTo(200 - 0.5 * 311, within(1.0));
    }

    @Test
    void mendedItIsBackAtOnceAndStillKnowsNothing() {
        reboot(60_000);
        ask(200, 10);
        drive.happen("none", OptionalDouble.empty());
        ask(200, 3_000);
        assertThat(status().reboots).isEqualTo(1);
        assertThat(drive.shaftRpm()).isCloseTo(0, within(1e-3));
    }
}
