package org.altercor.config.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Optional;
import org.altercor.config.schema.Found;

/// Lets through what is worth parsing: a regular file of a sane size in UTF-8. The size is read before the content.
final class TextGate {
    /// Largest file that is parsed: twelve times the largest shipped one. Measured: the slowest file of this size
    /// that passes the scan is answered well within a second; without the scan, the parser's search for a way on
    /// can take minutes.
    static final int LARGEST_BYTES = 65_536;

    private final Problems problems;

    TextGate(Problems problems) {
        this.problems = problems;
    }

    /// The path of a file; empty after a problem.
    Optional<Path> pathOf(String file) {
        try {
            return Optional.of(Path.of(file));
        } catch (InvalidPathException _) {
            problems.add(Spot.startOf(Found.plain(file)), "no path at all", "the path of a file");
            return Optional.empty();
        }
    }

    /// The text of a file; empty after a problem.
    Optional<String> read(Path path, String shown) {
        Spot start = Spot.startOf(shown);
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                problems.add(start, "a directory", "a file");
                return Optional.empty();
            }
            if (!attributes.isRegularFile()) {
                problems.add(start, "a device, a pipe or a socket", "a regular file");
                return Optional.empty();
            }
            if (attributes.size() > LARGEST_BYTES) {
                problems.add(
                        start,
                        "a file of " + attributes.size() + " bytes",
                        "at most " + LARGEST_BYTES + " bytes; it was not read");
                return Optional.empty();
            }
            try (InputStream in = Files.newInputStream(path)) {
                return decode(in.readNBytes(LARGEST_BYTES + 1), shown);
            }
        } catch (NoSuchFileException _) {
            problems.add(start, "no such file", "an existing file");
        } catch (IOException e) {
            problems.add(start, "a file that cannot be read (" + e.getClass().getSimpleName() + ")", "a readable file");
        }
        return Optional.empty();
    }

    /// The text of a file's bytes; empty after a problem.
    Optional<String> decode(byte[] bytes, String shown) {
        Spot start = Spot.startOf(shown);
        String allowed = "UTF-8 text without a byte order mark";
        if (bytes.length == 0) {
            problems.add(start, "an empty file", "a file that says what it is (kind = …)");
        } else if (bytes.length > LARGEST_BYTES) {
            problems.add(start, "more bytes than its size said", "at most " + LARGEST_BYTES + " bytes");
        } else if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            problems.add(
                    start, "a byte order mark (EF BB BF)", allowed + ": save it as \"UTF-8\", not \"UTF-8 with BOM\"");
        } else if (startsWith(bytes, 0xFF, 0xFE)
                || startsWith(bytes, 0xFE, 0xFF)
                || bytes[0] == 0
                || hasNulSecond(bytes)) {
            problems.add(start, "UTF-16 text", allowed);
        } else {
            return strict(bytes, shown, allowed);
        }
        return Optional.empty();
    }

    private Optional<String> strict(byte[] bytes, String shown, String allowed) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        if (!decoder.decode(in, out, true).isError()) {
            return Optional.of(out.flip().toString());
        }
        String before = out.flip().toString();
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        int column = before.length() - before.lastIndexOf('\n');
        int bad = bytes[in.position()] & 0xFF;
        problems.add(
                new Spot(shown, line, column, ""),
                String.format(Locale.ROOT, "byte 0x%02X at offset %d, which is no UTF-8", bad, in.position()),
                allowed,
                Optional.of(String.format(
                        Locale.ROOT, "in Latin-1 that byte is \"%c\": save the file as UTF-8", (char) bad)));
        return Optional.empty();
    }

    private static boolean hasNulSecond(byte[] bytes) {
        return bytes.length > 1 && bytes[1] == 0;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
