package org.altercor.bench.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalCrashTest {
    private static final long SEED = 20_261_123;
    private static final long STATES = 60_000;

    @Test
    void noCutLosesAnAcknowledgedRecordAndEachIsReportedAsItIs() {
        CrashSearch.Found found = CrashSearch.search(SEED, STATES, 256);
        System.out.printf("seed %d: %d crash states, %d lost%n", SEED, found.states(), found.lost());
        assertThat(found.wrong()).as("seed " + SEED).isEmpty();
        assertThat(found.lost()).isZero();
        assertThat(found.states()).isGreaterThanOrEqualTo(STATES);
        assertThat(found.runs()).as("runs that were searched").isGreaterThan(5);
    }

    @Test
    void everyBitThatFlipsIsNamedAndCostsNoMoreThanItsOwnRecord() throws IOException {
        BitFlips.Found found = BitFlips.flip();
        System.out.printf("%d bits flipped: %d damage, %d torn%n", found.flips(), found.damage(), found.tornTails());
        assertThat(found.wrong()).isEmpty();
        assertThat(found.segments()).as("segments of the journal").isGreaterThan(2);
        assertThat(found.damage()).as("flips that are named as damage").isPositive();
        assertThat(found.flips()).isEqualTo(found.damage() + found.tornTails());
    }

    @Test
    void aWriterThatIsKilledLosesNothingItAcknowledged(@TempDir Path folder) throws Exception {
        KillLoop.Found found = new KillLoop(folder.resolve("journal"), SEED).kill(200, TimeUnit.SECONDS.toNanos(6));
        System.out.printf("%d writers killed, %d records acknowledged%n", found.kills(), found.acknowledged());
        assertThat(found.wrong()).as("seed " + SEED).isEmpty();
        assertThat(found.kills()).isPositive();
        assertThat(found.lost()).isZero();
    }
}
