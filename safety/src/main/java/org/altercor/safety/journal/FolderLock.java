package org.altercor.safety.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A folder of a disk, kept for one writer by a lock of the operating system on the file `lock` in it. The lock goes
/// with the process that holds it, however that ends; the file stays, and means nothing without its lock.
final class FolderLock implements Closeable {
    private static final String NAME = "lock";

    /// Folders that this program holds. The system's locks are a process's: it would grant a second one to the same
    /// process, and would take both away when either file is closed. So a folder that is held is not opened again.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel file;

    private FolderLock(Path folder, FileChannel file) {
        this.folder = folder;
        this.file = file;
    }

    /// Takes a folder.
    ///
    /// @throws IOException when another writer has it, or the file cannot be made
    static FolderLock of(Path path) throws IOException {
        Path folder = path.toRealPath();
        if (!HELD.add(folder)) {
            throw taken();
        }
        boolean isHeld = false;
        try {
            FileChannel file = open(folder);
            isHeld = true;
            return new FolderLock(folder, file);
        } finally {
            if (!isHeld) {
                HELD.remove(folder);
            }
        }
    }

    private static FileChannel open(Path folder) throws IOException {
        FileChannel file = FileChannel.open(
                folder.resolve(NAME),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
        boolean isLocked = false;
        try {
            @Nullable FileLock lock = file.tryLock();
            if (lock == null) {
                throw taken();
            }
            isLocked = true;
            return file;
        } finally {
            if (!isLocked) {
                file.close();
            }
        }
    }

    private static IOException taken() {
        return new IOException("another program keeps a journal here");
    }

    /// Gives the folder free.
    @Override
    public void close() throws IOException {
        try {
            file.close();
        } finally {
            HELD.remove(folder);
        }
    }
}
