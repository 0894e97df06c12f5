package org.altercor.hal.modbus;

import static org.altercor.hal.modbus.SimulatedSlave.ENABLE;
import static org.assertj.core.api.Assertions.assertThat;

import org.altercor.config.LossPolicy;
import org.altercor.hal.port.Quality;
import org.junit.jupiter.api.Test;

/// A drive that answers writes and no reads: what was read of its shaft is true no longer.
class StaleSpeedTest {
    private final BusRig rig = new BusRig(new LossPolicy.Hold(), BusRig.map(1));
    private final SimulatedSlave slave = rig.slaves.getFirst();

    private void answersOnlyWrites() {
        rig.line.farEnd((far, frame, length) -> {
            if (frame[1] == ModbusFrames.WRITE_ONE) {
                slave.receive(far, frame, length);
            }
        });
    }

    @Test
    void aSpeedThatIsNoLongerReadDoesNotCountAsStanding() {
        slave.rampRpmPerMs = 1;
        rig.run(200);
        answersOnlyWrites(); // the last thing read is that it stands
        rig.speedsRpm[0] = 200;
        rig.run(100);
        assertThat(rig.actualRpm()).isPositive();
        rig.run(300);
        rig.drives.getFirst().demand();
        rig.run(450);
        assertThat(slave.registers[ENABLE]).isEqualTo(1); // brakes first, for half a second
        rig.run(150);
        assertThat(slave.registers[ENABLE]).isZero();
    }

    @Test
    void aDriveWhoseSpeedIsNoLongerReadIsLostWhateverItsWritesDo() {
        rig.turning(100);
        assertThat(rig.speed().quality()).isEqualTo(Quality.GOOD);
        answersOnlyWrites();
        rig.run(300);
        assertThat(rig.speed().quality()).isEqualTo(Quality.DISCONNECTED);
        assertThat(rig.status().joined).isFalse();
    }

    @Test
    void aDriveWhoseSpeedWasNeverReadAgainIsNotStarted() {
        rig.run(200);
        answersOnlyWrites();
        rig.run(400);
        rig.speedsRpm[0] = 100;
        rig.run(2_000);
        assertThat(slave.writesOfMotion).isZero();
    }

    /// One read is missed, and after it every other write: each missed write puts the next read off, and each
    /// answered one says that the drive lives.
    private void missesOneReadAnd(boolean everyOtherWrite) {
        boolean[] missed = {false};
        int[] writes = {0};
        rig.line.farEnd((far, frame, length) -> {
            boolean isRead = frame[1] != ModbusFrames.WRITE_ONE;
            boolean misses = isRead ? !missed[0] : missed[0] && everyOtherWrite && writes[0]++ % 2 == 0;
            missed[0] |= isRead;
            if (!misses) {
                slave.receive(far, frame, length);
            }
        });
    }

    private void isStarted(boolean everyOtherWrite) {
        rig.run(200); // it is read standing
        missesOneReadAnd(everyOtherWrite);
        rig.run(400);
        assertThat(rig.speed().quality()).isEqualTo(Quality.GOOD);
        assertThat(rig.status().joined).isTrue();
        rig.speedsRpm[0] = 100;
        rig.run(300);
    }

    @Test
    void aStandstillReadTooLongAgoStartsNothingThoughTheDriveWasNeverLost() {
        isStarted(true);
        assertThat(slave.writesOfMotion).isZero();
        assertThat(rig.status().awaitsZeroCommand).isTrue();
    }

    /// The twin: the same drive, read again at once.
    @Test
    void aStandstillReadLatelyLetsTheDriveStart() {
        isStarted(false);
        assertThat(rig.actualRpm()).isEqualTo(100);
    }

    /// The twin: two reads that were missed are no loss.
    @Test
    void aDriveWhoseSpeedWasMissedTwiceIsNotLost() {
        rig.turning(100);
        int[] missed = {0};
        rig.line.farEnd((far, frame, length) -> {
            boolean miss = frame[1] == ModbusFrames.READ_INPUT && frame[3] == SimulatedSlave.ACTUAL_SPEED;
            if (!miss || ++missed[0] > 2) {
                slave.receive(far, frame, length);
            }
        });
        rig.run(400);
        assertThat(missed[0]).isGreaterThan(2);
        assertThat(rig.speed().quality()).isEqualTo(Quality.GOOD);
        assertThat(rig.status().joined).isTrue();
        rig.speedsRpm[0] = 110;
        rig.run(100);
        assertThat(rig.actualRpm()).isEqualTo(110);
    }
}
