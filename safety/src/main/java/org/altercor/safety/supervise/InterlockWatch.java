package org.altercor.safety.supervise;

import java.util.Arrays;
import java.util.List;
import org.altercor.hal.port.AlarmSignal;
import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;
import org.altercor.safety.interlock.InterlockInstance;
import org.altercor.safety.interlock.Response;

/// One interlock at work: its condition, its debounce, its latch.
///
/// Pure; the state is exchanged as a frame. Allocates nothing after construction.
final class InterlockWatch implements Frame {
    /// How long a cause must have been gone before its latch may be reset. From safety 3.6 (J).
    static final long GONE_NANOS = 1_000_000_000;

    private final InterlockInstance instance;
    private final Condition condition;
    private final int[] pumps;
    private final Response[] onHazard;
    private final Response[] onUnknown;
    private final long debounceNanos;
    private final boolean cutsOnUnknown;

    private final Lasting present = new Lasting();
    private final Lasting gone = new Lasting();
    private InterlockState state = InterlockState.UNKNOWN;
    private boolean isLatched;
    private boolean isGoneForLong;
    private boolean isAtRest;
    private long sinceNanos;
    private long trips;
    private long alarms;
    private boolean isAcknowledged;

    /// @param pumps its pumps, in the order of the instance
    InterlockWatch(InterlockInstance instance, Condition condition, List<WatchedPump> pumps) {
        this.instance = instance;
        this.condition = condition;
        this.pumps = pumps.stream().mapToInt(WatchedPump::index).toArray();
        onHazard = pumps.stream()
                .map(pump -> instance.interlock().on(pump.duty()).onHazard())
                .toArray(Response[]::new);
        onUnknown = pumps.stream()
                .map(pump -> instance.interlock().on(pump.duty()).onUnknown())
                .toArray(Response[]::new);
        cutsOnUnknown = Arrays.stream(onUnknown).anyMatch(Response::cuts);
        debounceNanos = instance.interlock().debounce().toNanos();
    }

    /// Judges one frame.
    void step(SupervisorInputs inputs) {
        Finding finding = condition.judge(inputs);
        long sampledAtNanos = condition.evidenceNanos();
        InterlockState next = switch (finding) {
            case PRESENT -> {
                gone.lasts(false, sampledAtNanos, 0);
                isGoneForLong = false;
                yield present.lasts(true, sampledAtNanos, debounceNanos) ? InterlockState.ACTIVE : pending();
            }
            case AT_REST -> {
                present.lasts(false, sampledAtNanos, 0);
                isGoneForLong = gone.lasts(true, sampledAtNanos, GONE_NANOS);
                yield pending();
            }
            case CLEAR -> {
                present.lasts(false, sampledAtNanos, 0);
                isGoneForLong = gone.lasts(true, sampledAtNanos, GONE_NANOS);
                yield isLatched ? InterlockState.LATCHED : InterlockState.CLEAR;
            }
            case UNKNOWN -> {
                gone.lasts(false, sampledAtNanos, 0); // what is not known has not gone
                isGoneForLong = false;
                yield isLatched ? InterlockState.LATCHED : InterlockState.UNKNOWN;
            }
        };
        isAtRest = finding == Finding.AT_REST;
        become(next, inputs.nowNanos);
    }

    /// On the way to a trip, or in one that has not ended: a latch is not weakened by a cause that comes back.
    private InterlockState pending() {
        return isLatched ? InterlockState.LATCHED : InterlockState.PENDING;
    }

    private void become(InterlockState next, long nowNanos) {
        if (next == InterlockState.ACTIVE && state != InterlockState.ACTIVE) {
            trips++;
            isLatched = instance.interlock().latches();
        }
        if (next == InterlockState.UNKNOWN && cutsOnUnknown) {
            isLatched = true; // power that was taken does not come back by itself
        }
        if (next != state) {
            if (isNewAlarm(next)) {
                alarms++;
                isAcknowledged = false;
            }
            isAcknowledged &= isAlarming(next);
            state = next;
            sinceNanos = nowNanos;
        }
    }

    /// A hazard, and no longer knowing of one, are two alarms.
    private boolean isNewAlarm(InterlockState next) {
        return switch (next) {
            case ACTIVE, UNKNOWN -> isAlarming(next);
            case LATCHED, PENDING, CLEAR -> false;
        };
    }

    /// The operator resets it: nothing happens while its cause is there, or has only just gone.
    ///
    /// @return whether it is free of its latch
    boolean reset(long nowNanos) {
        if (isLatched && state == InterlockState.LATCHED && isGoneForLong) {
            isLatched = false;
            become(isAtRest ? InterlockState.PENDING : InterlockState.CLEAR, nowNanos);
        }
        return !isLatched;
    }

    /// The operator has seen its alarm.
    void acknowledge() {
        isAcknowledged = isAlarming(state);
    }

    /// What it wants of its pump at `position`.
    Response response(int position) {
        return switch (state) {
            case ACTIVE, LATCHED -> onHazard[position];
            case UNKNOWN -> onUnknown[position];
            case PENDING, CLEAR -> Response.NONE;
        };
    }

    /// Whether it forbids the start of its pump at `position`.
    boolean forbidsStart(int position) {
        return switch (state) {
            case ACTIVE, LATCHED, PENDING -> onHazard[position].compareTo(Response.ALARM) > 0;
            case UNKNOWN -> onUnknown[position].compareTo(Response.ALARM) > 0;
            case CLEAR -> false;
        };
    }

    /// Priority of its alarm, or silence.
    AlarmSignal alarm() {
        return isAlarming(state) ? instance.interlock().priority() : AlarmSignal.SILENT;
    }

    private boolean isAlarming(InterlockState of) {
        return switch (of) {
            case ACTIVE, LATCHED -> isHeeded(onHazard);
            case UNKNOWN -> isHeeded(onUnknown);
            case PENDING, CLEAR -> false;
        };
    }

    private static boolean isHeeded(Response[] responses) {
        for (Response response : responses) {
            if (response != Response.NONE) {
                return true;
            }
        }
        return false;
    }

    /// Indices of its pumps.
    int[] pumps() {
        return pumps;
    }

    InterlockState state() {
        return state;
    }

    long sinceNanos() {
        return sinceNanos;
    }

    long trips() {
        return trips;
    }

    /// How often its alarm has come anew since start.
    long alarms() {
        return alarms;
    }

    boolean isAcknowledged() {
        return isAcknowledged;
    }

    @Override
    public void exchange(FieldExchange fields) {
        condition.exchange(fields);
        fields.part("present", present);
        fields.part("gone", gone);
        state = InterlockState.ofCode(fields.int8("state", state.code()));
        isLatched = fields.flag("isLatched", isLatched);
        isGoneForLong = fields.flag("isGoneForLong", isGoneForLong);
        isAtRest = fields.flag("isAtRest", isAtRest);
        sinceNanos = fields.int64("sinceNanos", sinceNanos);
        trips = fields.int64("trips", trips);
        alarms = fields.int64("alarms", alarms);
        isAcknowledged = fields.flag("isAcknowledged", isAcknowledged);
    }
}
