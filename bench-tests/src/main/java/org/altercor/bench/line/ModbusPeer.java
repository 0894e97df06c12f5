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
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.altercor.config.rig.Parity;
import org.altercor.config.rig.SerialSettings;

/// A Modbus drive that shares no code with ours: pymodbus in a process of its own (`modbus_drive.py`).
public final class ModbusPeer implements AutoCloseable {
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

    private ModbusPeer(Path script, Process process) {
        this.script = script;
        this.process = process;
        orders = process.outputWriter(StandardCharsets.UTF_8);
        Thread.ofPlatform().daemon().name("modbus-peer-answers").start(this::listen);
    }

    /// Starts the peer on a port and waits until it has opened it.
    ///
    /// @throws IOException with what the peer said when it does not start; nothing is left of it then
    public static ModbusPeer start(String port, SerialSettings settings, int slave) throws IOException {
        Path script = Files.createTempFile("modbus_drive", ".py");
        ModbusPeer peer;
        try {
            peer = new ModbusPeer(script, launch(script, port, settings, slave));
        } catch (IOException | RuntimeException e) {
            Files.delete(script);
            throw e;
        }
        try {
            String first = peer.answer(LONGEST_PROBE_SECONDS);
            if (!"ready".equals(first)) {
                throw new IOException("the Modbus peer did not start: " + first);
            }
        } catch (IOException e) {
            peer.close();
            throw e;
        }
        return peer;
    }

    private static Process launch(Path script, String port, SerialSettings settings, int slave) throws IOException {
        try (InputStream resource = ModbusPeer.class.getResourceAsStream("modbus_drive.py")) {
            Files.write(
                    script, Objects.requireNonNull(resource, "modbus_drive.py").readAllBytes());
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
                throw new IOException("the Modbus peer said nothing for %d s".formatted(atMostSeconds));
            }
            return next.orElseThrow(() -> new IOException("the Modbus peer has ended"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the Modbus peer was to answer");
        }
    }

    /// Whether this machine can run the peer.
    public static boolean isInstalled() {
        try {
            Process probe = new ProcessBuilder(PYTHON, "-c", "from pymodbus.server import StartSerialServer")
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
    public String tell(String order) {
        try {
            orders.write(order + "\n");
            orders.flush();
            return answer(LONGEST_ANSWER_SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException("the Modbus peer is gone", e);
        }
    }

    /// Value of a register, raw.
    public int register(int address) {
        return Integer.parseInt(tell("get " + address));
    }

    /// Bytes of requests that the peer has taken from its line and dealt with, or thrown away.
    public int takenBytes() {
        return Integer.parseInt(tell("taken"));
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
