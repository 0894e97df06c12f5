package org.altercor.safety.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// Writes a journal: keeps what is appended in memory until it is on disk for good, and writes it again elsewhere when
/// the disk failed.
///
/// ```
///  append ─► pending ─ due? ─► one write, one sync ─► durable: forgotten here, acknowledged
///                                    │ fails
///                                    └► that file is never touched again; after a while a new one begins behind the
///                                       last durable record, and pending records are written there
/// ```
///
/// Each start begins a segment of its own: what is there is never written to. Owner: one thread, of ordinary priority;
/// [#state] is for any. Time is an argument.
public final class JournalWriter implements AutoCloseable {
    /// Opens the folder, whenever one is needed: it may not be there yet, or not any more.
    @FunctionalInterface
    public interface Place {
        JournalFolder open() throws IOException;
    }

    private final Place place;
    private final JournalOptions options;
    private final UUID boot;
    private final String machine;
    private final NextSegment next;
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final Deque<Pending> droppable = new ArrayDeque<>();

    private Optional<OpenSegment> current = Optional.empty();
    private Optional<Closeable> claim = Optional.empty();
    private volatile Optional<Base> base = Optional.empty();
    private long appended;
    private long durable;
    private Chain durableChain = Chain.START;
    private long pendingBytes;
    private long dropped;
    private long bytesWritten;
    private long retryNanos;
    private long anchoredNanos;
    private boolean isAnchored;
    private volatile JournalState state = new JournalState(JournalState.Word.STARTING, "", 0, 0, 0, 0);

    /// Where this start's tickets stand in the numbers of the whole journal.
    private record Base(long sequence) {}

    /// A record that is not on disk yet.
    private static final class Pending {
        final long ticket;
        final long appendedNanos;
        final long wallMillis;
        RecordType type;
        Durability durability;
        ByteBuffer payload;

        Pending(
                long ticket,
                RecordType type,
                Durability durability,
                long appendedNanos,
                long wallMillis,
                ByteBuffer payload) {
            this.ticket = ticket;
            this.type = type;
            this.durability = durability;
            this.appendedNanos = appendedNanos;
            this.wallMillis = wallMillis;
            this.payload = payload;
        }
    }

    /// The segment that is written to.
    private static final class OpenSegment {
        final JournalFile file;
        long offset = SegmentHeader.BYTES;

        OpenSegment(JournalFile file) {
            this.file = file;
        }
    }

    /// @param boot    this start of the program
    /// @param machine its name, for people who find a file
    public JournalWriter(Place place, JournalOptions options, UUID boot, String machine) {
        this.place = place;
        this.options = options;
        this.boot = boot;
        this.machine = machine;
        next = new NextSegment(place, options);
    }

    /// Takes a record.
    ///
    /// @param nanos   when it happened, on the monotonic clock
    /// @param payload copied
    /// @return its ticket: it is on disk for good when [JournalState#durable] says so
    /// @throws IllegalArgumentException when the payload does not fit a segment
    public long append(RecordType type, Durability durability, long nanos, long wallMillis, ByteBuffer payload) {
        if (payload.remaining() > options.mostPayloadBytes()) {
            throw new IllegalArgumentException(
                    "a record of at most " + options.mostPayloadBytes() + " bytes: " + payload.remaining());
        }
        ByteBuffer copy = ByteBuffer.allocate(payload.remaining())
                .put(payload.duplicate())
                .flip();
        var record = new Pending(++appended, type, durability, nanos, wallMillis, copy);
        pending.add(record);
        pendingBytes += size(record);
        if (type.isDroppable()) {
            droppable.add(record);
        }
        while (pendingBytes > options.memoryBytes() && !droppable.isEmpty()) {
            drop(droppable.remove());
        }
        tell(state.word(), state.reason());
        return record.ticket;
    }

    private static long size(Pending record) {
        return (long) JournalRecord.FRAME_BYTES + record.payload.limit();
    }

