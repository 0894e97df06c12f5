package org.altercor.controller.loop;

import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;
import org.altercor.safety.supervise.ControlSnapshot;
import org.altercor.safety.supervise.PumpMode;

/// The mode of one pump: how it is entered, how it ends, and which speed it wants.
///
/// | mode | ends by itself in |
/// |---|---|
/// | flow of a centrifugal head | speed, when its probe is lost |
/// | pulsatile | flow, when an interlock, a limit or a permit is against pulses |
/// | follower | stopped, when the leader turns and it may not be started |
/// | zero-flow | stopped, when the line was shut for as long as it may be |
/// | any but stopped | zero-flow, when the supervisor wants it; stopped, when the drive is kept at zero |
///
/// None comes back by itself. Pure; the state is exchanged as a frame; allocates nothing.
final class PumpModes implements Frame {
    private final HeadLaw law;
    private final PulseLaw pulses;
    private final double strokeMl;
    private PumpMode mode = PumpMode.STOPPED;
    private double askedRpm;
    private double askedMlPerMin;
    private double ratio = 1;
    private boolean hasLostSensor;
    private boolean isCut;
    private double settlingRpm;

    PumpModes(ControlledPump pump) {
        law = HeadLaw.of(pump);
        strokeMl = pump.strokeMl();
        pulses = new PulseLaw(strokeMl);
    }

    /// Looks at one cycle, whatever the mode.
    void see(PumpNow now) {
        law.see(now);
    }

    /// Standstill, and what was asked is forgotten.
    void stop() {
        mode = PumpMode.STOPPED;
        forget();
    }

    private void forget() {
        askedRpm = 0;
        askedMlPerMin = 0;
        hasLostSensor = false;
        isCut = false;
        settlingRpm = 0;
    }

    /// Enters the mode of a request that was accepted.
    void enter(PumpRequests requests, int pump, PumpNow now) {
        PumpMode before = mode;
        forget();
        mode = requests.asksForStandstill(pump) ? PumpMode.STOPPED : requests.mode[pump];
        switch (mode) {
            case STOPPED -> {}
            case SPEED -> askedRpm = requests.speedRpm[pump];
            case FLOW -> {
                askedMlPerMin = requests.flowMlPerMin[pump];
                if (before != PumpMode.FLOW) {
                    law.beginFlow(now, askedMlPerMin);
                }
            }
            case PULSATILE -> {
                askedMlPerMin = requests.flowMlPerMin[pump];
                pulses.begin(now.nanos, requests, pump, before == PumpMode.PULSATILE);
            }
            case FOLLOWER -> ratio = requests.ratio[pump];
            case ZERO_FLOW -> law.beginZeroFlow();
        }
    }

    /// Leaves a mode that cannot go on.
    ///
    /// @param ceilingRpm highest speed that all limits leave
    void leave(PumpNow now, double ceilingRpm) {
        if (now.isToHoldZeroFlow && mode != PumpMode.STOPPED && mode != PumpMode.ZERO_FLOW) {
            forget();
            mode = PumpMode.ZERO_FLOW;
            law.beginZeroFlow();
        }
        switch (mode) {
            case STOPPED, SPEED -> {}
            case FLOW -> {
                if (law.hasLostFlow(now)) {
                    forget();
                    mode = PumpMode.SPEED;
                    askedRpm = now.commandedRpm;
                    hasLostSensor = true;
                }
            }
            case PULSATILE -> {
                if (!now.mayPulse || pulses.peakRpm() > ceilingRpm) {
                    mode = PumpMode.FLOW;
                    settlingRpm = askedMlPerMin / strokeMl;
                }
            }
            case FOLLOWER -> {
                boolean isStart = now.commandedRpm < SpeedLaw.STANDSTILL_RPM && now.leaderMlPerMin > 0;
                if (isStart && !now.mayStart) {
                    stop();
                }
            }
            case ZERO_FLOW -> {
                if (law.hasHeldShutLine(now)) {
                    stop();
                }
            }
        }
    }

