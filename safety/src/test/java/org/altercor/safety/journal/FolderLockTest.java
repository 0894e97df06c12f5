package org.altercor.safety.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two writers on one folder of a disk.
class FolderLockTest {
    private static final long SECOND = 1_000_000_000;

    @TempDir
    private Path folder;

    private JournalWriter writer() {
        return new JournalWriter(() -> DiskFolder.at(folder), JournalOptions.USUAL, UUID.randomUUID(), "bench");
    }

    private static void write(JournalWriter writer, long nanos) {
        writer.append(RecordType.EVENT, Durability.AT_ONCE, nanos, 0, ByteBuffer.wrap(new byte[3]));
        writer.work(nanos, 0);
    }

    @Test
    void theSecondWriterSaysWhyItWaitsAndGoesOnWhenTheFirstHasEnded() throws IOException {
        JournalWriter first = writer();
        write(first, 0);
        JournalWriter second = writer();
        for (long nanos = 0; nanos < 5 * SECOND; nanos += SECOND) {
            write(second, nanos);
            assertThat(second.state().word()).isEqualTo(JournalState.Word.AWAY);
            assertThat(second.state().reason()).isEqualTo("another program keeps a journal here");
            write(first, nanos);
            assertThat(first.state().word()).as("the first").isEqualTo(JournalState.Word.OK);
        }
        first.close();
        second.work(6 * SECOND, 0);
        assertThat(second.state().word()).isEqualTo(JournalState.Word.OK);
        assertThat(second.state().durable()).isEqualTo(second.state().appended());
        second.close();
        JournalReport report = JournalReader.read(DiskFolder.existing(folder), (_, _) -> {});
        assertThat(report.flaws()).isEmpty();
        assertThat(report.records())
                .isEqualTo(first.state().durable() + second.state().durable());
    }

    @Test
    void aReaderNeedsNoClaim() throws IOException {
        JournalWriter writer = writer();
        write(writer, 0);
        assertThat(JournalReader.read(DiskFolder.existing(folder), (_, _) -> {}).records())
                .isEqualTo(2);
        writer.close();
    }

    @Test
    void aFileThatWasLeftWithoutItsLockKeepsNobody() throws IOException {
        Files.createFile(folder.resolve("lock"));
        JournalWriter writer = writer();
        write(writer, 0);
        assertThat(writer.state().word()).isEqualTo(JournalState.Word.OK);
        writer.close();
    }

    @Test
    void aFolderThatCouldNotBeLockedIsTriedAgain() throws IOException {
        Files.createDirectory(folder.resolve("lock"));
        JournalWriter writer = writer();
        write(writer, 0);
        assertThat(writer.state().word()).isEqualTo(JournalState.Word.AWAY);
        Files.delete(folder.resolve("lock"));
        write(writer, 2 * SECOND);
        assertThat(writer.state().word()).isEqualTo(JournalState.Word.OK);
        writer.close();
    }
}
