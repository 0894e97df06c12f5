package org.altercor.bench.broker;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.altercor.controller.cli.DemoBroker;
import org.altercor.controller.cli.Main;

/// The demo broker as a child of this process: its heap and its threads are its own, and it ends with us.
public final class ChildBroker implements DemoBroker {
    private static final String MAIN = "org.altercor.controller/" + Main.class.getName();
    private static final long LONGEST_END_SECONDS = 5;

    @Override
    public Running start() throws IOException {
        Process child = new ProcessBuilder(command())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            BufferedReader said = child.inputReader(StandardCharsets.UTF_8);
            String line = said.readLine();
            if (line == null || !line.startsWith(BrokerCommand.LISTENING)) {
                throw new IOException("the demo broker did not start: " + Objects.requireNonNullElse(line, "it ended"));
            }
            return new Child(
                    child,
                    URI.create(line.substring(BrokerCommand.LISTENING.length()).strip()));
        } catch (IOException e) {
            child.destroyForcibly();
            throw e;
        }
    }

    /// This Java and this program once more, from modules or, in tests, from a class path.
    private static List<String> command() {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx64m"));
        words.add("--sun-misc-unsafe-memory-access=allow"); // Netty's buffers
        String modules = System.getProperty("jdk.module.path");
        if (Main.class.getModule().isNamed() && modules != null) {
            words.addAll(List.of("--module-path", modules, "--add-modules", "org.altercor.bench", "-m", MAIN));
        } else {
            words.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        }
        words.addAll(List.of("broker", "--port", "0", "--until-input-ends"));
        return words;
    }

    private record Child(Process process, URI uri) implements Running {
        @Override
        public void close() {
            process.destroy();
            try {
                if (!process.waitFor(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
