package org.altercor.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.altercor.config.load.ScenarioFiles;
import org.altercor.config.scenario.Scenario;
import org.altercor.controller.scenario.InstalledTwin;
import org.altercor.controller.scenario.Recorder;
import org.altercor.controller.scenario.ScenarioResult;
import org.altercor.controller.scenario.ScenarioResult.FinalValue;
import org.altercor.controller.scenario.ScenarioRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The scenarios that come with the project, run whole.
class ScenariosTest {
    private static final Path FOLDER = Path.of(System.getProperty("altercor.root"), "bench-tests", "scenarios");

    /// Any day since the shipped profile was reviewed: calibrations of the twin do not expire.
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.map(file -> FOLDER.relativize(file).toString())
                    .filter(name -> name.endsWith(".toml"))
                    .sorted()
                    .toList();
        }
    }

    private static String nameOf(String file) {
        return Path.of(file).getFileName().toString().replace(".toml", "");
    }

    private static Scenario scenario(String file) {
        var read = new ScenarioFiles(TODAY).read(FOLDER.resolve(file).toString());
        assertThat(read).as(file).isInstanceOf(ScenarioFiles.Read.Whole.class);
        return ((ScenarioFiles.Read.Whole) read).scenario();
    }

    private static ScenarioResult run(String file) {
        Scenario scenario = scenario(file);
        var run = new ScenarioRun(scenario, new InstalledTwin(TODAY).stage(scenario), Recorder.NONE);
        run.begin();
        while (!run.isOver()) {
            run.step();
        }
        return run.result(1);
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyExpectationHoldsAndEverythingIsKnownAtTheEnd(String file) {
        ScenarioResult result = run(file);
        assertThat(result.expectations()).isNotEmpty();
        assertThat(result.expectations().stream().filter(each -> !each.passed()))
                .as(file)
                .isEmpty();
        assertThat(result.finalValues())
                .as(file)
                .filteredOn(each -> !each.name().equals("patient.resistance-mmhg-per-l-min")) // none without flow
                .filteredOn(each -> !each.name().equals("loop.arterial.delivered-ml")) // a centrifugal head counts none
                .allSatisfy(each -> assertThat(each.value()).as(each.name()).isFinite());
    }

    @Test
    void everyScenarioStandsInTheManualAndBearsTheNameOfItsFile() throws IOException {
        String manual = Files.readString(FOLDER.resolve("../../docs/running-scenarios.md"));
        assertThat(names()).isNotEmpty().allSatisfy(name -> assertThat(manual).contains("`" + nameOf(name) + "`"));
        assertThat(names())
                .allSatisfy(name -> assertThat(scenario(name).name())
                        .as("a file bears the name of its scenario")
                        .isEqualTo(nameOf(name)));
    }

    @Test
    void theSameScenarioEndsInTheSameBitsOnAnyThread() throws InterruptedException {
        String file = "venous-occlusion.toml"; // with air, whose ways are drawn
        List<FinalValue> here = run(file).finalValues();
        List<List<FinalValue>> there = new java.util.concurrent.CopyOnWriteArrayList<>();
        Thread other = new Thread(() -> there.add(run(file).finalValues()));
        other.start();
        other.join();
        assertThat(there).containsExactly(here);
        assertThat(run(file).finalValues()).isEqualTo(here);
    }
}
