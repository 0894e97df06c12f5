package org.altercor.hal.time;

/// A binary heap of due work, earliest first, of a fixed capacity. Owner: one thread. Allocates nothing after
/// construction.
final class DueQueue {
    /// One piece of work, reused for ever.
    static final class Entry {
        String name = "";
        CyclicTask task = _ -> {};
        long dueNanos;
        long periodNanos; // 0: once
        int urgency; // among equal due times the higher goes first, ...
        long sequence; // ... and then whoever was asked for first

        private boolean isBefore(Entry other) {
            long laterNanos = dueNanos - other.dueNanos;
            if (laterNanos != 0) {
                return laterNanos < 0;
            }
            return urgency != other.urgency ? urgency > other.urgency : sequence - other.sequence < 0;
        }
    }

    private final Entry[] heap; // the first `size` are due, the others are free
    private int size;

    DueQueue(int capacity) {
        heap = new Entry[capacity];
        for (int i = 0; i < capacity; i++) {
            heap[i] = new Entry();
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    /// A free entry, to be filled and then handed to [#add] at once.
    Entry free() {
        if (size == heap.length) {
            throw new IllegalStateException("more than " + heap.length + " pieces of work are due at one time");
        }
        return heap[size];
    }

    /// Adds the entry that [#free] returned last.
    void add() {
        siftUp(size++);
    }

    /// The entry that is due first. The queue must not be empty.
    Entry first() {
        return heap[0];
    }

    /// Restores the order after the first entry got a later due time.
    void firstChanged() {
        siftDown(0);
    }

    /// Frees the first entry.
    void removeFirst() {
        removeAt(0);
    }

    /// Frees `entry`, wherever it waits.
    void remove(Entry entry) {
        int at = 0;
        while (heap[at] != entry) {
            at++;
        }
        removeAt(at);
    }

    private void removeAt(int at) {
        size--;
        swap(at, size);
        if (at < size) { // otherwise the last one was removed and nothing moved
            siftDown(at);
            siftUp(at);
        }
    }

    private void siftUp(int from) {
        int child = from;
        while (child > 0 && heap[child].isBefore(heap[(child - 1) / 2])) {
            swap(child, (child - 1) / 2);
            child = (child - 1) / 2;
        }
    }

    private void siftDown(int from) {
        int parent = from;
        while (2 * parent + 1 < size) {
            int child = 2 * parent + 1;
            if (child + 1 < size && heap[child + 1].isBefore(heap[child])) {
                child++;
            }
            if (!heap[child].isBefore(heap[parent])) {
                return;
            }
            swap(child, parent);
            parent = child;
        }
    }

    private void swap(int a, int b) {
        Entry kept = heap[a];
        heap[a] = heap[b];
        heap[b] = kept;
    }
}
