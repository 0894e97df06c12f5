package org.altercor.hal.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.altercor.config.Commissioning;
import org.altercor.config.LossPolicy;
import org.altercor.config.StopEnvelope;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.port.DriveStatus;
import org.altercor.hal.port.DriveStatus.Lease;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TwinDriveTest {
    private static final long MS = 1_000_000;
    private static final double STEP_SECONDS = 0.001;
    private static final Commissioning COMMISSIONING = new Commissioning(
            300,
            120,
            250,
            new StopEnvelope(List.of(new StopEnvelope.Point(100, 80), new StopEnvelope.Point(200, 40)), 300));

    private final SupervisorBeat beat = new SupervisorBeat(Duration.ofMillis(100));
    private final TwinDrive drive = new TwinDrive(COMMISSIONING, new LossPolicy.Hold(), beat);
    private final Reading reading = new Reading();
    private final DriveStatus status = new DriveStatus();
    private long nowNanos = 1_000 * MS;
    private boolean supervisorLives = true;

    private void step() {
        nowNanos += MS;
        if (supervisorLives) {
            beat.beat(nowNanos);
        }
        drive.step(nowNanos, STEP_SECONDS);
    }

    private void turnAt(double speedRpm, int milliseconds) {
        for (int i = 0; i < milliseconds; i++) {
            drive.command(speedRpm, nowNanos + 300 * MS);
            step();
        }
    }

    private double measuredRpm() {
        drive.readSpeedRpm(reading);
        assertThat(reading.quality()).isEqualTo(Quality.GOOD);
        return reading.value();
    }

    @BeforeEach
    void itStandsAndIsToldSo() {
        turnAt(0, 5);
    }

    @Test
    void itDoesNotTurnAtACommandThatFindsItStandingAndWasNeverZero() {
        var found = new TwinDrive(COMMISSIONING, new LossPolicy.Hold(), beat);
        for (int i = 0; i < 500; i++) {
            nowNanos += MS;
            found.command(100, nowNanos + 300 * MS);
            found.step(nowNanos, STEP_SECONDS);
        }
        found.readSpeedRpm(reading);
        assertThat(reading.value()).isZero();
    }

    @Test
    void itFollowsACommandNoFasterThanItsRampAndArrives() {
        double beforeRpm = 0;
        for (int i = 0; i < 2_000; i++) {
            turnAt(200, 1);
            assertThat(measuredRpm() - beforeRpm).isBetween(0.0, 300 * STEP_SECONDS + 1e-9);
            beforeRpm = measuredRpm();
        }
        assertThat(measuredRpm()).isCloseTo(200, within(0.1));
    }

    @Test
    void aDemandedStopStaysWithinItsOwnEnvelopeAndBeatsEveryCommand() {
        turnAt(250, 3_000);
        double fromRpm = measuredRpm();
        assertThat(fromRpm).isCloseTo(250, within(0.1));
        drive.demand();
        for (int millis = 1; millis <= 400; millis++) {
            turnAt(250, 1);
            double allowedRpm = fromRpm * COMMISSIONING.stop().allowedPercent(millis - 1) / 100;
            assertThat(measuredRpm()).as("%d ms after the stop", millis).isLessThanOrEqualTo(allowedRpm + 1e-9);
        }
        assertThat(measuredRpm()).isZero();
        drive.readStatus(status);
        assertThat(status.lease).isEqualTo(Lease.STOPPED_BY_SUPERVISOR);
        assertThat(status.stopsSent).isPositive();
    }

    @Test
    void withoutADemandTheSameCommandsKeepItTurning() {
        turnAt(250, 3_400);
        assertThat(measuredRpm()).isCloseTo(250, within(0.1));
    }

    @Test
    void leftInSilenceItGoesOnAsToldLast() {
        turnAt(100, 3_000);
        supervisorLives = false; // and nobody commands
        for (int i = 0; i < 2_000; i++) {
            step();
        }
        drive.readStatus(status);
        assertThat(status.lease).isEqualTo(Lease.SILENT);
        assertThat(measuredRpm()).isCloseTo(100, within(0.1));
    }

    @Test
    void itsMotorDrawsMoreWhenItTurnsItsPumpThanWhenItStands() {
        drive.readCurrentAmps(reading);
        assertThat(reading.quality()).isEqualTo(Quality.GOOD);
        double standingAmps = reading.value();
        turnAt(100, 3_000);
        drive.readCurrentAmps(reading);
        assertThat(reading.value()).isGreaterThan(standingAmps + 1);
    }
}
