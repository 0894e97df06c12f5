package org.altercor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.altercor.bench.peer.Peers;

/// The packaged program as a process of its own, started by its launcher. What it says goes to a file, so that no pipe
/// of it can fill or keep anybody waiting.
final class Program implements AutoCloseable {
    private static final Path ROOT = Path.of(System.getProperty("altercor.root"));
    private static final int LONGEST_END_SECONDS = 60;

    private final Process process;
    private final Path out;
    private final Path err;

    private Program(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /// Starts it.
    ///
    /// @param folder where it leaves what it says
    static Program start(Path folder, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(ROOT.resolve("altercor").toString()));
        command.addAll(List.of(words));
        Path out = Files.createTempFile(folder, words[0], ".out");
        Path err = Files.createTempFile(folder, words[0], ".err");
        return new Program(
                new ProcessBuilder(command)
                        .directory(ROOT.toFile())
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start(),
                out,
                err);
    }

    String said() {
        return read(out);
    }

    String complained() {
        return read(err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits until it has said something like this.
    MatchResult awaitWords(String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        Peers.await("it says " + pattern, () -> {
            assertThat(process.isAlive() || wanted.matcher(said()).find())
                    .as("it ended, having said: " + said() + complained())
                    .isTrue();
            return wanted.matcher(said()).find();
        });
        return wanted.matcher(said()).results().findFirst().orElseThrow();
    }

    /// Processes that it has started and that are alive.
    List<ProcessHandle> children() {
        return process.toHandle().descendants().toList();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Ends it without asking: SIGKILL.
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /// Asks it to end: SIGTERM.
    void terminate() {
        process.toHandle().destroy();
    }

    /// Waits for its end.
    ///
    /// @return its exit code
    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(LONGEST_END_SECONDS, TimeUnit.SECONDS))
                .as("it ends; it said: " + said() + complained())
                .isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        kill();
    }
}
