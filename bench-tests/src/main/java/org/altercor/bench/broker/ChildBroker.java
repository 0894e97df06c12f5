package org.altercor.bench.broker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.altercor.controller.cli.DemoBroker;

/// The demo broker as a child of this process: its heap and its threads are its own, and it ends with us.
public final class ChildBroker implements DemoBroker {
    private static final String MAIN = BrokerCommand.class.getName();
    private static final long LONGEST_END_SECONDS = 5;

    @Override
    public Running start() throws IOException {
        Process child = new ProcessBuilder(command()).redirectErrorStream(true).start();
        try {
            BufferedReader said = child.inputReader(StandardCharsets.UTF_8);
            URI address = address(said);
            Thread.ofPlatform().daemon().name("broker-output").start(() -> swallow(said));
            return new Child(child, address);
        } catch (IOException e) {
            child.destroyForcibly();
            throw e;
        }
    }

    private static URI address(BufferedReader said) throws IOException {
        List<String> before = new ArrayList<>();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(BrokerCommand.LISTENING)) {
                return URI.create(
                        line.substring(BrokerCommand.LISTENING.length()).strip());
            }
            before.add(line);
        }
        throw new IOException("the demo broker did not start: " + String.join("; ", before));
    }

    /// Whatever else it says is of no use to anybody, and must not fill its pipe.
    private static void swallow(BufferedReader said) {
        try {
            said.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            // it ended
        }
    }

    /// This Java and this program once more, from modules or, in tests, from a class path.
    private static List<String> command() {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx64m"));
        words.add("--sun-misc-unsafe-memory-access=allow"); // Netty's buffers
        String modules = System.getProperty("jdk.module.path");
        if (BrokerCommand.class.getModule().isNamed() && modules != null) {
            words.addAll(List.of(
                    "--module-path",
                    modules,
                    "--add-modules",
                    "org.altercor.bench",
                    "-m",
                    "org.altercor.bench/" + MAIN));
        } else {
            words.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        }
        words.addAll(List.of("--port", "0", "--until-input-ends"));
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
