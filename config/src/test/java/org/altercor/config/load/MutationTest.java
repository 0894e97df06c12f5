package org.altercor.config.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.altercor.config.schema.FileKind;
import org.altercor.config.schema.Key;
import org.altercor.config.schema.Presence;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every shipped file, broken in every line: no mistake passes, none throws, and each message names the line.
///
/// Every run breaks every key of every file in one of three ways, chosen by a seed that a failure prints;
/// `-Daltercor.thorough=true` breaks each in all three, `-Daltercor.seed=N` repeats a run.
class MutationTest {
    private static final Pattern KEY = Pattern.compile("^([a-z0-9-]+) = ([^#]*[^# ])(.*)$");
    private static final Pattern HEADING = Pattern.compile("^\\[([^\\]]+)\\]$");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+|0x[0-9A-Fa-f]+");
    /// Keys and groups that may be left out.
    private static final List<String> OPTIONAL = List.of("follows", "enable", "current", "fault", "watchdog");
    /// Keys of a circuit's parts that may be left out: those with a usual value, and places.
    private static final Set<String> OPTIONAL_IN_CIRCUITS = FileKind.CIRCUIT.sections().stream()
            .flatMap(section -> section.keys().stream())
            .filter(key -> key.presence().need() == Presence.Need.OPTIONAL)
            .<String>map(Key::name)
            .collect(Collectors.toSet());
    /// Wrong values; the first few are wrong for numbers, the others for every key.
    private static final List<String> WRONG =
            List.of("nan", "-inf", "true", "\"1\"", "1e9", "1979-05-27T07:32:00Z", "{ a = 1 }", "[\"\\u202E\"]");

    private static final int NO_NUMBERS = 5;

    /// Cuts of each file, evenly spread from a random start.
    private static final int CUTS = 11;

    private static final boolean IS_THOROUGH = Boolean.getBoolean("altercor.thorough");
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
            if (key.matches() && isTurnOf(i, 0) && !mayBeLeftOut(file, key.group(1))) {
                assertThat(lines(file, with(lines, i, "")))
                        .as("seed %d, without line %d: %s", SEED, i + 1, lines.get(i))
                        .contains(headingOf(lines, i));
            }
        }
    }

    private static boolean mayBeLeftOut(Path file, String key) {
        return file.startsWith(FileKind.CIRCUIT.folder()) ? OPTIONAL_IN_CIRCUITS.contains(key) : OPTIONAL.contains(key);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aMisspeltKeyIsToldInItsLine(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (KEY.matcher(lines.get(i)).matches() && isTurnOf(i, 1)) {
                assertToldInItsLine(file, with(lines, i, "x" + lines.get(i)), i);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aValueThatIsNoneOrOfAnotherTypeIsToldInItsLine(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            Matcher key = KEY.matcher(lines.get(i));
            if (key.matches() && isTurnOf(i, 2)) {
                boolean isNumber = NUMBER.matcher(key.group(2)).matches();
                int first = isNumber ? 0 : NO_NUMBERS;
                String wrong = WRONG.get(random.nextInt(first, WRONG.size()));
                assertToldInItsLine(file, with(lines, i, key.group(1) + " = " + wrong), i);
            }
        }
    }

    /// Each line has one of three mistakes made in it, and in the next run another one.
    private static boolean isTurnOf(int line, int mistake) {
        return IS_THOROUGH || Math.floorMod(line + SEED, 3) == mistake;
    }

    private void assertToldInItsLine(Path file, List<String> mutant, int index) throws IOException {
        assertThat(lines(file, mutant))
                .as("seed %d, line %d: %s", SEED, index + 1, mutant.get(index))
                .contains(index + 1);
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

    /// A circuit without its last parts is a smaller circuit: only a machine that needs them can miss them.
    static Stream<Path> shippedButCircuits() {
        return shipped().filter(file -> !file.startsWith(FileKind.CIRCUIT.folder()));
    }

    @ParameterizedTest
    @MethodSource("shippedButCircuits")
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
