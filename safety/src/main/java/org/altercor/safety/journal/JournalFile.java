package org.altercor.safety.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/// One segment of a [JournalFolder]. Owner: one thread.
public interface JournalFile extends Closeable {
    long size() throws IOException;

    /// Writes everything from a buffer's position to its limit.
    void write(long offset, ByteBuffer bytes) throws IOException;

    /// Fills a buffer from its position on, as far as there are bytes. What was read lies before its position then.
    void read(long offset, ByteBuffer into) throws IOException;

    /// Returns when everything that was written is there for good. One that failed is never asked again: what it lost
    /// it would not say a second time.
    void sync() throws IOException;
}