    /// Leaves a gap in its place, which says what it was.
    private void drop(Pending record) {
        if (record.ticket <= durable) {
            return;
        }
        ByteBuffer gap = text(String.format(
                Locale.ROOT, "%s of %d bytes left out: memory was full", record.type.word(), record.payload.limit()));
        if (gap.limit() >= record.payload.limit()) {
            return; // a gap would take more than what it stands for
        }
        pendingBytes -= size(record);
        record.payload = gap;
        record.type = RecordType.GAP;
        pendingBytes += size(record);
        dropped++;
    }

    /// Writes what is due; to be called often.
    public void work(long nowNanos, long wallMillis) {
        if (!isAnchored || nowNanos - anchoredNanos >= options.anchor().toNanos()) {
            anchor(nowNanos, wallMillis);
        }
        boolean isAway = state.word() == JournalState.Word.AWAY;
        if (isAway && nowNanos - retryNanos < 0) {
            return;
        }
        try {
            if (isAway || isDue(nowNanos)) {
                commit(nowNanos, wallMillis);
            } else if (current.isPresent() && current.get().offset >= options.segmentBytes() / 2) {
                next.prepare(nowNanos);
            }
        } catch (IOException | RuntimeException e) {
            giveUp(e, nowNanos);
        }
    }

    /// Writes everything at once, due or not.
    public void flush(long nowNanos, long wallMillis) {
        try {
            commit(nowNanos, wallMillis);
        } catch (IOException | RuntimeException e) {
            giveUp(e, nowNanos);
        }
    }

    /// Writes everything, and behind it an anchor: it says of all before it that they were on disk, so that no damage
    /// to them can pass for a torn tail. At a planned end.
    public void end(long nowNanos, long wallMillis) {
        flush(nowNanos, wallMillis);
        anchor(nowNanos, wallMillis);
        flush(nowNanos, wallMillis);
    }

    private void anchor(long nowNanos, long wallMillis) {
        isAnchored = true;
        anchoredNanos = nowNanos;
        if (base.isPresent() && durable > 0) {
            String words = String.format(
                    Locale.ROOT, "record %d has chain %s", base.get().sequence() + durable, durableChain.hex());
            append(RecordType.ANCHOR, Durability.BY_THE_SECOND, nowNanos, wallMillis, text(words));
        }
    }

    private boolean isDue(long nowNanos) {
        for (Pending record : pending) {
            if (nowNanos - record.appendedNanos >= record.durability.patience().toNanos()) {
                return true;
            }
        }
        return false;
    }

    private void commit(long nowNanos, long wallMillis) throws IOException {
        if (current.isEmpty()) {
            begin(nowNanos, wallMillis);
        }
        while (!pending.isEmpty()) {
            if (!fits(pending.getFirst())) {
                current.orElseThrow().file.close();
                current = Optional.empty();
                begin(nowNanos, wallMillis);
            }
            writeBatch();
        }
        tell(JournalState.Word.OK, "");
    }

    private boolean fits(Pending record) {
        return options.segmentBytes() - current.orElseThrow().offset >= size(record);
    }

    /// As many as fit the segment, in one write and one sync: then, and only then, they are durable.
    private void writeBatch() throws IOException {
        OpenSegment segment = current.orElseThrow();
        int room = Math.toIntExact(options.segmentBytes() - segment.offset);
        int bytes = 0;
        int count = 0;
        for (Pending record : pending) {
            if (bytes + size(record) > room) {
                break;
            }
            bytes += (int) size(record);
            count++;
        }
        ByteBuffer batch = ByteBuffer.allocate(bytes);
        Chain chain = durableChain;
        var records = pending.iterator();
        for (int i = 0; i < count; i++) {
            chain = numbered(records.next()).encode(batch, chain);
        }
        segment.file.write(segment.offset, batch.flip());
        segment.file.sync();
        segment.offset += bytes;
        bytesWritten += bytes;
        durableChain = chain;
        for (int i = 0; i < count; i++) {
            Pending done = pending.remove();
            pendingBytes -= size(done);
            durable = done.ticket;
            if (done.equals(droppable.peek())) {
                droppable.remove();
            }
        }
        tell(state.word(), state.reason());
    }

