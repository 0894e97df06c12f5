package org.altercor.config.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.altercor.config.Machine;
import org.altercor.config.SourceFile;
import org.altercor.config.circuit.Circuit;
import org.altercor.config.circuit.LineParameters;
import org.altercor.config.circuit.Part;
import org.altercor.config.circuit.PartKind;
import org.altercor.config.circuit.PumpParameters;
import org.altercor.config.scenario.Act;
import org.altercor.config.scenario.Scenario;
import org.altercor.config.scenario.Scenario.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From the text of a scenario to its timeline, over a circuit that is partly its own.
class ScenarioFilesTest {
    private static final String SOUND = "src/test/resources/sound/scenario.toml";
    private static final String SOUND_OVER_A_MACHINE = "src/test/resources/sound/machine-scenario.toml";
    private static final String HEAD = """
            kind = "scenario"
            name = "short"
            title = "Nothing happens"
            circuit = "circuit.toml"
            lasts-s = 5
            """;

    @TempDir
    Path folder;

    @Test
    void aTimelineIsReadAsItIsWritten() {
        Scenario scenario = whole(new ScenarioFiles(Broken.TODAY).read(SOUND));

        assertThat(scenario.name()).isEqualTo("air-in-the-line");
        assertThat(scenario.lastsSeconds()).isEqualTo(60);
        assertThat(scenario.seed()).isEqualTo(7);
        assertThat(scenario.isSettled()).isTrue();
        assertThat(scenario.events())
                .containsExactly(
                        new Event(0, 22, new Act.Drive("arterial", 100)),
                        new Event(
                                10,
                                28,
                                new Act.Expect(
                                        "line.flow",
                                        OptionalDouble.of(4000),
                                        OptionalDouble.of(4600),
                                        2,
                                        5,
                                        0,
                                        Optional.of("45 mL/rev at 100 rpm"))),
                        new Event(20, 38, new Act.Air("line", 1)),
                        new Event(20, 44, new Act.Change("bypass", "closed-percent", 0, 2)),
                        new Event(25, 52, new Act.Give("reservoir", -200, 0)),
                        new Event(26, 58, new Act.Give("reservoir", 300, 60)),
                        new Event(30, 65, new Act.Fault("arterial", "jam", OptionalDouble.of(0.5))),
                        new Event(35, 72, new Act.Stop("arterial", true)),
                        new Event(
                                36,
                                77,
                                new Act.Expect(
                                        "arterial.speed",
                                        OptionalDouble.empty(),
                                        OptionalDouble.of(1),
                                        0,
                                        0,
                                        2,
                                        Optional.empty())),
                        new Event(50, 84, new Act.Stop("arterial", false)));
    }

    @Test
    void theNumbersOfAScenarioGoOverThoseOfItsCircuitAndTheOthersStay() {
        Circuit circuit = whole(new ScenarioFiles(Broken.TODAY).read(SOUND)).circuit();
        Part line = circuit.part("line").orElseThrow();

        assertThat(circuit.name()).isEqualTo("sound");
        assertThat(circuit.parts())
                .extracting(Part::name)
                .containsExactly("blood", "reservoir", "outlet", "arterial", "line", "bypass");
        assertThat(line.value(LineParameters.LENGTH)).isEqualTo(250);
        assertThat(line.value(LineParameters.BORE)).isEqualTo(9.525);
        assertThat(line.from()).contains("outlet");
        assertThat(circuit.part("bypass").orElseThrow().value(LineParameters.CLOSED))
                .isEqualTo(100);
    }

    @Test
    void whatTheCircuitsBloodIsFollowsTheScenario() throws IOException {
        Circuit own = circuit("[part.blood]\nhaematocrit-percent = 40\n");
        Circuit asItIs = circuit("");

        assertThat(own.part("reservoir").orElseThrow().value(LineParameters.OWN_HAEMATOCRIT))
                .isEqualTo(40);
        assertThat(asItIs.part("reservoir").orElseThrow().value(LineParameters.OWN_HAEMATOCRIT))
                .isEqualTo(30);
    }

