package org.altercor.config.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.altercor.config.schema.FileKind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every shipped file, broken in every line: no mistake passes, none throws, and each message names the line.
///
/// Every key of every file is left out, misspelt and given a wrong value, each run with another choice of wrong values.
class MutationTest {
    private static final Pattern KEY = Pattern.compile("^([a-z0-9-]+) = ([^#]*[^# ])(.*)$");
    private static final Pattern HEADING = Pattern.compile("^\\[([^\\]]+)\\]$");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+|0x[0-9A-Fa-f]+");
    /// Keys and groups that may be left out.
    private static final List<String> OPTIONAL = List.of("follows", "enable", "current", "fault", "watchdog");
    /// Cuts of each file, evenly spread from a random start.
    private static final int CUTS = 29;

    private static final long SEED = Long.getLong("altercor.seed", System.nanoTime());

    private final Random random = new Random(SEED);

    @TempDir
    Path folder;

    static Stream<Path> shipped() {
        return Stream.of(FileKind.values())
                .flatMap(kind -> Shipped.names(kind).stream().map(name -> Path.of(kind.folder(), name + ".toml")));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aKeyThatIsLeftOutIsMissedInItsSection(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            Matcher key = KEY.matcher(lines.get(i));
            if (key.matches() && !OPTIONAL.contains(key.group(1))) {
                List<String> mutant = with(lines, i, "");
                assertThat(lines(file, mutant))
                        .as("without line %d: %s", i + 1, lines.get(i))
                        .contains(headingOf(lines, i));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aMisspeltKeyIsToldInItsLine(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            Matcher key = KEY.matcher(lines.get(i));
            if (key.matches()) {
                List<String> mutant = with(lines, i, "x" + lines.get(i));
                assertThat(lines(file, mutant))
                        .as("line %d: x%s", i + 1, lines.get(i))
                        .contains(i + 1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aNumberThatIsNoneIsToldInItsLine(Path file) throws IOException {
        List<String> poisons = List.of("nan", "-inf", "true", "\"1\"", "1e9");
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            Matcher key = KEY.matcher(lines.get(i));
            if (key.matches() && NUMBER.matcher(key.group(2)).matches()) {
                String poison = poisons.get(random.nextInt(poisons.size()));
                List<String> mutant = with(lines, i, key.group(1) + " = " + poison);
                assertThat(lines(file, mutant))
                        .as("seed %d, line %d: %s", SEED, i + 1, mutant.get(i))
                        .contains(i + 1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aValueOfAnotherTypeIsToldInItsLine(Path file) throws IOException {
        List<String> others = List.of("1979-05-27T07:32:00Z", "{ a = 1 }", "[\"\\u202E\"]");
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            Matcher key = KEY.matcher(lines.get(i));
            if (key.matches()) {
                String other = others.get(random.nextInt(others.size()));
                List<String> mutant = with(lines, i, key.group(1) + " = " + other);
                assertThat(lines(file, mutant))
                        .as("seed %d, line %d: %s", SEED, i + 1, mutant.get(i))
                        .contains(i + 1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aSectionThatStandsTwiceIsTold(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (HEADING.matcher(lines.get(i)).matches()) {
                List<String> mutant = new ArrayList<>(lines);
                mutant.add(lines.get(i));
                assertThat(lines(file, mutant)).as("a second %s", lines.get(i)).contains(mutant.size());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aFileThatIsCutShortIsRefused(Path original) throws IOException {
        String text = Files.readString(original);
        int end = text.contains("[output.")
                ? text.indexOf("[output.")
                : text.stripTrailing().lastIndexOf('\n');
        Path file = folder.resolve(original.getFileName());
        int step = Math.max(1, end / CUTS);
        for (int cut = random.nextInt(step); cut < end; cut += step) {
            Files.writeString(file, text.substring(0, cut));
            assertThat(inItsMachine(original, file))
                    .as("seed %d, cut after %d characters", SEED, cut)
                    .isInstanceOf(Checked.Refused.class);
        }
    }

    /// A rig shows what it lacks only beside its machine; every other file shows it alone.
    private static Checked inItsMachine(Path original, Path file) {
        MachineFiles files = new MachineFiles(Broken.TODAY);
        return original.startsWith(FileKind.RIG.folder())
                ? files.machine(original.getFileName().toString().replaceAll("(-twin)?\\.toml$", ""), file.toString())
                : files.check(file.toString());
    }

    private static List<String> with(List<String> lines, int index, String line) {
        List<String> mutant = new ArrayList<>(lines);
        mutant.set(index, line);
        return mutant;
    }

    /// The line under which a missing key is told: that of its heading, or the first of the file.
    private static int headingOf(List<String> lines, int index) {
        for (int i = index; i >= 0; i--) {
            if (HEADING.matcher(lines.get(i)).matches()) {
                return i + 1;
            }
        }
        return 1;
    }

    /// Lines of the mutant about which anything is said.
    private List<Integer> lines(Path original, List<String> mutant) throws IOException {
        Path file = folder.resolve(original.getFileName());
        Files.write(file, mutant, StandardCharsets.UTF_8);
        return switch (new MachineFiles(Broken.TODAY).check(file.toString())) {
            case Checked.Refused(var problems) ->
                problems.stream()
                        .filter(problem -> problem.spot().file().equals(file.toString()))
                        .map(problem -> problem.spot().line())
                        .toList();
            case Checked.Whole _, Checked.Part _ -> List.of();
        };
    }
}
