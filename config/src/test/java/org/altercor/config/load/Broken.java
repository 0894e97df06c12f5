package org.altercor.config.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// The corpus of broken files, and what is said about them.
final class Broken {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Path FOLDER = Path.of("src/test/resources/broken");

    private Broken() {}

    /// What a person is told; nothing when there is nothing to tell.
    static String told(Checked checked) {
        return checked instanceof Checked.Refused refused ? refused.render() : "";
    }

    /// Every file of the corpus, in order.
    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".toml"))
                    .sorted()
                    .toList();
        }
    }
}
