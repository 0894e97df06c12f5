package org.altercor.safety.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/// Makes the files of segments: all zeros first, the header last. Before its header is on disk a file counts for
/// nothing; one that failed on the way is taken away again. Owner: the journal's writer.
final class NextSegment implements AutoCloseable {
    /// Zeros that are written into a file in one go: a few ms on a slow card. Our own judgement.
    private static final int SLICE_BYTES = 256 << 10;

    private final JournalWriter.Place place;
    private final JournalOptions options;
    private Optional<Started> started = Optional.empty();
    private int lastNumber;
    private Optional<Long> failedNanos = Optional.empty();

    /// A file on its way to be all zeros.
    private static final class Started {
        final JournalFile file;
        final int number;
        int filled;

        Started(JournalFile file, int number) {
            this.file = file;
            this.number = number;
        }
    }

    NextSegment(JournalWriter.Place place, JournalOptions options) {
        this.place = place;
        this.options = options;
    }

    /// Numbers up to this one are taken.
    void numberAfter(int number) {
        lastNumber = Math.max(lastNumber, number);
    }

    /// Makes the next file bit by bit; to be called while nothing else is to do. A failure is tried again after a
    /// while: the segment that is written to is none the worse.
    void prepare(long nowNanos) {
        if (failedNanos.isPresent()
                && nowNanos - failedNanos.get() < options.retry().toNanos()) {
            return;
        }
        try {
            if (started.isEmpty()) {
                start(place.open());
            } else if (started.get().filled < options.segmentBytes()) {
                fillSlice(started.get());
            }
        } catch (IOException | RuntimeException e) {
            discard();
            failedNanos = Optional.of(nowNanos);
        }
    }

    /// Makes a segment that records can be written to behind its header.
    ///
    /// @param like its header, but for its number
    JournalFile begin(JournalFolder folder, SegmentHeader like) throws IOException {
        Started next = started.isPresent() ? started.get() : start(folder);
        while (next.filled < options.segmentBytes()) {
            fillSlice(next);
        }
        next.file.sync();
        next.file.write(0, like.numbered(next.number).encode());
        next.file.sync();
        folder.sync();
        started = Optional.empty();
        return next.file;
    }

    /// Writes records again, byte for byte, into a segment of their own. The header comes last: before it is on disk
    /// the old copy counts, from then on the new one.
    ///
    /// @param like its header, but for its number
    void copy(JournalFolder folder, SegmentHeader like, List<JournalReader.Tail> records) throws IOException {
        var bytes = ByteBuffer.allocate(
                records.stream().mapToInt(record -> record.bytes().remaining()).sum());
        records.forEach(record -> bytes.put(record.bytes().duplicate()));
        Started next = start(folder);
        next.file.write(SegmentHeader.BYTES, bytes.flip());
        next.file.sync();
        next.file.write(0, like.numbered(next.number).encode());
        next.file.sync();
        folder.sync();
        started = Optional.empty();
        next.file.close();
    }

    private Started start(JournalFolder folder) throws IOException {
        int number = ++lastNumber; // a name is never used twice, not even of a file that could not be made
        var next = new Started(folder.create(SegmentHeader.fileName(number)), number);
        started = Optional.of(next);
        return next;
    }

    private void fillSlice(Started next) throws IOException {
        int bytes = Math.min(SLICE_BYTES, options.segmentBytes() - next.filled);
        next.file.write(next.filled, ByteBuffer.allocate(bytes));
        next.filled += bytes;
    }

    /// Takes a file that never held a record away again: it would keep what little room there is.
    void discard() {
        started.ifPresent(next -> {
            JournalWriter.closeQuietly(next.file);
            try {
                place.open().delete(SegmentHeader.fileName(next.number));
            } catch (IOException | RuntimeException e) {
                // the next start finds it, without a record that counts
            }
        });
        started = Optional.empty();
    }

    @Override
    public void close() {
        started.ifPresent(next -> JournalWriter.closeQuietly(next.file));
        started = Optional.empty();
    }
}
