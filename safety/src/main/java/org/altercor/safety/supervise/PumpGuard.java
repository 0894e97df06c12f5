package org.altercor.safety.supervise;

import org.altercor.hal.port.DriveStatus;
import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;
import org.altercor.safety.interlock.Response;

/// How one pump is stopped, in the order that its head needs, until its shaft was seen to stand.
///
/// ```
/// roller        NONE ── DEMANDED ── STANDING                    the clamp, where fitted, shuts behind the stop
///                          └─────── CUT                         outside its stop envelope
/// centrifugal   NONE ── CLAMPING ─┬─ CLAMPED                    holds zero-flow speed
///                                 └─ DEMANDED ── STANDING / CUT
/// ```
///
/// A stop by the operator ends when the shaft stands, or the line is shut and the shaft stands; one by an interlock
/// lasts as long as the interlock. Nothing here starts a pump. Pure; the state is exchanged as a frame. Allocates
/// nothing.
final class PumpGuard implements Frame {
    /// What a stop may take on its way to the drive and back, before the envelope of its commissioning begins: the
    /// firmware's longest share and the oldest speed that counts as known.
    private static final long REACTION_NANOS = 70_000_000 + DriveStatus.SPEED_AGE_NANOS;

    /// Forward flow from which on somebody cranks a head by hand, in mL/min. Our own judgement: more than the zero
    /// error of a probe.
    private static final double CRANKED_ML_PER_MIN = 300;

    private final WatchedPump pump;
    private StopState state = StopState.NONE;
    private boolean operatorStops;
    private long sinceNanos;
    private double atStopRpm;
    private boolean isOutside;
    private boolean isUnseen;
    private boolean wasSeen;

    private boolean demandsStop;
    private boolean holdsZeroFlow;
    private boolean cuts;
    private boolean shutsClamp;
    private boolean tellsClamp; // since it was first known what its shaft does

    PumpGuard(WatchedPump pump) {
        this.pump = pump;
    }

    /// The operator wants this pump to stand.
    void orderStop() {
        operatorStops = true;
    }

    /// Takes one cycle.
    ///
    /// @param demanded the strongest response that interlocks want of this pump
    void step(SupervisorInputs inputs, Response demanded) {
        Response wanted = operatorStops && demanded.compareTo(Response.STOP) < 0 ? Response.STOP : demanded;
        if (wanted.endsFlow()) {
            carryOut(wanted, inputs);
        } else if (state != StopState.NONE) {
            become(StopState.NONE, inputs.nowNanos);
        }
        boolean isSeen = !Double.isNaN(pump.shaftRpm(inputs));
        wasSeen |= isSeen;
        isOutside = isStopDemanded() && isOutsideEnvelope(inputs);
        isUnseen = isStopDemanded() && isOverdue(inputs) && !isSeen && (wasSeen || operatorStops);
        demandsStop = isStopDemanded();
        holdsZeroFlow = state == StopState.CLAMPING || state == StopState.CLAMPED;
        cuts = state == StopState.CUT;
        tellsClamp |= state != StopState.NONE || isSeen;
        shutsClamp = pump.isOpenWhenStopped() ? isLineToBeShut(inputs) : isRollerLineToBeShut(demanded, inputs);
        if (state == StopState.STANDING || (state == StopState.CUT && stands(inputs))) {
            operatorStops = false;
        }
    }

    private void carryOut(Response wanted, SupervisorInputs inputs) {
        boolean isLineSafe = !pump.isOpenWhenStopped() || isLineShut(inputs);
        boolean cutsNow =
                pump.hasSecondPath() && (wanted == Response.CUT_AT_ONCE || (wanted == Response.CUT && isLineSafe));
        if (cutsNow || state == StopState.CUT) {
            demand(StopState.CUT, inputs);
            return;
        }
        if (!pump.isOpenWhenStopped()) {
            stopShaft(inputs);
        } else if (!isLineSafe) {
            if (state == StopState.NONE || state == StopState.CLAMPED) {
                become(StopState.CLAMPING, inputs.nowNanos); // a clamp that opens by itself is closed anew
            }
        } else if (wanted == Response.CLAMP) {
            if (state != StopState.STANDING && state != StopState.DEMANDED && state != StopState.CLAMPED) {
                become(StopState.CLAMPED, inputs.nowNanos);
            }
        } else {
            stopShaft(inputs);
        }
    }

    private void stopShaft(SupervisorInputs inputs) {
        if (!isStopDemanded()) {
            demand(StopState.DEMANDED, inputs);
        } else if (state == StopState.DEMANDED && stands(inputs)) {
            become(StopState.STANDING, sinceNanos);
        }
    }

    /// Standstill, by the drive or by the second path: the envelope runs from the first demand of either.
    private void demand(StopState next, SupervisorInputs inputs) {
        if (isStopDemanded()) {
            become(next, sinceNanos);
        } else {
            atStopRpm = speedAtStopRpm(inputs);
            become(next, inputs.nowNanos);
        }
    }

    /// What the shaft may turn at when the stop is demanded: it may still be on its way to what its drive was told.
    private double speedAtStopRpm(SupervisorInputs inputs) {
        double rpm = pump.fastestRpm(inputs);
        if (Double.isNaN(rpm)) {
            return pump.maximumRpm();
        }
        double toldRpm = Math.max(rpm, Math.abs(inputs.seen.drives[pump.index()].busRpm));
        return toldRpm + pump.marginRpm(toldRpm);
    }

