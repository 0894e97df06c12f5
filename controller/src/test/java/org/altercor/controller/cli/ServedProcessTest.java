package org.altercor.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ServedProcessTest {
    private static final int ENDED_BY_SIGTERM = 128 + 15;

    @Test
    @Timeout(120)
    void aServedTwinRunsUntilItIsStoppedAndThenSaysWhatCameOfIt() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServedProcess.class.getName())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            String line = said.readLine();
            while (line != null && !line.startsWith("until stopped")) {
                line = said.readLine();
            }
            assertThat(line).isEqualTo("until stopped (Ctrl-C)");
            assertThat(process.waitFor(500, TimeUnit.MILLISECONDS))
                    .as("ended by itself")
                    .isFalse();
            process.toHandle().destroy(); // SIGTERM; the process itself would close what we read from
            assertThat(said.lines().toList())
                    .contains("the line: there is no such port")
                    .anyMatch(each -> each.contains("1 of 1 expectations hold"));
            assertThat(process.waitFor()).isEqualTo(ENDED_BY_SIGTERM);
        } finally {
            process.destroyForcibly();
        }
    }
}
