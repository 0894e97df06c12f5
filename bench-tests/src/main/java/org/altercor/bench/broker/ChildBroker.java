package org.altercor.bench.broker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.altercor.bench.ThisProgram;
import org.altercor.controller.cli.DemoBroker;

/// The demo broker as a child of this process: its heap and its threads are its own, and it ends with us.
public final class ChildBroker implements DemoBroker {
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

    private static List<String> command() {
        return ThisProgram.command(
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx64m",
                        "--sun-misc-unsafe-memory-access=allow"), // Netty's buffers
                BrokerCommand.class,
                List.of("--port", "0", "--until-input-ends"));
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
