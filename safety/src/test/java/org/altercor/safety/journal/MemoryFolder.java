package org.altercor.safety.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/// A folder in memory that keeps only what was synced when the power is cut, and fails when it is told to.
final class MemoryFolder implements JournalFolder {
    private final Map<String, Bytes> live = new TreeMap<>();
    private final Map<String, Bytes> safe = new TreeMap<>();
    final List<String> calls = new ArrayList<>();
    final List<String> touchedAfterFailure = new ArrayList<>();
    IntPredicate failing = _ -> false;

    private static final class Bytes {
        byte[] live = new byte[0];
        byte[] safe = new byte[0];
        boolean hasFailed;
    }

    /// What is left after a power cut.
    MemoryFolder afterPowerCut() {
        var left = new MemoryFolder();
        safe.forEach((name, bytes) -> left.put(name, bytes.safe));
        return left;
    }

    void put(String name, byte[] bytes) {
        var file = new Bytes();
        file.live = bytes.clone();
        file.safe = bytes.clone();
        live.put(name, file);
        safe.put(name, file);
    }

    byte[] bytes(String name) {
        return live.get(name).live.clone();
    }

    private void call(String what) throws IOException {
        calls.add(what);
        if (failing.test(calls.size() - 1)) {
            throw new IOException(what + " said no");
        }
    }

    @Override
    public List<String> names() throws IOException {
        call("names");
        return List.copyOf(live.keySet());
    }

    @Override
    public JournalFile create(String name) throws IOException {
        call("create");
        if (live.containsKey(name)) {
            throw new IOException(name + " is there");
        }
        live.put(name, new Bytes());
        return new Handle(name, live.get(name));
    }

    @Override
    public JournalFile open(String name) throws IOException {
        call("open");
        return new Handle(name, live.get(name));
    }

    @Override
    public void delete(String name) throws IOException {
        call("delete");
        live.remove(name);
    }

    @Override
    public void sync() throws IOException {
        call("folder sync");
        safe.clear();
        safe.putAll(live);
    }

    @Override
    public Closeable claim() throws IOException {
        call("claim");
        return () -> {
            // nobody else is here
        };
    }

    private final class Handle implements JournalFile {
        private final String name;
        private final Bytes bytes;

        Handle(String name, Bytes bytes) {
            this.name = name;
            this.bytes = bytes;
        }

        private void callOn(String what) throws IOException {
            if (bytes.hasFailed) {
                touchedAfterFailure.add(what + " of " + name);
            }
            try {
                call(what);
            } catch (IOException e) {
                bytes.hasFailed = true;
                throw e;
            }
        }

        @Override
        public long size() {
            return bytes.live.length;
        }

        @Override
        public void write(long offset, ByteBuffer from) throws IOException {
            callOn("write");
            int end = (int) offset + from.remaining();
            bytes.live = Arrays.copyOf(bytes.live, Math.max(end, bytes.live.length));
            from.get(bytes.live, (int) offset, from.remaining());
        }

        @Override
        public void read(long offset, ByteBuffer into) throws IOException {
            call("read");
            into.put(bytes.live, (int) offset, Math.min(into.remaining(), bytes.live.length - (int) offset));
        }

        @Override
        public void sync() throws IOException {
            callOn("sync");
            bytes.safe = bytes.live.clone();
        }

        @Override
        public void close() {
            // nothing is held open
        }
    }
}
