package org.altercor.controller.loop;

import org.altercor.safety.observe.DriveLook;
import org.altercor.safety.supervise.InterlockState;

/// What one pump's modes, laws and limits may look at in one cycle. What is not known is NaN.
///
/// Filled anew in each cycle and no part of the state. Owner: the control loop's thread; allocates nothing.
final class PumpNow {
    private final ControlledPump pump;

    long nanos;

    /// Time that one ramp step covers.
    double stepSeconds;

    /// Speed asked of the drive in the last cycle.
    double commandedRpm;

    /// Whether that was less than its law wanted.
    boolean isHeldBack;

    /// Speed of the shaft.
    double measuredRpm;

    /// Current of its motor.
    double amps;

    /// Flow in its line, and when it was measured.
    double flowMlPerMin;

    long flowSampledAtNanos;

    /// Pressure in its line.
    double pressureMmHg;

    /// How far the operator has lowered the pressure that stops it; 0 when it is the profile's.
    double stopLoweredMmHg;

    /// Blood in the reservoir that it empties.
    double levelMl;

    /// Flow of the pump that it follows; 0 while that stands.
    double leaderMlPerMin;

    /// Whether a sensor that limits it is not known: it may go on, and not faster.
    boolean isBlind;

    /// Whether its drive is kept at zero, whatever it is asked.
    boolean isKeptAtZero;

    /// Whether its line is known to be shut by its clamp.
    boolean isLineShut;

    /// Whether the supervisor wants its line held, and nothing pumped.
    boolean isToHoldZeroFlow;

    boolean mayStart;
    boolean mayIncrease;

    /// Whether it may pulse, for all that others say.
    boolean mayPulse;

    /// Highest speed that the supervisor permits; infinite without a limit, NaN when that is not known.
    double permittedRpm;

    PumpNow(ControlledPump pump) {
        this.pump = pump;
    }

    /// Looks at one cycle.
    ///
    /// @param isSupervised whether the supervisor is alive; without it there is no limit of its own, and no permit
    void look(ControlInputs inputs, boolean isSupervised, double cycleSeconds) {
        int index = pump.index();
        DriveLook drive = inputs.seen.drives[index];
        nanos = inputs.nowNanos;
        stepSeconds = cycleSeconds;
        measuredRpm = drive.knownRpm(nanos);
        amps = drive.currentAmps.isUsable(nanos, DriveLook.SPEED_AGE_NANOS) ? drive.currentAmps.value() : Double.NaN;
        flowMlPerMin = pump.flow().known(inputs.seen, nanos);
        flowSampledAtNanos =
                pump.flow().exists() ? inputs.seen.values[pump.flow().index()].sampledAtNanos() : 0;
        pressureMmHg = pump.pressure().known(inputs.seen, nanos);
        stopLoweredMmHg = stopLoweredMmHg(inputs);
        levelMl = pump.level().known(inputs.seen, nanos);
        isBlind = (pump.pressure().exists() && Double.isNaN(pressureMmHg))
                || (pump.level().exists() && Double.isNaN(levelMl));
        leaderMlPerMin = leaderMlPerMin(inputs);
        isKeptAtZero = drive.isKeptAtZero();
        isLineShut = isSupervised && inputs.safety.lineShut[index];
        isToHoldZeroFlow = isSupervised
                && inputs.safety.holdZeroFlow[index]
                && pump.head() instanceof ControlledPump.Head.Centrifugal;
        // A drive that is away holds what it was told: a command that ran ahead of it would find another speed on its
        // return, and a drive that turns otherwise than it is asked is only watched.
        mayIncrease = isSupervised && inputs.safety.mayIncrease[index] && !isBlind && drive.isJoined;
        mayStart = isSupervised && inputs.safety.mayStart[index] && drive.isJoined && !isKeptAtZero;
        mayPulse = mayIncrease && !isPulseEnded(inputs);
        permittedRpm = isSupervised ? inputs.safety.limitRpm[index] : Double.POSITIVE_INFINITY;
    }

    private double stopLoweredMmHg(ControlInputs inputs) {
        int slot = pump.pressureStop();
        return slot < 0 ? 0 : pump.linePressure().stopMmHg() - inputs.safety.settings.value[slot];
    }

    private double leaderMlPerMin(ControlInputs inputs) {
        if (pump.leader().isEmpty()) {
            return Double.NaN;
        }
        ControlledPump.Leader leader = pump.leader().get();
        double rpm = inputs.seen.drives[leader.index()].knownRpm(nanos);
        if (Math.abs(rpm) < SpeedLaw.STANDSTILL_RPM) {
            return 0;
        }
        double mlPerMin =
                Double.isNaN(leader.strokeMl()) ? leader.flow().known(inputs.seen, nanos) : rpm * leader.strokeMl();
        return mlPerMin > 0 || Double.isNaN(mlPerMin) ? mlPerMin : 0;
    }

    /// Whether an interlock is on during which it does not pulse; one that is not known is not off.
    private boolean isPulseEnded(ControlInputs inputs) {
        for (int i = 0; i < pump.pulseEnders().size(); i++) {
            InterlockState state = inputs.safety.interlock[pump.pulseEnders().get(i)];
            if (state != InterlockState.CLEAR && state != InterlockState.PENDING) {
                return true;
            }
        }
        return false;
    }
}
