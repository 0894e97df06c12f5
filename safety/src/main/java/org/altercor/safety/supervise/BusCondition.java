package org.altercor.safety.supervise;

import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.observe.DriveLook;

/// A drive that answered once and answers no more. One that has never answered is not known.
final class BusCondition extends Condition {
    private final int pump;
    private boolean everLinked;

    BusCondition(int pump) {
        this.pump = pump;
    }

    @Override
    Finding judge(SupervisorInputs inputs) {
        DriveLook drive = inputs.seen.drives[pump];
        evidence(inputs.nowNanos); // the link itself is judged by the age of its newest good frame
        if (drive.isLinked) {
            everLinked = true;
            return Finding.CLEAR;
        }
        return everLinked ? Finding.PRESENT : Finding.UNKNOWN;
    }

    @Override
    public void exchange(FieldExchange fields) {
        super.exchange(fields);
        everLinked = fields.flag("everLinked", everLinked);
    }
}
