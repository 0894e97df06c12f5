package org.altercor.controller.scenario;

import static org.altercor.controller.scenario.Scenarios.drive;
import static org.altercor.controller.scenario.Scenarios.expect;
import static org.altercor.controller.scenario.Scenarios.fault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.IntStream;
import org.altercor.config.scenario.Scenario;
import org.altercor.controller.scenario.Scenarios.Claim;
import org.altercor.hal.twin.Signal;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class RecordingTest {
    private final LaggingWorld world = new LaggingWorld();

    private List<String> csv(Scenario scenario, List<Signal> signals, double everySeconds) {
        var text = new StringWriter();
        var run = new ScenarioRun(scenario, world, new Recorder(signals, everySeconds, new CsvRows(signals, text)));
        run.begin();
        while (!run.isOver()) {
            run.step();
        }
        return text.toString().lines().toList();
    }

    private static Signal signal(String name) {
        return new Signal(name, "", "", () -> 0);
    }

    @Test
    void theHeaderNamesTimeAndSignalsEachWithItsUnit() {
        List<String> lines = csv(Scenarios.named("csv").lasting(0.1), world.signals(), 0.1);
        assertThat(lines.getFirst())
                .isEqualTo(
                        "time-s,arterial.speed-rpm,arterial.flow-ml-per-min,reservoir.volume-ml,probe.pressure-mmhg");
    }

    @Test
    void thereIsARowForEachPeriodFromTheBeginningToTheEnd() {
        List<String> lines = csv(Scenarios.named("csv").lasting(0.3), world.signals(), 0.1);
        assertThat(lines.stream().skip(1).map(line -> line.substring(0, line.indexOf(','))))
                .containsExactly("0", "0.1", "0.2", "0.3");
    }

    @Test
    void aRowHoldsWhatTheWorldSaysAtItsTime() {
        List<String> lines = csv(Scenarios.named("csv").at(0, drive(60)).lasting(5), world.signals(), 5);
        assertThat(lines.get(1)).isEqualTo("0,0,0,1000,100");
        assertThat(lines.get(2)).startsWith("5,60,600,9");
    }

    @Test
    void whatIsNotKnownIsAnEmptyFieldAndNeverZero() {
        List<String> lines =
                csv(Scenarios.named("csv").at(0, fault("probe", "lost")).lasting(1), world.signals(), 1);
        assertThat(lines.get(2)).isEqualTo("1,0,0,1000,");
    }

    @Test
    void aFileThatTakesNoMoreEndsTheRun() {
        var full = new Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                throw new IOException("no space left");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Assertions.assertThatThrownBy(() -> new CsvRows(world.signals(), full))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("no space left");
    }

    @Test
    void namedSignalsComeInTheOrderInWhichTheyWereNamed() {
        List<Signal> chosen = SignalChoice.named(world.signals(), List.of("reservoir.volume-ml", "arterial.speed-rpm"));
        assertThat(chosen).extracting(Signal::name).containsExactly("reservoir.volume-ml", "arterial.speed-rpm");
    }

    @Test
    void namesThatAreNoSignalsAreAllToldWithWhatMayHaveBeenMeant() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignalChoice.named(
                        world.signals(), List.of("reservoir.volum-ml", "arterial.speed-rpm", "quite.something-else")))
                .withMessageContainingAll(
                        "'reservoir.volum-ml'", "did you mean reservoir.volume-ml?", "'quite.something-else'");
    }

    @Test
    void unlessNamedThoseAreRecordedThatTheScenarioIsAbout() {
        List<Signal> many = new java.util.ArrayList<>(IntStream.range(0, 20)
                .mapToObj(i -> signal("tube-" + i + ".flow-ml-per-min"))
                .toList());
        many.addAll(world.signals());
        Scenario scenario = Scenarios.named("about")
                .at(0, drive(60))
                .at(1, expect(Claim.of("probe.pressure-mmhg", 0, 1)))
                .lasting(2);
        assertThat(SignalChoice.usual(many, scenario))
                .extracting(Signal::name)
                .hasSize(SignalChoice.USUAL_MOST)
                .startsWith(
                        "probe.pressure-mmhg",
                        "arterial.speed-rpm",
                        "arterial.flow-ml-per-min",
                        "tube-0.flow-ml-per-min");
    }
}
