package org.altercor.safety.journal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// What is on its way from those who see things happen to the one who waits for the disk. While a disk hangs, what
/// happens is kept here; of what may be left out the newest is when there is no room. Any thread.
final class Inbox {
    private final long mostBytes;
    private List<Item> items = new ArrayList<>();
    private long bytes;
    private long elsewhere;
    private long leftOut;

    /// A record to be.
    ///
    /// @param nanos   when it happened, on the monotonic clock
    /// @param payload its own
    /// @param event   number of the event that it holds; 0 for none
    record Item(RecordType type, Durability durability, long nanos, long wallMillis, ByteBuffer payload, long event) {}

    /// @param mostBytes that may wait, here and elsewhere
    Inbox(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /// Takes one, if there is room or it may not be left out.
    synchronized void put(Item item) {
        long size = (long) JournalRecord.FRAME_BYTES + item.payload().remaining();
        if (item.type().isDroppable() && elsewhere + bytes + size > mostBytes) {
            leftOut++;
            return;
        }
        items.add(item);
        bytes += size;
        notifyAll();
    }

    /// Says how many bytes wait behind this inbox, for the same disk.
    synchronized void waitElsewhere(long waitingBytes) {
        elsewhere = waitingBytes;
    }

    /// Everything that waits, in order.
    synchronized List<Item> takeAll() {
        List<Item> all = items;
        items = new ArrayList<>();
        bytes = 0;
        return all;
    }

    /// How many were left out since this was asked last.
    synchronized long takeLeftOut() {
        long count = leftOut;
        leftOut = 0;
        return count;
    }

    /// Waits until something is there, at most so long.
    ///
    /// @throws InterruptedException when the wait is interrupted
    synchronized void await(long millis) throws InterruptedException {
        long deadlineNanos = System.nanoTime() + millis * 1_000_000;
        while (items.isEmpty()) {
            long left = (deadlineNanos - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }
}
