package org.altercor.hal.cell;

import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;

/// The newest measurement of one sensor, left by its bus thread for the loops.
///
/// The writer publishes, any thread copies; nobody waits and nobody allocates. A reader that meets a writer too
/// often keeps what it had: its reading then simply grows old, which every consumer notices.
public final class ReadingCell {
    private final SequenceLock lock = new SequenceLock();
    private final Reading shared = new Reading();
    private final Reading mine = new Reading(); // the writer's own, so that the sample number needs no read of `shared`

    /// Publishes one new measurement. Writer thread only.
    ///
    /// @param value           in the canonical unit of the port; NaN when not known
    /// @param raw             what the device said, before calibration; NaN when there is no such number
    /// @param sampledAtNanos  when the quantity was as measured, on the monotonic clock
    public void publish(double value, double raw, long sampledAtNanos, Quality quality) {
        mine.set(value, raw, sampledAtNanos, mine.sample() + 1, quality);
        lock.beginWrite();
        shared.copyFrom(mine);
        lock.endWrite();
    }

    /// Copies the newest measurement into `into`.
    ///
    /// @return false when nothing was published yet or no consistent copy was had; `into` is then untouched
    public boolean copyTo(Reading into) {
        for (int attempt = 0; attempt < SequenceLock.READ_ATTEMPTS; attempt++) {
            long stamp = lock.beginRead();
            double value = shared.value();
            double raw = shared.raw();
            long sampledAtNanos = shared.sampledAtNanos();
            long sample = shared.sample();
            Quality quality = shared.quality();
            if (lock.unchangedSince(stamp)) {
                into.set(value, raw, sampledAtNanos, sample, quality);
                return true;
            }
        }
        return false;
    }
}
