package org.altercor.hal.port;

import org.altercor.config.rig.BusBudget;

/// What a drive's bus thread knows about its own link, reused for the life of its owner thread.
///
/// A bag without an invariant: plain fields, copied whole. A new one is not linked and has no lease.
public final class DriveStatus {
    /// What the bus thread is doing with the drive.
    ///
    /// The codes are part of the recorded format: they never change, and new constants get new codes.
    public enum Lease {
        /// No command was ever accepted; the drive is told to stand still.
        NONE(0),
        /// A command is in force.
        VALID(1),
        /// The command has run out; the last speed is being refreshed.
        HOLDING(2),
        /// The command has run out, or the time to finish without a supervisor; the drive is told to stand still.
        STOPPING(3),
        /// The command has run out and the supervisor's beat with it: nothing is sent, so that the drive's own
        /// behaviour on silence decides.
        SILENT(4),
        /// The supervisor's stop is set.
        STOPPED_BY_SUPERVISOR(5);

        private static final Lease[] BY_CODE = values();

        private final byte code;

        Lease(int code) {
            this.code = (byte) code;
        }

        /// Stable code for records and wires.
        public byte code() {
            return code;
        }

        /// The constant of a code; `NONE` for a code this version does not know.
        public static Lease ofCode(int code) {
            return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : NONE;
        }
    }

    /// Below this a shaft stands: the one figure, for buses and loops, so that none takes a shaft for standing that
    /// another takes for turning. Our own judgement: one rpm of a roller moves 10 to 45 mL/min, drives report whole
    /// rpm, and a shaft at rest may be read as one.
    public static final double STANDSTILL_RPM = 2.0;

    /// Oldest speed of a drive that still counts as known, for its bus thread and for both loops: the oldest that a
    /// bus is budgeted for.
    public static final long SPEED_AGE_NANOS = BusBudget.SLOW_AGE.toNanos();

    /// Time of the last good frame from the drive; meaningless while `framesGood` is 0.
    public long lastGoodFrameNanos;

    /// Time at which the last byte of the newest stop frame was handed to the port; meaningless while `stopsSent`
    /// is 0.
    public long lastStopSentNanos;

    public long framesGood;
    public long framesBad;
    public long timeouts;

    /// Requests that the drive refused.
    public long exceptions;

    /// Code of the newest refusal, as the drive gave it; 0 before the first.
    public int lastRefusalCode;

    /// Frames that the port could not take whole, since start, of this drive or of another on its line: the adapter
    /// hangs, or nobody drains it.
    public long shortWrites;

    public long stopsSent;

    /// How often the drive said by itself that it had started anew. Drives whose protocol has no word for it say
    /// nothing: theirs shows in their motion alone.
    public long reboots;

    /// How often the port was opened; a change tells that the link was lost in between.
    public long connections;

    /// Commands refused because the speed was not finite, or is none that the drive can be told.
    public long commandsRefused;

    /// Speed the bus thread is asking the drive for; the last one asked for while it asks for none.
    public double commandedRpm;

    /// Set while the drive is kept at zero because it lost its motion (it rebooted, its link or its lease was
    /// lost, it was stopped), or because its start or its reversal was held back: a command of zero clears it,
    /// and a speed commanded after that is a start.
    public boolean awaitsZeroCommand;

    /// Whether the drive answers, is set up, and has been told a speed since its link came up: before that a
    /// commanded speed starts nothing, not even later.
    public boolean joined;

    public Lease lease = Lease.NONE;

    /// Makes this status equal to `other`.
    public void copyFrom(DriveStatus other) {
        lastGoodFrameNanos = other.lastGoodFrameNanos;
        lastStopSentNanos = other.lastStopSentNanos;
        framesGood = other.framesGood;
        framesBad = other.framesBad;
        timeouts = other.timeouts;
        exceptions = other.exceptions;
        lastRefusalCode = other.lastRefusalCode;
        shortWrites = other.shortWrites;
        stopsSent = other.stopsSent;
        reboots = other.reboots;
        connections = other.connections;
        commandsRefused = other.commandsRefused;
        commandedRpm = other.commandedRpm;
        awaitsZeroCommand = other.awaitsZeroCommand;
        joined = other.joined;
        lease = other.lease;
    }

    /// Whether a good frame came within `maxAgeNanos`. An open port proves nothing.
    public boolean isLinked(long nowNanos, long maxAgeNanos) {
        return framesGood > 0 && Reading.isOfAge(nowNanos - lastGoodFrameNanos, maxAgeNanos);
    }
}
