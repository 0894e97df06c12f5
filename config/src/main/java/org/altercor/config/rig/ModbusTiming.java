package org.altercor.config.rig;

import java.util.List;

/// How long things take on a Modbus RTU line: arithmetic for the bus thread and for the budget of a rig.
///
/// The silence is 3.5 characters, and 1.75 ms above 19,200 bit/s, as the Modbus serial guide is said to recommend [U].
public final class ModbusTiming {
    private static final int FASTEST_COUNTED_BAUD = 19_200;
    private static final long FAST_SILENCE_NANOS = 1_750_000;

    /// What a transaction may take beyond wire and device: a bus cycle to notice its end, and the latency timer of a
    /// USB adapter (set to 1 ms). Our own judgement.
    public static final long TRANSACTION_SLACK_NANOS = 2_000_000;

    /// What the next frame may take beyond the silence before it: a bus cycle to notice that the line is free, and one
    /// frame of the USB bus. Our own judgement.
    public static final long TURN_SLACK_NANOS = 2_000_000;

    /// Bytes of every answer to a write.
    public static final int WRITE_ANSWER_BYTES = 8;

    /// Bytes of every request to read.
    public static final int READ_REQUEST_BYTES = 8;

    /// Bytes of the answer with one register.
    public static final int READ_ANSWER_BYTES = 7;

    private ModbusTiming() {}

    /// Silence that ends a frame.
    public static long silenceNanos(SerialSettings line) {
        return line.baud() > FASTEST_COUNTED_BAUD ? FAST_SILENCE_NANOS : Math.ceilDiv(7 * line.characterNanos(), 2);
    }

    /// Length in bytes of a frame that writes one register: a stop is such a frame.
    public static int writeBytes(WriteFunction function) {
        return switch (function) {
            case SINGLE -> 8;
            case MULTIPLE -> 11;
        };
    }

    /// When a request that begins now has failed: request on the wire, time-out, answer on the wire, slack.
    public static long transactionNanos(
            SerialSettings line, long responseTimeoutNanos, int requestBytes, int answerBytes) {
        return (requestBytes + answerBytes) * line.characterNanos() + responseTimeoutNanos + TRANSACTION_SLACK_NANOS;
    }

    /// From the end of one frame until the next may be on its way: the silence between them, and slack.
    public static long turnNanos(SerialSettings line) {
        return silenceNanos(line) + TURN_SLACK_NANOS;
    }

    /// Longest time from setting a stop slot to the last byte of its frame at the drive, when nothing but drives hang
    /// on the line.
    public static long worstStopNanos(SerialSettings line, List<ModbusDriveMap> drives) {
        long longestNanos = 0;
        for (ModbusDriveMap drive : drives) {
            longestNanos = Math.max(longestNanos, writeNanos(line, drive));
        }
        return worstStopNanos(line, longestNanos, drives);
    }

    /// Longest time from setting a stop slot to the last byte of its frame at the drive: the longest transaction that
    /// may be under way, one stop of each *other* drive (all may be stopped at once), and the frame itself, with a
    /// turn of the line before each. Waiting for a slave that is known to be dead is given up and costs no more.
    ///
    /// @param longestNanos longest transaction of anything on the line
    static long worstStopNanos(SerialSettings line, long longestNanos, List<ModbusDriveMap> drives) {
        long nanos = longestNanos;
        long longestStopNanos = 0;
        int longestFrame = 0;
        for (ModbusDriveMap drive : drives) {
            nanos += turnNanos(line) + writeNanos(line, drive);
            longestStopNanos = Math.max(longestStopNanos, writeNanos(line, drive));
            longestFrame = Math.max(longestFrame, writeBytes(drive.write()));
        }
        return nanos - longestStopNanos + longestFrame * line.characterNanos();
    }

    /// A write to a drive, answered at the last moment.
    static long writeNanos(SerialSettings line, ModbusDriveMap drive) {
        return transactionNanos(line, drive.responseTimeout().toNanos(), writeBytes(drive.write()), WRITE_ANSWER_BYTES);
    }

    /// A read of one register, answered at the last moment.
    static long readNanos(SerialSettings line, long responseTimeoutNanos) {
        return transactionNanos(line, responseTimeoutNanos, READ_REQUEST_BYTES, READ_ANSWER_BYTES);
    }
}
