package org.altercor.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.altercor.config.circuit.PartKind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// The table of figures: that it says what the twin gives, and that it cannot be bent quietly.
class TwinFiguresTest {
    private static final Path COPY = Path.of(System.getProperty("altercor.root"), "docs", "tables", "twin-figures.md");
    private static final Pattern KEY = Pattern.compile("P[0-9]+");

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
    void noUsualNumberOfTheTwinComesFromASourceThatIsCalledIndependent() {
        Set<String> made = Arrays.stream(PartKind.values())
                .flatMap(kind -> kind.parameters().stream())
                .map(parameter -> parameter.source().replaceAll("\\(J\\) after \\[P20]", "")) // of P20 only the idea
                .flatMap(source -> KEY.matcher(source).results().map(MatchResult::group))
                .collect(Collectors.toSet());
        assertThat(made).contains("P25", "P16");
        for (Finding finding : findings) {
            if (finding.figure().independent()) {
                assertThat(KEY.matcher(finding.figure().source()).results().map(MatchResult::group))
                        .as(finding.figure().id())
                        .isNotEmpty()
                        .doesNotContainAnyElementsOf(made);
            }
        }
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
