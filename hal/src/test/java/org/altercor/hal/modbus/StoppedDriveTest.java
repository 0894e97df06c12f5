package org.altercor.hal.modbus;

import static org.altercor.hal.modbus.SimulatedSlave.ENABLE;
import static org.altercor.hal.modbus.SimulatedSlave.SET_SPEED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.altercor.config.LossPolicy;
import org.altercor.hal.port.DriveStatus.Lease;
import org.junit.jupiter.api.Test;

/// The supervisor's stop, on its way to a drive and after.
class StoppedDriveTest {
    private final BusRig rig = new BusRig(new LossPolicy.Hold(), BusRig.map(1));
    private final SimulatedSlave slave = rig.slaves.getFirst();
    private final ModbusDrive drive = rig.drives.getFirst();

    @Test
    void theStopIsRepeatedUntilTheShaftStandsAndThenKeptRefreshed() {
        slave.rampRpmPerMs = 1;
        rig.turning(120);
        rig.line.log.clear();
        drive.demand();
        rig.run(100);
        long whileTurning = stopFrames();
        assertThat(whileTurning).isGreaterThan(4);
        rig.run(300);
        assertThat(rig.actualRpm()).isZero();
        assertThat(slave.registers[ENABLE]).isZero();
        rig.line.log.clear();
        rig.run(1_000);
        assertThat(stopFrames()).isBetween(15L, 21L);
        assertThat(rig.status().lease).isEqualTo(Lease.STOPPED_BY_SUPERVISOR);
    }

    private long stopFrames() {
        List<byte[]> frames = List.copyOf(rig.line.log);
        return frames.stream()
                .filter(frame -> frame[1] == 6 && frame[3] == SET_SPEED && frame[4] == 0 && frame[5] == 0)
                .count();
    }

    @Test
    void aShaftThatDoesNotFollowZeroIsDisabledAfterHalfASecond() {
        rig.turning(120);
        slave.follows = false;
        drive.demand();
        rig.run(450);
        assertThat(slave.registers[ENABLE]).isEqualTo(1);
        rig.run(150);
        assertThat(slave.registers[ENABLE]).isZero();
    }

    @Test
    void afterTheReleaseTheLoopMayStartItAnewAndNotGoOnAsIfNothingHadHappened() {
        rig.turning(120);
        drive.demand();
        rig.run(500);
        rig.loopAlive = false;
        drive.release();
        rig.run(500);
        assertThat(rig.actualRpm()).isZero();
        rig.loopAlive = true;
        rig.run(200);
        assertThat(rig.actualRpm()).isZero();
        rig.startAnew(0);
        rig.run(200);
        assertThat(rig.actualRpm()).isEqualTo(120);
    }
}
