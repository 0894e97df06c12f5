package org.altercor.controller.loop;

import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;

/// Notices a centrifugal head that turns as it is asked and moves nothing: it is full of air, or its magnet has let go.
///
/// Its speed is right, current and line pressure are lower than they were (both grow with the square of the speed), and
/// the flow is gone. A line that is shut by hand takes current and flow away as well, and lets the pressure rise.
/// What is not known is no evidence. Pure; the state is exchanged as a frame; allocates nothing.
final class PrimeWatch implements Frame {
    /// Shares of what they were: below them the current is low, and the pressure has fallen. Our own judgement: the
    /// blood takes a tenth of an impeller's current or more, and each is evidence only with all the others.
    private static final double LOW_SHARE = 0.9;

    /// A speed this near the command is right; one this near the learnt speed is about the same. Our own judgement.
    private static final double RIGHT_SHARE = 0.05;

    private static final double SAME_SHARE = 0.25;

    /// Time constant of what is learnt, and for how long it must have been learnt. Our own judgement.
    private static final double MEAN_SECONDS = 5;

    private static final double LEARNT_SECONDS = 2;

    /// How long it must last. Our own judgement: two samples of the flow probe.
    private static final double LASTS_SECONDS = 0.2;

    private final double goneMlPerMin;
    private final double slowestRpm;
    private double meanAmps;
    private double meanMmHg;
    private double learntRpm;
    private double learntSeconds;
    private double dubiousSeconds;
    private boolean isDeprimed;

    PrimeWatch(ControlledPump.Head.Centrifugal head) {
        goneMlPerMin = head.bandHighMlPerMin();
        slowestRpm = head.guardRpm();
    }

    /// Looks at one cycle.
    void see(PumpNow now) {
        boolean isRight = now.commandedRpm >= slowestRpm
                && Math.abs(now.measuredRpm - now.commandedRpm) <= RIGHT_SHARE * now.commandedRpm;
        boolean isKnown = !Double.isNaN(now.amps) && !Double.isNaN(now.pressureMmHg) && !Double.isNaN(now.flowMlPerMin);
        isDeprimed &= now.commandedRpm >= slowestRpm;
        if (!isRight || !isKnown || now.isLineShut) {
            dubiousSeconds = 0;
            return;
        }
        boolean isSameSpeed = Math.abs(now.measuredRpm - learntRpm) <= SAME_SHARE * learntRpm;
        double squared = now.measuredRpm / learntRpm * now.measuredRpm / learntRpm;
        boolean isCurrentLow = now.amps < LOW_SHARE * meanAmps * squared;
        boolean hasPressureFallen = now.pressureMmHg < LOW_SHARE * meanMmHg * squared;
        boolean isGone = now.flowMlPerMin < goneMlPerMin;
        boolean isLearnt = learntSeconds >= LEARNT_SECONDS && isSameSpeed;
        if (isLearnt && isCurrentLow && hasPressureFallen && isGone) {
            dubiousSeconds += now.stepSeconds;
            isDeprimed |= dubiousSeconds >= LASTS_SECONDS;
        } else {
            dubiousSeconds = 0;
            isDeprimed &= isLearnt && isCurrentLow;
            if (!isLearnt || !(isCurrentLow || hasPressureFallen)) {
                learn(now, isSameSpeed);
            }
        }
    }

    private void learn(PumpNow now, boolean isSameSpeed) {
        boolean isNew = learntSeconds == 0 || !isSameSpeed;
        double share = isNew ? 1 : now.stepSeconds / MEAN_SECONDS;
        learntSeconds = isNew ? now.stepSeconds : learntSeconds + now.stepSeconds;
        meanAmps += (now.amps - meanAmps) * share;
        meanMmHg += (now.pressureMmHg - meanMmHg) * share;
        learntRpm += (now.measuredRpm - learntRpm) * share;
    }

    /// Whether it may be so: until that is known, nothing is to be learnt from its flow.
    boolean isDubious() {
        return isDeprimed || dubiousSeconds > 0;
    }

    /// Whether it is so.
    boolean isDeprimed() {
        return isDeprimed;
    }

    @Override
    public void exchange(FieldExchange fields) {
        meanAmps = fields.float64("meanAmps", meanAmps);
        meanMmHg = fields.float64("meanMmHg", meanMmHg);
        learntRpm = fields.float64("learntRpm", learntRpm);
        learntSeconds = fields.float64("learntSeconds", learntSeconds);
        dubiousSeconds = fields.float64("dubiousSeconds", dubiousSeconds);
        isDeprimed = fields.flag("isDeprimed", isDeprimed);
    }
}
