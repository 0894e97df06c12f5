package org.altercor.hal.modbus;

import org.altercor.config.rig.ModbusTiming;
import org.altercor.config.rig.SerialSettings;
import org.altercor.hal.line.ByteLine;
import org.altercor.hal.line.Link;

/// One Modbus RTU transaction at a time on one line.
///
/// ```
/// IDLE ── begin: drain, send ──► WAITING ── answer found ─► ANSWERED, REFUSED
///   ▲                              │ time is over ────────► TIMED_OUT, or BAD_ANSWER when something came
///   └── silence of 3.5 characters ─┴ abandoned ───────────► (as timed out)
/// ```
///
/// RTU has no transaction number, so the input is drained before each request, and everything that does not
/// repeat the request's slave, function and shape is passed over. Owner: the bus thread. Allocates nothing.
final class ModbusMaster {
    enum Outcome {
        /// No end yet.
        WAITING,
        /// The answer is there.
        ANSWERED,
        /// The slave answered with an exception.
        REFUSED,
        /// Nothing came.
        TIMED_OUT,
        /// Something came, but no answer.
        BAD_ANSWER,
        /// The line could not take the request.
        NOT_SENT
    }

    /// How long a line may babble before a request is sent all the same: a stop must go out. Our own judgement.
    private static final long PATIENCE_WITH_NOISE_NANOS = 5_000_000;

    private final SerialSettings settings;
    private final long silenceNanos;
    private final byte[] request = new byte[ByteLine.LONGEST_FRAME];
    private final byte[] arrived = new byte[ByteLine.LONGEST_FRAME];
    private final byte[] received = new byte[2 * ByteLine.LONGEST_FRAME];

    private boolean waiting;
    private int requestLength;
    private int receivedCount;
    private int answerAt;
    private long sentAtNanos;
    private long strayNanos;
    private long deadlineNanos;
    private long quietSinceNanos;
    private long noisySinceNanos;
    private boolean noisy;
    private boolean hearsItself;

    ModbusMaster(SerialSettings settings) {
        this.settings = settings;
        silenceNanos = ModbusTiming.silenceNanos(settings);
    }

    /// The line is a new one: whatever was under way is over.
    void reset(long nowNanos) {
        waiting = false;
        noisy = false;
        hearsItself = false;
        quietSinceNanos = nowNanos;
        strayNanos = nowNanos;
    }

    boolean isWaiting() {
        return waiting;
    }

    /// Whether any byte came since the request.
    boolean answerHasBegun() {
        return receivedCount > 0;
    }

    /// Whether a request may be sent: nothing under way, and the line silent long enough. Throws away what comes in
    /// between.
    boolean isFree(Link link, long nowNanos) {
        if (waiting) {
            return false;
        }
        if (link.drain() > 0) {
            quietSinceNanos = nowNanos;
            strayNanos = nowNanos;
            if (!noisy) {
                noisy = true;
                noisySinceNanos = nowNanos;
            }
        }
        boolean silent = nowNanos - quietSinceNanos >= silenceNanos;
        noisy &= !silent;
        return silent || (noisy && nowNanos - noisySinceNanos >= PATIENCE_WITH_NOISE_NANOS);
    }

    /// Sends a read of one register.
    ///
    /// @return `WAITING` or `NOT_SENT`
    Outcome read(Link link, long nowNanos, int slave, int function, int address, long responseTimeoutNanos) {
        return send(
                link, nowNanos, ModbusFrames.encodeRead(request, slave, function, address, 1), responseTimeoutNanos);
    }

    /// Sends a write of one register by function 06.
    ///
    /// @return `WAITING` or `NOT_SENT`
    Outcome writeOne(Link link, long nowNanos, int slave, int address, int value, long responseTimeoutNanos) {
        return send(link, nowNanos, ModbusFrames.encodeWriteOne(request, slave, address, value), responseTimeoutNanos);
    }

    /// Sends a write of one register by function 16.
    ///
    /// @return `WAITING` or `NOT_SENT`
    Outcome writeSeveral(Link link, long nowNanos, int slave, int address, int value, long responseTimeoutNanos) {
        return send(
                link, nowNanos, ModbusFrames.encodeWriteSeveral(request, slave, address, value), responseTimeoutNanos);
    }

    private Outcome send(Link link, long nowNanos, int length, long responseTimeoutNanos) {
        if (link.drain() > 0) {
            strayNanos = nowNanos;
        }
        receivedCount = 0;
        quietSinceNanos = nowNanos + length * settings.characterNanos(); // also of a frame that was cut off
        if (!link.write(request, length)) {
            return Outcome.NOT_SENT;
        }
        requestLength = length;
        sentAtNanos = nowNanos;
        deadlineNanos = nowNanos
                + ModbusTiming.transactionNanos(
                        settings, responseTimeoutNanos, length, ModbusFrames.answerLength(request));
        waiting = true;
        return Outcome.WAITING;
    }

    /// Takes what has arrived and says how the transaction stands.
    Outcome poll(Link link, long nowNanos) {
        int count = link.read(arrived);
        if (count > 0) {
            receivedCount = ModbusFrames.keep(received, receivedCount, arrived, count);
            if (nowNanos - quietSinceNanos > 0) {
                quietSinceNanos = nowNanos;
            }
            answerAt = ModbusFrames.findAnswer(received, receivedCount, request);
            hearsItself |= ModbusFrames.isRead(request)
                    && ModbusFrames.containsEcho(received, receivedCount, request, requestLength);
            if (answerAt != ModbusFrames.NOT_FOUND && !hearsItself) {
                waiting = false;
                noteStrays(nowNanos);
                return ModbusFrames.isRefusal(received, answerAt) ? Outcome.REFUSED : Outcome.ANSWERED;
            }
        }
        if (nowNanos - deadlineNanos < 0) {
            return Outcome.WAITING;
        }
        waiting = false;
        if (receivedCount == 0) {
            return Outcome.TIMED_OUT;
        }
        strayNanos = nowNanos;
        return Outcome.BAD_ANSWER;
    }

    /// Bytes beside the answer belong to something that nobody waits for.
    private void noteStrays(long nowNanos) {
        if (receivedCount > ModbusFrames.lengthOfAnswer(received, answerAt, request)) {
            strayNanos = nowNanos;
        }
    }

    /// Stops waiting: something else is more urgent, and the slave asked is known to be dead.
    void abandon() {
        waiting = false;
    }

    /// Raw register of an `ANSWERED` read, 0 to 65535.
    int register() {
        return ModbusFrames.firstRegister(received, answerAt);
    }

    /// Exception code of a `REFUSED` request.
    int refusalCode() {
        return ModbusFrames.refusalCode(received, answerAt);
    }

    /// When something last came that nobody waited for: noise, or the late answer to an earlier request.
    long strayNanos() {
        return strayNanos;
    }

    /// When the newest request was handed to the port.
    long sentAtNanos() {
        return sentAtNanos;
    }
}
