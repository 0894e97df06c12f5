package org.altercor.config.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.altercor.config.schema.FileKind;

/// The files that come with the program, known by name wherever it runs.
public final class Shipped {
    private Shipped() {}

    /// Names of the shipped files of a kind.
    public static List<String> names(FileKind kind) {
        return switch (kind) {
            case MACHINE -> List.of("adult-bypass", "adult-bypass-centrifugal", "serial-bench");
            case RIG -> List.of("adult-bypass-twin", "adult-bypass-centrifugal-twin", "serial-bench");
            case CIRCUIT ->
                List.of(
                        "adult-bypass",
                        "adult-bypass-centrifugal",
                        "bench-centrifugal",
                        "bench-roller",
                        "bench-tubes",
                        "small-bore");
            case SCENARIO -> List.of(); // they are read by their path
            case PROFILE -> List.of("adult-bypass");
            case CALIBRATION ->
                List.of(
                        "bench-roller-half-inch",
                        "twin-centrifugal",
                        "twin-roller-half-inch",
                        "twin-roller-quarter-inch",
                        "twin-small-roller-quarter-inch",
                        "twin-small-roller-three-sixteenths-inch");
        };
    }

    /// How a shipped file is named in messages.
    static String shown(FileKind kind, String name) {
        return "shipped/" + kind.folder() + "/" + name + ".toml";
    }

    /// The bytes of a shipped file; empty when there is none of that name.
    static Optional<byte[]> bytes(FileKind kind, String name) {
        if (!names(kind).contains(name)) {
            return Optional.empty();
        }
        String resource = "/altercor/" + kind.folder() + "/" + name + ".toml";
        try (InputStream in = Shipped.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the program was packaged without " + resource);
            }
            return Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
