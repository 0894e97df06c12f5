package org.altercor.controller.loop;

import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;

/// What a pump gives by its speed and its stroke volume, and has given since it was started last.
///
/// While the speed is not known, what was asked of the drive is counted: a dose must not run on because nobody
/// counted. Pure; the state is exchanged as a frame; allocates nothing.
final class Delivery implements Frame {
    private static final double SECONDS_PER_MIN = 60;

    private final double strokeMl;
    private final double nothingMl;
    private double deliveredMl;
    private double flowMlPerMin = Double.NaN;

    /// @param strokeMl volume of a turn; NaN for a head that has none
    Delivery(double strokeMl) {
        this.strokeMl = strokeMl;
        nothingMl = Double.isNaN(strokeMl) ? Double.NaN : 0;
        deliveredMl = nothingMl;
    }

    /// Takes one cycle.
    ///
    /// @param startsNow whether the pump is started in it
    void step(PumpNow now, boolean startsNow) {
        flowMlPerMin = now.measuredRpm * strokeMl;
        double countedMlPerMin = Double.isNaN(now.measuredRpm) ? now.commandedRpm * strokeMl : flowMlPerMin;
        deliveredMl = (startsNow ? nothingMl : deliveredMl) + countedMlPerMin / SECONDS_PER_MIN * now.stepSeconds;
    }

    /// Flow in mL/min by the measured speed; NaN when it is not known.
    double flowMlPerMin() {
        return flowMlPerMin;
    }

    /// Volume in mL since the last start; NaN for a head without a stroke volume.
    double deliveredMl() {
        return deliveredMl;
    }

    @Override
    public void exchange(FieldExchange fields) {
        deliveredMl = fields.float64("deliveredMl", deliveredMl);
        flowMlPerMin = fields.float64("flowMlPerMin", flowMlPerMin);
    }
}
