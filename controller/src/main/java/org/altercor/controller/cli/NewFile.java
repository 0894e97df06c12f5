package org.altercor.controller.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import picocli.CommandLine;

/// A file that a command makes: one that is there already is left as it is, and what bears the name is whole.
///
/// @param path where to
/// @param spec of the command, for refusals
record NewFile(Path path, CommandLine.Model.CommandSpec spec) {
    /// Writes all of it.
    @FunctionalInterface
    interface Content<T> {
        /// Writes all of it; [UncheckedIOException] counts as its cause.
        T write(Writer out) throws IOException;
    }

    /// Says no where a file is there already.
    ///
    /// @throws CommandLine.ParameterException then
    void expectNone() {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--out: found " + path + " there already; allowed: a file that is not there yet.");
        }
    }

    /// Makes it, under another name first.
    ///
    /// @return what the content says of itself
    /// @throws CommandLine.ParameterException when a file is there already
    <T> T write(Content<T> content) throws IOException {
        expectNone();
        Path part = path.resolveSibling(path.getFileName() + ".part");
        Writer opened = Files.newBufferedWriter(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            T said;
            try (Writer out = opened) {
                said = content.write(out);
            }
            Files.move(part, path);
            return said;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
