package org.altercor.config.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.altercor.config.schema.Found;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/// A parsed file. The parser's own messages are put into words that say what to do.
///
/// @param root       the top of the file; what could not be parsed is missing
/// @param isComplete whether nothing is missing
/// @param dense      what was parsed, and where its lines stood
record TomlText(TomlTable root, boolean isComplete, DenseText dense) {
    private static final Pattern SECOND = Pattern.compile("(.*) previously defined at line (\\d+), column \\d+");
    private static final Pattern UNEXPECTED = Pattern.compile("Unexpected (.*), expected (.*)");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("=\\s*(-?[0-9]+),([0-9]+)\\s*(#.*)?$");
    private static final Pattern BARE_WORD = Pattern.compile("=\\s*([A-Za-z][A-Za-z0-9/-]*)\\s*(#.*)?$");
    private static final Pattern COLON = Pattern.compile("^\\s*[A-Za-z0-9-]+\\s*:");

    /// Parses a text the scan let through; empty when nothing of it can be used.
    static Optional<TomlText> parse(String text, String file, Problems problems) {
        return ShapeScan.dense(text, file, problems).flatMap(dense -> parse(dense, file, problems));
    }

    private static Optional<TomlText> parse(DenseText dense, String file, Problems problems) {
        boolean isComplete =
                problems.list().stream().noneMatch(p -> p.spot().file().equals(file));
        TomlParseResult parsed;
        try {
            parsed = Toml.parse(dense.text());
        } catch (RuntimeException e) { // a defect of the parser must not become one of ours
            problems.add(Spot.startOf(file), "something the parser fails on: " + e.getMessage(), "TOML 1.0");
            return Optional.empty();
        }
        List<String> lines = dense.text().lines().toList();
        for (TomlParseError error : parsed.errors()) {
            int denseLine = Math.max(1, error.position().line());
            int line = dense.originalLine(denseLine);
            int column = Math.max(1, error.position().column());
            String source = denseLine <= lines.size() ? lines.get(denseLine - 1) : "";
            Matcher second = SECOND.matcher(String.valueOf(error.getMessage()));
            if (second.matches()) {
                problems.add(
                        new Spot(file, line, column, Found.plain(second.group(1))),
                        Found.plain(second.group(1)) + " a second time",
                        "each key and each section once; the first stands in line "
                                + dense.originalLine(Integer.parseInt(second.group(2))));
                continue;
            }
            isComplete = false;
            if (!problems.isFullFor(file) && problems.hasAnyOn(file, line)) {
                continue; // the scan has said so, in better words
            }
            report(new Spot(file, line, column, ""), String.valueOf(error.getMessage()), source, problems);
        }
        return Optional.of(new TomlText(parsed, isComplete, dense));
    }

    /// Where a name of a table stands; the start of the file when the parser does not say.
    ///
    /// @param key full key, for the message
    Spot spot(String file, TomlTable table, String name, String key) {
        return spot(file, table.inputPositionOf(List.of(name)), key);
    }

    /// Where an element of a list stands.
    Spot spot(String file, TomlArray list, int index, String key) {
        return spot(file, list.inputPositionOf(index), key);
    }

    private Spot spot(String file, @Nullable TomlPosition position, String key) {
        return position == null
                ? new Spot(file, 1, 1, key)
                : new Spot(file, dense.originalLine(position.line()), Math.max(1, position.column()), key);
    }

    private static void report(Spot spot, String message, String source, Problems problems) {
        Matcher unexpected = UNEXPECTED.matcher(message);
        if (unexpected.matches()) {
            problems.add(spot, unexpected.group(1), unexpected.group(2), hint(source));
        } else {
            boolean isTooLarge = message.endsWith("is too large");
            problems.add(
                    spot,
                    isTooLarge ? "a number with more digits than a computer holds" : message,
                    isTooLarge ? "a number within the range of its key" : "TOML 1.0",
                    hint(source));
        }
    }

    private static Optional<String> hint(String source) {
        Matcher comma = DECIMAL_COMMA.matcher(source);
        if (comma.find()) {
            return Optional.of(
                    String.format(Locale.ROOT, "a decimal comma? write %s.%s", comma.group(1), comma.group(2)));
        }
        Matcher word = BARE_WORD.matcher(source);
        if (word.find()) {
            return Optional.of("texts stand in quotation marks: \"" + word.group(1) + "\"");
        }
        if (COLON.matcher(source).find()) {
            return Optional.of("TOML writes key = value, with an equals sign");
        }
        return Optional.empty();
    }

    /// A value as plain Java: arrays as lists, sections as [Found.Table].
    static Object plain(Object value) {
        return switch (value) {
            case TomlTable _ -> new Found.Table();
            case TomlArray array -> {
                List<Object> list = new ArrayList<>();
                for (int i = 0; i < array.size(); i++) {
                    list.add(plain(array.get(i)));
                }
                yield list;
            }
            default -> value;
        };
    }
}
