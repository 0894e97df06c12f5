package org.altercor.bench.line;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.altercor.config.rig.Parity;
import org.altercor.config.rig.SerialSettings;

/// A script of this package in a process of its own, that obeys one command a line and answers each with one line.
///
/// It is called with the port, its settings and the slave's address, and says `ready` first. Owner: one thread.
final class PythonPeer implements AutoCloseable {
    /// Debian's own Python, which has `python3-pymodbus`; another one on the path may not.
    private static final String PYTHON = "/usr/bin/python3";

    /// Our own judgement: loading the server takes a second, and many on a busy machine.
    private static final int LONGEST_PROBE_SECONDS = 120;

    /// Our own judgement: an order is carried out within milliseconds, and a busy machine may be late.
    private static final int LONGEST_ANSWER_SECONDS = 60;

    private final Path script;
    private final Process process;
    private final Writer orders;
    private final BlockingQueue<Optional<String>> answers = new LinkedBlockingQueue<>(); // empty: no more will come

    private PythonPeer(Path script, Process process) {
        this.script = script;
        this.process = process;
        orders = process.outputWriter(StandardCharsets.UTF_8);
        Thread.ofPlatform().daemon().name("peer-answers").start(this::listen);
    }

    /// Starts the peer on a port and waits until it has opened it.
    ///
    /// @throws IOException with what the peer said when it does not start; nothing is left of it then
    static PythonPeer start(String resourceName, String port, SerialSettings settings, int slave) throws IOException {
        Path script = Files.createTempFile(resourceName, ".py");
        PythonPeer peer;
        try {
            peer = new PythonPeer(script, launch(script, resourceName, port, settings, slave));
        } catch (IOException | RuntimeException e) {
            Files.delete(script);
            throw e;
        }
        try {
            String first = peer.answer(LONGEST_PROBE_SECONDS);
            if (!"ready".equals(first)) {
                throw new IOException(resourceName + " did not start: " + first);
            }
        } catch (IOException e) {
            peer.close();
            throw e;
        }
        return peer;
    }

    private static Process launch(Path script, String resourceName, String port, SerialSettings settings, int slave)
            throws IOException {
        try (InputStream resource = PythonPeer.class.getResourceAsStream(resourceName)) {
            Files.write(script, Objects.requireNonNull(resource, resourceName).readAllBytes());
        }
        return new ProcessBuilder(
                        PYTHON,
                        script.toString(),
                        port,
                        Integer.toString(settings.baud()),
                        letter(settings.parity()),
                        Integer.toString(settings.stopBits()),
                        Integer.toString(slave))
                .redirectErrorStream(true)
                .start();
    }

    /// Takes what the peer says off its pipe, so that whoever waits for it can give up.
    private void listen() {
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            said.lines().forEach(line -> answers.add(Optional.of(line)));
        } catch (IOException | UncheckedIOException closed) {
            // told as the end
        }
        answers.add(Optional.empty());
    }

    private String answer(int atMostSeconds) throws IOException {
        try {
            Optional<String> next = answers.poll(atMostSeconds, TimeUnit.SECONDS);
            if (next == null) {
                throw new IOException(String.format(Locale.ROOT, "the peer said nothing for %d s", atMostSeconds));
            }
            return next.orElseThrow(() -> new IOException("the peer has ended"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the peer was to answer");
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
    ///
    /// @throws UncheckedIOException when the peer has ended, or does not answer within a minute
    String tell(String order) {
        try {
            orders.write(order + "\n");
            orders.flush();
            return answer(LONGEST_ANSWER_SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException("the peer is gone", e);
        }
    }

    /// Stops the peer, by its own process.
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
