package org.altercor.bench.line;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.altercor.config.rig.Parity;
import org.altercor.config.rig.SerialSettings;

/// A Modbus drive that shares no code with ours: pymodbus in a process of its own (`modbus_drive.py`).
public final class ModbusPeer implements AutoCloseable {
    /// Debian's own Python, which has `python3-pymodbus`; another one on the path may not.
    private static final String PYTHON = "/usr/bin/python3";

    /// Our own judgement: loading the server takes a second, and many on a busy machine.
    private static final int LONGEST_PROBE_SECONDS = 120;

    private final Path script;
    private final Process process;
    private final BufferedReader answers;
    private final Writer orders;

    /// Starts the peer on a port.
    ///
    /// @throws IOException with what the peer said when it does not start
    public ModbusPeer(String port, SerialSettings settings, int slave) throws IOException {
        script = Files.createTempFile("modbus_drive", ".py");
        try (InputStream resource = ModbusPeer.class.getResourceAsStream("modbus_drive.py")) {
            Files.write(
                    script,
                    java.util.Objects.requireNonNull(resource, "modbus_drive.py")
                            .readAllBytes());
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
        String first = answers.readLine();
        if (!"ready".equals(first)) {
            close();
            throw new IOException("the Modbus peer did not start: " + first);
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
    public String tell(String order) {
        try {
            orders.write(order + "\n");
            orders.flush();
            return answers.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException("the Modbus peer is gone", e);
        }
    }

    /// Value of a register, raw.
    public int register(int address) {
        return Integer.parseInt(tell("get " + address));
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
