package org.altercor.bench.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.altercor.safety.journal.Durability;
import org.altercor.safety.journal.JournalOptions;
import org.altercor.safety.journal.JournalReader;
import org.altercor.safety.journal.JournalReport;
import org.altercor.safety.journal.JournalReport.Flaw;
import org.altercor.safety.journal.JournalWriter;
import org.altercor.safety.journal.RecordType;

/// Flips every bit of a small journal, one at a time, and reads it.
final class BitFlips {
    private static final int STARTS = 2;
    private static final int RECORDS = 7;
    private static final JournalOptions OPTIONS =
            new JournalOptions(768, 1 << 20, Duration.ofSeconds(1), Duration.ofMinutes(1));

    /// What became of them.
    ///
    /// @param flips     bits that were flipped
    /// @param damage    after which the journal is not whole any more
    /// @param tornTails that look like a tail under way: the newest record, a copy that is not needed, empty room
    /// @param segments  of the journal
    /// @param records   of it
    /// @param wrong     what was wrong, the first few; empty when nothing was
    record Found(int flips, int damage, int tornTails, int segments, int records, List<String> wrong) {}

    private final List<String> wrong = new ArrayList<>();
    private final Map<Long, ByteBuffer> whole = new TreeMap<>();
    private int flips;
    private int damage;
    private int tornTails;

    /// Flips.
    static Found flip() throws IOException {
        return new BitFlips().flipAll();
    }

    private Found flipAll() throws IOException {
        HeldFolder journal = journal();
        JournalReport report = read(journal, whole);
        for (String name : journal.names()) {
            byte[] bytes = journal.bytes(name);
            for (int at = 0; at < bytes.length; at++) {
                for (int bit = 0; bit < 8 && wrong.size() < 5; bit++) {
                    byte[] flipped = bytes.clone();
                    flipped[at] ^= (byte) (1 << bit);
                    judge(journal, name, flipped, at);
                }
            }
        }
        return new Found(flips, damage, tornTails, report.segments(), whole.size(), List.copyOf(wrong));
    }

    private static HeldFolder journal() {
        var folder = new HeldFolder();
        for (int start = 0; start < STARTS; start++) {
            try (var writer = new JournalWriter(() -> folder, OPTIONS, new UUID(1, start), "flips")) {
                for (int i = 0; i < RECORDS; i++) {
                    byte[] words = ("record " + i + " of start " + start).getBytes(StandardCharsets.US_ASCII);
                    writer.append(RecordType.EVENT, Durability.AT_ONCE, i, i, ByteBuffer.wrap(words));
                    writer.flush(i, i);
                }
            }
        }
        return folder;
    }

    private static JournalReport read(HeldFolder folder, Map<Long, ByteBuffer> into) throws IOException {
        return JournalReader.read(
                folder,
                (_, record) ->
                        into.put(record.sequence(), identity(record.type(), record.wallMillis(), record.payload())));
    }

    private static ByteBuffer identity(int type, long wallMillis, ByteBuffer payload) {
        return ByteBuffer.allocate(12 + payload.remaining())
                .putInt(type)
                .putLong(wallMillis)
                .put(payload.duplicate())
                .flip();
    }

    private void judge(HeldFolder journal, String name, byte[] flipped, int at) throws IOException {
        flips++;
        var folder = new HeldFolder();
        journal.names().forEach(each -> folder.put(each, each.equals(name) ? flipped : journal.bytes(each)));
        Map<Long, ByteBuffer> read = new TreeMap<>();
        JournalReport report = read(folder, read);
        String where = "a bit at " + at + " of " + name;
        if (report.flaws().stream().noneMatch(flaw -> flaw.file().equals(name) || flaw instanceof Flaw.Missing)) {
            wrong.add(where + " is not seen");
        }
        if (!whole.entrySet().containsAll(read.entrySet())) {
            wrong.add(where + " makes a record that nobody wrote: " + report);
        }
        int missing = whole.size() - read.size();
        if (missing > 1) {
            wrong.add(where + " costs " + missing + " records: " + report);
        }
        if (missing == 1 && report.isWhole() && read.containsKey((long) whole.size())) {
            wrong.add(where + " costs a record in the middle, and is called a torn tail: " + report);
        }
        if (report.isWhole()) {
            tornTails++;
        } else {
            damage++;
        }
    }
}