    private JournalRecord numbered(Pending record) {
        long before = base.orElseThrow().sequence();
        return new JournalRecord(
                before + record.ticket,
                before + durable,
                record.type.code(),
                record.durability,
                record.appendedNanos,
                record.wallMillis,
                record.payload.asReadOnlyBuffer());
    }

    /// Begins a segment behind the last durable record.
    private void begin(long nowNanos, long wallMillis) throws IOException {
        JournalFolder folder = place.open();
        if (claim.isEmpty()) {
            claim = Optional.of(folder.claim()); // for life: its numbers go on from what it read here
        }
        if (base.isEmpty()) {
            goOn(folder, nowNanos, wallMillis);
        }
        long first = base.orElseThrow().sequence() + durable + 1;
        var header = new SegmentHeader(0, first, wallMillis, nowNanos, boot, durableChain, machine);
        current = Optional.of(new OpenSegment(next.begin(folder, header)));
    }

    /// The first time: finds where the journal ended. What was read but never known to be on disk may be in a cache
    /// only, and a file whose sync may have failed once is not asked again: it is carried over.
    private void goOn(JournalFolder folder, long nowNanos, long wallMillis) throws IOException {
        JournalReader.Ending ending = JournalReader.ending(folder);
        for (String unused : ending.unused()) {
            folder.delete(unused);
        }
        folder.sync();
        next.numberAfter(ending.lastNumber());
        if (!ending.tail().isEmpty()) {
            carryOver(folder, ending, nowNanos, wallMillis);
        }
        durableChain = ending.chain();
        base = Optional.of(new Base(ending.lastSequence()));
        append(RecordType.RECOVERY, Durability.AT_ONCE, nowNanos, wallMillis, text(recovery(ending)));
    }

    /// Writes the tail again, under the start that wrote it.
    private void carryOver(JournalFolder folder, JournalReader.Ending ending, long nowNanos, long wallMillis)
            throws IOException {
        Optional<SegmentHeader> old = ending.tail().getFirst().header();
        var header = new SegmentHeader(
                0,
                ending.tail().getFirst().sequence(),
                old.map(SegmentHeader::wallMillis).orElse(wallMillis),
                old.map(SegmentHeader::monotonicNanos).orElse(nowNanos),
                old.map(SegmentHeader::boot).orElse(SegmentHeader.UNKNOWN),
                ending.provenChain(),
                old.map(SegmentHeader::machine).orElse(machine));
        next.copy(folder, header, ending.tail());
    }

    private String recovery(JournalReader.Ending found) {
        String words = FlawWords.of(found);
        return words.substring(0, Math.min(words.length(), options.mostPayloadBytes()));
    }

    /// Whatever was open is never touched again: a sync that failed would not fail a second time, and lose what it
    /// lost.
    private void giveUp(Exception why, long nowNanos) {
        current.ifPresent(segment -> closeQuietly(segment.file));
        current = Optional.empty();
        next.discard();
        retryNanos = nowNanos + options.retry().toNanos();
        String words = why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
        tell(JournalState.Word.AWAY, words);
    }

    static void closeQuietly(Closeable file) {
        try {
            file.close();
        } catch (IOException | RuntimeException e) {
            // it failed before, and is not asked again
        }
    }

    private static ByteBuffer text(String words) {
        return ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8));
    }

    private void tell(JournalState.Word word, String reason) {
        state = new JournalState(word, reason, appended, durable, dropped, bytesWritten);
    }

    /// Bytes that wait for the disk.
    long pendingBytes() {
        return pendingBytes;
    }

    /// Number of the last record of earlier starts; empty until the folder was read. Any thread.
    OptionalLong before() {
        return base.map(its -> OptionalLong.of(its.sequence())).orElse(OptionalLong.empty());
    }

    /// The folder, for somebody who reads it. Any thread.
    JournalFolder folder() throws IOException {
        return place.open();
    }

    /// How it is. Any thread.
    public JournalState state() {
        return state;
    }

    @Override
    public void close() {
        current.ifPresent(segment -> closeQuietly(segment.file));
        next.close();
        current = Optional.empty();
        claim.ifPresent(JournalWriter::closeQuietly);
        claim = Optional.empty();
    }
}
