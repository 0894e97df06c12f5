package org.altercor.hal.cell;

import org.altercor.hal.port.DriveStatus;

/// What a drive's bus thread last said about itself, for the loops.
///
/// Same rules as [ReadingCell], but for one: a status that cannot be read is no old status, it is none.
public final class DriveStatusCell {
    private static final DriveStatus UNKNOWN = new DriveStatus(); // never written

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
    /// @return false when nothing was published yet or no consistent copy was had; `into` is then as a new one: not
    /// linked, without a lease
    public boolean copyTo(DriveStatus into) {
        for (int attempt = 0; attempt < SequenceLock.READ_ATTEMPTS; attempt++) {
            long stamp = lock.beginRead();
            into.copyFrom(shared);
            if (lock.unchangedSince(stamp)) {
                return true;
            }
        }
        into.copyFrom(UNKNOWN);
        return false;
    }
}
