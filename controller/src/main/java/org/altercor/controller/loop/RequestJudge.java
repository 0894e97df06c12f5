package org.altercor.controller.loop;

import org.altercor.config.schema.OperatorSetting;
import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;
import org.altercor.safety.supervise.Answer;

/// Judges the requests of one pump at a cycle boundary: whether it has the mode, whether what is asked can be, and
/// whether it is permitted. Asking for standstill is never refused.
///
/// Pure; the newest answer is exchanged as a frame; allocates nothing.
final class RequestJudge implements Frame {
    /// Fewest parts of the leader's flow to one of the follower's: ten times the leader. Our own judgement.
    static final double SMALLEST_RATIO = 0.1;

    static final double LARGEST_RATIO = OperatorSetting.RATIO.range().max();

    private final ControlledPump pump;
    private Answer answer = Answer.NONE;
    private double detail = Double.NaN;

    RequestJudge(ControlledPump pump) {
        this.pump = pump;
    }

    /// Judges the newest request of its pump.
    ///
    /// @param ceilingRpm highest speed that all limits leave
    /// @return whether it is accepted
    boolean judge(PumpRequests requests, PumpNow now, double ceilingRpm) {
        int index = pump.index();
        detail = Double.NaN;
        answer = Answer.ACCEPTED;
        if (requests.asksForStandstill(index)) {
            return true;
        }
        if (pump.has(requests.mode[index])) {
            switch (requests.mode[index]) {
                case STOPPED -> {}
                case SPEED -> judgeSpeed(requests.speedRpm[index], now, ceilingRpm);
                case FLOW -> judgeFlow(requests.flowMlPerMin[index], now, ceilingRpm);
                case PULSATILE -> judgePulses(requests, now, ceilingRpm);
                case FOLLOWER -> judgeRatio(requests.ratio[index], now, ceilingRpm);
                case ZERO_FLOW -> judgeMotion(now.commandedRpm, now, ceilingRpm);
            }
        } else {
            refuse(Answer.NOT_THIS_MODE, Double.NaN);
        }
        return answer == Answer.ACCEPTED;
    }

    private void judgeSpeed(double rpm, PumpNow now, double ceilingRpm) {
        judgeRange(rpm, SpeedLaw.STANDSTILL_RPM, pump.limits().maximumRpm());
        judgeMotion(rpm, now, ceilingRpm);
    }

    private void judgeFlow(double mlPerMin, PumpNow now, double ceilingRpm) {
        switch (pump.head()) {
            case ControlledPump.Head.Roller(var strokeMl) -> {
                judgeRange(mlPerMin, pump.lowestMlPerMin(), pump.highestMlPerMin());
                judgeMotion(mlPerMin / strokeMl, now, ceilingRpm);
            }
            case ControlledPump.Head.Centrifugal _ -> {
                judgeRange(mlPerMin, pump.lowestMlPerMin(), pump.highestMlPerMin());
                if (Double.isNaN(now.flowMlPerMin)) {
                    refuse(Answer.SENSOR_MISSING, Double.NaN);
                }
                boolean isMore = mlPerMin > now.flowMlPerMin;
                judgeMotion(isMore ? Double.MAX_VALUE : now.commandedRpm, now, ceilingRpm);
            }
        }
    }

    private void judgePulses(PumpRequests requests, PumpNow now, double ceilingRpm) {
        int index = pump.index();
        double strokeMl = pump.strokeMl();
        double meanMlPerMin = requests.flowMlPerMin[index];
        double ratePerMin = requests.ratePerMin[index];
        double widthPercent = requests.widthPercent[index];
        double basePercent = requests.basePercent[index];
        double highestMlPerMin = pump.highestMlPerMin();
        judgeWithin(ratePerMin, PulseLaw.SLOWEST_PER_MIN, PulseLaw.FASTEST_PER_MIN);
        judgeWithin(widthPercent, PulseLaw.NARROWEST_PERCENT, PulseLaw.WIDEST_PERCENT);
        judgeWithin(basePercent, PulseLaw.LOWEST_BASE_PERCENT, PulseLaw.HIGHEST_BASE_PERCENT);
        judgeRange(meanMlPerMin, SpeedLaw.STANDSTILL_RPM * strokeMl * 100 / basePercent, highestMlPerMin);
        double reachableMlPerMin = PulseLaw.reachableMlPerMin(
                meanMlPerMin * basePercent / 100,
                ratePerMin,
                widthPercent,
                pump.limits().rampRpmPerSecond() * strokeMl);
        double peakMlPerMin = PulseLaw.peakMlPerMin(meanMlPerMin, widthPercent, basePercent);
        double boundMlPerMin = Math.min(reachableMlPerMin, highestMlPerMin);
        if (peakMlPerMin > boundMlPerMin) {
            refuse(Answer.PEAK_OUT_OF_REACH, boundMlPerMin);
        }
        judgeMotion(meanMlPerMin / strokeMl, now, ceilingRpm);
        if (!now.mayPulse || peakMlPerMin / strokeMl > ceilingRpm) {
            refuse(Answer.INCREASE_NOT_PERMITTED, Double.NaN);
        }
    }

    private void judgeRatio(double ratio, PumpNow now, double ceilingRpm) {
        judgeWithin(ratio, SMALLEST_RATIO, LARGEST_RATIO);
        if (Double.isNaN(now.leaderMlPerMin)) {
            refuse(Answer.SENSOR_MISSING, Double.NaN);
        }
        judgeMotion(now.leaderMlPerMin / ratio / pump.strokeMl(), now, ceilingRpm);
    }

    private void judgeWithin(double value, double smallest, double largest) {
        if (Double.isNaN(value)) {
            refuse(Answer.NOT_A_NUMBER, Double.NaN);
        } else if (value < smallest || value > largest) {
            refuse(Answer.OUT_OF_RANGE, value < smallest ? smallest : largest);
        }
    }

    private void judgeRange(double value, double smallest, double largest) {
        if (Double.isNaN(value)) {
            refuse(Answer.NOT_A_NUMBER, Double.NaN);
        } else if (value < 0) {
            refuse(Answer.OUT_OF_RANGE, 0);
        } else if (value > largest) {
            refuse(Answer.ABOVE_MAXIMUM, largest);
        } else if (value < smallest) {
            refuse(Answer.TOO_SLOW, smallest);
        }
    }

    private void judgeMotion(double rpm, PumpNow now, double ceilingRpm) {
        Answer permission = SpeedLaw.permit(
                rpm, now.commandedRpm, now.measuredRpm, now.mayStart && ceilingRpm > 0, now.mayIncrease);
        if (permission != Answer.ACCEPTED) {
            refuse(permission, Double.NaN);
        }
    }

    /// The first reason stands.
    private void refuse(Answer reason, double bound) {
        if (answer == Answer.ACCEPTED) {
            answer = reason;
            detail = bound;
        }
    }

    /// What became of the newest request judged.
    Answer answer() {
        return answer;
    }

    /// The bound that it broke; NaN when it broke none.
    double detail() {
        return detail;
    }

    @Override
    public void exchange(FieldExchange fields) {
        answer = Answer.ofCode(fields.int8("answer", answer.code()));
        detail = fields.float64("detail", detail);
    }
}
