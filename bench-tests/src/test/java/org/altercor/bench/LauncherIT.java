package org.altercor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.altercor.safety.journal.DiskFolder;
import org.altercor.safety.journal.JournalReader;
import org.altercor.safety.journal.JournalReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher on the packaged program: module path, native-access list, commands found across modules.
class LauncherIT {
    private static final Path ROOT = Path.of(System.getProperty("altercor.root"));

    @TempDir
    private static Path state;

    private record Outcome(int exitCode, String said) {}

    @Test
    void helpNamesEveryCommandAndWhatTheProgramMustNotBeUsedFor() throws Exception {
        Outcome help = altercor("--help");
        assertThat(help.said())
                .contains("bench", "broker", "check", "run", "table", "timing", "twin")
                .contains("Never connect it to a person")
                .doesNotContain("WARNING");
        assertThat(help.exitCode()).isZero();
    }

    @Test
    void everyCommandHasHelp() throws Exception {
        for (String command : List.of(
                "bench",
                "bench air-stop",
                "bench stop-latency",
                "bench twin-figures",
                "bench twin-speed",
                "broker",
                "check",
                "run",
                "table",
                "timing",
                "twin")) {
            Outcome help = altercor((command + " --help").split(" "));
            assertThat(help.said()).as(command).contains("Usage: altercor " + command);
            assertThat(help.exitCode()).as(command).isZero();
        }
    }

    @Test
    void aMachineRunsForAWhileShowsWhereItIsSeenAndHeardAndEndsByItself() throws Exception {
        Outcome run = altercor("run", "--for", "5s", "--console", "127.0.0.1:0");
        Path journal = state.resolve("altercor/adult-bypass");
        assertThat(run.said())
                .contains("journal:   " + journal)
                .contains("SIMULATION: digital twin, no patient")
                .containsPattern("console: +http://127\\.0\\.0\\.1:\\d+/")
                .containsPattern("telemetry: mqtt://127\\.0\\.0\\.1:\\d+ +altercor/v1/bench/adult-bypass/#")
                .contains("demo: arterial 3600 mL/min: accepted")
                .doesNotContain("ended: ");
        assertThat(run.exitCode()).isZero();
        JournalReport kept = JournalReader.read(DiskFolder.existing(journal), (_, _) -> {});
        assertThat(kept.isWhole()).isTrue();
        assertThat(kept.records()).isGreaterThan(50);
    }

    @Test
    void aConsoleWhoseAddressIsTakenOrNoneEndsTheRunAndSaysSo() throws Exception {
        Outcome nowhere = altercor("run", "--for", "5s", "--console", "8080", "--mqtt", "off");
        assertThat(nowhere.said()).contains("'8080' is not HOST:PORT");
        assertThat(nowhere.exitCode()).isEqualTo(1);
    }

    @Test
    void theVersionIsThatOfTheModule() throws Exception {
        assertThat(altercor("--version").said()).startsWith("Altercor 0.").contains("Java 25");
    }

    @Test
    void aWordThatIsNotACommandIsExitCodeTwo() throws Exception {
        Outcome outcome = altercor("chekc");
        assertThat(outcome.said()).contains("check");
        assertThat(outcome.exitCode()).isEqualTo(2);
    }

    @Test
    void noCommandAtAllSaysWhatToDo() throws Exception {
        Outcome outcome = altercor();
        assertThat(outcome.said()).contains("Say what to do", "Usage: altercor");
        assertThat(outcome.exitCode()).isEqualTo(2);
    }

    @Test
    void aServiceWithoutAHomeFindsItsJavaAsWell() throws Exception {
        var homeless = new ProcessBuilder(ROOT.resolve("altercor").toString(), "--version");
        homeless.environment().remove("HOME");
        Outcome outcome = outcome(homeless);
        assertThat(outcome.said()).startsWith("Altercor 0.");
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void numbersAreWrittenAsInTheFilesWhateverLanguageTheMachineSpeaks() throws Exception {
        for (String language : List.of("-Duser.language=de", "-Duser.language=ar -Duser.country=EG")) {
            var foreign = new ProcessBuilder(
                    ROOT.resolve("altercor").toString(),
                    "check",
                    "config/src/test/resources/broken/joint-slow-bus.toml",
                    "config/src/test/resources/broken/joint-vent-holds-on-silence.toml");
            foreign.environment().put("ALTERCOR_JAVA_OPTS", language);
            assertThat(outcome(foreign).said())
                    .as(language)
                    .contains("a stop frame that may be 39.5 ms late", "brakes to standstill within 10000 ms");
        }
    }

    private static Outcome altercor(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(ROOT.resolve("altercor").toString());
        command.addAll(List.of(words));
        return outcome(new ProcessBuilder(command));
    }

    private static Outcome outcome(ProcessBuilder program) throws IOException, InterruptedException {
        program.environment().put("XDG_STATE_HOME", state.toString()); // not the state of whoever runs the tests
        Process process =
                program.directory(ROOT.toFile()).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Outcome(process.exitValue(), said);
        } finally {
            process.destroyForcibly();
        }
    }
}
