package org.altercor.config.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every source that a number names stands in `docs/sources.md`, and nothing stands there that no number names.
class SourcesPageTest {
    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("docs/sources.md");
    private static final Pattern MARK = Pattern.compile("\\[([^\\]\\[\\n]*)\\]");
    /// Keys of sources (`S-PAC6`, `P25`), and marks without one.
    private static final Pattern KEY = Pattern.compile("[SGOFRN]-[A-Z0-9]+|[SPH][0-9]{1,3}|GFK|CALC|ENG|U|D");
    /// What may stand in a mark besides: `[D from P25]`, `[S-PAC6, GFK]`.
    private static final Pattern WHOLE = Pattern.compile("(%1$s)((,|;| and| from)? (%1$s))*".formatted(KEY.pattern()));

    @Test
    void everySourceThatIsNamedStandsOnThePage() throws IOException {
        String page = Files.readString(PAGE);
        Map<String, Path> named = named();
        assertThat(named).hasSizeGreaterThan(15);

        named.forEach((key, file) ->
                assertThat(page).as("[%s], named in %s", key, file).contains("`[" + key + "]`"));
    }

    @Test
    void everySourceOnThePageIsNamedSomewhere() throws IOException {
        Set<String> named = named().keySet();
        for (String row : Files.readAllLines(PAGE)) {
            Matcher key =
                    Pattern.compile("^\\| `\\[([SGOPH][-0-9][A-Z0-9]*)\\]` .*").matcher(row);
            if (key.matches()) {
                assertThat(named).as(row).contains(key.group(1));
            }
        }
    }

    @Test
    void aMarkIsFoundWhereverItStandsAndAnIndexIsNone() {
        assertThat(keys("1,500 rpm [D from P25], 3 [S-PAC6] (J) [GFK]")).containsExactly("D", "GFK", "P25", "S-PAC6");
        assertThat(keys("table[U + 1], [RECORDED], [Output.Driver], [1, 2]")).isEmpty();
    }

    /// Keys by one of the files that name them.
    private static Map<String, Path> named() throws IOException {
        Map<String, Path> named = new TreeMap<>();
        for (Path file : files()) {
            for (String key : keys(Files.readString(file))) {
                named.putIfAbsent(key, file);
            }
        }
        return named;
    }

    private static Set<String> keys(String text) {
        Set<String> keys = new TreeSet<>();
        Matcher mark = MARK.matcher(text);
        while (mark.find()) {
            if (WHOLE.matcher(mark.group(1)).matches()) {
                KEY.matcher(mark.group(1)).results().forEach(key -> keys.add(key.group()));
            }
        }
        return keys;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> isShipped(ROOT.relativize(file).toString()))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isShipped(String file) {
        return file.matches("config/[a-z]+/[^/]+\\.toml|docs/tables/[^/]+\\.md|[a-z-]+/src/main/java/.*\\.java");
    }
}
