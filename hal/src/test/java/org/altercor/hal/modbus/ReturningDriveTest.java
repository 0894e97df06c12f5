package org.altercor.hal.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import org.altercor.config.LossPolicy;
import org.altercor.hal.port.Quality;
import org.junit.jupiter.api.Test;

/// A drive that was away, or rebooted, and answers again.
class ReturningDriveTest {
    private final BusRig rig = new BusRig(new LossPolicy.Hold(), BusRig.map(1));
    private final SimulatedSlave slave = rig.slaves.getFirst();

    @Test
    void aDriveThatRebootsAloneIsNotSpunUpAgain() {
        rig.turning(120);
        slave.reboot();
        slave.writesOfMotion = 0;
        rig.run(2_000);
        assertThat(rig.actualRpm()).isZero(); // its enable is not refreshed
        assertThat(rig.status().awaitsZeroCommand).isTrue();

        rig.speedsRpm[0] = 0;
        rig.run(50);
        assertThat(rig.status().awaitsZeroCommand).isFalse();
        rig.speedsRpm[0] = 120;
        rig.run(200);
        assertThat(rig.actualRpm()).isEqualTo(120);
    }

    @Test
    void aDriveThatWasAwayWhileItRebootedIsNotSpunUpAgainEvenWithoutAnEnableWord() {
        slave.needsEnable = false;
        rig.turning(120);
        slave.dead = true;
        slave.reboot();
        rig.run(500);
        slave.dead = false;
        slave.writesOfMotion = 0;
        rig.run(3_000);
        assertThat(rig.actualRpm()).isZero();
        assertThat(slave.writesOfMotion).isZero();
        assertThat(rig.status().awaitsZeroCommand).isTrue();
    }

    @Test
    void aDriveThatWasOnlyUnpluggedAndKeptTurningGoesOn() {
        rig.turning(120);
        slave.dead = true;
        rig.run(1_000);
        assertThat(rig.speed().quality()).isEqualTo(Quality.DISCONNECTED);
        assertThat(rig.speed().value()).isEqualTo(120); // the last value stays, with its old time
        slave.dead = false;
        rig.run(2_500);
        assertThat(rig.speed().quality()).isEqualTo(Quality.GOOD);
        assertThat(rig.status().awaitsZeroCommand).isFalse();
        rig.speedsRpm[0] = 110;
        rig.run(100);
        assertThat(rig.actualRpm()).isEqualTo(110);
    }

    @Test
    void aDriveThatWasAwayForTenMinutesIsReadAgainAsSoonAsItIsFound() {
        rig.run(100);
        slave.dead = true;
        rig.run(600_000);
        slave.dead = false;
        rig.run(2_500);
        assertThat(rig.speed().quality()).isEqualTo(Quality.GOOD);
    }

    @Test
    void framesThatThePortDoesNotTakeAreToldInTheStatus() {
        rig.turning(120);
        assertThat(rig.status().shortWrites).isZero();
        rig.line.full = true;
        rig.run(50);
        assertThat(rig.status().shortWrites).isPositive();
    }

    @Test
    void aLostPortIsOpenedAgainAndTheDriveRejoins() {
        rig.turning(120);
        rig.line.gone = true;
        rig.line.refuse = true;
        rig.run(1_000);
        assertThat(rig.speed().quality()).isEqualTo(Quality.DISCONNECTED);
        assertThat(rig.bus.trouble()).contains("refused");
        rig.line.refuse = false;
        rig.run(2_000);
        assertThat(rig.status().connections).isEqualTo(2);
        assertThat(rig.speed().quality()).isEqualTo(Quality.GOOD);
        assertThat(rig.actualRpm()).isEqualTo(120);
    }
}
