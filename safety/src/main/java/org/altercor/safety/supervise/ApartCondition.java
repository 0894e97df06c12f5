package org.altercor.safety.supervise;

import org.altercor.hal.port.DriveStatus;
import org.altercor.safety.observe.DriveLook;

/// A drive that answers and turns, and is told nothing: it was found turning otherwise than it is asked, after a start
/// of
/// the program or a cable that was out, and its bus thread only watches it. A drive that does not answer is another
/// row's
/// affair, and not known here.
final class ApartCondition extends Condition {
    private final int pump;

    ApartCondition(int pump) {
        this.pump = pump;
    }

    @Override
    Finding judge(SupervisorInputs inputs) {
        DriveLook drive = inputs.seen.drives[pump];
        double rpm = drive.knownRpm(inputs.nowNanos);
        if (!drive.isLinked || Double.isNaN(rpm)) {
            return Finding.UNKNOWN;
        }
        evidence(drive.speedRpm.sampledAtNanos());
        boolean turns = Math.abs(rpm) >= DriveStatus.STANDSTILL_RPM;
        return turns && !drive.isJoined ? Finding.PRESENT : Finding.CLEAR;
    }
}
