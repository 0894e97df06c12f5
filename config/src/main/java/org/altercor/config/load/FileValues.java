package org.altercor.config.load;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.altercor.config.schema.FileKind;

/// What was read of one file, section by section.
final class FileValues {
    private final String file;
    private final FileKind kind;
    private boolean isComplete;
    private final Map<String, Map<String, Values>> sections = new LinkedHashMap<>();
    private Consumer<FileValues> over = _ -> {};

    FileValues(String file, FileKind kind, boolean isComplete) {
        this.file = file;
        this.kind = kind;
        this.isComplete = isComplete;
    }

    String file() {
        return file;
    }

    FileKind kind() {
        return kind;
    }

    /// Whether the parser saw all of it: if not, nothing can be said to be missing.
    boolean isComplete() {
        return isComplete;
    }

    /// Says who reads the sections that go over another file, once that file is known.
    void later(Consumer<FileValues> reader) {
        over = reader;
    }

    /// Reads the sections that go over those of `base`: from now on this file has all of them.
    void readOver(FileValues base) {
        isComplete &= base.isComplete;
        over.accept(base);
    }

    void put(String section, Values values) {
        sections.computeIfAbsent(section, _ -> new LinkedHashMap<>()).put(values.name(), values);
    }

    /// The keys at the top of the file.
    Values top() {
        return one("").orElseThrow();
    }

    /// A section that stands at most once.
    Optional<Values> one(String section) {
        return all(section).stream().findFirst();
    }

    /// All sections of a kind, in the order of the file.
    Collection<Values> all(String section) {
        return sections.getOrDefault(section, Map.of()).values();
    }

    /// The sections of a kind from which records may be built.
    Stream<Values> clean(String section) {
        return all(section).stream().filter(Values::isClean);
    }

    /// A named section.
    Optional<Values> named(String section, String name) {
        return Optional.ofNullable(sections.getOrDefault(section, Map.of()).get(name));
    }

    /// Names given to the sections of a kind.
    Set<String> names(String section) {
        return sections.getOrDefault(section, Map.of()).keySet();
    }

    /// Whether every section is clean.
    boolean isClean() {
        return isComplete
                && sections.values().stream()
                        .flatMap(named -> named.values().stream())
                        .allMatch(Values::isClean);
    }
}
