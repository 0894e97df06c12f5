package org.altercor.bench.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.altercor.safety.journal.JournalFile;
import org.altercor.safety.journal.JournalFolder;

/// A folder of a disk with somebody who stands by whatever changes it: to time it, or to fail it. Owner: one thread.
///
/// @param disk  that does what is asked
/// @param watch who stands by
public record WatchedFolder(JournalFolder disk, Watch watch) implements JournalFolder {
    /// What is asked of the disk.
    @FunctionalInterface
    public interface Call {
        void run() throws IOException;
    }

    /// Stands by, and hands on what it does not fail.
    public interface Watch {
        /// Before a file is made.
        default void create() throws IOException {}

        /// In place of a write.
        default void write(Call call) throws IOException {
            call.run();
        }

        /// In place of the sync of a file.
        default void sync(Call call) throws IOException {
            call.run();
        }

        /// In place of the sync of the folder.
        default void syncFolder(Call call) throws IOException {
            call.run();
        }
    }

    @Override
    public List<String> names() throws IOException {
        return disk.names();
    }

    @Override
    public JournalFile create(String name) throws IOException {
        watch.create();
        return new WatchedFile(disk.create(name), watch);
    }

    @Override
    public JournalFile open(String name) throws IOException {
        return disk.open(name);
    }

    @Override
    public void delete(String name) throws IOException {
        disk.delete(name);
    }

    @Override
    public void sync() throws IOException {
        watch.syncFolder(disk::sync);
    }

    @Override
    public Closeable claim() throws IOException {
        return disk.claim();
    }

    private record WatchedFile(JournalFile file, Watch watch) implements JournalFile {
        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void write(long offset, ByteBuffer bytes) throws IOException {
            watch.write(() -> file.write(offset, bytes));
        }

        @Override
        public void read(long offset, ByteBuffer into) throws IOException {
            file.read(offset, into);
        }

        @Override
        public void sync() throws IOException {
            watch.sync(file::sync);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
