package org.altercor.bench.telemetry;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.altercor.bench.peer.Peers;

/// Debian's mosquitto on a loopback port of its own, with a configuration of its own, in a folder of the test's. It can
/// be frozen, killed and started again; what it keeps for sessions survives.
final class Mosquitto implements AutoCloseable {
    static final String PROGRAM = "/usr/sbin/mosquitto";

    private final Path folder;
    private final Path settings;
    final int port;
    private Process process;

    /// Writes the configuration; starts nothing.
    Mosquitto(Path folder, String... more) throws IOException {
        this.folder = folder;
        port = freePort();
        settings = folder.resolve("mosquitto.conf");
        List<String> lines = new ArrayList<>(List.of(
                "listener " + port + " 127.0.0.1",
                "allow_anonymous true",
                "persistence true",
                "persistence_location " + folder + '/',
                "max_queued_messages 0",
                "max_inflight_messages 0",
                "log_dest file " + folder.resolve("mosquitto.log")));
        if (System.getProperty("user.name").equals("root")) {
            lines.add("user root"); // otherwise it could not read the folder
        }
        lines.addAll(List.of(more));
        Files.write(settings, lines);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    URI plain() {
        return URI.create("mqtt://127.0.0.1:" + port);
    }

    /// Starts it and waits until it listens.
    void start() throws IOException {
        process = new ProcessBuilder(PROGRAM, "-c", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.log").toFile())
                .start();
        Peers.await("mosquitto listens", this::listens);
    }

    private boolean listens() {
        if (!process.isAlive()) {
            throw new AssertionError("mosquitto ended: " + read("said.log") + read("mosquitto.log"));
        }
        try (var probe = new Socket()) {
            probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    String read(String name) {
        try {
            return Files.exists(folder.resolve(name)) ? Files.readString(folder.resolve(name)) : "";
        } catch (IOException e) {
            return e.toString();
        }
    }

    /// Has it write what it keeps for sessions to its disk.
    void save() throws IOException, InterruptedException {
        Path kept = folder.resolve("mosquitto.db");
        Files.deleteIfExists(kept);
        signal("USR1");
        Peers.await("mosquitto has saved", () -> Files.exists(kept));
    }

    void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("no signal " + name);
        }
    }

    /// Ends it as a power cut does.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /// Ends it in peace: it saves first. It forgets a signal now and then, one that comes while it begins its loop; so
    /// it
    /// is asked again.
    void stop() throws InterruptedException {
        do {
            process.destroy();
        } while (!process.waitFor(2, TimeUnit.SECONDS));
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }
}