    private boolean stands(SupervisorInputs inputs) {
        return pump.fastestRpm(inputs) < DriveStatus.STANDSTILL_RPM
                && pump.fastestSampledAtNanos(inputs) - sinceNanos >= 0;
    }

    private boolean isStopDemanded() {
        return switch (state) {
            case DEMANDED, STANDING, CUT -> true;
            case NONE, CLAMPING, CLAMPED -> false;
        };
    }

    private boolean isOutsideEnvelope(SupervisorInputs inputs) {
        double rpm = pump.fastestRpm(inputs);
        if (Double.isNaN(rpm)) {
            return false; // not known: see isOverdue
        }
        long sampledAtNanos = pump.fastestSampledAtNanos(inputs);
        double allowedPercent = pump.stop().allowedPercent((sampledAtNanos - sinceNanos - REACTION_NANOS) / 1e6);
        return rpm >= DriveStatus.STANDSTILL_RPM && rpm > atStopRpm * allowedPercent / 100;
    }

    /// Whether the shaft must have been seen to stand by now.
    private boolean isOverdue(SupervisorInputs inputs) {
        double standstillNanos = pump.stop().standstillMillis() * 1e6;
        return inputs.nowNanos - sinceNanos > standstillNanos + REACTION_NANOS + DriveStatus.SPEED_AGE_NANOS;
    }

    private boolean isLineShut(SupervisorInputs inputs) {
        return pump.hasClamp() && inputs.outputs.clamps[pump.clamp()].isShut(inputs.nowNanos);
    }

    /// An open head that stands, or is to stand, has its line shut; one that holds its line against backflow may have
    /// it open. A shaft that turns though nobody asked is left as it is found, and a line that has flow though its
    /// shaft stands: shutting it would stop a flow that nobody wants to stop.
    private boolean isLineToBeShut(SupervisorInputs inputs) {
        if (state != StopState.NONE) {
            return true;
        }
        double rpm = Math.abs(pump.shaftRpm(inputs));
        if (Double.isNaN(rpm)) {
            return shutsClamp;
        }
        if (inputs.control.mode[pump.index()] == PumpMode.STOPPED) {
            boolean isAsked = inputs.control.answer[pump.index()] == Answer.ACCEPTED;
            boolean stands = rpm < DriveStatus.STANDSTILL_RPM && !(pump.flow().known(inputs) > CRANKED_ML_PER_MIN);
            return shutsClamp || isAsked || stands;
        }
        return shutsClamp && rpm < openingRpm(inputs);
    }

    /// Speed from which on the line may be opened: the guard speed, what holds the pressure on this side of the clamp,
    /// and what holds any patient's on the other, unless the head is to turn no faster than it does.
    private double openingRpm(SupervisorInputs inputs) {
        double mmHg = pump.pressure().known(inputs);
        double surelyRpm = Math.min(pump.holdingRpm(SupervisorCore.HOLDING_MMHG), pump.maximumRpm());
        boolean isStillRising = inputs.control.targetRpm[pump.index()] > inputs.control.commandedRpm[pump.index()];
        double holdingRpm = Math.max(pump.holdingRpm(mmHg), isStillRising ? surelyRpm : 0);
        return Math.min(Math.max(pump.guardRpm(), holdingRpm), pump.maximumRpm());
    }

    /// A roller stops before its clamp closes: it would burst the line.
    private boolean isRollerLineToBeShut(Response demanded, SupervisorInputs inputs) {
        return demanded.endsFlow() && isStopDemanded() && (shutsClamp || stands(inputs));
    }

    private void become(StopState next, long nowNanos) {
        state = next;
        sinceNanos = nowNanos;
    }

    /// How far the stop is.
    StopState state() {
        return state;
    }

    /// Whether the stop slot of the drive is to be set.
    boolean demandsStop() {
        return demandsStop;
    }

    /// Whether the head is to hold its line against backflow and pump nothing.
    boolean holdsZeroFlow() {
        return holdsZeroFlow;
    }

    /// Whether drive power is to go by the second path.
    boolean cuts() {
        return cuts;
    }

    /// Whether the clamp of its line is to be shut.
    boolean shutsClamp() {
        return shutsClamp;
    }

    /// Whether its clamp is to be told anything: before it is known what the shaft does, it stays as it is found.
    boolean tellsClamp() {
        return tellsClamp;
    }

    /// Whether the shaft turns faster than its stop lets it.
    boolean isOutsideEnvelope() {
        return isOutside;
    }

    /// Whether the stop should be over, and nobody sees the shaft.
    boolean isUnseen() {
        return isUnseen;
    }

    @Override
    public void exchange(FieldExchange fields) {
        state = StopState.ofCode(fields.int8("state", state.code()));
        operatorStops = fields.flag("operatorStops", operatorStops);
        sinceNanos = fields.int64("sinceNanos", sinceNanos);
        atStopRpm = fields.float64("atStopRpm", atStopRpm);
        isOutside = fields.flag("isOutside", isOutside);
        isUnseen = fields.flag("isUnseen", isUnseen);
        wasSeen = fields.flag("wasSeen", wasSeen);
        demandsStop = fields.flag("demandsStop", demandsStop);
        holdsZeroFlow = fields.flag("holdsZeroFlow", holdsZeroFlow);
        cuts = fields.flag("cuts", cuts);
        shutsClamp = fields.flag("shutsClamp", shutsClamp);
        tellsClamp = fields.flag("tellsClamp", tellsClamp);
    }
}
