package org.altercor.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.altercor.config.circuit.Parameter;
import org.altercor.config.circuit.PartKind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// The table of figures: that it says what the twin gives, and that it cannot be bent quietly.
class TwinFiguresTest {
    private static final Path ROOT = Path.of(System.getProperty("altercor.root"));
    private static final Path COPY = ROOT.resolve("docs/tables/twin-figures.md");
    private static final Pattern KEY = Pattern.compile("\\bP[0-9]+\\b");

    private static Map<String, List<Finding>> themes;
    private static List<Finding> findings;

    @BeforeAll
    static void askTheTwinOnce() {
        themes = TwinFiguresCommand.find(TwinFigures.byTheme());
        findings = themes.values().stream().flatMap(List::stream).toList();
    }

    @Test
    void everyFigureStandsAsItSaysItDoes() {
        assertThat(findings.stream().filter(finding -> !finding.isAsStated()).map(TwinFiguresTest::words))
                .isEmpty();
    }

    private static String words(Finding finding) {
        return "%s: %s gives %s, published %s"
                .formatted(
                        finding.figure().id(),
                        finding.figure().what(),
                        finding.twin(),
                        finding.figure().published());
    }

    @Test
    void theCopyInTheManualIsWhatTheCodePrints() throws IOException {
        assertThat(Files.readString(COPY))
                .as("old copy; print it anew: ./altercor bench twin-figures > docs/tables/twin-figures.md")
                .isEqualTo(FiguresText.markdown(themes));
    }

    @Test
    void thereAreEnoughFiguresAndEnoughThatTheTwinWasNotMadeFrom() {
        assertThat(findings).hasSizeGreaterThanOrEqualTo(48);
        assertThat(findings.stream().filter(finding -> finding.figure().independent()))
                .hasSizeGreaterThanOrEqualTo(16);
    }

    @Test
    void everyFigureHasAnIdOfItsOwnAReasonAndASourceThatCanBeNamed() {
        assertThat(findings.stream().map(finding -> finding.figure().id())).doesNotHaveDuplicates();
        for (Finding finding : findings) {
            Figure figure = finding.figure();
            assertThat(figure.id()).matches("TF-[1-9][0-9]{2}");
            assertThat(figure.because()).as(figure.id()).hasSizeGreaterThan(8);
            assertThat(figure.source()).as(figure.id()).contains("[").doesNotContain("U]", "GFK");
        }
    }

    @Test
    void noNumberOfTheTwinComesFromASourceThatIsCalledIndependent() throws IOException {
        Set<String> made = sourcesOfTheTwin();
        assertThat(made).contains("P16", "P25", "P68", "P69");
        for (Finding finding : findings) {
            if (finding.figure().independent()) {
                assertThat(keys(finding.figure().source()))
                        .as(finding.figure().id())
                        .isNotEmpty()
                        .doesNotContainAnyElementsOf(made);
            }
        }
    }

    /// Sources of the usual numbers of parts, and those named in the twin's laws.
    private static Set<String> sourcesOfTheTwin() throws IOException {
        Set<String> made = new TreeSet<>();
        for (PartKind kind : PartKind.values()) {
            for (Parameter parameter : kind.parameters()) {
                made.addAll(keys(parameter.source().replace("(J) after [P20]", ""))); // of P20 the idea, no number
            }
        }
        try (Stream<Path> laws = Files.walk(ROOT.resolve("hal/src/main/java/org/altercor/hal/twin"))) {
            for (Path law : laws.filter(Files::isRegularFile).toList()) {
                made.addAll(keys(Files.readString(law)));
            }
        }
        return made;
    }

    private static Set<String> keys(String text) {
        return KEY.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Figure about(double published, double twin) {
        return Figure.figure("TF-999", "a length", "cm", "[CALC]")
                .about(published, 1, "one")
                .within(() -> twin);
    }

    private static Figure knownOutside(double published, double twin) {
        return Figure.figure("TF-999", "a length", "cm", "[CALC]")
                .about(published, 1, "one")
                .outside("It was cut.", () -> twin);
    }

    private record Outcome(int exitCode, String said) {}

    private static Outcome printed(Figure figure, String... arguments) {
        StringWriter said = new StringWriter();
        var line = new CommandLine(new TwinFiguresCommand(Map.of("Theme", List.of(figure))));
        int exitCode = line.setOut(new PrintWriter(said)).execute(arguments);
        return new Outcome(exitCode, said.toString());
    }

    @Test
    void aFigureThatLeavesItsToleranceIsExitCodeOne() {
        assertThat(printed(about(10, 10.9)).exitCode()).isZero();

        Outcome outcome = printed(about(10, 11.1));
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.said()).contains("**changed**: now outside", "| +1.1 |");
    }

    @Test
    void aFigureThatIsKnownToDifferIsCountedAndIsExitCodeOneOnlyWhenItAgrees() {
        Outcome known = printed(knownOutside(10, 12));
        assertThat(known.exitCode()).isZero();
        assertThat(known.said()).contains("0 lie within", "1 are known to lie outside", "**outside**: It was cut.");

        assertThat(printed(knownOutside(10, 10.5)).exitCode()).isEqualTo(1);
    }

    @Test
    void noNumberAgreesWithNothingAndIsNotKnownToDifferEither() {
        assertThat(printed(about(10, Double.NaN)).exitCode()).isEqualTo(1);
        assertThat(printed(knownOutside(10, Double.NaN)).exitCode()).isEqualTo(1);
        assertThat(printed(about(10, Double.NaN)).said()).contains("| none | none |");
    }

    @Test
    void aRangeAgreesUpToItsEndsAndMeasuresFromTheNearest() {
        var range = new Published.Between(18, 38);
        assertThat(range.agrees(18)).isTrue();
        assertThat(range.agrees(38)).isTrue();
        assertThat(range.agrees(17.9)).isFalse();
        assertThat(range.difference(25)).isZero();
        assertThat(range.difference(16)).isEqualTo(-2);
        assertThat(range.difference(40)).isEqualTo(2);
    }

    @Test
    void aMachineReadsTheSameAsJson() {
        Outcome outcome = printed(knownOutside(10, 12), "--json");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.said())
                .contains("\"known_outside\" : 1", "\"id\" : \"TF-999\"", "\"twin\" : 12.0", "\"high\" : 11.0")
                .contains("\"why_outside\" : \"It was cut.\"");
    }
}
