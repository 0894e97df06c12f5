package org.altercor.config.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Collects what is wrong in a set of files. Written by one thread.
///
/// A hostile file may hold tens of thousands of mistakes: only the first of each file are kept, the rest is counted.
final class Problems {
    /// Problems of one file that are told one by one: nobody reads more.
    static final int MOST_PER_FILE = 100;

    private final Set<Problem> kept = new LinkedHashSet<>();
    private final Map<String, Integer> counts = new HashMap<>();

    void add(Spot spot, String found, String allowed) {
        add(spot, found, allowed, Optional.empty());
    }

    void add(Spot spot, String found, String allowed, Optional<String> suggestion) {
        int count = counts.merge(spot.file(), 1, Integer::sum);
        if (count <= MOST_PER_FILE) {
            kept.add(new Problem(spot, found, allowed, suggestion));
        }
    }

    /// Counts a problem of a file that is full anyway.
    void count(String file) {
        counts.merge(file, 1, Integer::sum);
    }

    /// Whether more problems of a file would only be counted: no need to look for suggestions.
    boolean isFullFor(String file) {
        return counts.getOrDefault(file, 0) >= MOST_PER_FILE;
    }

    boolean isEmpty() {
        return kept.isEmpty();
    }

    boolean hasAnyOn(String file, int line) {
        return kept.stream()
                .anyMatch(problem ->
                        problem.spot().file().equals(file) && problem.spot().line() == line);
    }

    /// All of them, by file in the order of reading, then by place.
    List<Problem> list() {
        List<String> files =
                kept.stream().map(problem -> problem.spot().file()).distinct().toList();
        List<Problem> sorted = new ArrayList<>(kept);
        sorted.sort(Comparator.<Problem>comparingInt(
                        problem -> files.indexOf(problem.spot().file()))
                .thenComparingInt(problem -> problem.spot().line())
                .thenComparingInt(problem -> problem.spot().column()));
        for (String file : files) {
            int more = counts.getOrDefault(file, 0) - MOST_PER_FILE;
            if (more > 0) {
                sorted.add(new Problem(
                        Spot.startOf(file),
                        more + " more problems than are listed here",
                        "none: put the listed ones right first",
                        Optional.empty()));
            }
        }
        return List.copyOf(sorted);
    }
}
