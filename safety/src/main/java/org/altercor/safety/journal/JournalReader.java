package org.altercor.safety.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.altercor.safety.journal.JournalReport.Flaw;
import org.altercor.safety.journal.SegmentScan.Item;

/// Reads a journal: every record once, in the order of its numbers, and what is wrong with it.
///
/// What was acknowledged is told from what was under way by what the journal says itself: each record tells which
/// number was on disk before it was written, and so does each segment's header. A number that is missing below that
/// was lost later and is named; above it nobody was ever told, and the journal ends there.
public final class JournalReader {
    private final SegmentList list;
    private final Visitor visitor;
    private final List<Flaw> flaws = new ArrayList<>();
    private final List<String> unused = new ArrayList<>();
    private final Deque<Tail> tail = new ArrayDeque<>();
    private int segments;
    private int lastNumber;
    private long records;
    private long first;
    private long lastRead;
    private long last;
    private long proven;
    private boolean isNumbered;
    private Chain chain = Chain.START;
    private Chain provenChain = Chain.START;

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

    /// A record of which nothing in the journal says that it was on disk.
    ///
    /// @param header of the segment in which it lies
    /// @param bytes  all of its own, its chain and sum included
    record Tail(long sequence, Optional<SegmentHeader> header, ByteBuffer bytes, Chain chain) {}

    private JournalReader(SegmentList list, Visitor visitor) {
        this.list = list;
        this.visitor = visitor;
    }

    /// Reads everything.
    ///
    /// @throws IOException when the folder or a file cannot be read
    public static JournalReport read(JournalFolder folder, Visitor visitor) throws IOException {
        var list = SegmentList.of(folder);
        return new JournalReader(list, visitor).read(0, list.size());
    }

    /// What a writer that goes on must know.
    ///
    /// @param report       what was found in the files that were read
    /// @param read         names of these: the last ones
    /// @param files        that there are, read or not
    /// @param lastSequence highest number that was ever given to a record on disk, read, not read or missing
    /// @param chain        link of the last record
    /// @param proven       highest number that was on disk for certain; what is behind it may be in a cache only
    /// @param provenChain  link of the last record that was read up to there
    /// @param tail         the records behind it
    /// @param lastNumber   of the segments; 0 when there is none
    /// @param unused       files that were made for segments and hold no record
    record Ending(
            JournalReport report,
            List<String> read,
            int files,
            long lastSequence,
            Chain chain,
            long proven,
            Chain provenChain,
            List<Tail> tail,
            int lastNumber,
            List<String> unused) {}

    /// Reads the end of a journal only: from the last segment on whose header is good. That one says what was on disk
    /// before it, and the chain to go on from.
    static Ending ending(JournalFolder folder) throws IOException {
        var list = SegmentList.of(folder);
        var reader = new JournalReader(list, (_, _) -> {});
        int from = list.beginOfEnd();
        reader.goOnAt(from);
        JournalReport report = reader.read(from, list.size());
        return new Ending(
                report,
                list.names().subList(from, list.size()),
                list.size(),
                Math.max(reader.last, reader.proven),
                reader.chain,
                reader.proven,
                reader.provenChain,
                List.copyOf(reader.tail),
                reader.lastNumber,
                List.copyOf(reader.unused));
    }

    /// Reads the records of one segment that count in its journal, as if nothing lay before it.
    ///
    /// @param index of its file
    static void readOne(SegmentList list, int index, Visitor visitor) throws IOException {
        var reader = new JournalReader(list, visitor);
        reader.goOnAt(index);
        reader.read(index, index + 1);
    }

    /// As if everything before a file had been read, and had been whole: as far as its header tells.
    private void goOnAt(int index) throws IOException {
        if (index < list.size()) {
            list.header(index).ifPresent(header -> {
                chain = header.chain();
                provenChain = header.chain();
            });
        }
    }

