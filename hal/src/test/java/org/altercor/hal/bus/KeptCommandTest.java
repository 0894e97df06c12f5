package org.altercor.hal.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.altercor.config.LossPolicy;
import org.altercor.hal.port.DriveStatus;
import org.altercor.hal.port.DriveStop;
import org.altercor.hal.port.PumpDrive;
import org.altercor.hal.port.Reading;
import org.junit.jupiter.api.Test;

/// Against the rules that every served drive is under: [DriveDuty], with a shaft that turns at once as it is told.
class KeptCommandTest {
    private static final long MS = 1_000_000;

    private final SupervisorBeat beat = new SupervisorBeat(Duration.ofMillis(100));
    private final DriveDuty duty = new DriveDuty(new LossPolicy.Stop(Duration.ZERO), beat, Duration.ZERO);
    private final DrivePorts ports = new DrivePorts();
    private final KeptCommand kept = new KeptCommand(ports, ports);
    private final DriveStatus status = new DriveStatus();
    private long nowNanos = 1_000 * MS;
    private double speedRpm;
    private int commands;
    private boolean takesNothing;

    private final class DrivePorts implements PumpDrive, DriveStop {
        @Override
        public void command(double wantedRpm, long validUntilNanos) {
            commands++;
            duty.command(wantedRpm, validUntilNanos);
        }

        @Override
        public void readSpeedRpm(Reading into) {}

        @Override
        public void readCurrentAmps(Reading into) {}

        @Override
        public void readFaultCode(Reading into) {}

        @Override
        public void readStatus(DriveStatus into) {
            into.copyFrom(status);
        }

        @Override
        public void demand() {
            duty.demandStop();
        }

        @Override
        public void release() {
            duty.releaseStop();
        }
    }

    private void run(int milliseconds, boolean renewing) {
        for (int i = 0; i < milliseconds; i++) {
            nowNanos += MS;
            beat.beat(nowNanos);
            if (renewing) {
                kept.renew(nowNanos);
            }
            switch (duty.decide(nowNanos, speedRpm, true)) {
                case SPEED -> {
                    speedRpm = duty.orderRpm();
                    duty.told(speedRpm);
                }
                case STOP -> {
                    speedRpm = 0;
                    duty.stopSent();
                }
                case WATCH, SILENCE -> {}
            }
            if (takesNothing) {
                duty.torqueLost();
            }
            duty.measured(speedRpm, false);
            duty.describe(status);
        }
    }

    @Test
    void aSpeedAskedForOnceIsKeptAndItsStartGoesThroughZero() {
        kept.ask(60);
        run(5, true);
        assertThat(speedRpm).isEqualTo(60);
        int before = commands;
        run(1_000, true);
        assertThat(speedRpm).isEqualTo(60);
        assertThat(commands - before).isBetween(99, 101);
    }

    @Test
    void aSpeedThatNobodyRenewsRunsOut() {
        kept.ask(60);
        run(5, true);
        run(150, false);
        assertThat(speedRpm).isZero();
    }

    @Test
    void aReleaseStartsNothingAndAFreshSpeedDoes() {
        kept.ask(60);
        run(5, true);
        kept.demandStop();
        run(50, true);
        assertThat(speedRpm).isZero();
        kept.ask(60);
        run(50, true);
        assertThat(speedRpm).as("during the stop").isZero();
        kept.releaseStop();
        run(50, true);
        assertThat(speedRpm).as("after its release").isZero();
        kept.ask(60);
        run(50, true);
        assertThat(speedRpm).isEqualTo(60);
    }

    @Test
    void aDriveThatLostItsMotionIsNotStartedAgainUnasked() {
        kept.ask(60);
        run(50, true);
        duty.driveLost();
        speedRpm = 0;
        run(500, true);
        assertThat(speedRpm).isZero();
        kept.ask(60);
        run(50, true);
        assertThat(speedRpm).isEqualTo(60);
    }

    /// Its power is cut, its line is down, it reboots: when it is back the pump does not start.
    @Test
    void aStartThatTheDriveDoesNotTakeIsForgotten() {
        takesNothing = true;
        kept.ask(60);
        run(1_100, true);
        takesNothing = false;
        run(500, true);
        assertThat(speedRpm).isZero();
        assertThat(kept.isStarting()).isFalse();
        kept.ask(60);
        run(50, true);
        assertThat(speedRpm).isEqualTo(60);
    }

    @Test
    void aStartThatTheDriveTakesLateButInTimeIsCarriedOut() {
        takesNothing = true;
        kept.ask(60);
        run(500, true);
        takesNothing = false;
        run(50, true);
        assertThat(speedRpm).isEqualTo(60);
    }
}