    @Test
    void aPartOfTheSameTypeIsChangedAndOneOfAnotherTypeIsReplacedAsAWhole() throws IOException {
        Part changed = circuit("[part.arterial]\ntype = \"roller\"\nrollers = 3\n")
                .part("arterial")
                .orElseThrow();
        assertThat(changed.value(PumpParameters.ROLLERS)).isEqualTo(3);
        assertThat(changed.value(PumpParameters.STROKE)).isEqualTo(45);

        String centrifugal = "[part.arterial]\ntype = \"centrifugal\"\nhead-a-mmhg-per-rpm2 = 2e-5\nhead-r2 = 3\n";
        String ends = "from = \"reservoir\"\nto = \"outlet\"\n";
        assertThat(circuit(centrifugal + ends).part("arterial").orElseThrow().kind())
                .isEqualTo(PartKind.CENTRIFUGAL);
        assertThat(told(centrifugal)).contains(":6:1: part.arterial.from\n", ":6:1: part.arterial.to\n");
    }

    @Test
    void whatTheScenarioMakesWrongIsToldInTheScenarioAndWhatTheCircuitHasWrongInTheCircuit() throws IOException {
        assertThat(told("[part.outlet]\nplace = \"reservoir\"\n"))
                .contains("scenario.toml:7:1: part.outlet.place\n", "found:   reservoir, where reservoir is already");
        assertThat(toldOver("bore-mm = 9.525", "bore-mm = 9525", "[part.line]\nlength-cm = 20\n"))
                .contains("circuit.toml:29:1: part.line.bore-mm\n", "found:   9525 mm");
        assertThat(toldOver("bore-mm = 9.525", "bore-mm = 9.525", "[part.line]\nlength-cm = 20\n"))
                .isEmpty();
    }

    @Test
    void allProblemsOfScenarioAndCircuitAreToldTogether() throws IOException {
        assertThat(toldOver(
                        "to = \"outlet\"",
                        "to = \"outlett\"",
                        "[part.line]\nlength-cm = nan\n[[at]]\ndoes = \"stop\"\npump = \"arterail\"\ns = 9\n"))
                .contains(
                        "found:   the part outlett",
                        "found:   nan",
                        "found:   the part arterail",
                        "found:   9 s",
                        "4 problems; nothing starts.");
    }

    @Test
    void aScenarioMayNameAShippedCircuitAndNothingElseThanACircuit() throws IOException {
        assertThat(whole(read(HEAD.replace("circuit.toml", "bench-roller")))
                        .circuit()
                        .name())
                .isEqualTo("bench-roller");
        assertThat(told(read(HEAD.replace("circuit.toml", "scenario.toml")))).contains("a circuit file");
        assertThat(told(new ScenarioFiles(Broken.TODAY).read("src/test/resources/sound/machine.toml")))
                .contains("found:   a machine file");
        assertThat(told(new ScenarioFiles(Broken.TODAY).read("adult-bypass")))
                .contains("no shipped scenario is called adult-bypass");
    }

    @Test
    void aScenarioThatSaysNoMoreHasSeedOneAndBeginsUnsettledWithNothingToDo() throws IOException {
        Scenario scenario = whole(scenario(""));

        assertThat(scenario.seed()).isEqualTo(1);
        assertThat(scenario.isSettled()).isFalse();
        assertThat(scenario.events()).isEmpty();
    }

    @Test
    void anExpectationMayEndWithItsScenarioAndNotLater() throws IOException {
        String expectation = "[[at]]\ndoes = \"expect\"\nsignal = \"x\"\nat-most = 1\ns = 3\nwithin-s = ";

        assertThat(told(expectation + "2\n")).isEmpty();
        assertThat(told(expectation + "2.1\n")).contains("found:   3 s and 2.1 s more");
    }

    @Test
    void theFingerprintIsThatOfScenarioAndCircuit() throws IOException {
        String one = ((ScenarioFiles.Read.Whole) scenario("")).fingerprint();
        assertThat(((ScenarioFiles.Read.Whole) scenario("")).fingerprint()).isEqualTo(one);
        assertThat(((ScenarioFiles.Read.Whole) scenario("seed = 2\n")).fingerprint())
                .isNotEqualTo(one);
        Files.writeString(folder.resolve("circuit.toml"), circuitText().replace("length-cm = 180", "length-cm = 181"));
        assertThat(((ScenarioFiles.Read.Whole) read(HEAD)).fingerprint()).isNotEqualTo(one);
    }

