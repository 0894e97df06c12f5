package org.altercor.hal.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import org.altercor.config.LossPolicy;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.junit.jupiter.api.Test;

/// What a drive reports, and what it does not.
class DriveReadingsTest {
    private final BusRig rig = new BusRig(new LossPolicy.Hold(), BusRig.map(1));
    private final SimulatedSlave slave = rig.slaves.getFirst();
    private final ModbusDrive drive = rig.drives.getFirst();

    @Test
    void currentAndFaultAreReadInTheirUnits() {
        slave.registers[SimulatedSlave.CURRENT] = 123;
        slave.registers[SimulatedSlave.FAULT] = 7;
        rig.run(500);
        Reading reading = new Reading();
        drive.readCurrentAmps(reading);
        assertThat(reading.value()).isEqualTo(1.23);
        assertThat(reading.raw()).isEqualTo(123);
        drive.readFaultCode(reading);
        assertThat(reading.value()).isEqualTo(7);
    }

    @Test
    void whatTheDriveDoesNotReportIsMissingAndNotZero() {
        BusRig bare = new BusRig(new LossPolicy.Hold(), BusRig.unsignedMap(1));
        bare.run(500);
        Reading reading = new Reading();
        bare.drives.getFirst().readCurrentAmps(reading);
        assertThat(reading.quality()).isEqualTo(Quality.MISSING);
        assertThat(reading.value()).isNaN();
    }

    @Test
    void aSpeedIsNeverOlderThanItSays() {
        rig.turning(120);
        Reading speed = rig.speed();
        long sample = speed.sample();
        long ageMs = rig.nowMs - speed.sampledAtNanos() / BusRig.MS;
        assertThat(ageMs).isBetween(1L, 60L);
        rig.run(60);
        assertThat(rig.speed().sample()).isGreaterThan(sample);
    }

    @Test
    void aDirectionWordThatMeansNothingLeavesTheSpeedUnknown() {
        BusRig other = new BusRig(new LossPolicy.Hold(), BusRig.unsignedMap(1));
        other.turning(20);
        assertThat(other.speed().quality()).isEqualTo(Quality.GOOD);
        other.slaves.getFirst().follows = false;
        other.slaves.getFirst().registers[SimulatedSlave.ACTUAL_DIRECTION] = 9;
        other.run(200);
        assertThat(other.speed().quality()).isEqualTo(Quality.MISSING);
        assertThat(other.speed().value()).isNaN();
    }

    @Test
    void aRefusedReadIsADeviceFaultAndNotZero() {
        rig.turning(120);
        slave.refused.put(SimulatedSlave.ACTUAL_SPEED, 4);
        rig.run(100);
        assertThat(rig.speed().quality()).isEqualTo(Quality.DEVICE_FAULT);
        assertThat(rig.speed().value()).isNaN();
        assertThat(rig.status().exceptions).isPositive();
        assertThat(rig.status().lastRefusalCode).isEqualTo(4);
    }

    /// Standing was read before; that the drive refuses to say so now is not standing, and when it dies next it is
    /// asked as one that may be turning.
    @Test
    void aDriveThatRefusedToTellItsSpeedBeforeItDiedIsStillOwedItsStop() {
        rig.turning(120);
        rig.speedsRpm[0] = 0;
        rig.run(200);
        slave.refused.put(SimulatedSlave.ACTUAL_SPEED, 4);
        rig.run(100);
        assertThat(framesOfADeadDriveInTwoSeconds()).isGreaterThan(15);
    }

    /// The twin: one that was read standing to the end is left alone more and more.
    @Test
    void aDriveThatWasReadStandingBeforeItDiedIsAskedEverMoreRarely() {
        rig.turning(120);
        rig.speedsRpm[0] = 0;
        rig.run(300);
        assertThat(framesOfADeadDriveInTwoSeconds()).isLessThan(3);
    }

    private long framesOfADeadDriveInTwoSeconds() {
        slave.dead = true;
        rig.run(10_000);
        long before = rig.line.framesWritten;
        rig.run(2_000);
        return rig.line.framesWritten - before;
    }
}
