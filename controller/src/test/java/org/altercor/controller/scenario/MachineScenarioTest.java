package org.altercor.controller.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.altercor.config.load.Problem;
import org.altercor.config.scenario.Scenario;
import org.altercor.controller.scenario.LoadedScenario.Recording;
import org.altercor.controller.scenario.TwinSource.Found;
import org.altercor.hal.rig.MachineWorld;
import org.altercor.hal.twin.CircuitWorld;
import org.altercor.hal.twin.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From the file of a scenario over a machine to what came of it.
class MachineScenarioTest {
    private static final String HEAD = """
            kind = "scenario"
            name = "short"
            title = "A machine misreads"
            machine = "adult-bypass-centrifugal"
            lasts-s = 3
            """;

    private static final String FLOW = "read.flow-arterial.flow-ml-per-min";

    private final InstalledTwin twin = new InstalledTwin(LocalDate.of(2026, 11, 23));

    @TempDir
    Path folder;

    private Scenario scenario(String text) throws IOException {
        Path file = folder.resolve("scenario.toml");
        Files.writeString(file, text);
        return switch (twin.read(file.toString())) {
            case Found.Ready(Scenario scenario) -> scenario;
            case Found.Refused(var why) -> throw new AssertionError(why.render());
        };
    }

    private LoadedScenario loaded(String rest) throws IOException {
        return new LoadedScenario("scenario.toml", scenario(HEAD + rest), twin);
    }

    private static String at(double seconds, String act) {
        return "[[at]]\ns = " + seconds + "\n" + act + "\n";
    }

    private static String fault(String device, String fault) {
        return "does = \"fault\"\ndevice = \"" + device + "\"\nfault = \"" + fault + "\"";
    }

    private static String expect(String signal, String bounds) {
        return "does = \"expect\"\nsignal = \"" + signal + "\"\n" + bounds;
    }

    @Test
    void aMachineIsRunAsAMachineAndACircuitAsACircuit() throws IOException {
        assertThat(twin.world(scenario(HEAD))).isInstanceOf(MachineWorld.class);
        String circuit = HEAD.replace("machine", "circuit");
        assertThat(twin.world(scenario(circuit))).isInstanceOf(CircuitWorld.class);
    }

    @Test
    void nothingHoldsOfAReadingThatIsNotKnown() throws IOException {
        ScenarioResult result = loaded(at(1, fault("flow-arterial", "unplugged"))
                        + at(2, expect(FLOW, "at-least = -100000"))
                        + at(2, expect(FLOW, "at-most = 100000"))
                        + at(2, expect(FLOW + ".quality", "at-most = 1")))
                .run(() -> 0);

        assertThat(result.expectations()).extracting(Verdict::passed).containsExactly(false, false, true);
        assertThat(result.expectations().getFirst().found()).isNaN();
        assertThat(ScenarioText.of(result)).contains("not known mL/min");
    }

    @Test
    void theSameHoldsOfAReadingThatIsKnown() throws IOException {
        ScenarioResult result = loaded(at(2, expect(FLOW, "at-least = -100000"))
                        + at(2, expect(FLOW, "at-most = 100000"))
                        + at(2, expect(FLOW + ".quality", "at-least = 5")))
                .run(() -> 0);

        assertThat(result.failed()).isZero();
    }

    @Test
    void aReadingThatIsNotKnownIsAnEmptyFieldAndOneOfZeroIsZero() throws IOException {
        Path csv = folder.resolve("out.csv");
        loaded(at(1, fault("air-arterial", "unplugged")))
                .run(new Recording(csv, List.of("read.air-arterial.air", "air.moving-ml"), 0.5), () -> 0);

        assertThat(Files.readAllLines(csv))
                .containsExactly(
                        "time-s,read.air-arterial.air,air.moving-ml",
                        "0,,0",
                        "0.5,0,0",
                        "1,0,0",
                        "1.5,,0",
                        "2,,0",
                        "2.5,,0",
                        "3,,0");
    }

    @Test
    void theFaultsOfADeviceAreThoseOfItsKind() throws IOException {
        List<Problem> problems = loaded(at(1, fault("air-arterial", "stuck-wett"))
                        + at(1, fault("clamp-arterial", "stuck-wet"))
                        + at(1, fault("clamp-arterial", "slow"))
                        + at(1, fault("arterial", "slip") + "\namount = 101")
                        + at(1, fault("air-arterial", "stuck-wet")))
                .problems(Optional.empty());

        assertThat(problems).hasSize(4);
        assertThat(problems.get(0).render()).contains("one of: none, stuck-wet, stuck-dry", "did you mean stuck-wet?");
        assertThat(problems.get(1).render()).contains("one of: none, stuck, closes, slow, lies, unplugged, silent");
        assertThat(problems.get(2).render()).contains("no amount for 'slow' of clamp-arterial", "from 1 to 99 %");
        assertThat(problems.get(3).render()).contains("101 for 'slip' of arterial", "from 0 to 100 %");
    }

    @Test
    void whatADeviceReadsIsRecordedWhereItIsTouched() throws IOException {
        Scenario scenario = scenario(HEAD + at(1, fault("flow-arterial", "stuck")));
        List<Signal> usual = SignalChoice.usual(twin.world(scenario).signals(), scenario);

        assertThat(usual).extracting(Signal::name).startsWith(FLOW).doesNotContain(FLOW + ".quality");
    }
}
