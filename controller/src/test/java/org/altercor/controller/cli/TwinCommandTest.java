package org.altercor.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import org.altercor.config.scenario.Act;
import org.altercor.config.scenario.Scenario;
import org.altercor.controller.scenario.Scenarios;
import org.altercor.controller.scenario.Scenarios.Claim;
import org.altercor.controller.scenario.ScenariosByName;
import org.altercor.hal.line.ByteLine;
import org.altercor.hal.line.LineOpener;
import org.altercor.hal.line.LineOpener.Opening;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TwinCommandTest {
    private static final Claim TURNING = Claim.of("arterial.speed-rpm", 59, 61);
    private static final Claim RACING = Claim.of("arterial.speed-rpm", 590, 610);

    private static final Map<String, Scenario> SCENARIOS = Map.of(
            "good", driven("good").at(2, Scenarios.expect(TURNING)).lasting(3),
            "bad",
                    driven("bad")
                            .at(2, Scenarios.expect(TURNING))
                            .at(2, Scenarios.expect(RACING))
                            .lasting(3),
            "lost",
                    Scenarios.named("lost")
                            .at(0, new Act.Fault("probe", "lost", OptionalDouble.empty()))
                            .at(1, Scenarios.expect(Claim.of("probe.pressure-mmhg", 0, 1_000)))
                            .lasting(2),
            "bubble",
                    Scenarios.named("bubble")
                            .at(1, new Act.Air("reservoir", 900))
                            .lasting(2),
            "misspelt",
                    Scenarios.named("misspelt")
                            .at(1, Scenarios.expect(Claim.of("arterial.sped-rpm", 0, 1)))
                            .lasting(2),
            "idle",
                    Scenarios.named("idle")
                            .at(0.001, Scenarios.expect(Claim.of("reservoir.volume-ml", 900, 1100)))
                            .lasting(3_600));

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private static Scenarios driven(String name) {
        return Scenarios.named(name).at(0, Scenarios.drive(60));
    }

    private LineOpener opener = () -> new Opening.Open(new Quiet());

    private int twin(String... words) {
        var line = new CommandLine(new TwinCommand(new ScenariosByName(SCENARIOS), _ -> opener));
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(words);
    }

    private JsonNode json() {
        return new JsonMapper().readTree(out.toString());
    }

    /// A line on which nobody speaks.
    private static final class Quiet implements ByteLine {
        @Override
        public int read(byte[] into) {
            return 0;
        }

        @Override
        public int write(byte[] from, int length) {
            return length;
        }

        @Override
        public void close() {}
    }

    @Test
    void aScenarioWhoseExpectationsHoldIsExitCodeZeroAndSaysWhatWasFound() {
        assertThat(twin("good")).isZero();
        assertThat(out.toString())
                .contains("good: A title (3 s, seed 7)")
                .containsPattern("ok +2 s +arterial.speed-rpm +60 rpm, allowed 59 to 61 rpm")
                .contains("because", "1 of 1 expectations hold");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void oneExpectationThatDoesNotHoldIsExitCodeOneAndSaysItsLine() {
        assertThat(twin("bad")).isEqualTo(1);
        assertThat(out.toString())
                .containsPattern("ok +2 s")
                .containsPattern("FAILED +2 s +arterial.speed-rpm +60 rpm, allowed 590 to 610 rpm \\(line 12\\)")
                .contains("1 of 2 expectations hold");
    }

    @Test
    void severalScenariosRunOneAfterTheOtherAndAreCounted() {
        assertThat(twin("good", "bad")).isEqualTo(1);
        assertThat(out.toString()).contains("good: ", "bad: ", "2 scenarios, 3 expectations: 2 hold, 1 FAILED");
    }

    @Test
    void aFileWithAProblemIsRefusedAsCheckWouldAndTheOthersStillRun() {
        assertThat(twin("broken.toml", "good")).isEqualTo(1);
        assertThat(out.toString())
                .contains("broken.toml:3:1: lasts-s", "found:   -1 s", "1 problem; nothing starts.", "good: ");
    }

    @Test
    void aSignalThatTheTwinDoesNotHaveIsAProblemOfTheFile() {
        assertThat(twin("misspelt")).isEqualTo(1);
        assertThat(out.toString()).contains("misspelt:10:1: signal", "did you mean arterial.speed-rpm?");
    }

    @Test
    void anActThatTheWorldRefusesIsExitCodeOneWithItsLine() {
        assertThat(twin("bubble")).isEqualTo(1);
        assertThat(out.toString()).contains("bubble: line 10, at 1 s: no bubble is larger than 100 mL");
    }

    @Test
    void oneScenarioIsOneJsonObjectWithUnitsInItsKeys() {
        assertThat(twin("--json", "bad")).isEqualTo(1);
        JsonNode report = json();
        assertThat(report.propertyNames())
                .containsExactly("name", "seed", "lasts_s", "real_time_factor", "expectations", "final");
        assertThat(report.path("name").asString()).isEqualTo("bad");
        assertThat(report.path("seed").asLong()).isEqualTo(7);
        assertThat(report.path("lasts_s").asDouble()).isEqualTo(3);
        assertThat(report.path("real_time_factor").asDouble()).isPositive();
        assertThat(report.path("expectations").path("passed").asInt()).isEqualTo(1);
        assertThat(report.path("expectations").path("failed").asInt()).isEqualTo(1);
        JsonNode failed = report.path("expectations").path("list").get(1);
        assertThat(failed.propertyNames())
                .containsExactly("at_s", "line", "signal", "unit", "found", "allowed", "passed", "decided_at_s", "why");
        assertThat(failed.path("passed").asBoolean()).isFalse();
        JsonNode volume = report.path("final").path("reservoir.volume-ml");
        assertThat(volume.path("unit").asString()).isEqualTo("mL");
        assertThat(volume.path("value").asDouble()).isBetween(960.0, 975.0);
    }

    @Test
    void whatIsNotKnownIsNullInJsonAndNeverANumber() {
        assertThat(twin("--json", "lost")).isEqualTo(1);
        assertThat(json().path("expectations").path("list").get(0).path("found").isNull())
                .isTrue();
        assertThat(json().path("final")
                        .path("probe.pressure-mmhg")
                        .path("value")
                        .isNull())
                .isTrue();
    }

    @Test
    void severalScenariosAreAJsonArray() {
        assertThat(twin("--json", "good", "bad")).isEqualTo(1);
        assertThat(json().isArray()).isTrue();
        assertThat(json().size()).isEqualTo(2);
    }

    @Test
    void withJsonProblemsGoWhereTheyDoNotSpoilIt() {
        assertThat(twin("--json", "good", "broken.toml")).isEqualTo(1);
        assertThat(json().size()).isEqualTo(1);
        assertThat(err.toString()).contains("broken.toml:3:1");
    }

    @Test
    void withoutTimingTheSameSeedGivesTheSameBytes() {
        twin("--json", "--no-timing", "good");
        String first = out.toString();
        out.getBuffer().setLength(0);
        twin("--json", "--no-timing", "good");
        assertThat(out.toString()).isEqualTo(first);
        assertThat(json().has("real_time_factor")).isFalse();
    }

    @Test
    void signalsAreRecordedAsAskedFor() throws IOException {
        Path csv = folder.resolve("run.csv");
        assertThat(twin("good", "--csv", csv.toString(), "--signals", "arterial.speed-rpm", "--every", "1"))
                .isZero();
        assertThat(Files.readAllLines(csv)).hasSize(5).startsWith("time-s,arterial.speed-rpm", "0,0");
    }

    @Test
    void aSignalThatIsNoneIsNotRecordedButAskedBack() {
        Path csv = folder.resolve("run.csv");
        assertThat(twin("good", "--csv", csv.toString(), "--signals", "arterial.sped-rpm"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("'arterial.sped-rpm'", "did you mean arterial.speed-rpm?");
        assertThat(csv).doesNotExist();
    }

    @Test
    void signalsListPrintsWhatThereIsAndRunsNothing() {
        assertThat(twin("good", "--signals", "list")).isZero();
        assertThat(out.toString())
                .containsPattern("reservoir.volume-ml +mL +what the reservoir holds")
                .doesNotContain("expectations");
    }

    @Test
    void optionsThatDoNotGoTogetherAreExitCodeTwo() {
        assertThat(twin("good", "bad", "--csv", "x.csv")).isEqualTo(2);
        assertThat(twin("good", "--every", "0")).isEqualTo(2);
        assertThat(twin("good", "--signals", "arterial.speed-rpm")).isEqualTo(2);
        assertThat(twin("good", "--serve", "/dev/null")).isEqualTo(2);
        assertThat(twin("good", "--pump", "arterial")).isEqualTo(2);
        assertThat(twin("idle", "--serve", "/dev/null", "--pump", "arterial", "--json"))
                .isEqualTo(2);
        assertThat(twin("idle", "--serve", "/dev/null", "--pump", "arterial", "--slave", "248"))
                .isEqualTo(2);
        assertThat(twin("idle", "--serve", "/dev/null", "--pump", "arterial", "--for", "30"))
                .isEqualTo(2);
    }

    @Test
    void aServedTwinSaysWhatItServesAndEndsWhenItsTimeIsOver() {
        assertThat(twin("idle", "--serve", "/dev/null", "--slave", "9", "--pump", "arterial", "--for", "100ms"))
                .isZero();
        assertThat(out.toString())
                .contains("serving pump arterial as Modbus drive 9 on /dev/null, 115200 Bd EVEN")
                .contains("holds its speed after 300 ms", "for 0.1 s", "1 of 1 expectations hold");
    }

    @Test
    void aDeviceThatIsNotThereIsToldWhileItIsServed() {
        opener = () -> new Opening.Refused("/dev/nowhere is not there");
        assertThat(twin("idle", "--serve", "/dev/nowhere", "--pump", "arterial", "--for", "1s"))
                .isZero();
        assertThat(out.toString()).containsOnlyOnce("the line: /dev/nowhere is not there");
    }

    @Test
    void aLineThatComesLaterIsToldToo() {
        var tries = new AtomicInteger();
        opener = () -> tries.incrementAndGet() < 4
                ? new Opening.Refused("/dev/later is not there")
                : new Opening.Open(new Quiet());
        assertThat(twin("idle", "--serve", "/dev/later", "--pump", "arterial", "--for", "3s"))
                .isZero();
        assertThat(out.toString()).contains("the line: /dev/later is not there", "the line: open again");
    }

    @Test
    void aPumpThatTheScenarioDrivesItselfIsNotServed() {
        assertThat(twin("good", "--serve", "/dev/null", "--pump", "arterial", "--for", "100ms"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("driven by the master on the line").doesNotContain("serving");
    }

    @Test
    void aMachineWithoutAModbusDriveHasNoRegistersToServe() {
        assertThat(twin("idle", "--serve", "/dev/null", "--pump", "arterial", "--machine", "adult-bypass"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("no Modbus drive");
    }
}
