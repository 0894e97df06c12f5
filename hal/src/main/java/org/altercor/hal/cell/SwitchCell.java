package org.altercor.hal.cell;

import org.altercor.hal.port.Quality;
import org.altercor.hal.port.SwitchReading;

/// The newest state of one two-state input, left by its bus or edge thread for the loops.
///
/// Same rules as [ReadingCell].
public final class SwitchCell {
    private final SequenceLock lock = new SequenceLock();
    private final SwitchReading shared = new SwitchReading();
    private final SwitchReading mine = new SwitchReading();

    /// Publishes a look at the input. Writer thread only.
    ///
    /// @param active         the level now
    /// @param activations    how often the input has become active since start; never decreases
    /// @param sampledAtNanos when the level was looked at, on the monotonic clock
    public void publish(boolean active, long activations, long sampledAtNanos, Quality quality) {
        mine.set(active, activations, sampledAtNanos, mine.sample() + 1, quality);
        lock.beginWrite();
        shared.copyFrom(mine);
        lock.endWrite();
    }

    /// Copies the newest state into `into`.
    ///
    /// @return false when nothing was published yet or no consistent copy was had; `into` is then untouched
    public boolean copyTo(SwitchReading into) {
        for (int attempt = 0; attempt < SequenceLock.READ_ATTEMPTS; attempt++) {
            long stamp = lock.beginRead();
            boolean active = shared.rawActive();
            long activations = shared.activations();
            long sampledAtNanos = shared.sampledAtNanos();
            long sample = shared.sample();
            Quality quality = shared.quality();
            if (lock.unchangedSince(stamp)) {
                into.set(active, activations, sampledAtNanos, sample, quality);
                return true;
            }
        }
        return false;
    }
}
