package org.altercor.controller.scenario;

import org.altercor.config.scenario.Act.Change;
import org.altercor.hal.twin.TwinWorld;

/// A change of one number that takes its time, evenly. Owner: the run. Allocates nothing after construction.
final class Ramp {
    private final TwinWorld world;
    private final Change change;
    private final long lengthSteps;
    private boolean active;
    private long beginStep;
    private double from;

    Ramp(TwinWorld world, Change change) {
        this.world = world;
        this.change = change;
        lengthSteps = Steps.notBefore(change.overSeconds());
    }

    boolean changesTheSameAs(Change other) {
        return change.part().equals(other.part()) && change.key().equals(other.key());
    }

    void begin(long step) {
        from = world.parameter(change.part(), change.key());
        beginStep = step;
        active = true;
    }

    void cancel() {
        active = false;
    }

    /// Sets the number for a step.
    void advance(long step) {
        if (!active) {
            return;
        }
        double share = (double) (step - beginStep) / lengthSteps;
        active = share < 1;
        world.set(change.part(), change.key(), active ? from + share * (change.value() - from) : change.value());
    }
}
