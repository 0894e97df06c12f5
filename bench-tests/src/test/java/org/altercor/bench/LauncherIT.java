package org.altercor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The launcher on the packaged program: module path, native-access list, commands found across modules.
class LauncherIT {
    private static final Path ROOT = Path.of(System.getProperty("altercor.root"));

    private record Outcome(int exitCode, String said) {}

    @Test
    void helpNamesEveryCommandAndWhatTheProgramMustNotBeUsedFor() throws Exception {
        Outcome help = altercor("--help");
        assertThat(help.said())
                .contains("bench", "check", "table", "timing", "twin")
                .contains("Never connect it to a person")
                .doesNotContain("WARNING");
        assertThat(help.exitCode()).isZero();
    }

    @Test
    void everyCommandHasHelp() throws Exception {
        for (String command : List.of("bench", "bench stop-latency", "check", "table", "timing", "twin")) {
            Outcome help = altercor((command + " --help").split(" "));
            assertThat(help.said()).as(command).contains("Usage: altercor " + command);
            assertThat(help.exitCode()).as(command).isZero();
        }
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

    private static Outcome altercor(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(ROOT.resolve("altercor").toString());
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .start();
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