    private JournalReport read(int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            Segment segment = open(list.names().get(i));
            if (segment.header().isEmpty() && lastNonZero(segment.bytes()) < 0) {
                unused.add(segment.name());
            } else {
                lastNumber = SegmentHeader.numberOf(segment.name()).orElseThrow();
                take(segment, list.firstBehind(i));
            }
        }
        return new JournalReport(segments, records, first, lastRead, chain.hex(), flaws);
    }

    private Segment open(String name) throws IOException {
        try (JournalFile file = list.folder().open(name)) {
            var bytes = ByteBuffer.allocate(Math.toIntExact(file.size()));
            file.read(0, bytes);
            bytes.flip();
            return new Segment(name, bytes, SegmentHeader.decode(bytes));
        }
    }

    private static int lastNonZero(ByteBuffer bytes) {
        return SegmentScan.lastNonZero(bytes, 0, bytes.limit());
    }

    private void take(Segment segment, long nextFirst) {
        segment.header().ifPresent(header -> begin(segment, header));
        SegmentScan scan = SegmentScan.of(
                segment.bytes(), segment.header().map(SegmentHeader::chain).orElse(chain));
        if (segment.header().isEmpty() && !holdsNew(scan, nextFirst)) {
            // A segment that was never begun: its header comes last, and nothing in it is needed.
            int bytes = lastNonZero(segment.bytes()) + 1;
            flaws.add(new Flaw.TornTail(segment.name(), 0, bytes));
            if (scan.items().stream().noneMatch(Item.Found.class::isInstance)) {
                unused.add(segment.name());
            }
            return;
        }
        segments++;
        if (segment.header().isEmpty()) {
            // Records that nothing proves to have been on disk were on their way there, header last: a cut, no damage.
            flaws.add(
                    isProven(scan, nextFirst)
                            ? new Flaw.NoHeader(segment.name())
                            : new Flaw.TornTail(segment.name(), 0, SegmentHeader.BYTES));
        }
        long durable = Math.max(proven, nextFirst == Long.MAX_VALUE ? scan.durable() : nextFirst - 1);
        boolean isFirst = true;
        for (Item item : scan.items()) {
            switch (item) {
                case Item.Hole(int offset, int bytes) -> {
                    if (last < durable) {
                        flaws.add(new Flaw.Spoilt(segment.name(), offset, bytes));
                    } else {
                        cut(segment, scan, offset);
                        return;
                    }
                }
                case Item.Found found -> {
                    long sequence = found.linked().record().sequence();
                    if (sequence >= nextFirst || sequence <= last) {
                        continue; // never acknowledged here, and written again in a later segment; or read already
                    }
                    if (sequence > last + 1 && last >= durable) {
                        cut(segment, scan, found.offset());
                        return;
                    }
                    accept(segment, found, isFirst);
                    isFirst = false;
                }
            }
        }
    }

    /// What a header says of the records before its segment.
    private void begin(Segment segment, SegmentHeader header) {
        long before = header.firstSequence() - 1;
        if (isNumbered && before > last) {
            flaws.add(new Flaw.Missing(segment.name(), last + 1, before));
        }
        isNumbered = true;
        last = Math.max(last, before);
        prove(before);
    }

    /// Whether a record of a segment is proved to have been on disk, by another one of it or by a later header.
    private static boolean isProven(SegmentScan scan, long nextFirst) {
        long first = scan.items().stream()
                .mapToLong(item -> item instanceof Item.Found found
                        ? found.linked().record().sequence()
                        : Long.MAX_VALUE)
                .min()
                .orElse(Long.MAX_VALUE);
        return scan.durable() >= first || (nextFirst != Long.MAX_VALUE && nextFirst > first);
    }

    private boolean holdsNew(SegmentScan scan, long nextFirst) {
        return scan.items().stream()
                .anyMatch(item -> item instanceof Item.Found found
                        && found.linked().record().sequence() > last
                        && found.linked().record().sequence() < nextFirst);
    }

    private void cut(Segment segment, SegmentScan scan, int offset) {
        flaws.add(new Flaw.TornTail(segment.name(), offset, scan.end() - offset));
    }

    private void prove(long sequence) {
        proven = Math.max(proven, sequence);
        while (!tail.isEmpty() && tail.getFirst().sequence() <= proven) {
            provenChain = tail.removeFirst().chain();
        }
    }

    private void accept(Segment segment, Item.Found found, boolean isFirst) {
        JournalRecord record = found.linked().record();
        if (isNumbered && record.sequence() > last + 1) {
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
        isNumbered = true;
        last = record.sequence();
        lastRead = last;
        chain = found.linked().chain();
        tail.add(new Tail(
                last,
                segment.header(),
                segment.bytes().slice(found.offset(), found.linked().bytes()),
                chain));
        prove(record.durable());
        visitor.visit(
                segment.header().map(SegmentHeader::boot).filter(boot -> !boot.equals(SegmentHeader.UNKNOWN)), record);
    }
}
