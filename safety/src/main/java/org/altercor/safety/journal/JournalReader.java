package org.altercor.safety.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.altercor.safety.journal.JournalReport.Flaw;
import org.altercor.safety.journal.SegmentScan.Item;

/// Reads a journal: every record once, in the order of its numbers, and what is wrong with it.
///
/// What was acknowledged is told from what was under way by what the records say themselves: each tells which number
/// was
/// on disk before it was written. A number that is missing below that was lost later and is named; above it nobody was
/// ever told, and the journal ends there.
public final class JournalReader {
    private final JournalFolder folder;
    private final Visitor visitor;
    private final List<Flaw> flaws = new ArrayList<>();
    private int segments;
    private long records;
    private long first;
    private long last;
    private Chain chain = Chain.START;

    /// Takes what is read.
    @FunctionalInterface
    public interface Visitor {
        /// Takes one record.
        ///
        /// @param boot   the start of the program that wrote it; empty when its segment's header is spoilt
        /// @param record one that was never seen before, in the order of numbers
        void visit(Optional<UUID> boot, JournalRecord record);
    }

    /// A segment's file, and its header where that can be read.
    private record Segment(String name, ByteBuffer bytes, Optional<SegmentHeader> header) {}

    private JournalReader(JournalFolder folder, Visitor visitor) {
        this.folder = folder;
        this.visitor = visitor;
    }

    /// Reads everything.
    ///
    /// @throws IOException when the folder or a file cannot be read
    public static JournalReport read(JournalFolder folder, Visitor visitor) throws IOException {
        var reader = new JournalReader(folder, visitor);
        return reader.read();
    }

    /// What a writer that goes on must know.
    ///
    /// @param report      what was found
    /// @param chain       link of the last record
    /// @param lastNumber  of the segments; 0 when there is none
    /// @param unused      files that were made for segments and never held anything
    record Ending(JournalReport report, Chain chain, int lastNumber, List<String> unused) {}

    static Ending ending(JournalFolder folder) throws IOException {
        var reader = new JournalReader(folder, (_, _) -> {});
        JournalReport report = reader.read();
        int lastNumber = 0;
        List<String> unused = new ArrayList<>();
        for (String name : reader.names()) {
            Segment segment = reader.open(name);
            if (isUnused(segment)) {
                unused.add(name);
            } else {
                lastNumber = Math.max(lastNumber, SegmentHeader.numberOf(name).orElseThrow());
            }
        }
        return new Ending(report, reader.chain, lastNumber, unused);
    }

    private JournalReport read() throws IOException {
        List<String> names = names();
        for (int i = 0; i < names.size(); i++) {
            Segment segment = open(names.get(i));
            if (!isUnused(segment)) {
                segments++;
                take(segment, nextFirst(names.subList(i + 1, names.size())));
            }
        }
        return new JournalReport(segments, records, first, last, chain.hex(), flaws);
    }

    private List<String> names() throws IOException {
        return folder.names().stream()
                .filter(name -> SegmentHeader.numberOf(name).isPresent())
                .sorted()
                .toList();
    }

    private Segment open(String name) throws IOException {
        try (JournalFile file = folder.open(name)) {
            var bytes = ByteBuffer.allocate(Math.toIntExact(file.size()));
            file.read(0, bytes);
            bytes.flip();
            return new Segment(name, bytes, SegmentHeader.decode(bytes));
        }
    }

    private static boolean isUnused(Segment segment) {
        if (segment.header().isPresent()) {
            return false;
        }
        ByteBuffer bytes = segment.bytes();
        for (int at = 0; at < bytes.limit(); at++) {
            if (bytes.get(at) != 0) {
                // A header that was under way when the lights went out: no record can follow it.
                return SegmentScan.of(bytes, Chain.START).items().stream().noneMatch(Item.Found.class::isInstance)
                        && isZeroFrom(bytes, SegmentHeader.BYTES);
            }
        }
        return true;
    }

    private static boolean isZeroFrom(ByteBuffer bytes, int from) {
        for (int at = from; at < bytes.limit(); at++) {
            if (bytes.get(at) != 0) {
                return false;
            }
        }
        return true;
    }

    /// First number of the segments that follow: everything below it was on disk when they were begun.
    private long nextFirst(List<String> later) throws IOException {
        for (String name : later) {
            try (JournalFile file = folder.open(name)) {
                var head = ByteBuffer.allocate(SegmentHeader.BYTES);
                file.read(0, head);
                Optional<SegmentHeader> header = SegmentHeader.decode(head.flip());
                if (header.isPresent()) {
                    return header.get().firstSequence();
                }
            }
        }
        return Long.MAX_VALUE;
    }

    private void take(Segment segment, long nextFirst) {
        if (segment.header().isEmpty()) {
            flaws.add(new Flaw.NoHeader(segment.name()));
        }
        SegmentScan scan = SegmentScan.of(
                segment.bytes(), segment.header().map(SegmentHeader::chain).orElse(chain));
        long durable = nextFirst == Long.MAX_VALUE ? scan.durable() : nextFirst - 1;
        boolean isFirst = true;
        for (Item item : scan.items()) {
            switch (item) {
                case Item.Hole(int offset, int bytes) -> {
                    if (last < durable) {
                        flaws.add(new Flaw.Spoilt(segment.name(), offset, bytes));
                    } else {
                        flaws.add(new Flaw.TornTail(segment.name(), offset, bytes));
                        return;
                    }
                }
                case Item.Found found -> {
                    long sequence = found.linked().record().sequence();
                    if (sequence >= nextFirst || sequence <= last) {
                        continue; // never acknowledged here, and written again in a later segment; or read already
                    }
                    if (sequence > last + 1 && last >= durable) {
                        flaws.add(new Flaw.TornTail(segment.name(), found.offset(), scan.end() - found.offset()));
                        return;
                    }
                    accept(segment, found, isFirst);
                    isFirst = false;
                }
            }
        }
    }

    private void accept(Segment segment, Item.Found found, boolean isFirst) {
        JournalRecord record = found.linked().record();
        if (records > 0 && record.sequence() > last + 1) {
            flaws.add(new Flaw.Missing(segment.name(), last + 1, record.sequence() - 1));
        }
        boolean isLinked = found.isChained()
                && (!isFirst
                        || records == 0
                        || segment.header()
                                .map(its -> its.chain().equals(chain))
                                .orElse(true));
        if (!isLinked) {
            flaws.add(new Flaw.ChainBroken(segment.name(), record.sequence()));
        }
        if (records == 0) {
            first = record.sequence();
        }
        records++;
        last = record.sequence();
        chain = found.linked().chain();
        visitor.visit(segment.header().map(SegmentHeader::boot), record);
    }
}
