package org.altercor.safety.journal;

import java.time.Duration;

/// Figures of a journal.
///
/// @param segmentBytes of a segment's file, made of zeros before it is used
/// @param memoryBytes  of records that may wait while the disk is away, before frames are left out
/// @param retry        after which a disk that failed is tried again, in a new file
/// @param anchor       after which the chain's state is written down anew
public record JournalOptions(int segmentBytes, long memoryBytes, Duration retry, Duration anchor) {
    /// 8 MiB and an anchor each minute, from safety 6 (J); 128 MiB are two hours and more at what frames were estimated
    /// to take, 10 kB/s (J).
    public static final JournalOptions USUAL =
            new JournalOptions(8 << 20, 128L << 20, Duration.ofSeconds(1), Duration.ofMinutes(1));

    public JournalOptions {
        if (segmentBytes < SegmentHeader.BYTES + JournalRecord.FRAME_BYTES) {
            throw new IllegalArgumentException("a segment must hold a record: " + segmentBytes + " bytes");
        }
    }

    /// Most bytes of a payload that fits a segment of its own.
    int mostPayloadBytes() {
        return Math.min(
                JournalRecord.MOST_PAYLOAD_BYTES, segmentBytes - SegmentHeader.BYTES - JournalRecord.FRAME_BYTES);
    }
}
