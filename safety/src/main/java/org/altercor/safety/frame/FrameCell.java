package org.altercor.safety.frame;

import java.nio.ByteBuffer;
import org.altercor.hal.cell.SequenceLock;

/// The newest frame of one kind, written by one thread and read by any number.
///
/// It holds the encoded frame, so that what crosses threads today can cross a memory map or a wire tomorrow without a
/// change to either side. The writer never waits and neither side allocates. "Could not read" is "stale" to a reader.
///
/// @param <F> kind of frame
public final class FrameCell<F extends Frame> {
    private final SequenceLock lock = new SequenceLock();
    private final byte[] shared;
    private final ByteBuffer outgoing;
    private final FrameEncoder encoder;

    /// @param example any frame of the kind and shape that this cell will hold
    public FrameCell(F example) {
        shared = new byte[FrameLayout.of(example).bytes()];
        outgoing = ByteBuffer.allocate(shared.length);
        encoder = new FrameEncoder(outgoing);
    }

    /// Publishes a copy of `frame`. Writer thread only.
    public void publish(F frame) {
        outgoing.clear();
        encoder.encode(frame);
        lock.beginWrite();
        System.arraycopy(outgoing.array(), 0, shared, 0, shared.length);
        lock.endWrite();
    }

    /// A reader of this cell. Make one per reading thread, at start.
    public Reader reader() {
        return new Reader();
    }

    /// One thread's way to read the cell.
    public final class Reader {
        private final ByteBuffer incoming = ByteBuffer.allocate(shared.length);
        private final FrameDecoder decoder = new FrameDecoder(incoming);

        private Reader() {}

        /// Whether nothing was ever published, nor is being published now: known to be empty, which a copy that could
        /// not be had is not.
        public boolean isEmpty() {
            return lock.isUnwritten();
        }

        /// Copies the newest frame into `into`.
        ///
        /// @return false when nothing was published yet or no consistent copy was had; `into` is then untouched
        public boolean tryRead(F into) {
            for (int attempt = 0; attempt < SequenceLock.READ_ATTEMPTS; attempt++) {
                long stamp = lock.beginRead();
                System.arraycopy(shared, 0, incoming.array(), 0, shared.length);
                if (lock.unchangedSince(stamp)) {
                    incoming.clear();
                    decoder.decode(into);
                    return true;
                }
            }
            return false;
        }
    }
}
