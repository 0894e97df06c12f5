package org.altercor.bench.line;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.altercor.config.rig.Parity;
import org.altercor.config.rig.SerialSettings;

/// A script in a process of its own that obeys one command a line and answers each with one line.
///
/// It is called with the port, its settings and the slave's address, and says `ready` first. Owner: one thread.
final class PythonPeer implements AutoCloseable {
    /// Debian's own Python, which has `python3-pymodbus`; another one on the path may not.
    private static final String PYTHON = "/usr/bin/python3";

    /// Our own judgement: loading a library takes a second, and many on a busy machine.
    private static final int LONGEST_PROBE_SECONDS = 120;

    private final Path script;
    private final Process process;
    private final BufferedReader answers;
    private final Writer orders;

    /// Starts a script of this package.
    ///
    /// @throws IOException with what the script said when it does not start
    PythonPeer(String resourceName, String port, SerialSettings settings, int slave) throws IOException {
        script = Files.createTempFile(resourceName, ".py");
        try (InputStream resource = PythonPeer.class.getResourceAsStream(resourceName)) {
            Files.write(script, Objects.requireNonNull(resource, resourceName).readAllBytes());
        }
        process = new ProcessBuilder(
                        PYTHON,
                        script.toString(),
                        port,
                        Integer.toString(settings.baud()),
                        letter(settings.parity()),
                        Integer.toString(settings.stopBits()),
                        Integer.toString(slave))
                .redirectErrorStream(true)
                .start();
        answers = process.inputReader(StandardCharsets.UTF_8);
        orders = process.outputWriter(StandardCharsets.UTF_8);
        List<String> said = new ArrayList<>();
        String line = answers.readLine();
        while (line != null && !"ready".equals(line)) {
            said.add(line);
            line = answers.readLine();
        }
        if (line == null) {
            close();
            throw new IOException(resourceName + " did not start: " + String.join("; ", said));
        }
    }

    /// Whether this machine can run a script that begins with `imports`.
    static boolean canRun(String imports) {
        try {
            Process probe = new ProcessBuilder(PYTHON, "-c", imports)
                    .redirectErrorStream(true)
                    .start();
            try {
                return probe.waitFor(LONGEST_PROBE_SECONDS, TimeUnit.SECONDS) && probe.exitValue() == 0;
            } finally {
                probe.destroyForcibly();
            }
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String letter(Parity parity) {
        return switch (parity) {
            case NONE -> "N";
            case EVEN -> "E";
            case ODD -> "O";
        };
    }

    /// Gives one of the script's commands and waits for its answer.
    String tell(String order) {
        try {
            orders.write(order + "\n");
            orders.flush();
            return answers.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException("the peer is gone", e);
        }
    }

    /// Stops the script, by its own process.
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
            Files.deleteIfExists(script);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
