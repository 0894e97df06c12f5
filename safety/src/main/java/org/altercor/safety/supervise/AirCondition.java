package org.altercor.safety.supervise;

import org.altercor.hal.port.SwitchReading;
import org.altercor.safety.frame.FieldExchange;

/// Air at a detector. Every bubble counts, however short: edges are compared as well as the level.
final class AirCondition extends Condition {
    private final int index;
    private final long lostAfterNanos;
    private long seenActivations;
    private boolean isListening; // since the detector was first known

    AirCondition(int index, long lostAfterNanos) {
        this.index = index;
        this.lostAfterNanos = lostAfterNanos;
    }

    @Override
    Finding judge(SupervisorInputs inputs) {
        SwitchReading air = inputs.seen.switches[index];
        if (!air.isUsable(inputs.nowNanos, lostAfterNanos)) {
            return Finding.UNKNOWN;
        }
        evidence(air.sampledAtNanos());
        boolean hasPassed = isListening && air.activations() != seenActivations;
        seenActivations = air.activations();
        isListening = true;
        return hasPassed || air.isKnownActive(inputs.nowNanos, lostAfterNanos) ? Finding.PRESENT : Finding.CLEAR;
    }

    @Override
    public void exchange(FieldExchange fields) {
        super.exchange(fields);
        seenActivations = fields.int64("seenActivations", seenActivations);
        isListening = fields.flag("isListening", isListening);
    }
}
