package org.altercor.safety.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// One segment's file, to be read as if nothing else lay beside it.
public final class SegmentFile implements JournalFolder {
    private final DiskFolder folder;
    private final String name;

    private SegmentFile(DiskFolder folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /// A file that is there.
    ///
    /// @throws IOException when it has no segment's name, or its folder is none
    public static SegmentFile existing(Path path) throws IOException {
        Path absolute = path.toAbsolutePath();
        String name = String.valueOf(absolute.getFileName());
        Path parent = absolute.getParent();
        if (parent == null || SegmentHeader.numberOf(name).isEmpty()) {
            throw new IOException(path + ": no segment; one is named as " + SegmentHeader.fileName(1));
        }
        return new SegmentFile(DiskFolder.existing(parent), name);
    }

    @Override
    public List<String> names() {
        return List.of(name);
    }

    @Override
    public JournalFile open(String name) throws IOException {
        if (!name.equals(this.name)) {
            throw new IOException(name + ": only " + this.name + " is read");
        }
        return folder.open(name);
    }

    @Override
    public JournalFile create(String name) throws IOException {
        throw onlyRead();
    }

    @Override
    public void delete(String name) throws IOException {
        throw onlyRead();
    }

    @Override
    public void sync() throws IOException {
        throw onlyRead();
    }

    @Override
    public Closeable claim() throws IOException {
        throw onlyRead();
    }

    private IOException onlyRead() {
        return new IOException(name + ": a segment alone is only read");
    }
}
