package org.altercor.safety.supervise;

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
        if (!drive.isLinked || Double.isNaN(drive.knownRpm(inputs.nowNanos))) {
            return Finding.UNKNOWN;
        }
        evidence(drive.speedRpm.sampledAtNanos());
        return drive.isApart(inputs.nowNanos) ? Finding.PRESENT : Finding.CLEAR;
    }
}
