package org.altercor.hal.rig;

import static org.assertj.core.api.Assertions.assertThat;

import org.altercor.hal.port.DriveStatus;
import org.altercor.hal.port.PumpDrive;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.junit.jupiter.api.Test;

class MirroredDriveTest {
    private static final double MINUS_ZERO = -0.0;

    private final Bare bare = new Bare();
    private final PumpDrive drive = new MirroredDrive(bare);

    @Test
    void aSpeedIsToldAndReadWithTheOppositeSign() {
        drive.command(80, 7);
        assertThat(bare.toldRpm).isEqualTo(-80);
        assertThat(bare.toldUntilNanos).isEqualTo(7);

        bare.speed.set(-79.5, -795, 41, 12, Quality.GOOD);
        var read = new Reading();
        drive.readSpeedRpm(read);
        assertThat(read.value()).isEqualTo(79.5);
        assertThat(read.raw()).as("what the device said").isEqualTo(-795);
        assertThat(read.sampledAtNanos()).isEqualTo(41);
        assertThat(read.sample()).isEqualTo(12);
        assertThat(read.quality()).isEqualTo(Quality.GOOD);

        var status = new DriveStatus();
        drive.readStatus(status);
        assertThat(status.commandedRpm).isEqualTo(80);
    }

    @Test
    void standstillHasNoSignAndWhatIsNoNumberStaysNone() {
        drive.command(0, 1);
        assertThat(Double.compare(bare.toldRpm, 0.0)).as("not minus zero").isZero();
        drive.command(MINUS_ZERO, 1);
        assertThat(Double.compare(bare.toldRpm, 0.0)).isZero();
        drive.command(Double.NaN, 1);
        assertThat(bare.toldRpm).isNaN();
    }

    @Test
    void aSpeedThatWasNeverMeasuredStaysMissing() {
        var read = new Reading();
        drive.readSpeedRpm(read);
        assertThat(read.quality()).isEqualTo(Quality.MISSING);
        assertThat(read.value()).isNaN();
    }

    @Test
    void currentAndFaultCodeKeepTheirSign() {
        bare.current.set(1.5, 150, 3, 1, Quality.GOOD);
        bare.fault.set(7, 7, 3, 1, Quality.GOOD);
        var read = new Reading();
        drive.readCurrentAmps(read);
        assertThat(read.value()).isEqualTo(1.5);
        drive.readFaultCode(read);
        assertThat(read.value()).isEqualTo(7);
    }

    /// A drive that says back what it was told.
    private static final class Bare implements PumpDrive {
        private final Reading speed = new Reading();
        private final Reading current = new Reading();
        private final Reading fault = new Reading();
        private double toldRpm = Double.NaN;
        private long toldUntilNanos;

        @Override
        public void command(double speedRpm, long validUntilNanos) {
            toldRpm = speedRpm;
            toldUntilNanos = validUntilNanos;
        }

        @Override
        public void readSpeedRpm(Reading into) {
            into.copyFrom(speed);
        }

        @Override
        public void readCurrentAmps(Reading into) {
            into.copyFrom(current);
        }

        @Override
        public void readFaultCode(Reading into) {
            into.copyFrom(fault);
        }

        @Override
        public void readStatus(DriveStatus into) {
            into.commandedRpm = toldRpm;
        }
    }
}
