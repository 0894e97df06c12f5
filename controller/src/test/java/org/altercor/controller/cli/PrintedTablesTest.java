package org.altercor.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the manual says is what the code does: an old copy of a table fails the build.
class PrintedTablesTest {
    private static final Path COPIES = Path.of(System.getProperty("altercor.root"), "docs", "tables");

    /// Copies of what bench-tests prints, which checks them itself.
    private static final Set<String> OF_THE_BENCH = Set.of("twin-figures.md");

    @ParameterizedTest
    @EnumSource
    void theCopyInTheManualIsWhatTheCodePrints(Table table) throws IOException {
        assertThat(Files.readString(COPIES.resolve(table.word() + ".md")))
                .as("old copy; print it anew: ./altercor table %1$s > docs/tables/%1$s.md", table.word())
                .isEqualTo(table.markdown());
    }

    @Test
    void thereIsNoCopyOfATableThatDoesNotExist() throws IOException {
        try (Stream<Path> files = Files.list(COPIES)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !OF_THE_BENCH.contains(name)))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(Table.values())
                            .map(table -> table.word() + ".md")
                            .collect(Collectors.toList()));
        }
    }
}
