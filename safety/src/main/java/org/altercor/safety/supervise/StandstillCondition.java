package org.altercor.safety.supervise;

/// A shaft that turns after its stop, outside the envelope of its commissioning: a stop is not believed until the shaft
/// stands, and a shaft that nobody sees is not believed to.
final class StandstillCondition extends Condition {
    private final PumpGuard guard;

    StandstillCondition(PumpGuard guard) {
        this.guard = guard;
    }

    @Override
    Finding judge(SupervisorInputs inputs) {
        evidence(inputs.nowNanos);
        if (guard.isOutsideEnvelope()) {
            return Finding.PRESENT;
        }
        return guard.isUnseen() ? Finding.UNKNOWN : Finding.CLEAR;
    }
}
