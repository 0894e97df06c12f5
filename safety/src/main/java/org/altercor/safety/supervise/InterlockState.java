package org.altercor.safety.supervise;

import org.altercor.config.Machine;
import org.altercor.safety.interlock.InterlockInstance;

/// What an interlock is doing. The codes are part of the recorded format.
public enum InterlockState {
    /// Its condition is known not to hold.
    CLEAR(0),
    /// Its condition holds, and not yet for long enough.
    PENDING(1),
    /// Its condition holds: it acts.
    ACTIVE(2),
    /// Whether its condition holds is not known: it acts as its row says for that.
    UNKNOWN(3),
    /// Its condition is gone, and it acts until the operator resets it.
    LATCHED(4);

    private static final InterlockState[] BY_CODE = values();

    private final byte code;

    InterlockState(int code) {
        this.code = (byte) code;
    }

    /// Stable code for records and wires.
    public byte code() {
        return code;
    }

    /// Whether an interlock in this state is an alarm on any of its pumps.
    ///
    /// @param machine whose interlock it is
    public boolean isAlarm(InterlockInstance instance, Machine machine) {
        return switch (this) {
            case CLEAR, PENDING -> false;
            case ACTIVE, LATCHED -> instance.isHeeded(machine, true);
            case UNKNOWN -> instance.isHeeded(machine, false);
        };
    }

    /// The constant of a code; `UNKNOWN` for a code this version does not know.
    public static InterlockState ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : UNKNOWN;
    }
}
