package org.altercor.safety.supervise;

import java.util.Arrays;
import java.util.List;
import org.altercor.hal.port.AlarmSignal;
import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;
import org.altercor.safety.setting.SettingSlot;
import org.altercor.safety.setting.SettingStates;

/// What the supervisor decided, once a cycle: its heartbeat, what its outputs are to do, the permits of each pump, and
/// the state of every interlock.
///
/// A new report permits nothing and sounds the alarm. A bag without an invariant; owner: one thread.
public final class SafetyReport implements Frame {
    /// In [#cause] and [#startBlockedBy]: no interlock.
    public static final int NOBODY = -1;

    public final Beat beat = new Beat();

    /// Time of the cycle.
    public long nowNanos;

    /// Whether the control loop is alive, as the supervisor sees it.
    public boolean controlAlive;

    /// Whether the drives of roles that stop have run power.
    public boolean runPower;

    /// What sounds.
    public AlarmSignal sound = AlarmSignal.HIGH;

    /// What is lit.
    public AlarmSignal light = AlarmSignal.HIGH;

    /// How long the sound is still paused; 0 when it is not.
    public long pausedNanos;

    /// Number of the newest reset that was carried out; 0 before the first.
    public long resets;

    /// How many latches that reset left, because their cause had not been gone for long enough.
    public int latchesLeft;

    /// Highest magnitude of speed permitted to each pump, in rpm; infinite when there is no limit but the pump's
    /// own.
    public final double[] limitRpm;

    /// Whether each pump may be started from standstill.
    public final boolean[] mayStart;

    /// Whether the speed of each pump may be raised.
    public final boolean[] mayIncrease;

    /// Whether each pump is to hold its line against backflow and pump nothing; of centrifugal heads only.
    public final boolean[] holdZeroFlow;

    /// Whether the stop slot of each drive is set.
    public final boolean[] stopDemanded;

    /// Whether the line of each pump is known to be shut by its clamp.
    public final boolean[] lineShut;

    /// How far a stop of each pump is.
    public final StopState[] stop;

    /// Index of the interlock that stopped each pump first, or limits it; [#NOBODY] when none does.
    public final int[] cause;

    /// Index of an interlock that forbids the start of each pump; [#NOBODY] when none does.
    public final int[] startBlockedBy;

    /// Whether each clamp is told anything: until then it stays as it is found.
    public final boolean[] clampTold;

    /// Whether each clamp is told to close.
    public final boolean[] clampClosed;

    /// Whether each second path cuts its drive's torque.
    public final boolean[] stoTripped;

    /// State of each interlock, in the order of the machine's interlocks.
    public final InterlockState[] interlock;

    /// Since when each interlock is in that state.
    public final long[] sinceNanos;

    /// How often each interlock has become active since start.
    public final long[] trips;

    /// Whether the operator has said of each interlock's alarm: seen.
    public final boolean[] acknowledged;

    /// Operator settings in force, and what became of orders to change them.
    public final SettingStates settings;

    /// @param pumps      number of pumps of the machine
    /// @param clamps     number of its clamps
    /// @param stos       number of its second paths
    /// @param interlocks number of its interlocks
    /// @param slots      its operator settings
    public SafetyReport(int pumps, int clamps, int stos, int interlocks, List<SettingSlot> slots) {
        limitRpm = new double[pumps];
        mayStart = new boolean[pumps];
        mayIncrease = new boolean[pumps];
        holdZeroFlow = new boolean[pumps];
        stopDemanded = new boolean[pumps];
        lineShut = new boolean[pumps];
        stop = new StopState[pumps];
        Arrays.fill(stop, StopState.NONE);
        cause = nobody(pumps);
        startBlockedBy = nobody(pumps);
        clampTold = new boolean[clamps];
        clampClosed = new boolean[clamps];
        stoTripped = new boolean[stos];
        interlock = new InterlockState[interlocks];
        Arrays.fill(interlock, InterlockState.UNKNOWN);
        sinceNanos = new long[interlocks];
        trips = new long[interlocks];
        acknowledged = new boolean[interlocks];
        settings = new SettingStates(slots);
    }

    private static int[] nobody(int pumps) {
        var indices = new int[pumps];
        Arrays.fill(indices, NOBODY);
        return indices;
    }

    @Override
    public void exchange(FieldExchange fields) {
        fields.part("beat", beat);
        nowNanos = fields.int64("nowNanos", nowNanos);
        controlAlive = fields.flag("controlAlive", controlAlive);
        runPower = fields.flag("runPower", runPower);
        sound = AlarmSignal.ofCode(fields.int8("sound", sound.code()));
        light = AlarmSignal.ofCode(fields.int8("light", light.code()));
        pausedNanos = fields.int64("pausedNanos", pausedNanos);
        resets = fields.int64("resets", resets);
        latchesLeft = fields.int32("latchesLeft", latchesLeft);
        for (int pump = 0; pump < limitRpm.length; pump++) {
            fields.enter("pump", pump);
            limitRpm[pump] = fields.float64("limitRpm", limitRpm[pump]);
            mayStart[pump] = fields.flag("mayStart", mayStart[pump]);
            mayIncrease[pump] = fields.flag("mayIncrease", mayIncrease[pump]);
            holdZeroFlow[pump] = fields.flag("holdZeroFlow", holdZeroFlow[pump]);
            stopDemanded[pump] = fields.flag("stopDemanded", stopDemanded[pump]);
            lineShut[pump] = fields.flag("lineShut", lineShut[pump]);
            stop[pump] = StopState.ofCode(fields.int8("stop", stop[pump].code()));
            cause[pump] = fields.int32("cause", cause[pump]);
            startBlockedBy[pump] = fields.int32("startBlockedBy", startBlockedBy[pump]);
            fields.leave();
        }
        for (int i = 0; i < clampClosed.length; i++) {
            fields.enter("clamp", i);
            clampTold[i] = fields.flag("told", clampTold[i]);
            clampClosed[i] = fields.flag("closed", clampClosed[i]);
            fields.leave();
        }
        for (int i = 0; i < stoTripped.length; i++) {
            fields.enter("sto", i);
            stoTripped[i] = fields.flag("tripped", stoTripped[i]);
            fields.leave();
        }
        for (int i = 0; i < interlock.length; i++) {
            fields.enter("interlock", i);
            interlock[i] = InterlockState.ofCode(fields.int8("state", interlock[i].code()));
            sinceNanos[i] = fields.int64("sinceNanos", sinceNanos[i]);
            trips[i] = fields.int64("trips", trips[i]);
            acknowledged[i] = fields.flag("acknowledged", acknowledged[i]);
            fields.leave();
        }
        fields.part("settings", settings);
    }
}
