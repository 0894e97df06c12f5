package org.altercor.bench.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.altercor.bench.load.LoadFigures;
import org.altercor.bench.peer.Peers;
import org.altercor.config.Machine;
import org.altercor.config.load.Checked;
import org.altercor.config.load.MachineFiles;
import org.altercor.hal.realtime.RealTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TimedMachineTest {
    private final RealTime ordinary = RealTime.without("a test");
    private final List<String> progress = new ArrayList<>();

    @AfterEach
    void close() {
        ordinary.close();
    }

    private TimedMachine machine(String name) {
        Machine machine = ((Checked.Whole) new MachineFiles(LocalDate.of(2026, 11, 23)).machine(name)).machine();
        return new TimedMachine(machine, ordinary, Optional.empty(), progress::add);
    }

    private static List<ProcessHandle> children() {
        return ProcessHandle.current().descendants().toList();
    }

    private static boolean hasThread(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals(name));
    }

    @Test
    void aMachineInUseReallyIsAndNothingOfItsLoadIsLeftBehind() throws Exception {
        List<ProcessHandle> before = children();
        TimingResult result = machine("adult-bypass").inUse(2);

        LoadFigures load = result.load();
        assertThat(load).isNotNull();
        assertThat(load.machine()).isEqualTo("adult-bypass");
        assertThat(load.pumpsTurning()).isPositive();
        assertThat(load.screens()).isEqualTo(3);
        assertThat(load.picturesTaken()).hasSize(3).allMatch(pictures -> pictures > 0);
        assertThat(load.messages()).isPositive();
        assertThat(load.events()).isPositive();
        assertThat(load.actsAccepted()).isPositive();
        assertThat(load.trouble()).isEmpty();
        assertThat(progress).noneMatch(words -> words.contains("ended"));
        assertThat(result.loops())
                .allSatisfy(loop -> assertThat(loop.ownRate().cycles()).isPositive());

        Peers.await(
                "the broker's process has ended",
                () -> children().stream()
                        .filter(child -> !before.contains(child))
                        .noneMatch(ProcessHandle::isAlive));
        for (String thread : List.of("operator", "screen", "console", "telemetry", "clerk", "supervisor", "control")) {
            Peers.await("no thread " + thread, () -> !hasThread(thread));
        }
    }

    @Test
    void theLoadStandsInTheTableAndInTheJson() throws Exception {
        TimingResult result = machine("adult-bypass").inUse(1);

        JsonNode load = new JsonMapper().readTree(result.json()).path("load");
        assertThat(load.propertyNames())
                .containsExactly(
                        "machine",
                        "seconds",
                        "pumps",
                        "pumps_turning",
                        "screens",
                        "pictures_taken",
                        "messages",
                        "metrics_dropped",
                        "events",
                        "alarms",
                        "acts_accepted",
                        "acts_refused",
                        "trouble");
        assertThat(TimingText.of(result))
                .contains(
                        "load: adult-bypass in use for",
                        "of 6 turned",
                        "3 connected; pictures taken: ",
                        " messages, ",
                        " acts accepted, ",
                        "how late a cycle starts, µs",
                        "how long a cycle takes, µs",
                        "supervisor, every 5 ms",
                        "control, every 1 ms")
                .doesNotContain("TROUBLE")
                .doesNotContain(" \n");
    }

    @Test
    void loopsAloneBearNothingAndStartNobody() throws Exception {
        List<ProcessHandle> before = children();
        TimingResult result = machine("adult-bypass").alone(1);

        assertThat(result.load()).isNull();
        assertThat(new JsonMapper().readTree(result.json()).path("load").isNull())
                .isTrue();
        assertThat(TimingText.of(result)).contains("load: none");
        assertThat(hasThread("console")).isFalse();
        assertThat(children()).allMatch(before::contains);
    }

    @Test
    void aMachineThatCanMoveIsNotPutUnderLoadAndNothingOfItIsLeftRunning() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> machine("serial-bench").inUse(1))
                .withMessageContaining("all twin");
        Peers.await("its loops have ended", () -> !hasThread("supervisor") && !hasThread("clerk"));
    }
}
