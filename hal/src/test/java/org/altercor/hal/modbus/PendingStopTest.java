package org.altercor.hal.modbus;

import static org.altercor.hal.modbus.SimulatedSlave.SET_SPEED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.altercor.config.LossPolicy;
import org.altercor.hal.port.DriveStatus.Lease;
import org.junit.jupiter.api.Test;

/// A drive that turns, cannot be reached, and is owed a stop.
class PendingStopTest {
    private static final long AT_LATEST_MS = 150;

    /// Loses a drive that turns at 100 rpm, has its stop owed, and gives it back after any time at all.
    private static long worstMs(LossPolicy policy, Consumer<BusRig> stops, Consumer<BusRig> comesBack) {
        long worstMs = 0;
        for (int awayMs = 50; awayMs <= 6_000; awayMs += 70) {
            BusRig rig = new BusRig(policy, BusRig.map(1));
            rig.line.logging = false;
            SimulatedSlave slave = rig.slaves.getFirst();
            slave.needsEnable = false;
            rig.turning(100);
            slave.dead = true; // a loose cable: the drive goes on as it was told
            rig.run(30);
            stops.accept(rig);
            rig.run(awayMs);
            slave.dead = false;
            comesBack.accept(rig);
            long backMs = rig.nowMs;
            rig.until("it is told to stop", () -> slave.registers[SET_SPEED] == 0);
            worstMs = Math.max(worstMs, rig.nowMs - backMs);
        }
        return worstMs;
    }

    @Test
    void aStopThatIsPendingReachesADriveThatComesBackWithin150Ms() {
        assertThat(worstMs(new LossPolicy.Hold(), rig -> rig.drives.getFirst().demand(), _ -> {}))
                .isLessThanOrEqualTo(AT_LATEST_MS);
    }

    @Test
    void anOrderOfZeroThatIsPendingReachesADriveThatComesBackWithin150Ms() {
        assertThat(worstMs(new LossPolicy.Hold(), rig -> rig.speedsRpm[0] = 0, _ -> {}))
                .isLessThanOrEqualTo(AT_LATEST_MS);
    }

    @Test
    void aStopBecauseTheLeaseRanOutReachesADriveThatComesBackWithin150Ms() {
        assertThat(worstMs(
                        new LossPolicy.Stop(LossPolicy.LONGEST_FINISH),
                        rig -> {
                            rig.loopAlive = false;
                            rig.until("the lease has run out", () -> rig.status().lease == Lease.STOPPING);
                        },
                        _ -> {}))
                .isLessThanOrEqualTo(AT_LATEST_MS);
    }

    @Test
    void aStopThatIsPendingReachesADriveWhoseAdapterWasPluggedInAgainWithin150Ms() {
        assertThat(worstMs(new LossPolicy.Hold(), rig -> rig.drives.getFirst().demand(), rig -> rig.line.gone = true))
                .isLessThanOrEqualTo(AT_LATEST_MS);
    }

    /// An adapter that was plugged in again is a reason to ask anew, as soon as no old answer can be on its way.
    @Test
    void aDriveWhoseAdapterWasPluggedInAgainIsAskedAsIfItHadNeverBeenAway() {
        BusRig rig = new BusRig(new LossPolicy.Hold(), BusRig.map(1));
        SimulatedSlave slave = rig.slaves.getFirst();
        rig.turning(100);
        slave.dead = true;
        rig.run(6_000);
        slave.dead = false;
        rig.line.gone = true;
        slave.requests = 0;
        rig.run(260);
        assertThat(slave.requests).isPositive();
    }

    /// The twin: a drive that stood still when it was lost is not worth the others' time.
    @Test
    void aDriveThatStoodStillWhenItWasLostIsPolledEverMoreRarely() {
        BusRig rig = new BusRig(new LossPolicy.Hold(), BusRig.map(1));
        rig.turning(100);
        rig.speedsRpm[0] = 0;
        rig.run(300);
        rig.slaves.getFirst().dead = true;
        rig.run(10_000);
        rig.line.log.clear();
        rig.run(10_000);
        assertThat(rig.line.log.size()).isBetween(4, 6);
    }

    /// A stop that cannot be delivered costs the others no more than its own drive would, were it alive.
    @Test
    void aStopThatCannotBeDeliveredDoesNotStarveTheOthers() {
        BusRig rig = new BusRig(new LossPolicy.Hold(), BusRig.map(1), BusRig.map(2));
        rig.turning(100);
        rig.slaves.getFirst().dead = true;
        rig.drives.getFirst().demand();
        rig.run(10_000);
        rig.line.log.clear();
        rig.run(10_000);
        long toTheDead = rig.line.log.stream().filter(frame -> frame[0] == 1).count();
        long toTheLive = rig.line.log.stream().filter(frame -> frame[0] == 2).count();
        assertThat(toTheDead).isBetween(80L, 100L);
        assertThat(toTheLive).isGreaterThan(450);
    }
}
