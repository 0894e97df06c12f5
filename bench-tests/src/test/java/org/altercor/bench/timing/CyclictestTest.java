package org.altercor.bench.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import org.altercor.hal.time.ThreadRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CyclictestTest {
    private static final long MS = 1_000_000;

    /// As version 2.40 wrote it: two threads of 60 cycles, a histogram up to 22,000 ns, one sample beyond it.
    private static CyclictestOutput captured() throws IOException {
        try (InputStream file = CyclictestTest.class.getResourceAsStream("cyclictest-2.40.json")) {
            return CyclictestOutput.parse(
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void allThreadsOfAFileAreOneDistribution() throws IOException {
        CyclictestOutput output = captured();

        assertThat(output.samples()).isEqualTo(120);
        assertThat(output.overflow()).isEqualTo(1);
        assertThat(output.percentiles().p50()).isEqualTo(15.693); // counted apart, by nearest rank
        assertThat(output.percentiles().p99()).isEqualTo(21.725);
        assertThat(output.percentiles().max()).isEqualTo(22.434);
    }

    @Test
    void aPercentileBeyondTheHistogramIsNotKnown() throws IOException {
        assertThat(captured().percentiles().p999()).isNull(); // rank 120 of 120 is the sample that overflowed
    }

    @Test
    void blocksAddUp() throws IOException {
        CyclictestOutput twice = CyclictestOutput.merge(List.of(captured(), captured()));

        assertThat(twice.samples()).isEqualTo(240);
        assertThat(twice.overflow()).isEqualTo(2);
        assertThat(twice.percentiles().p50()).isEqualTo(15.693);
        assertThat(CyclictestOutput.merge(List.of()).percentiles())
                .isEqualTo(new Percentiles(0, null, null, null, null));
    }

    @Test
    void whatTheToolDoesNotWriteIsRefused() {
        for (String text : List.of("", "{", "{}", "[]", "{\"thread\":{}}", "{\"thread\":{\"0\":{\"cycles\":3}}}")) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> CyclictestOutput.parse(text));
        }
    }

    @Test
    void theToolGetsThePriorityPeriodAndThreadsOfTheLoops() {
        List<String> arguments =
                new Cyclictest(Path.of("cyclictest")).arguments(2, 84, MS, 500, Path.of("result.json"));

        assertThat(arguments)
                .contains("--policy=fifo", "--priority=84", "--threads=2", "--interval=1000", "--loops=500")
                .contains("--mlockall", "--nsecs")
                .doesNotContain("--relative"); // absolute deadlines, as ours
    }

    @Test
    void theToolIsOrdinaryWhenTheLoopsAre() {
        assertThat(new Cyclictest(Path.of("cyclictest")).arguments(2, 0, MS, 500, Path.of("result.json")))
                .contains("--policy=other", "--priority=0");
    }

    @Test
    void aToolThatFailsIsHeard(@TempDir Path folder) throws Exception {
        Path tool = Files.writeString(folder.resolve("cyclictest"), "#!/bin/sh\necho no rights\nexit 1\n");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(new Cyclictest(tool).measure(1, 84, MS, MS))
                .isEqualTo(new Cyclictest.Outcome.Failed("it ended with code 1: no rights"));
    }

    @Test
    void aToolThatWritesNonsenseHasMeasuredNothing(@TempDir Path folder) throws Exception {
        Path tool = Files.writeString(
                folder.resolve("cyclictest"),
                "#!/bin/sh\nfor a; do case $a in --json=*) echo oops >${a#*=};; esac; done\n");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(new Cyclictest(tool).measure(1, 84, MS, MS)).isInstanceOf(Cyclictest.Outcome.Failed.class);
    }

    @Test
    void theRealToolIsUnderstood() throws Exception {
        if (!RealTools.mayRunCyclictest()) {
            return;
        }
        assertThat(Cyclictest.find().orElseThrow().measure(2, ThreadRole.SUPERVISOR.fifoPriority(), MS, 200 * MS))
                .isInstanceOfSatisfying(Cyclictest.Outcome.Measured.class, measured -> {
                    // it ends when the first of its threads has done its cycles
                    assertThat(measured.output().samples()).isBetween(200L, 400L);
                    assertThat(measured.output().percentiles().p50()).isPositive();
                });
    }
}
