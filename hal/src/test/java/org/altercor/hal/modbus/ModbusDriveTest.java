package org.altercor.hal.modbus;

import static org.altercor.hal.modbus.SimulatedSlave.DIRECTION;
import static org.altercor.hal.modbus.SimulatedSlave.ENABLE;
import static org.altercor.hal.modbus.SimulatedSlave.SET_SPEED;
import static org.altercor.hal.modbus.SimulatedSlave.WATCHDOG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.altercor.config.LossPolicy;
import org.altercor.config.rig.ModbusDriveMap;
import org.altercor.config.rig.Silence;
import org.altercor.hal.port.DriveStatus.Lease;
import org.altercor.hal.port.Quality;
import org.junit.jupiter.api.Test;

/// Commands on their way to a drive: set up, set, enabled, turned about.
class ModbusDriveTest {
    private final BusRig rig = new BusRig(new LossPolicy.Hold(), BusRig.map(1));
    private final SimulatedSlave slave = rig.slaves.getFirst();

    @Test
    void beforeAnyCommandTheDriveIsToldZeroAndDisabled() {
        slave.registers[SET_SPEED] = 77;
        slave.registers[ENABLE] = 1;
        rig.loopAlive = false;
        rig.run(100);
        assertThat(slave.registers[SET_SPEED]).isZero();
        assertThat(slave.registers[ENABLE]).isZero();
        assertThat(rig.status().lease).isEqualTo(Lease.NONE);
    }

    @Test
    void aCommandedSpeedIsSetEnabledAndReadBack() {
        rig.turning(120);
        assertThat(slave.registers[SET_SPEED]).isEqualTo(120);
        assertThat(slave.registers[ENABLE]).isEqualTo(1);
        assertThat(rig.speed().value()).isEqualTo(120);
        assertThat(rig.speed().quality()).isEqualTo(Quality.GOOD);
        assertThat(rig.status().commandedRpm).isEqualTo(120);
        assertThat(rig.status().isLinked(rig.nowMs * BusRig.MS, 50 * BusRig.MS)).isTrue();
    }

    @Test
    void aSpeedThatDoesNotFitTheRegisterIsRefusedAndNotWrapped() {
        rig.turning(120);
        rig.speedsRpm[0] = 40_000;
        rig.run(200);
        assertThat(slave.registers[SET_SPEED]).isEqualTo(120);
        assertThat(rig.status().commandsRefused).isEqualTo(20);
        rig.run(400);
        assertThat(rig.status().lease).isEqualTo(Lease.HOLDING); // refused commands renew nothing
    }

    @Test
    void aNegativeSpeedIsTwosComplementWhenSignedAndADirectionWordWhenNot() {
        rig.turning(-120);
        assertThat((short) slave.registers[SET_SPEED]).isEqualTo((short) -120);
        assertThat(rig.speed().value()).isEqualTo(-120);

        BusRig other = new BusRig(new LossPolicy.Hold(), BusRig.unsignedMap(1));
        other.turning(-12.3);
        assertThat(other.slaves.getFirst().registers[SET_SPEED]).isEqualTo(123);
        assertThat(other.slaves.getFirst().registers[DIRECTION]).isEqualTo(2);
        assertThat(other.speed().value()).isEqualTo(-12.3, org.assertj.core.api.Assertions.within(1e-9));
    }

    @Test
    void aReversalPassesThroughAStandstillThatWasReadBack() {
        BusRig other = new BusRig(new LossPolicy.Hold(), BusRig.unsignedMap(1));
        SimulatedSlave ramping = other.slaves.getFirst();
        ramping.rampRpmPerMs = 1;
        other.run(100);
        other.speedsRpm[0] = 20;
        other.run(500);
        assertThat(ramping.registers[SimulatedSlave.ACTUAL_SPEED]).isEqualTo(200);

        other.speedsRpm[0] = -20;
        other.run(50);
        assertThat(ramping.registers[SET_SPEED]).isZero();
        assertThat(other.status().awaitsZeroCommand).isTrue();
        other.startAnew(0);
        int directionChangedAt = -1;
        for (int ms = 0; ms < 1000; ms++) {
            other.run(1);
            if (other.status().awaitsZeroCommand) {
                other.startAnew(0); // the lock held it back: the shaft still turned
            }
            if (directionChangedAt < 0 && ramping.registers[DIRECTION] == 2) {
                directionChangedAt = ramping.registers[SimulatedSlave.ACTUAL_SPEED];
            }
        }
        assertThat(directionChangedAt).isBetween(0, 19); // tenths of an rpm, below the two of standstill
        assertThat(ramping.registers[SET_SPEED]).isEqualTo(200);
    }

    @Test
    void theWatchdogIsWrittenAndReadBackBeforeAnythingTurns() {
        BusRig other = new BusRig(new LossPolicy.Hold(), BusRig.unsignedMap(1));
        other.turning(20);
        assertThat(other.slaves.getFirst().registers[WATCHDOG]).isEqualTo(250);
        assertThat(other.slaves.getFirst().registers[SET_SPEED]).isEqualTo(200);
    }

    @Test
    void aDriveThatRefusesItsWatchdogIsNeverStarted() {
        BusRig other = new BusRig(new LossPolicy.Hold(), BusRig.unsignedMap(1));
        other.slaves.getFirst().refused.put(WATCHDOG, 2);
        other.turning(20);
        other.run(2_000);
        assertThat(other.slaves.getFirst().writesOfMotion).isZero();
        assertThat(other.status().exceptions).isGreaterThan(5);
    }

    @Test
    void aMapWhoseWatchdogDoesNotFitIsRefused() {
        ModbusDriveMap good = BusRig.unsignedMap(1);
        ModbusDriveMap bad = new ModbusDriveMap(
                1,
                good.responseTimeout(),
                good.write(),
                good.setSpeed(),
                good.actualSpeed(),
                good.enable(),
                good.direction(),
                good.actualDirection(),
                good.current(),
                good.fault(),
                good.watchdog(),
                Optional.of(Duration.ofSeconds(100)));
        assertThatThrownBy(() ->
                        new ModbusDrive(bad, new Silence.Nothing(), new LossPolicy.Hold(), rig.beat, Duration.ZERO))
                .hasMessageContaining("100000 ms");
    }
}
