package org.altercor.safety.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What a start reads of the journal that it goes on with.
class JournalEndTest {
    private static final JournalOptions OPTIONS =
            new JournalOptions(2_048, 1 << 20, Duration.ofSeconds(1), Duration.ofMinutes(1));

    private final MemoryFolder disk = new MemoryFolder();
    private final Counting folder = new Counting();
    private final List<String> bodies = new ArrayList<>();

    /// Notes whose file is read beyond its header.
    private final class Counting implements JournalFolder {
        @Override
        public List<String> names() throws IOException {
            return disk.names();
        }

        @Override
        public JournalFile create(String name) throws IOException {
            return disk.create(name);
        }

        @Override
        public JournalFile open(String name) throws IOException {
            JournalFile file = disk.open(name);
            return new JournalFile() {
                @Override
                public long size() throws IOException {
                    return file.size();
                }

                @Override
                public void write(long offset, ByteBuffer bytes) throws IOException {
                    file.write(offset, bytes);
                }

                @Override
                public void read(long offset, ByteBuffer into) throws IOException {
                    if (into.remaining() > SegmentHeader.BYTES) {
                        bodies.add(name);
                    }
                    file.read(offset, into);
                }

                @Override
                public void sync() throws IOException {
                    file.sync();
                }

                @Override
                public void close() throws IOException {
                    file.close();
                }
            };
        }

        @Override
        public void delete(String name) throws IOException {
            disk.delete(name);
        }

        @Override
        public void sync() throws IOException {
            disk.sync();
        }

        @Override
        public Closeable claim() throws IOException {
            return disk.claim();
        }
    }

    private JournalWriter start(String words) {
        var writer = new JournalWriter(() -> folder, OPTIONS, new UUID(1, words.hashCode()), "bench");
        write(writer, words);
        return writer;
    }

    private static void write(JournalWriter writer, String words) {
        writer.append(RecordType.EVENT, Durability.AT_ONCE, 0, 0, StandardCharsets.UTF_8.encode(words));
        writer.work(0, 0);
        assertThat(writer.state().word()).isEqualTo(JournalState.Word.OK);
    }

    /// Writes until the journal has so many segments.
    private void fill(int segments) throws IOException {
        JournalWriter writer = start("the first");
        while (folder.names().size() < segments) {
            write(writer, "x".repeat(300));
        }
    }

    private List<String> words() throws IOException {
        List<String> found = new ArrayList<>();
        JournalReport report = JournalReader.read(
                folder,
                (_, record) -> found.add(StandardCharsets.UTF_8
                        .decode(record.payload().duplicate())
                        .toString()));
        assertThat(report.flaws()).isEmpty();
        return found;
    }

    private String recovery() throws IOException {
        return words().stream()
                .filter(each -> each.startsWith("last "))
                .reduce((_, newest) -> newest)
                .orElseThrow();
    }

    @Test
    void aStartOnAJournalOfTwentySegmentsReadsTheLastOneOnlyAndGoesOnRightly() throws IOException {
        fill(20);
        long last = words().size();
        bodies.clear();
        start("the second");
        assertThat(bodies).containsExactly("altercor-00000020.journal");
        assertThat(recovery())
                .startsWith("last " + last + ", chain ")
                .endsWith(" records read, of altercor-00000020.journal to the end: 1 of 20 files");
        assertThat(words()).contains("the first", "the second").hasSize((int) last + 2);
    }

    @Test
    void aLastSegmentWithoutARecordYetSaysWhereTheOneBeforeItEnded() throws IOException {
        fill(3);
        String newest = folder.names().getLast();
        byte[] bytes = disk.bytes(newest);
        Arrays.fill(bytes, SegmentHeader.BYTES, bytes.length, (byte) 0);
        disk.put(newest, bytes);
        long last = words().size();
        start("the second");
        assertThat(recovery()).startsWith("last " + last + ", chain ").contains(" 0 records read");
        assertThat(words()).endsWith("the second", recovery());
    }

    @Test
    void filesBehindTheLastGoodHeaderAreReadAsWell() throws IOException {
        fill(4);
        byte[] bytes = disk.bytes("altercor-00000004.journal");
        bytes[148] ^= 1; // the sum of its header
        disk.put("altercor-00000004.journal", bytes);
        bodies.clear();
        var writer = new JournalWriter(() -> folder, OPTIONS, new UUID(1, 2), "bench");
        write(writer, "the second");
        assertThat(bodies).containsExactly("altercor-00000003.journal", "altercor-00000004.journal");
    }

    @Test
    void withoutAGoodHeaderEverythingIsRead() throws IOException {
        fill(3);
        for (String name : folder.names()) {
            byte[] bytes = disk.bytes(name);
            bytes[148] ^= 1;
            disk.put(name, bytes);
        }
        bodies.clear();
        start("the second");
        assertThat(bodies).hasSize(3);
    }

    @Test
    void anOrderThatNoSingleWriterMakesIsReadAsAWhole() throws IOException {
        fill(4);
        byte[] bytes = disk.bytes("altercor-00000001.journal");
        SegmentHeader first = SegmentHeader.decode(ByteBuffer.wrap(bytes)).orElseThrow();
        first.numbered(5).encode().get(0, bytes, 0, SegmentHeader.BYTES);
        disk.put("altercor-00000005.journal", bytes);
        bodies.clear();
        start("the second");
        assertThat(bodies).hasSize(5);
    }

    @Test
    void aNewJournalSaysThatItIsNew() throws IOException {
        start("the first");
        assertThat(recovery()).endsWith("; a new journal");
    }
}
