package org.altercor.safety.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A folder of a disk. Links are not followed: what lies under a segment's name is a segment, or an error.
public final class DiskFolder implements JournalFolder {
    private final Path path;

    private DiskFolder(Path path) {
        this.path = path;
    }

    /// A folder; made when it is not there, its name and those of the folders above it for good.
    ///
    /// @throws IOException when it cannot be made, or is a link or a file
    public static DiskFolder at(Path path) throws IOException {
        make(path.toAbsolutePath());
        return existing(path);
    }

    private static void make(Path path) throws IOException {
        Path above = path.getParent();
        if (above == null || Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        make(above);
        Files.createDirectories(path);
        sync(above); // a folder whose own name is lost takes everything in it along
    }

    /// A folder that is there.
    ///
    /// @throws IOException when it is not, or is a link or a file
    public static DiskFolder existing(Path path) throws IOException {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(path + ": not a folder");
        }
        return new DiskFolder(path);
    }

    @Override
    public List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Override
    public JournalFile create(String name) throws IOException {
        return new DiskFile(FileChannel.open(
                path.resolve(name),
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)));
    }

    @Override
    public JournalFile open(String name) throws IOException {
        return new DiskFile(
                FileChannel.open(path.resolve(name), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)));
    }

    @Override
    public void delete(String name) throws IOException {
        Files.delete(path.resolve(name));
    }

    @Override
    public void sync() throws IOException {
        sync(path);
    }

    @Override
    public Closeable claim() throws IOException {
        return FolderLock.of(path);
    }

    private static void sync(Path path) throws IOException {
        try (FileChannel folder = FileChannel.open(path, StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }

    private record DiskFile(FileChannel channel) implements JournalFile {
        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public void write(long offset, ByteBuffer bytes) throws IOException {
            long at = offset;
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
        }

        @Override
        public void read(long offset, ByteBuffer into) throws IOException {
            long at = offset;
            while (into.hasRemaining()) {
                int count = channel.read(into, at);
                if (count < 0) {
                    return;
                }
                at += count;
            }
        }

        @Override
        public void sync() throws IOException {
            channel.force(false);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
