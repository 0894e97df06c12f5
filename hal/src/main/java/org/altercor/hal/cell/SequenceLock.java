package org.altercor.hal.cell;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// A sequence lock: one writer that never waits, any number of readers that notice a torn copy and try again.
///
/// ```
/// writer   begin (odd) ── plain stores ── end (even)
/// reader   begin ── plain loads ── unchanged? ── no: again, up to READ_ATTEMPTS
/// ```
///
/// A read is this loop, in a class that knows its fields:
///
/// ```java
/// for (int attempt = 0; attempt < SequenceLock.READ_ATTEMPTS; attempt++) {
///     long stamp = lock.beginRead();
///     double value = shared.value();      // plain loads into locals
///     if (lock.unchangedSince(stamp)) {
///         into.set(value);                // only what is whole reaches the reader
///         return true;
///     }
/// }
/// return false;
/// ```
///
/// Owner: exactly one writer thread for the life of the lock. Allocates nothing. The fences are needed on ARM,
/// where stores are not ordered; x86 orders them for free and therefore proves little.
public final class SequenceLock {
    /// What [#beginRead] returns when nothing was ever written or a write is in progress.
    public static final long UNREADABLE = 0;

    /// How often a reader tries before it gives up. Our own judgement: a write takes tens of nanoseconds and comes
    /// at most a thousand times a second, so that a second try is rare; a reader that gives up keeps an old value,
    /// which shows.
    public static final int READ_ATTEMPTS = 8;

    private static final VarHandle SEQUENCE;

    static {
        try {
            SEQUENCE = MethodHandles.lookup().findVarHandle(SequenceLock.class, "sequence", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("unused") // through SEQUENCE; odd while a write is in progress
    private long sequence;

    /// Opens a write. Writer thread only; must be followed by [#endWrite].
    public void beginWrite() {
        long current = (long) SEQUENCE.get(this);
        SEQUENCE.setOpaque(this, current + 1);
        VarHandle.storeStoreFence(); // the odd mark is visible before any field changes
    }

    /// Closes a write: every field stored since [#beginWrite] is visible before the even mark.
    public void endWrite() {
        long current = (long) SEQUENCE.get(this);
        SEQUENCE.setRelease(this, current + 1);
    }

    /// Whether no write was ever begun. Any thread.
    public boolean isUnwritten() {
        return (long) SEQUENCE.getAcquire(this) == 0;
    }

    /// A stamp for [#unchangedSince]; [#UNREADABLE] when there is nothing whole to read now.
    public long beginRead() {
        long stamp = (long) SEQUENCE.getAcquire(this);
        return (stamp & 1) == 0 ? stamp : UNREADABLE;
    }

    /// Whether everything read since `stamp` belongs to one write. Never so for [#UNREADABLE].
    public boolean unchangedSince(long stamp) {
        VarHandle.loadLoadFence(); // the fields are read before the sequence is looked at again
        if (stamp != UNREADABLE && stamp == (long) SEQUENCE.getOpaque(this)) {
            return true;
        }
        Thread.onSpinWait();
        return false;
    }
}
