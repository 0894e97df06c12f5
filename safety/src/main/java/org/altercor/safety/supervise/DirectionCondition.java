package org.altercor.safety.supervise;

import org.altercor.hal.port.DriveStatus;

/// A shaft that turns backwards, by its drive or by its tachometer: no pump is ever asked to.
final class DirectionCondition extends Condition {
    private final WatchedPump pump;

    DirectionCondition(WatchedPump pump) {
        this.pump = pump;
    }

    @Override
    Finding judge(SupervisorInputs inputs) {
        double driveRpm = inputs.seen.drives[pump.index()].knownRpm(inputs.nowNanos);
        double tachometerRpm = pump.tachometer().known(inputs);
        if (Double.isNaN(driveRpm) && Double.isNaN(tachometerRpm)) {
            return Finding.UNKNOWN;
        }
        boolean driveSaysSo = driveRpm < -DriveStatus.STANDSTILL_RPM;
        boolean tachometerSaysSo = tachometerRpm < -DriveStatus.STANDSTILL_RPM;
        evidence(
                tachometerSaysSo || Double.isNaN(driveRpm)
                        ? pump.tachometer().sampledAtNanos(inputs)
                        : inputs.seen.drives[pump.index()].speedRpm.sampledAtNanos());
        return driveSaysSo || tachometerSaysSo ? Finding.PRESENT : Finding.CLEAR;
    }
}
