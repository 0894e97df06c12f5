package org.altercor.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A folder of its own, for as long as somebody needs one. Closing it deletes it with all that is in it; links are not
/// followed.
///
/// @param path where it is
public record ScratchFolder(Path path) implements AutoCloseable {
    /// Makes one where the system keeps what is temporary.
    ///
    /// @param name begins its name
    public static ScratchFolder make(String name) throws IOException {
        return new ScratchFolder(Files.createTempDirectory(name));
    }

    @Override
    public void close() {
        try (Stream<Path> paths = Files.walk(path)) {
            for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
