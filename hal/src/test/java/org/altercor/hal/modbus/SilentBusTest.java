package org.altercor.hal.modbus;

import static org.altercor.hal.modbus.SimulatedSlave.ENABLE;
import static org.altercor.hal.modbus.SimulatedSlave.SET_SPEED;
import static org.assertj.core.api.Assertions.assertThat;

import org.altercor.config.LossPolicy;
import org.altercor.hal.port.DriveStatus.Lease;
import org.junit.jupiter.api.Test;

/// Nobody commands a drive any more, and perhaps nobody supervises.
class SilentBusTest {
    private final BusRig rig = new BusRig(new LossPolicy.Hold(), BusRig.map(1));
    private final SimulatedSlave slave = rig.slaves.getFirst();

    @Test
    void withTheLoopGoneTheLastSpeedIsRefreshedWhileTheSupervisorBeats() {
        rig.turning(120);
        rig.loopAlive = false;
        rig.run(400);
        slave.requests = 0;
        rig.line.log.clear();
        rig.run(1_000);
        assertThat(rig.status().lease).isEqualTo(Lease.HOLDING);
        assertThat(rig.actualRpm()).isEqualTo(120);
        long refreshes = rig.line.log.stream()
                .filter(frame -> frame[1] == 6 && frame[3] == SET_SPEED && frame[5] == 120)
                .count();
        assertThat(refreshes).isBetween(15L, 20L); // every 50 ms
    }

    @Test
    void withLoopAndSupervisorGoneNotOneByteIsSent() {
        rig.turning(120);
        rig.loopAlive = false;
        rig.supervisorAlive = false;
        rig.run(400);
        assertThat(rig.status().lease).isEqualTo(Lease.SILENT);
        rig.line.log.clear();
        rig.run(5_000);
        assertThat(rig.line.log).isEmpty();
    }

    @Test
    void afterSilenceADriveThatStoppedByItselfIsNotSpunUp() {
        rig.turning(120);
        rig.loopAlive = false;
        rig.supervisorAlive = false;
        rig.run(500);
        slave.registers[ENABLE] = 0; // its own watchdog
        slave.run();
        slave.writesOfMotion = 0;
        rig.loopAlive = true;
        rig.supervisorAlive = true;
        rig.run(2_000);
        assertThat(rig.actualRpm()).isZero();
        assertThat(slave.writesOfMotion).isZero();
        assertThat(rig.status().awaitsZeroCommand).isTrue();

        rig.speedsRpm[0] = 0;
        rig.run(50);
        rig.speedsRpm[0] = 100;
        rig.run(200);
        assertThat(rig.actualRpm()).isEqualTo(100);
    }

    @Test
    void afterSilenceADriveThatKeptTurningGoesOn() {
        rig.turning(120);
        rig.loopAlive = false;
        rig.supervisorAlive = false;
        rig.run(500);
        rig.loopAlive = true;
        rig.supervisorAlive = true;
        rig.run(200);
        assertThat(rig.status().lease).isEqualTo(Lease.VALID);
        assertThat(rig.status().awaitsZeroCommand).isFalse();
        rig.speedsRpm[0] = 130;
        rig.run(100);
        assertThat(rig.actualRpm()).isEqualTo(130);
    }
}