    @Test
    void aScenarioOverAMachineHasItsCircuitWithTheNumbersOfItsOwn() {
        Scenario scenario = whole(new ScenarioFiles(Broken.TODAY).read(SOUND_OVER_A_MACHINE));
        Machine machine = scenario.machine().orElseThrow();

        assertThat(machine.name()).isEqualTo("adult-bypass-centrifugal");
        assertThat(machine.circuit()).contains(scenario.circuit());
        assertThat(scenario.circuit().part("arterial-line").orElseThrow().value(LineParameters.LENGTH))
                .isEqualTo(250);
        assertThat(machine.sources())
                .extracting(SourceFile::file)
                .contains(SOUND_OVER_A_MACHINE, "shipped/machines/adult-bypass-centrifugal.toml");
        assertThat(scenario.events())
                .extracting(Event::act)
                .contains(
                        new Act.Fault("flow-arterial", "stuck", OptionalDouble.empty()),
                        new Act.Clamp("clamp-arterial", true),
                        new Act.Clamp("clamp-arterial", false));
    }

    @Test
    void aScenarioOverACircuitHasNoMachine() {
        assertThat(whole(new ScenarioFiles(Broken.TODAY).read(SOUND)).machine()).isEmpty();
    }

    @Test
    void theDayAfterACalibrationHasExpiredItsMachineIsRefusedToAScenarioToo() throws IOException {
        Path calibrations = Files.createDirectories(folder.resolve("c"));
        String text = Files.readString(Path.of("../config/calibrations/twin-centrifugal.toml"));
        Files.writeString(
                calibrations.resolve("c.toml"), text.replaceFirst("(?m)^head", "expires-on = 2026-11-01\nhead"));
        String machine = Files.readString(Path.of("../config/machines/adult-bypass-centrifugal.toml"));
        Files.writeString(folder.resolve("m.toml"), machine.replace("\"twin-centrifugal\"", "\"c/c.toml\""));
        String over = HEAD.replace("circuit = \"circuit.toml\"", "machine = \"m.toml\"");

        assertThat(told(read(over))).contains("expires-on");
    }

    @Test
    void namesAreToldTogetherWithWhateverElseIsWrong() throws IOException {
        String machine = HEAD.replace("circuit = \"circuit.toml\"", "machine = \"adult-bypass\"");

        assertThat(told(read(machine
                        + "[part.arterial-line]\nlength-cm = nan\n"
                        + "[[at]]\ndoes = \"fault\"\ndevice = \"flow-arterail\"\nfault = \"stuck\"\ns = 9\n")))
                .contains(
                        "found:   nan",
                        "found:   the device flow-arterail, which the machine does not have",
                        "hint:    did you mean flow-arterial?",
                        "found:   9 s");
    }

    private static String circuitText() throws IOException {
        return Files.readString(Path.of("src/test/resources/sound/circuit.toml"));
    }

    private ScenarioFiles.Read read(String text) throws IOException {
        Path file = folder.resolve("scenario.toml");
        Files.writeString(file, text);
        return new ScenarioFiles(Broken.TODAY).read(file.toString());
    }

    /// A scenario of a head and `rest` over the sound circuit.
    private ScenarioFiles.Read scenario(String rest) throws IOException {
        Files.writeString(folder.resolve("circuit.toml"), circuitText());
        return read(HEAD + rest);
    }

    private Circuit circuit(String rest) throws IOException {
        return whole(scenario(rest)).circuit();
    }

    private String told(String rest) throws IOException {
        return told(scenario(rest));
    }

    private String toldOver(String old, String replacement, String rest) throws IOException {
        assertThat(circuitText()).contains(old);
        Files.writeString(folder.resolve("circuit.toml"), circuitText().replace(old, replacement));
        return told(read(HEAD + rest));
    }

    private static String told(ScenarioFiles.Read read) {
        return switch (read) {
            case ScenarioFiles.Read.Whole _ -> "";
            case ScenarioFiles.Read.Refused(var why) -> why.render();
        };
    }

    private static Scenario whole(ScenarioFiles.Read read) {
        assertThat(told(read)).isEmpty();
        return ((ScenarioFiles.Read.Whole) read).scenario();
    }
}
