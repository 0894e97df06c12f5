package org.altercor.controller.cli;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.altercor.safety.event.Event;
import org.altercor.safety.event.EventKind;
import org.altercor.safety.journal.DiskFolder;
import org.altercor.safety.journal.Durability;
import org.altercor.safety.journal.EventRecords;
import org.altercor.safety.journal.JournalOptions;
import org.altercor.safety.journal.JournalWriter;
import org.altercor.safety.journal.RecordType;

/// Starts of a program that keeps a journal, each in one segment of 8 kB. Each writes seven records: configuration (1),
/// an event of two lines' length (2), frames (3), an event that spoils terminals (4), a type of somebody else's (5),
/// what it found when it started (6), and at its planned end an anchor (7). The next start copies that anchor, of which
/// nothing says that it was on disk, into a segment of its own.
final class SmallJournal {
    static final UUID BOOT = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    static final Instant AT = Instant.parse("2026-05-01T12:30:00.250Z");

    private static final JournalOptions OPTIONS =
            new JournalOptions(8_192, 1 << 20, Duration.ofSeconds(1), Duration.ofHours(1));

    private SmallJournal() {}

    static void start(Path folder, int hour) {
        try (var journal = new JournalWriter(() -> DiskFolder.at(folder), OPTIONS, BOOT, "bench")) {
            long wall = AT.plus(Duration.ofHours(hour)).toEpochMilli();
            append(journal, wall, RecordType.CONFIGURATION, text("# machine \"läuft\", 1\nspeed = 2\r\n"));
            append(journal, wall + 1_000, RecordType.EVENT, event("arterial", "stopped " + "because ".repeat(9), 4));
            append(journal, wall + 2_000, RecordType.FRAMES, ByteBuffer.wrap(new byte[] {0, -1, 10}));
            append(journal, wall + 3_000, RecordType.EVENT, event("", "red \u001b[31m, \"quoted\"", Double.NaN));
            append(journal, wall + 4_000, new RecordType(64, "other", false), text("=own"));
            journal.end(0, wall + 5_000);
        }
    }

    /// One start that writes an event of each of some kinds, from record 1 on.
    static void of(Path folder, EventKind... kinds) {
        try (var journal = new JournalWriter(() -> DiskFolder.at(folder), OPTIONS, BOOT, "bench")) {
            for (EventKind kind : kinds) {
                var event = new Event(BOOT, 1, 5, AT, kind, "arterial", 2, "something");
                append(journal, AT.toEpochMilli(), RecordType.EVENT, EventRecords.encode(event));
            }
            journal.end(0, AT.toEpochMilli());
        }
    }

    private static void append(JournalWriter journal, long wall, RecordType type, ByteBuffer payload) {
        journal.append(type, Durability.AT_ONCE, 77, wall, payload);
    }

    private static ByteBuffer event(String subject, String text, double value) {
        return EventRecords.encode(new Event(BOOT, 3, 5, AT, EventKind.STOP, subject, value, text));
    }

    private static ByteBuffer text(String words) {
        return ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8));
    }
}
