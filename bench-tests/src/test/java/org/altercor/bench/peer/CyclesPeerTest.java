package org.altercor.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.altercor.controller.scenario.InstalledTwin;
import org.altercor.controller.scenario.LoadedScenario;
import org.altercor.controller.scenario.TwinSource.Found;
import org.altercor.safety.frame.Loop;
import org.altercor.safety.journal.CycleReader;
import org.altercor.safety.journal.CyclesHeader;
import org.altercor.safety.journal.DiskFolder;
import org.altercor.safety.journal.Journal;
import org.altercor.safety.journal.JournalReader;
import org.altercor.safety.journal.LayoutWords;
import org.altercor.safety.journal.RecordType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The cycles of a simulated case, read by ours and by `read_cycles.py`, which was written from the page alone.
class CyclesPeerTest {
    private static final String CASE = "scenarios/air-stops-the-pump.toml";
    private static final Path SCRIPT = Path.of("src/test/python/read_cycles.py");

    /// What of one loop's cycles is compared.
    private static final class Told {
        final CycleReader reader;
        final MessageDigest hash;
        long cycles;
        long checkpoints;
        long first;
        long last;

        Told(LayoutWords layout) throws Exception {
            reader = new CycleReader(layout.inputs(), layout.outputs(), layout.state());
            hash = MessageDigest.getInstance("SHA-256");
        }

        void take(ByteBuffer payload) {
            assertThat(reader.read(payload, (_, cycle, state) -> {
                        last = cycle.order(java.nio.ByteOrder.LITTLE_ENDIAN).getLong(0);
                        first = cycles++ == 0 ? last : first;
                        checkpoints += state.hasRemaining() ? 1 : 0;
                        hash.update(cycle.duplicate());
                        hash.update(state.duplicate());
                    }))
                    .isTrue();
        }
    }

    @TempDir
    private Path folder;

    @BeforeEach
    void requirePython() {
        Peers.requireProgram(JournalPeer.PYTHON, "python3");
    }

    private Path played() throws IOException {
        var twin = new InstalledTwin(LocalDate.of(2026, 11, 23));
        var ready = (Found.Ready) twin.read(CASE);
        Path journal = folder.resolve("journal");
        new LoadedScenario(CASE, ready.scenario(), twin).run(Journal.in(journal), Instant.EPOCH, System::nanoTime);
        return journal;
    }

    @Test
    void areTheSameToTheBit() throws Exception {
        Path journal = played();
        Map<Loop, Told> ours = new EnumMap<>(Loop.class);
        JournalReader.read(DiskFolder.existing(journal), (_, record) -> {
            if (record.type() == RecordType.LAYOUT.code()) {
                String words = StandardCharsets.UTF_8
                        .decode(record.payload().duplicate())
                        .toString();
                ours.computeIfAbsent(LayoutWords.read(words).loop(), _ -> told(words));
            } else if (record.type() == RecordType.FRAMES.code()) {
                Optional.ofNullable(ours.get(CyclesHeader.of(record.payload()).loop()))
                        .orElseThrow()
                        .take(record.payload());
            }
        });

        List<JsonNode> theirs = JournalPeer.said(SCRIPT, journal, 0);

        assertThat(theirs).hasSize(2).allSatisfy(loop -> {
            Told mine = ours.get(Loop.valueOf(loop.path("loop").asString().toUpperCase(java.util.Locale.ROOT)));
            assertThat(mine).isNotNull();
            assertThat(loop.path("cycles").asLong()).isEqualTo(mine.cycles).isGreaterThan(1_000);
            assertThat(loop.path("checkpoints").asLong())
                    .isEqualTo(mine.checkpoints)
                    .isPositive();
            assertThat(loop.path("first_field").asString()).isEqualTo("nowNanos");
            assertThat(loop.path("first").asLong()).isEqualTo(mine.first);
            assertThat(loop.path("last").asLong()).isEqualTo(mine.last);
            assertThat(loop.path("sha256").asString()).isEqualTo(HexFormat.of().formatHex(mine.hash.digest()));
        });
    }

    private static Told told(String words) {
        try {
            return new Told(LayoutWords.read(words));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
