package org.altercor.safety.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.altercor.config.Machine;
import org.altercor.config.SourceFile;
import org.altercor.config.load.Checked;
import org.altercor.config.load.MachineFiles;

/// Payloads of records of type [RecordType#CONFIGURATION]: the files that a machine was read from, whole, so that the
/// same machine can be read again when they are gone or changed; and the machine in words.
///
/// ```
/// altercor-configuration/1
/// sha256=…                     of all bytes behind this line
/// read-on=2026-05-01           the day: calibrations expire
/// files=7
/// file machine 2345 shipped/machines/adult-bypass.toml
/// (2345 bytes, and a line feed)
/// file profile 1234 …
/// …
/// machine
/// Machine[name=adult-bypass, …]
/// ```
public final class ConfigurationWords {
    private static final String FIRST = "altercor-configuration/1";
    private static final String HASH = "sha256=";
    private static final String READ_ON = "read-on=";
    private static final String FILES = "files=";

    private ConfigurationWords() {}

    /// A machine in words, with its files.
    public static String of(Machine machine) {
        var text = new StringBuilder(READ_ON).append(machine.readOn()).append('\n');
        text.append(FILES).append(machine.sources().size()).append('\n');
        for (SourceFile source : machine.sources()) {
            int bytes = source.text().getBytes(StandardCharsets.UTF_8).length;
            text.append("file ").append(source.kind()).append(' ').append(bytes).append(' ');
            text.append(source.file()).append('\n').append(source.text()).append('\n');
        }
        text.append("machine\n").append(machine).append('\n');
        return FIRST + '\n' + HASH + hash(text.toString().getBytes(StandardCharsets.UTF_8)) + '\n' + text;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }

    /// Reads the machine again.
    ///
    /// @param payload of the record; left as it is
    /// @return as [MachineFiles#machine] has it: refused where this version would not start it any more
    /// @throws IllegalArgumentException when these are no such words, or not under their own hash
    public static Checked machine(ByteBuffer payload) {
        var reading = new Reading(payload.slice());
        reading.expect(FIRST);
        String hash = reading.after(HASH);
        if (!hash.equals(hash(reading.rest()))) {
            throw new IllegalArgumentException("the configuration is not the one of its hash");
        }
        LocalDate readOn = day(reading.after(READ_ON));
        int count = number(reading.after(FILES));
        List<SourceFile> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String[] words = reading.line().split(" ", 4);
            if (words.length < 4) {
                throw new IllegalArgumentException("a file of the configuration has no name: " + words[0]);
            }
            files.add(new SourceFile(words[3], words[1], reading.text(number(words[2]))));
        }
        return new MachineFiles(readOn).machine(files);
    }

    /// The SHA-256 under which a configuration stands, in hexadecimal. Whether it is its own is for [#machine] to say.
    ///
    /// @param payload of the record; left as it is
    /// @throws IllegalArgumentException when these are no such words
    public static String sha256(ByteBuffer payload) {
        var reading = new Reading(payload.slice());
        reading.expect(FIRST);
        return reading.after(HASH);
    }

    private static LocalDate day(String word) {
        try {
            return LocalDate.parse(word);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no day in the configuration: " + word, e);
        }
    }

    private static int number(String word) {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("no number in the configuration: " + word, e);
        }
    }

    /// Lines and texts out of bytes.
    private record Reading(ByteBuffer from) {
        String line() {
            int start = from.position();
            while (from.hasRemaining()) {
                if (from.get() == '\n') {
                    return text(start, from.position() - 1);
                }
            }
            throw new IllegalArgumentException("the configuration ends early");
        }

        void expect(String words) {
            String found = line();
            if (!found.equals(words)) {
                throw new IllegalArgumentException("a configuration begins with " + words + ", not with " + found);
            }
        }

        String after(String key) {
            String found = line();
            if (!found.startsWith(key)) {
                throw new IllegalArgumentException("a configuration has " + key + " where it has " + found);
            }
            return found.substring(key.length());
        }

        byte[] rest() {
            var bytes = new byte[from.remaining()];
            from.duplicate().get(bytes);
            return bytes;
        }

        /// So many bytes, and the line feed behind them.
        String text(int bytes) {
            if (bytes < 0 || bytes >= from.remaining()) {
                throw new IllegalArgumentException("the configuration ends early");
            }
            int start = from.position();
            from.position(start + bytes + 1);
            return text(start, start + bytes);
        }

        private String text(int start, int end) {
            var bytes = new byte[end - start];
            from.get(start, bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