    /// A rise that is not permitted any more ends where it was: it does not go on by itself.
    ///
    /// @param reachedRpm highest speed since the request was accepted
    void cut(PumpNow now, double reachedRpm) {
        double reachedMlPerMin = law.reachedMlPerMin(now, Math.max(reachedRpm, settlingRpm));
        isCut |= (mode == PumpMode.SPEED && askedRpm > reachedRpm)
                || (mode == PumpMode.FLOW && askedMlPerMin > reachedMlPerMin);
        askedRpm = Math.min(askedRpm, reachedRpm);
        askedMlPerMin = mode == PumpMode.FLOW ? Math.min(askedMlPerMin, reachedMlPerMin) : askedMlPerMin;
    }

    /// Speed that the mode wants in this cycle; 0 when it is slower than a shaft can turn.
    double wantedRpm(PumpNow now) {
        double rpm = switch (mode) {
            case STOPPED -> law.stopRpm(now);
            case SPEED -> askedRpm;
            case FLOW -> law.flowRpm(now, askedMlPerMin);
            case PULSATILE -> pulses.rpm(now.nanos);
            case FOLLOWER -> followedMlPerMin(now) / strokeMl;
            case ZERO_FLOW -> law.zeroFlowRpm(now);
        };
        return rpm < SpeedLaw.STANDSTILL_RPM ? 0 : rpm;
    }

    /// A leader that is not known is followed to standstill.
    private double followedMlPerMin(PumpNow now) {
        return Double.isNaN(now.leaderMlPerMin) ? 0 : now.leaderMlPerMin / ratio;
    }

    /// Highest speed it may be raised to. After the last pulse that is the mean that it gave all the time.
    double riseToRpm(PumpNow now, double ceilingRpm) {
        if (now.commandedRpm >= settlingRpm || ceilingRpm < settlingRpm) {
            settlingRpm = 0;
        }
        return now.mayIncrease ? Double.POSITIVE_INFINITY : settlingRpm;
    }

    /// Speed below which level and line pressure do not limit.
    double floorRpm(PumpNow now) {
        return law.floorRpm(now);
    }

    PumpMode mode() {
        return mode;
    }

    /// Flow that is asked for in this cycle; NaN in a mode that is told none.
    double setMlPerMin(PumpNow now) {
        return switch (mode) {
            case STOPPED, SPEED -> Double.NaN;
            case FLOW, PULSATILE -> askedMlPerMin;
            case FOLLOWER -> followedMlPerMin(now);
            case ZERO_FLOW -> 0;
        };
    }

    /// Says what it was told, beside a flow; NaN for what the mode is told none of.
    void tellAsked(ControlSnapshot snapshot, int pump) {
        boolean isPulsing = mode == PumpMode.PULSATILE;
        snapshot.setRatePerMin[pump] = isPulsing ? pulses.ratePerMin() : Double.NaN;
        snapshot.setWidthPercent[pump] = isPulsing ? pulses.widthPercent() : Double.NaN;
        snapshot.setBasePercent[pump] = isPulsing ? pulses.basePercent() : Double.NaN;
        snapshot.setRatio[pump] = mode == PumpMode.FOLLOWER ? ratio : Double.NaN;
    }

    /// Whether it holds its speed because a sensor was lost.
    boolean hasLostSensor() {
        return hasLostSensor;
    }

    /// Whether the head turns as it is asked and moves nothing.
    boolean isDeprimed() {
        return law.isDeprimed();
    }

    /// Whether a rise was cut short.
    boolean isCut() {
        return isCut;
    }

    @Override
    public void exchange(FieldExchange fields) {
        fields.part("law", law);
        fields.part("pulses", pulses);
        mode = PumpMode.ofCode(fields.int8("mode", mode.code()));
        askedRpm = fields.float64("askedRpm", askedRpm);
        askedMlPerMin = fields.float64("askedMlPerMin", askedMlPerMin);
        ratio = fields.float64("ratio", ratio);
        hasLostSensor = fields.flag("hasLostSensor", hasLostSensor);
        isCut = fields.flag("isCut", isCut);
        settlingRpm = fields.float64("settlingRpm", settlingRpm);
    }
}
