package org.altercor.bench.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.altercor.safety.journal.JournalFile;
import org.altercor.safety.journal.JournalFolder;

/// A folder in memory that never fails: what a disk holds after a cut. Arrays that it is made of are never written.
final class HeldFolder implements JournalFolder {
    private final Map<String, Held> files = new TreeMap<>();
    private int oldWrites;

    /// A file's bytes.
    private final class Held implements JournalFile {
        private final boolean isOld;
        private byte[] bytes;

        Held(byte[] bytes, boolean isOld) {
            this.bytes = bytes;
            this.isOld = isOld;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public void write(long offset, ByteBuffer from) {
            if (isOld) {
                oldWrites++;
            }
            int end = (int) offset + from.remaining();
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length, end));
            from.get(bytes, (int) offset, end - (int) offset);
        }

        @Override
        public void read(long offset, ByteBuffer into) {
            int count = Math.min(into.remaining(), bytes.length - (int) offset);
            into.put(bytes, (int) offset, count);
        }

        @Override
        public void sync() {
            // everything is there
        }

        @Override
        public void close() {
            // nothing is held open
        }
    }

    /// Puts a file into it, as it was found.
    void put(String name, byte[] bytes) {
        files.put(name, new Held(bytes, true));
    }

    /// Bytes of a file; empty when there is none.
    byte[] bytes(String name) {
        Held file = files.get(name);
        return file == null ? new byte[0] : file.bytes;
    }

    /// Writes to files that were found in it: there must not be any.
    int oldWrites() {
        return oldWrites;
    }

    @Override
    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    @Override
    public JournalFile create(String name) throws IOException {
        if (files.containsKey(name)) {
            throw new IOException(name + " is there");
        }
        var file = new Held(new byte[0], false);
        files.put(name, file);
        return file;
    }

    @Override
    public JournalFile open(String name) throws IOException {
        Held file = files.get(name);
        if (file == null) {
            throw new IOException(name + " is not there");
        }
        return file;
    }

    @Override
    public void delete(String name) {
        files.remove(name);
    }

    @Override
    public void sync() {
        // everything is there
    }

    @Override
    public Closeable claim() {
        return () -> {
            // nobody else is here
        };
    }
}
