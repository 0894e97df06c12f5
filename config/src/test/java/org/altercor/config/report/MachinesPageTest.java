package org.altercor.config.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.altercor.config.Machine;
import org.altercor.config.load.Checked;
import org.altercor.config.load.MachineFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the manual page `docs/machines.md` shows is what the program does: its files are read, its texts are told.
class MachinesPageTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Path PAGE = Path.of("../docs/machines.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*) ?(\\S*)\\n(.*?)^```$");

    @TempDir
    Path folder;

    @Test
    void everyStepOfTheExampleIsAMachineWithoutAProblem() throws IOException {
        List<String> steps = steps();
        assertThat(steps).hasSize(4);
        for (String step : steps) {
            write(step);
            assertThat(machine()).as(step.lines().findFirst().orElseThrow()).isNotNull();
        }
    }

    @Test
    void noTomlOnThePageGoesUnread() throws IOException {
        long inSteps = steps().stream().mapToLong(step -> blocks(step).size()).sum();
        List<Block> onPage = blocks(Files.readString(PAGE)).stream()
                .filter(block -> block.language().equals("toml"))
                .toList();

        assertThat(onPage).hasSize((int) inSteps).allMatch(block -> block.name().endsWith(".toml"));
    }

    @Test
    void theReportsOnThePageAreThoseOfTheirSteps() throws IOException {
        List<String> steps = steps();
        write(steps.get(0));
        write(steps.get(1));
        assertThat(block("step-2")).isEqualTo(whoWatches(machine()));
        write(steps.get(2));
        write(steps.get(3));
        assertThat(block("step-4")).isEqualTo(whoWatches(machine()));
    }

    @Test
    void theRefusalOnThePageIsWhatIsTold() throws IOException {
        for (String step : steps()) {
            write(step);
        }
        replace("bucket.toml", "max-speed-rpm", "max-sped-rpm");
        replace("bucket.toml", "cannula-cm = 180", "cannula-cm = 1.8");
        replace("bucket-rig.toml", "sounding", "silent");

        assertThat(new MachineFiles(TODAY).machine(folder.resolve("bucket.toml").toString()))
                .isInstanceOfSatisfying(
                        Checked.Refused.class,
                        refused -> assertThat(refused.render().replace(folder + "/", ""))
                                .isEqualTo(block("refusal")));
    }

    private record Block(String language, String name, String text) {}

    private static List<Block> blocks(String markdown) {
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(markdown);
        while (matcher.find()) {
            blocks.add(new Block(matcher.group(1), matcher.group(2), matcher.group(3)));
        }
        return blocks;
    }

    /// The text of the one block of a name.
    private static String block(String name) {
        try {
            return blocks(Files.readString(PAGE)).stream()
                    .filter(block -> block.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .text();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// The page from each heading `### Step` to the next heading.
    private static List<String> steps() throws IOException {
        List<String> steps = new ArrayList<>();
        Matcher matcher = Pattern.compile("(?ms)^### Step.*?(?=^##)").matcher(Files.readString(PAGE));
        while (matcher.find()) {
            steps.add(matcher.group());
        }
        return steps;
    }

    private void write(String step) throws IOException {
        for (Block block : blocks(step)) {
            Files.writeString(folder.resolve(block.name()), block.text());
        }
    }

    private void replace(String file, String old, String replacement) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(old);
        Files.writeString(path, text.replace(old, replacement));
    }

    private Machine machine() {
        return switch (new MachineFiles(TODAY)
                .machine(folder.resolve("bucket.toml").toString())) {
            case Checked.Whole(var machine) -> machine;
            case Checked.Refused refused -> throw new AssertionError(refused.render());
            case Checked.Part part -> throw new AssertionError(part);
        };
    }

    private static String whoWatches(Machine machine) {
        String report = CheckReport.of(machine);
        int start = report.indexOf("## Who watches");
        return report.substring(report.indexOf('\n', start) + 2, report.indexOf("\n\n## ", start) + 1);
    }
}
