package org.altercor.safety.supervise;

import org.altercor.safety.frame.FieldExchange;

/// A control loop that lived once and lives no more. One that was never heard is not known.
final class ControlLostCondition extends Condition {
    private boolean isAlive;
    private boolean everAlive;

    /// What the beats of this cycle said.
    void hear(boolean alive) {
        isAlive = alive;
        everAlive |= alive;
    }

    @Override
    Finding judge(SupervisorInputs inputs) {
        evidence(inputs.nowNanos);
        if (isAlive) {
            return Finding.CLEAR;
        }
        return everAlive ? Finding.PRESENT : Finding.UNKNOWN;
    }

    @Override
    public void exchange(FieldExchange fields) {
        super.exchange(fields);
        isAlive = fields.flag("isAlive", isAlive);
        everAlive = fields.flag("everAlive", everAlive);
    }
}
