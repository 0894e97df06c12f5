package org.altercor.bench.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.altercor.bench.ThisProgram;
import org.altercor.safety.journal.DiskFolder;
import org.altercor.safety.journal.Durability;
import org.altercor.safety.journal.JournalOptions;
import org.altercor.safety.journal.JournalReader;
import org.altercor.safety.journal.JournalReport;
import org.altercor.safety.journal.JournalState.Word;
import org.altercor.safety.journal.JournalWriter;
import org.altercor.safety.journal.RecordType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Another process keeps a journal in the same folder.
class OneWriterTest {
    private static final long SECOND = 1_000_000_000;
    private static final JournalOptions OPTIONS =
            new JournalOptions(16 << 10, 1 << 20, Duration.ofSeconds(1), Duration.ofMinutes(1));

    private static void write(JournalWriter writer, long nanos) {
        ByteBuffer words = StandardCharsets.US_ASCII.encode("second");
        writer.append(RecordType.EVENT, Durability.AT_ONCE, nanos, 0, words);
        writer.work(nanos, 0);
    }

    @Test
    void whileAnotherProcessWritesNothingIsWrittenAndWhenItIsKilledTheJournalGoesOn(@TempDir Path folder)
            throws Exception {
        Process other = new ProcessBuilder(
                        ThisProgram.command(List.of(), KilledWriter.class, List.of(folder.toString(), "1")))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var said = other.inputReader(StandardCharsets.US_ASCII);
                var writer = new JournalWriter(() -> DiskFolder.at(folder), OPTIONS, UUID.randomUUID(), "second")) {
            assertThat(said.readLine()).as("the other one writes").isNotNull();
            for (int retry = 0; retry < 3; retry++) {
                write(writer, retry * SECOND);
                assertThat(writer.state().word()).isEqualTo(Word.AWAY);
                assertThat(writer.state().reason()).isEqualTo("another program keeps a journal here");
            }
            other.destroyForcibly().waitFor();
            write(writer, 4 * SECOND);
            assertThat(writer.state().word()).as(writer.state().reason()).isEqualTo(Word.OK);
        } finally {
            other.destroyForcibly().waitFor();
        }
        JournalReport report = JournalReader.read(DiskFolder.existing(folder), (_, _) -> {});
        assertThat(report.isWhole()).as(report.toString()).isTrue();
    }
}
