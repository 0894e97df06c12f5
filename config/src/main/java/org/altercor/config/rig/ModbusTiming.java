package org.altercor.config.rig;

import java.util.List;

/// How long things take on a Modbus RTU line: arithmetic for the bus thread and for the budget of a rig.
///
/// Source of the silence: 3.5 characters, 1.75 ms above 19,200 bit/s (physics 6.4; the latter [U], field knowledge
/// that the Modbus serial guide is said to recommend).
public final class ModbusTiming {
    private static final int FASTEST_COUNTED_BAUD = 19_200;
    private static final long FAST_SILENCE_NANOS = 1_750_000;

    /// What a transaction may take beyond wire and device: one bus cycle at either end and the latency timer of
    /// a USB adapter (set to 1 ms). Our own judgement.
    public static final long HOST_SLACK_NANOS = 3_000_000;

    /// Bytes of the longest request and of the longest answer a drive is sent: function 16 with one register; a
    /// read of one register or the echo of a write.
    private static final int LONGEST_REQUEST = 11;

    private static final int LONGEST_ANSWER = 8;

    private ModbusTiming() {}

    /// Silence that ends a frame.
    public static long silenceNanos(SerialSettings line) {
        return line.baud() > FASTEST_COUNTED_BAUD ? FAST_SILENCE_NANOS : Math.ceilDiv(7 * line.characterNanos(), 2);
    }

    /// When a request that begins now has failed: request on the wire, time-out, answer on the wire, slack.
    public static long transactionNanos(
            SerialSettings line, long responseTimeoutNanos, int requestBytes, int answerBytes) {
        return (requestBytes + answerBytes) * line.characterNanos() + responseTimeoutNanos + HOST_SLACK_NANOS;
    }

    /// Longest time from setting a stop slot to the last byte of its frame at the drive: the longest
    /// transaction that may be under way, the silence after it, one slack to notice, and the stop frame of
    /// every drive on the line (all may be stopped at once). Waiting for a slave that is known to be dead is
    /// given up and costs no more than this.
    public static long worstStopNanos(SerialSettings line, List<ModbusDriveMap> drives) {
        long longestTimeoutNanos = 0;
        for (ModbusDriveMap drive : drives) {
            longestTimeoutNanos =
                    Math.max(longestTimeoutNanos, drive.responseTimeout().toNanos());
        }
        long transactionNanos = transactionNanos(line, longestTimeoutNanos, LONGEST_REQUEST, LONGEST_ANSWER);
        long ownFrameNanos = LONGEST_REQUEST * line.characterNanos();
        long turnNanos = transactionNanos + silenceNanos(line) + HOST_SLACK_NANOS;
        return drives.size() * turnNanos + ownFrameNanos;
    }
}
