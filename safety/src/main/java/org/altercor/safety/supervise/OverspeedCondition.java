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
    private final CommandEnvelope envelope;

    OverspeedCondition(WatchedPump pump, PumpGuard guard) {
        this.pump = pump;
        this.guard = guard;
        envelope = new CommandEnvelope(pump.rampRpmPerSecond(), pump.lagNanos());
    }

    @Override
    Finding judge(SupervisorInputs inputs) {
        DriveLook drive = inputs.seen.drives[pump.index()];
        double rpm = pump.fastestRpm(inputs);
        boolean isCommanded = drive.isJoined || Double.isNaN(rpm);
        envelope.follow(isCommanded ? Math.abs(drive.busRpm) : Math.max(rpm, Math.abs(drive.busRpm)), inputs.nowNanos);
        if (Double.isNaN(rpm)) {
            return Finding.UNKNOWN;
        }
        long sampledAtNanos = pump.fastestSampledAtNanos(inputs);
        evidence(sampledAtNanos);
        if (guard.demandsStop()) {
            tooFast.lasts(false, sampledAtNanos, 0);
            return Finding.CLEAR; // the stop has an envelope of its own, and a shaft without torque no ramp
        }
        double allowedRpm = envelope.rpm() + pump.marginRpm(envelope.rpm());
        boolean isRunaway = rpm > pump.maximumRpm() * ABOVE_MAXIMUM + pump.overspeedRpm();
        boolean lasts = tooFast.lasts(rpm > allowedRpm, sampledAtNanos, pump.overspeedNanos());
        return isRunaway || lasts ? Finding.PRESENT : Finding.CLEAR;
    }

    @Override
    public void exchange(FieldExchange fields) {
        super.exchange(fields);
        fields.part("tooFast", tooFast);
        fields.part("envelope", envelope);
    }
}
