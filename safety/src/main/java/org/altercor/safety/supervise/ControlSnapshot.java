package org.altercor.safety.supervise;

import java.util.Arrays;
import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;

/// What the control loop says of itself, once a cycle. To the supervisor it is evidence, not truth.
///
/// Defined here, filled in by the control loop: the safer side owns the contract. A bag without an invariant; owner:
/// one thread.
public final class ControlSnapshot implements Frame {
    /// How the request of a pump was answered, with a stable code.
    public enum Answer {
        NONE(0),
        ACCEPTED(1),
        NOT_A_NUMBER(2),
        ABOVE_MAXIMUM(3),
        START_NOT_PERMITTED(4),
        INCREASE_NOT_PERMITTED(5),
        TURNING_THE_OTHER_WAY(6),
        /// Slower than what counts as turning, and not zero.
        TOO_SLOW(7);

        private static final Answer[] BY_CODE = values();

        private final byte code;

        Answer(int code) {
            this.code = (byte) code;
        }

        /// Stable code for records and wires.
        public byte code() {
            return code;
        }

        /// The constant of a code; `NONE` for a code this version does not know.
        public static Answer ofCode(int code) {
            return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : NONE;
        }
    }

    public final Beat beat = new Beat();

    /// Time of the cycle.
    public long nowNanos;

    /// Speed asked of each drive in this cycle, after ramp and permits, in rpm.
    public final double[] commandedRpm;

    /// Speed each pump is ramping to, in rpm.
    public final double[] targetRpm;

    /// Number of the newest request judged for each pump; 0 when there was none.
    public final long[] requestId;

    /// What became of it.
    public final Answer[] answer;

    /// @param pumps number of pumps of the machine
    public ControlSnapshot(int pumps) {
        commandedRpm = new double[pumps];
        targetRpm = new double[pumps];
        requestId = new long[pumps];
        answer = new Answer[pumps];
        Arrays.fill(answer, Answer.NONE);
    }

    @Override
    public void exchange(FieldExchange fields) {
        fields.enter("beat", 0);
        beat.exchange(fields);
        fields.leave();
        nowNanos = fields.int64("nowNanos", nowNanos);
        for (int pump = 0; pump < commandedRpm.length; pump++) {
            fields.enter("pump", pump);
            commandedRpm[pump] = fields.float64("commandedRpm", commandedRpm[pump]);
            targetRpm[pump] = fields.float64("targetRpm", targetRpm[pump]);
            requestId[pump] = fields.int64("requestId", requestId[pump]);
            answer[pump] = Answer.ofCode(fields.int8("answer", answer[pump].code()));
            fields.leave();
        }
    }
}
