package org.altercor.controller.loop;

import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;
import org.altercor.safety.supervise.SupervisorCore;

/// The speed at which a centrifugal head holds the pressure of its line without flow: `N = √(P / c)`.
///
/// P is the mean of the line pressure, and what the sensor stands above the reservoir. Behind a shut clamp the sensor
/// sees the head and not the patient, so that nothing is learnt from it there. Pure; the state is exchanged as a frame;
/// allocates nothing.
final class HoldingSpeed implements Frame {
    /// Pressure that is held where none is known: from there on the supervisor opens the line as well.
    static final double UNKNOWN_MMHG = SupervisorCore.HOLDING_MMHG;

    /// Added to the line pressure: the reservoir stands lower than the sensor, by up to a third of a metre. Our own
    /// judgement, on the side of forward flow; the probe trims it.
    static final double HEIGHT_MMHG = 25;

    /// Time constant of the mean, so that the speed does not follow the heart. Our own judgement.
    private static final double MEAN_SECONDS = 1;

    private final double shutOffMmHgPerRpm2;
    private final double guardRpm;
    private final double highestRpm;
    private double meanMmHg = Double.NaN;

    HoldingSpeed(ControlledPump.Head.Centrifugal head, double highestRpm) {
        shutOffMmHgPerRpm2 = head.shutOffMmHgPerRpm2();
        guardRpm = Math.min(head.guardRpm(), highestRpm);
        this.highestRpm = highestRpm;
    }

    /// Looks at one cycle. A pressure that is lost leaves the last mean.
    void see(PumpNow now) {
        if (now.isLineShut) {
            meanMmHg = Double.NaN;
        } else if (!Double.isNaN(now.pressureMmHg)) {
            meanMmHg = Double.isNaN(meanMmHg)
                    ? now.pressureMmHg
                    : meanMmHg + (now.pressureMmHg - meanMmHg) * now.stepSeconds / MEAN_SECONDS;
        }
    }

    /// Speed that holds the line.
    double rpm() {
        return rpm(Double.isNaN(meanMmHg) ? UNKNOWN_MMHG : meanMmHg + HEIGHT_MMHG);
    }

    /// Speed below which the line may run backwards, as far as is known: never more than holds what a patient asks
    /// for, whatever the head presses into a line that is shut by hand.
    double floorRpm() {
        double mmHg = Double.isNaN(meanMmHg) ? UNKNOWN_MMHG : Math.min(meanMmHg, UNKNOWN_MMHG);
        return Math.max(rpm(mmHg), guardRpm);
    }

    /// The profile's speed below which an open line may run backwards.
    double guardRpm() {
        return guardRpm;
    }

    private double rpm(double mmHg) {
        return Math.min(StrictMath.sqrt(Math.max(mmHg, 0) / shutOffMmHgPerRpm2), highestRpm);
    }

    @Override
    public void exchange(FieldExchange fields) {
        meanMmHg = fields.float64("meanMmHg", meanMmHg);
    }
}
