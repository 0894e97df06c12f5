package org.altercor.hal.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadTableTest {
    @Test
    void aStopOvertakesTheSupervisorTheSupervisorTheLoopAndTheLoopAnySensorLine() {
        assertThat(List.of(
                        ThreadRole.EDGES,
                        ThreadRole.DRIVE_BUS,
                        ThreadRole.PULSES,
                        ThreadRole.SUPERVISOR,
                        ThreadRole.CONTROL,
                        ThreadRole.SENSOR_BUS,
                        ThreadRole.TWIN))
                .extracting(ThreadRole::fifoPriority)
                .containsExactly(88, 86, 85, 84, 80, 76, 70);
    }

    @Test
    void whateverWaitsForADiskANetworkOrPeopleIsAnOrdinaryThread() {
        assertThat(List.of(ThreadRole.JOURNAL, ThreadRole.TELEMETRY, ThreadRole.CONSOLE))
                .noneMatch(ThreadRole::isRealTime);
    }

    @Test
    void theLoopsRunAtTheRatesOfTheDesign() {
        assertThat(ThreadRole.CONTROL.period()).contains(Duration.ofMillis(10));
        assertThat(ThreadRole.SUPERVISOR.period()).contains(Duration.ofMillis(5));
    }

    @Test
    void theTableHasOneRowForEachRoleAndEveryCellIsFilled() {
        List<String> lines = ThreadTable.markdown().lines().toList();

        assertThat(lines).hasSize(2 + ThreadRole.values().length);
        assertThat(lines).allSatisfy(line -> assertThat(line.split("\\|", -1)).hasSize(7));
        assertThat(lines.subList(2, lines.size()))
                .allSatisfy(line ->
                        assertThat(Arrays.stream(line.split("\\|")).skip(1)).noneMatch(String::isBlank));
        assertThat(lines).anyMatch(line -> line.startsWith("| supervisor | 5 ms | FIFO 84 |"));
        assertThat(lines).anyMatch(line -> line.startsWith("| journal | 10 ms | normal |"));
    }
}
