package org.altercor.hal.bus;

import org.altercor.hal.cell.SequenceLock;

/// The newest command of the control loop, on its way to the bus thread.
///
/// One writer (the control loop); one reader (the bus thread), which calls [#look] and then the accessors.
public final class CommandCell {
    private final SequenceLock lock = new SequenceLock();
    private double sharedSpeedRpm;
    private long sharedValidUntilNanos;
    private long sharedNumber;

    private volatile long issued; // written by the control loop only
    private volatile long refused; // likewise

    private double speedRpm;
    private long validUntilNanos;
    private long number;

    /// Leaves a command. Control loop only.
    public void issue(double wantedRpm, long untilNanos) {
        long next = issued + 1;
        issued = next; // before the command can be seen: a release that looks now calls it an old one
        lock.beginWrite();
        sharedSpeedRpm = wantedRpm;
        sharedValidUntilNanos = untilNanos;
        sharedNumber = next;
        lock.endWrite();
    }

    /// Counts a command that was not left here. Control loop only.
    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    public void refuse() {
        refused++;
    }

    /// Copies the newest command for the accessors. Bus thread only.
    ///
    /// @return whether it is another one than at the last look
    public boolean look() {
        if (issued == 0) {
            return false; // none yet
        }
        for (int attempt = 0; attempt < SequenceLock.READ_ATTEMPTS; attempt++) {
            long stamp = lock.beginRead();
            double newSpeedRpm = sharedSpeedRpm;
            long newValidUntilNanos = sharedValidUntilNanos;
            long newNumber = sharedNumber;
            if (lock.unchangedSince(stamp)) {
                boolean isNew = newNumber != number;
                speedRpm = newSpeedRpm;
                validUntilNanos = newValidUntilNanos;
                number = newNumber;
                return isNew;
            }
        }
        return false; // the lease runs on as it was, and the next look comes in a millisecond
    }

    /// Number of the newest command issued, seen by the bus thread or not. Any thread.
    public long issued() {
        return issued;
    }

    /// Commands refused since start. Any thread.
    public long refused() {
        return refused;
    }

    /// Number of the command looked at; 0 before the first.
    public long number() {
        return number;
    }

    public double speedRpm() {
        return speedRpm;
    }

    public long validUntilNanos() {
        return validUntilNanos;
    }
}
