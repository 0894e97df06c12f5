package org.altercor.config.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.altercor.config.load.ScenarioFiles;
import org.altercor.config.schema.ScenarioKeys.Does;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The manual page `docs/scenarios.md` shows what the program reads.
class ScenariosPageTest {
    private static final Path PAGE = Path.of("../docs/scenarios.md");

    @TempDir
    Path folder;

    @Test
    void theExampleIsAScenarioWithoutAProblem() throws IOException {
        Matcher block = Pattern.compile("(?ms)^```toml\\n(.*?)^```$").matcher(Files.readString(PAGE));
        assertThat(block.find()).isTrue();
        Path file = folder.resolve("example.toml");
        Files.writeString(file, block.group(1));

        switch (new ScenarioFiles(LocalDate.EPOCH).read(file.toString())) {
            case ScenarioFiles.Read.Whole(var scenario, var _, var _) ->
                assertThat(scenario.events()).hasSize(4);
            case ScenarioFiles.Read.Refused(var why) -> throw new AssertionError(why.render());
        }
        assertThat(block.find()).isFalse();
    }

    @Test
    void everyActIsExplained() throws IOException {
        String page = Files.readString(PAGE);
        for (Does does : Does.values()) {
            assertThat(page).containsPattern("\\n\\|[^|]*`" + does.word() + "`[^|]*\\|");
        }
    }
}
