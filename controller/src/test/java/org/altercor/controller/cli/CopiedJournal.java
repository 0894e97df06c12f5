package org.altercor.controller.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.altercor.safety.journal.DiskFolder;
import org.altercor.safety.journal.JournalOptions;
import org.altercor.safety.journal.JournalReader;
import org.altercor.safety.journal.JournalRecord;
import org.altercor.safety.journal.JournalWriter;
import org.altercor.safety.journal.RecordType;

/// A journal of one start written once more, record by record, so that a test can change what stands in it.
final class CopiedJournal {
    private CopiedJournal() {}

    /// What becomes of a record; it may be left out.
    @FunctionalInterface
    interface Change {
        Optional<JournalRecord> of(JournalRecord record);
    }

    /// The same record with other words.
    static JournalRecord with(JournalRecord record, UnaryOperator<String> words) {
        String text =
                StandardCharsets.UTF_8.decode(record.payload().duplicate()).toString();
        return with(record, ByteBuffer.wrap(words.apply(text).getBytes(StandardCharsets.UTF_8)));
    }

    /// The same record with other bytes.
    static JournalRecord with(JournalRecord record, ByteBuffer payload) {
        return with(record, record.type(), record.wallMillis(), payload);
    }

    /// The same record as another type.
    static JournalRecord as(RecordType type, JournalRecord record) {
        return with(record, type.code(), record.wallMillis(), record.payload());
    }

    /// The same record so much later by the clock on the wall.
    static JournalRecord at(JournalRecord record, long laterMillis) {
        return with(record, record.type(), record.wallMillis() + laterMillis, record.payload());
    }

    private static JournalRecord with(JournalRecord record, int type, long wallMillis, ByteBuffer payload) {
        return new JournalRecord(
                record.sequence(),
                record.durable(),
                type,
                record.durability(),
                record.monotonicNanos(),
                wallMillis,
                payload);
    }

    /// Copies.
    static void copy(Path from, Path to, Change change) throws IOException {
        JournalWriter[] made = new JournalWriter[1];
        long[] endMillis = new long[1];
        JournalReader.read(DiskFolder.existing(from), (boot, record) -> {
            if (made[0] == null) {
                made[0] = new JournalWriter(
                        () -> DiskFolder.at(to), JournalOptions.USUAL, boot.orElseThrow(), "adult-bypass");
            }
            endMillis[0] = record.wallMillis();
            change.of(record)
                    .ifPresent(its -> made[0].append(
                            RecordType.OWN.stream()
                                    .filter(type -> type.code() == its.type())
                                    .findFirst()
                                    .orElseThrow(),
                            its.durability(),
                            its.monotonicNanos(),
                            its.wallMillis(),
                            its.payload().duplicate()));
        });
        made[0].end(0, endMillis[0]);
        made[0].close();
    }
}
