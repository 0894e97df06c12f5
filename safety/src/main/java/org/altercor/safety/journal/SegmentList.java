package org.altercor.safety.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/// Files of a folder that are named as segments, in the order of their names, and their headers. Reads a header when
/// it is asked for, and never what lies behind it. Owner: one thread.
///
/// @param folder they lie in
/// @param names  of them
record SegmentList(JournalFolder folder, List<String> names) {
    static SegmentList of(JournalFolder folder) throws IOException {
        return new SegmentList(
                folder,
                folder.names().stream()
                        .filter(name -> SegmentHeader.numberOf(name).isPresent())
                        .sorted()
                        .toList());
    }

    int size() {
        return names.size();
    }

    /// Header of a file; empty when it has none that can be read.
    Optional<SegmentHeader> header(int index) throws IOException {
        try (JournalFile file = folder.open(names.get(index))) {
            var head = ByteBuffer.allocate(SegmentHeader.BYTES);
            file.read(0, head);
            return SegmentHeader.decode(head.flip());
        }
    }

    /// First number of the segments behind a file: everything below it was on disk when they were begun.
    long firstBehind(int index) throws IOException {
        for (int later = index + 1; later < size(); later++) {
            Optional<SegmentHeader> header = header(later);
            if (header.isPresent()) {
                return header.get().firstSequence();
            }
        }
        return Long.MAX_VALUE;
    }

    /// Where the end of a journal begins: the last file with a good header. All before its first number was on disk
    /// when that was written, and its chain is the one to go on from; what is behind is in it, or in files whose
    /// header never came. The first file when no header is good, or when the one before it promises more: one
    /// writer makes no such order, and then everything is looked at.
    int beginOfEnd() throws IOException {
        int last = goodBefore(size());
        if (last < 0) {
            return 0;
        }
        int before = goodBefore(last);
        boolean isInOrder = before < 0
                || header(before).map(SegmentHeader::firstSequence).orElse(0L)
                        <= header(last).map(SegmentHeader::firstSequence).orElse(0L);
        return isInOrder ? last : 0;
    }

    private int goodBefore(int end) throws IOException {
        int index = end - 1;
        while (index >= 0 && header(index).isEmpty()) {
            index--;
        }
        return index;
    }
}
