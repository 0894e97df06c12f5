package org.altercor.hal.cell;

import org.altercor.hal.port.DriveStatus;

/// What a drive's bus thread last said about itself, for the loops.
///
/// Same rules as [ReadingCell].
public final class DriveStatusCell {
    private static final int READ_ATTEMPTS = 8;

    private final SequenceLock lock = new SequenceLock();
    private final DriveStatus shared = new DriveStatus();

    /// Publishes a copy of `status`. Writer thread only.
    public void publish(DriveStatus status) {
        lock.beginWrite();
        shared.copyFrom(status);
        lock.endWrite();
    }

    /// Copies the newest status into `into`.
    ///
    /// @return false when nothing was published yet or no consistent copy was had; `into` then keeps what it
    /// had, or holds a torn copy whose frame count is 0, so that it is not linked
    public boolean copyTo(DriveStatus into) {
        for (int attempt = 0; attempt < READ_ATTEMPTS; attempt++) {
            long stamp = lock.beginRead();
            if (stamp != SequenceLock.UNREADABLE) {
                into.copyFrom(shared);
                if (lock.unchangedSince(stamp)) {
                    return true;
                }
                into.framesGood = 0;
            }
            Thread.onSpinWait();
        }
        return false;
    }
}
