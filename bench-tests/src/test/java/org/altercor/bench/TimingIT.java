package org.altercor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.altercor.bench.peer.Peers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `altercor timing` of the packaged program.
class TimingIT {
    @TempDir
    Path folder;

    @Test
    void aMachineInUseIsTimedAndEveryProcessOfItsLoadIsGoneAfterwards() throws Exception {
        try (Program timing = Program.start(folder, "timing", "--seconds", "2", "--json")) {
            Set<ProcessHandle> children = new HashSet<>();
            Peers.await("it has ended", () -> {
                children.addAll(timing.children());
                return !timing.isAlive();
            });
            assertThat(timing.exitCode()).isZero();
            assertThat(children).as("its broker at least").isNotEmpty().noneMatch(ProcessHandle::isAlive);

            JsonNode json = JsonMapper.shared().readTree(timing.said());
            JsonNode load = json.path("load");
            assertThat(load.path("pumps_turning").intValue()).isPositive();
            assertThat(load.path("pictures_taken"))
                    .hasSize(3)
                    .allSatisfy(taken -> assertThat(taken.longValue()).isPositive());
            assertThat(load.path("messages").longValue()).isPositive();
            assertThat(load.path("acts_accepted").longValue()).isPositive();
            assertThat(load.path("events").longValue()).isPositive();
            assertThat(load.path("trouble").stringValue()).isEmpty();
            assertThat(json.at("/loops/0/own_rate/cycles").longValue()).isPositive();
        }
    }

    @Test
    void aBenchThatCanMoveIsTimedBareOrNotAtAll() throws Exception {
        try (Program timing = Program.start(folder, "timing", "--machine", "serial-bench", "--seconds", "1")) {
            assertThat(timing.exitCode()).isEqualTo(2);
            assertThat(timing.complained()).contains("--bare times its loops alone");
        }
    }
}
