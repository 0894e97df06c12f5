package org.altercor.config.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.altercor.config.schema.FileKind;
import org.altercor.config.schema.Found;
import org.altercor.config.schema.Key;
import org.altercor.config.schema.Presence;
import org.altercor.config.schema.Section;
import org.altercor.config.schema.Spelling;
import org.altercor.config.schema.TextKey.Shape;
import org.altercor.config.schema.Verdict;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/// Reads a parsed file by its table of keys: unknown, missing, misplaced and unfit keys are all told.
final class SectionReader {
    private final String file;
    private final FileKind kind;
    private final TomlText toml;
    private final Problems problems;
    private final FileValues read;

    private SectionReader(String file, FileKind kind, TomlText toml, Problems problems) {
        this.file = file;
        this.kind = kind;
        this.toml = toml;
        this.problems = problems;
        this.read = new FileValues(file, kind, toml.isComplete());
    }

    static FileValues read(String file, FileKind kind, TomlText toml, Problems problems) {
        return new SectionReader(file, kind, toml, problems).readAll();
    }

    private FileValues readAll() {
        Set<String> headings = kind.sections().stream()
                .map(Section::name)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        for (Section section : kind.sections()) {
            if (section.name().isEmpty()) {
                Values top = new Values(Spot.startOf(file), "");
                keys(section, toml.root(), headings, top);
                read.put("", top);
            } else if (section.count() != Section.Count.NAMED_OVER) {
                section(section);
            }
        }
        read.later(this::over);
        return read;
    }

    /// Reads the sections that go over those of another file: a key that is left out stays as it is there.
    private void over(FileValues base) {
        for (Section section : kind.sections()) {
            if (section.count() == Section.Count.NAMED_OVER) {
                base.all(section.name()).forEach(values -> read.put(section.name(), values));
                section(section);
            }
        }
    }

    private void section(Section section) {
        Object found = toml.root().get(List.of(section.name()));
        if (found == null) {
            boolean mustBe = section.count() == Section.Count.ONE || section.count() == Section.Count.NAMED_SOME;
            if (mustBe && toml.isComplete()) {
                problems.add(
                        new Spot(file, 1, 1, section.name()),
                        "no section " + section.heading(),
                        section.heading() + ": " + section.meaning());
            }
            return;
        }
        Spot spot = spot(toml.root(), section.name(), section.name());
        if (section.count() == Section.Count.LISTED) {
            listed(section, found, spot);
            return;
        }
        if (!(found instanceof TomlTable table)) {
            problems.add(spot, Found.text(TomlText.plain(found)), "a section " + section.heading());
            return;
        }
        if (!section.isNamed()) {
            Values values = new Values(spot, section.name());
            keys(section, table, Set.of(), values);
            read.put(section.name(), values);
            return;
        }
        for (String name : table.keySet()) {
            named(section, table, name);
        }
    }

    private void listed(Section section, Object found, Spot spot) {
        if (!(found instanceof TomlArray list)) {
            problems.add(
                    spot, Found.text(TomlText.plain(found)), "sections " + section.heading() + ", in two brackets");
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            String key = String.format(Locale.ROOT, "%s[%d]", section.name(), i + 1);
            Spot one = toml.spot(file, list, i, key);
            if (list.get(i) instanceof TomlTable table) {
                Values values = new Values(one, Integer.toString(i + 1));
                keys(section, table, Set.of(), values);
                read.put(section.name(), values);
            } else {
                problems.add(one, Found.text(TomlText.plain(list.get(i))), "a section " + section.heading());
            }
        }
    }

    private void named(Section section, TomlTable table, String name) {
        Spot spot = spot(table, name, section.name() + "." + Found.plain(name));
        if (!Shape.NAME.fits(name)) {
            problems.add(spot, "the name \"" + Found.plain(name) + "\"", Shape.NAME.allowed());
            return;
        }
        if (!(table.get(List.of(name)) instanceof TomlTable one)) {
            problems.add(
                    spot,
                    "a key under [" + section.name() + "]",
                    "sections " + section.heading() + ", with a name of your choice");
            return;
        }
        Values values = read.named(section.name(), name)
                .filter(known -> isOfItsKind(section, one, known))
                .map(known -> known.under(spot))
                .orElseGet(() -> new Values(spot, name));
        keys(section, one, Set.of(), values);
        read.put(section.name(), values);
    }

    /// Whether a section leaves the key that decides about its others as it is: else it is a new one.
    private static boolean isOfItsKind(Section section, TomlTable one, Values known) {
        Key<?> deciding = section.keys().getFirst();
        Object found = one.get(List.of(deciding.name()));
        return found == null
                || (deciding.read(TomlText.plain(found)) instanceof Verdict.Fit<?>(var value)
                        && known.find(deciding).filter(value::equals).isPresent());
    }

