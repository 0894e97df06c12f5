package org.altercor.safety.supervise;

import java.util.function.DoubleSupplier;
import org.altercor.hal.port.SwitchReading;

/// Too little blood in the reservoir, by its volume or by the mark of its sensor: the worse of the two counts.
final class LevelCondition extends Condition {
    private final Sensed volume;
    private final int mark;
    private final DoubleSupplier limitMl;
    private final boolean isMarkTheLimit;

    /// @param volume         of the reservoir in mL
    /// @param mark           index of the switch that is active below the sensor's lowest mark
    /// @param limitMl        in force: below it there is too little
    /// @param isMarkTheLimit whether a level that is known to be above the mark is enough, though its volume is not
    ///                       known
    LevelCondition(Sensed volume, int mark, DoubleSupplier limitMl, boolean isMarkTheLimit) {
        this.volume = volume;
        this.mark = mark;
        this.limitMl = limitMl;
        this.isMarkTheLimit = isMarkTheLimit;
    }

    @Override
    Finding judge(SupervisorInputs inputs) {
        double volumeMl = volume.known(inputs);
        SwitchReading belowMark = inputs.seen.switches[mark];
        boolean isBelowMark = belowMark.isKnownActive(inputs.nowNanos, volume.lostAfterNanos());
        boolean isAboveMark = belowMark.isKnownInactive(inputs.nowNanos, volume.lostAfterNanos());
        if (isBelowMark) {
            evidence(belowMark.sampledAtNanos());
            return Finding.PRESENT;
        }
        if (Double.isNaN(volumeMl)) {
            evidence(belowMark.sampledAtNanos());
            return isAboveMark && isMarkTheLimit ? Finding.CLEAR : Finding.UNKNOWN;
        }
        evidence(volume.sampledAtNanos(inputs));
        return volumeMl < limitMl.getAsDouble() ? Finding.PRESENT : Finding.CLEAR;
    }
}
