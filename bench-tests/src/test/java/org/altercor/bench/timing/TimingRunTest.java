package org.altercor.bench.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.altercor.bench.load.LoadFigures;
import org.altercor.hal.realtime.RealTime;
import org.altercor.hal.time.ThreadRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TimingRunTest {
    private final List<String> progress = new ArrayList<>();
    private final RealTime ordinary = RealTime.without("a unit test");

    @AfterEach
    void close() {
        ordinary.close();
    }

    private TimingResult run(List<TimedLoop> loops, Optional<Cyclictest> peer, double seconds) throws Exception {
        return new TimingRun(ordinary, loops, peer, progress::add).run(seconds);
    }

    @Test
    void bothLoopsAreTimedAtBothRatesAndTheResultIsJsonWithUnitsInItsKeys() throws Exception {
        TimingResult result = run(SyntheticLoops.pair(), Optional.empty(), 2);
        JsonNode json = new JsonMapper().readTree(result.json());

        assertThat(json.propertyNames())
                .containsExactly(
                        "schema",
                        "seconds",
                        "rounds",
                        "block_seconds",
                        "real_time",
                        "load",
                        "loops",
                        "cyclictest",
                        "safepoints");
        assertThat(json.at("/schema").asString()).isEqualTo("altercor-timing/2");
        assertThat(json.at("/real_time/obtained").asBoolean()).isFalse();
        assertThat(json.at("/real_time/banner").asString()).startsWith("NOT REAL-TIME: ");
        assertThat(json.at("/real_time/missing/0/why").asString()).isEqualTo("a unit test");
        assertThat(json.at("/loops/0/name").asString()).isEqualTo("control");
        assertThat(json.at("/loops/1/name").asString()).isEqualTo("supervisor");
        for (JsonNode loop : json.path("loops")) {
            assertThat(loop.path("own_rate").propertyNames())
                    .containsExactly(
                            "period_ms",
                            "fifo_priority",
                            "cycles",
                            "wake_up_us",
                            "cycle_us",
                            "missed_deadlines",
                            "allocated_bytes_per_cycle",
                            "cpu_share");
            assertThat(loop.at("/own_rate/wake_up_us").propertyNames())
                    .containsExactly("samples", "p50", "p99", "p99_9", "max");
            assertThat(loop.at("/common_rate/period_ms").asDouble()).isEqualTo(1);
            assertThat(loop.at("/own_rate/cycles").asLong()).isPositive();
            assertThat(loop.at("/common_rate/cycles").asLong()).isPositive();
            assertThat(periods(loop.path("common_rate"))).isGreaterThan(periods(loop.path("own_rate")));
            assertThat(loop.at("/own_rate/cpu_share").asDouble()).isBetween(0.0, 1.0);
        }
        assertThat(json.at("/loops/0/own_rate/period_ms").asDouble()).isEqualTo(10);
        assertThat(progress).contains("warming up", "round 1 of 1");
        assertThat(TimingText.of(result)).contains("NOT REAL-TIME", "control, every 10 ms", "supervisor, every 1 ms");
    }

    /// Periods that went by, whether a cycle ran in them or a busy machine let it miss them.
    private static long periods(JsonNode rate) {
        return rate.path("cycles").asLong() + rate.path("missed_deadlines").asLong();
    }

    @Test
    void withoutCyclictestTheRatioIsNullAndTheReasonIsGiven() throws Exception {
        JsonNode json = new JsonMapper()
                .readTree(run(SyntheticLoops.pair(), Optional.empty(), 1).json());

        assertThat(json.at("/cyclictest/available").asBoolean()).isFalse();
        assertThat(json.at("/cyclictest/unavailable_because").asString()).contains("not installed");
        assertThat(json.at("/cyclictest/wake_up_us").isNull()).isTrue();
        assertThat(json.at("/loops/0/ratio_to_cyclictest").isNull()).isTrue();
        assertThat(json.at("/loops/0/ratio_unknown_because").asString()).contains("not installed");
    }

    @Test
    void withCyclictestInRealTimeTheRatioIsThere() throws Exception {
        if (!RealTools.mayRunCyclictest()) {
            return;
        }
        try (RealTime realTime = RealTime.obtain()) {
            TimingResult result =
                    new TimingRun(realTime, SyntheticLoops.pair(), Cyclictest.find(), progress::add).run(3);
            JsonNode json = new JsonMapper().readTree(result.json());

            assertThat(json.at("/cyclictest/available").asBoolean())
                    .as(result.json())
                    .isTrue();
            assertThat(json.at("/cyclictest/fifo_priority").asInt()).isEqualTo(84);
            assertThat(json.at("/cyclictest/wake_up_us/samples").asLong()).isPositive();
            assertThat(json.at("/loops/0/own_rate/fifo_priority").asInt()).isEqualTo(80);
            assertThat(json.at("/loops/0/common_rate/fifo_priority").asInt()).isEqualTo(84); // as the tool's
            assertThat(json.at("/loops/0/ratio_to_cyclictest/p50/median").asDouble())
                    .isPositive();
            assertThat(json.at("/loops/0/ratio_to_cyclictest/p50/low").isNull()).isTrue(); // one block only
            assertThat(json.at("/loops/0/ratio_to_cyclictest/p99_9").isMissingNode())
                    .isFalse();
            assertThat(TimingText.of(result)).contains("cyclictest, every 1 ms", "how late, cyclictest = 1");
        }
    }

    @Test
    void loopsOfAMachineInUseGoOnWhileCyclictestMeasuresAndLoopsAloneRest(@TempDir Path folder) throws Exception {
        assertThat(cyclesBesideTheTool(folder, Optional.of(TimingRunTest::someLoad)))
                .isPositive();
        assertThat(cyclesBesideTheTool(folder, Optional.empty())).isZero();
    }

    /// The tool is a script here, which leaves a file as long as it runs.
    private long cyclesBesideTheTool(Path folder, Optional<Supplier<LoadFigures>> load) throws Exception {
        Path running = folder.resolve("running");
        Path tool = Files.writeString(
                folder.resolve("cyclictest"),
                "#!/bin/sh\ntouch " + running + "\nsleep 0.5\nrm " + running + "\nexit 1\n");
        assertThat(tool.toFile().setExecutable(true)).isTrue();
        AtomicLong cycles = new AtomicLong();
        var loop = new TimedLoop(
                "control", ThreadRole.CONTROL, 10_000_000, _ -> cycles.addAndGet(Files.exists(running) ? 1 : 0));
        new TimingRun(ordinary, List.of(loop), Optional.of(new Cyclictest(tool)), progress::add, load).run(1);
        return cycles.get();
    }

    private static LoadFigures someLoad() {
        return new LoadFigures("a test's", 1, 1, 1, 0, List.of(), 0, 0, 0, 0, 0, 0, "");
    }

    @Test
    void aLoopThatAllocatesIsFoundOut() throws Exception {
        TimingResult result = run(List.of(SyntheticLoops.littering(10_000)), Optional.empty(), 2);

        assertThat(result.loops().getFirst().ownRate().allocatedBytesPerCycle()).isBetween(9_000.0, 13_000.0);
    }

    @Test
    void aLoopThatThrowsEndsTheRunByName() {
        TimedLoop broken = new TimedLoop("control", ThreadRole.CONTROL, 1_000_000, _ -> {
            throw new IllegalStateException("defect");
        });

        assertThatIllegalStateException()
                .isThrownBy(() -> run(List.of(broken), Optional.empty(), 1))
                .withMessageContaining("'control'")
                .havingCause()
                .withMessage("defect");
    }

    @Test
    void nothingToTimeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> run(List.of(), Optional.empty(), 1));
    }
}