    private void keys(Section section, TomlTable table, Set<String> headings, Values into) {
        Map<String, Object> leaves = new LinkedHashMap<>();
        Set<String> groups = section.keys().stream()
                .map(Key::group)
                .filter(group -> !group.isEmpty())
                .collect(Collectors.toSet());
        collect(table, "", groups, headings, leaves, into);
        for (Key<?> key : section.keys()) {
            one(key, leaves, into);
        }
        List<String> known = section.keyNames();
        for (String name : leaves.keySet()) {
            if (!known.contains(name)) {
                unknown(section, name, leaves, headings, into);
            }
        }
    }

    private void collect(
            TomlTable table,
            String prefix,
            Set<String> groups,
            Set<String> headings,
            Map<String, Object> leaves,
            Values into) {
        for (String name : table.keySet()) {
            Object value = Objects.requireNonNull(table.get(List.of(name)));
            String full = prefix + (name.contains(".") ? "\"" + name + "\"" : name);
            if (prefix.isEmpty() && headings.contains(name)) {
                continue;
            }
            if (value instanceof TomlTable inner && groups.contains(full)) {
                collect(inner, full + ".", groups, headings, leaves, into);
                continue;
            }
            String path = into.heading().key().isEmpty() ? full : into.heading().key() + "." + full;
            into.mark(full, spot(table, name, Found.plain(path)));
            leaves.put(full, TomlText.plain(value));
        }
    }

    private void one(Key<?> key, Map<String, Object> leaves, Values into) {
        Object found = leaves.get(key.name());
        if (key.presence().when().isPresent()) {
            Presence.When when = key.presence().when().get();
            var deciding = into.find(when.key());
            if (deciding.isEmpty()) {
                return; // the deciding key is wrong itself, and has been told
            }
            if (!when.values().contains(deciding.get())) {
                if (found != null) {
                    into.spoil();
                    problems.add(into.spot(key), "a key without a meaning here", "this key only if " + when.text());
                }
                return;
            }
        }
        if (found == null) {
            missing(key, leaves, into);
            return;
        }
        switch (key.read(found)) {
            case Verdict.Fit<?>(var value) -> into.put(key, value);
            case Verdict.Misfit<?>(var shown, var allowed, var suggestion) -> {
                into.spoil();
                problems.add(into.spot(key), shown, allowed, suggestion);
            }
        }
    }

    /// Whether a key may stand beside the keys that decide about it; also when one of those is wrong itself.
    private static boolean hasMeaning(Key<?> key, Values beside) {
        return key.presence()
                .when()
                .flatMap(when ->
                        beside.find(when.key()).map(value -> when.values().contains(value)))
                .orElse(true);
    }

    private void missing(Key<?> key, Map<String, Object> leaves, Values into) {
        if (into.find(key).isPresent()) {
            return; // the file that this one goes over has it
        }
        boolean isNeeded = switch (key.presence().need()) {
            case REQUIRED -> true;
            case OPTIONAL -> false;
            case WITH_ITS_GROUP -> leaves.keySet().stream().anyMatch(other -> other.startsWith(key.group() + "."));
        };
        if (!isNeeded) {
            return;
        }
        into.spoil();
        if (toml.isComplete()) {
            problems.add(
                    into.spot(key),
                    "no such key",
                    String.format(Locale.ROOT, "%s (%s): %s", key.allowedText(), key.typeText(), key.meaning()));
        }
    }

    private void unknown(Section section, String name, Map<String, Object> leaves, Set<String> headings, Values into) {
        into.spoil();
        if (problems.isFullFor(file)) {
            problems.count(file);
            return;
        }
        List<String> meaningful = section.keys().stream()
                .filter(key -> hasMeaning(key, into))
                .<String>map(Key::name)
                .toList();
        List<String> candidates =
                meaningful.stream().filter(key -> !leaves.containsKey(key)).toList();
        if (leaves.get(name) instanceof Found.Table) {
            candidates = section.name().isEmpty() ? List.copyOf(headings) : candidates;
        }
        String plain = Found.plain(name);
        Spot spot = into.spotOf(name);
        problems.add(
                spot,
                (leaves.get(name) instanceof Found.Table ? "the unknown section " : "the unknown key ") + plain,
                String.format(Locale.ROOT, "the keys of %s: %s", section.heading(), String.join(", ", meaningful)),
                Spelling.didYouMean(name, candidates));
    }

    private Spot spot(TomlTable table, String name, String key) {
        return toml.spot(file, table, name, key);
    }
}
