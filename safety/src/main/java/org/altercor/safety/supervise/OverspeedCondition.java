package org.altercor.safety.supervise;

import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.observe.DriveLook;

/// A shaft faster than its command lets it be, for a while; or faster than its pump may ever be, at once.
///
/// The command is that of the bus thread, as the drive was told it. The envelope follows a rise at once and a fall
/// by ramp and lag of the commissioning, so that ordinary ramps never trip. Of drive and tachometer the faster counts.
///
/// A drive that has not joined was told nothing: the program was started anew, or its cable was out, and somebody may
/// turn it by its own knob. It has no command to be faster than; its maximum it has.
final class OverspeedCondition extends Condition {
    /// How far above a pump's maximum is never a rounding. Our own judgement: 2 %, and the margin of the profile.
    private static final double ABOVE_MAXIMUM = 1.02;

    private final WatchedPump pump;
    private final PumpGuard guard;
    private final Lasting tooFast = new Lasting();
    private double envelopeRpm;
    private double rampedRpm;
    private double laggingRpm;
    private long fallsAtNanos;
    private long lastNanos;
    private boolean isStarted;

    OverspeedCondition(WatchedPump pump, PumpGuard guard) {
        this.pump = pump;
        this.guard = guard;
    }

    @Override
    Finding judge(SupervisorInputs inputs) {
        DriveLook drive = inputs.seen.drives[pump.index()];
        double rpm = pump.fastestRpm(inputs);
        boolean isCommanded = drive.isJoined || Double.isNaN(rpm);
        follow(isCommanded ? Math.abs(drive.busRpm) : Math.max(rpm, Math.abs(drive.busRpm)), inputs.nowNanos);
        if (Double.isNaN(rpm)) {
            return Finding.UNKNOWN;
        }
        long sampledAtNanos = pump.fastestSampledAtNanos(inputs);
        evidence(sampledAtNanos);
        if (guard.demandsStop()) {
            tooFast.lasts(false, sampledAtNanos, 0);
            return Finding.CLEAR; // the stop has an envelope of its own, and a shaft without torque no ramp
        }
        boolean isRunaway = rpm > pump.maximumRpm() * ABOVE_MAXIMUM + pump.overspeedRpm();
        boolean lasts =
                tooFast.lasts(rpm > envelopeRpm + pump.marginRpm(envelopeRpm), sampledAtNanos, pump.overspeedNanos());
        return isRunaway || lasts ? Finding.PRESENT : Finding.CLEAR;
    }

    /// The lag of a commissioning is delay and time constant together, in unknown shares: a ramp that is late by all of
    /// it is outlasted at its end by a shaft that has it as its time constant. Either may be.
    private void follow(double commandRpm, long nowNanos) {
        double seconds = isStarted ? (nowNanos - lastNanos) / 1e9 : 0;
        isStarted = true;
        lastNanos = nowNanos;
        if (commandRpm >= rampedRpm) {
            rampedRpm = commandRpm;
            fallsAtNanos = nowNanos + pump.lagNanos();
        } else if (nowNanos - fallsAtNanos >= 0) {
            rampedRpm = Math.max(commandRpm, rampedRpm - pump.rampRpmPerSecond() * seconds);
        }
        double share = pump.lagNanos() > 0 ? Math.min(seconds * 1e9 / pump.lagNanos(), 1) : 1;
        laggingRpm = Math.max(commandRpm, laggingRpm + (commandRpm - laggingRpm) * share);
        envelopeRpm = Math.max(rampedRpm, laggingRpm);
    }

    @Override
    public void exchange(FieldExchange fields) {
        super.exchange(fields);
        fields.enter("tooFast", 0);
        tooFast.exchange(fields);
        fields.leave();
        envelopeRpm = fields.float64("envelopeRpm", envelopeRpm);
        rampedRpm = fields.float64("rampedRpm", rampedRpm);
        laggingRpm = fields.float64("laggingRpm", laggingRpm);
        fallsAtNanos = fields.int64("fallsAtNanos", fallsAtNanos);
        lastNanos = fields.int64("lastNanos", lastNanos);
        isStarted = fields.flag("isStarted", isStarted);
    }
}
