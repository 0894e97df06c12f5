package org.altercor.bench.timing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The C tool `cyclictest` (Debian package `rt-tests`): measures the wake-up latency that this machine and kernel
/// give to a program that does nothing else.
///
/// @param program the executable
public record Cyclictest(Path program) {
    /// What became of one block.
    sealed interface Outcome {
        record Measured(CyclictestOutput output) implements Outcome {}

        record Failed(String why) implements Outcome {}
    }

    /// Latencies up to here are told apart, in nanoseconds: the most the tool can do.
    private static final long HISTOGRAM_NANOS = 1_000_000;

    /// How much longer than its block the tool may take to start and to end. Our own judgement.
    private static final long GRACE_MILLIS = 20_000;

    public Cyclictest {
        Objects.requireNonNull(program, "program");
    }

    /// The tool, when it is installed.
    public static Optional<Cyclictest> find() {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "cyclictest"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Cyclictest::new);
    }

    /// Arguments: locked memory, absolute deadlines (the tool's own default), nanoseconds, a number of cycles.
    ///
    /// @param fifoPriority of all threads; 0 for ordinary threads
    List<String> arguments(int threads, int fifoPriority, long periodNanos, long cycles, Path result) {
        Stream<String> scheduling = fifoPriority > 0
                ? Stream.of("--policy=fifo", "--priority=" + fifoPriority)
                : Stream.of("--policy=other", "--priority=0");
        Stream<String> measuring = Stream.of(
                "--quiet",
                "--mlockall",
                "--nsecs",
                "--threads=" + threads,
                "--interval=" + TimeUnit.NANOSECONDS.toMicros(periodNanos),
                "--loops=" + cycles,
                "--histogram=" + HISTOGRAM_NANOS,
                "--histfile=/dev/null", // as text it would be a line per nanosecond; --json has what is not zero
                "--json=" + result);
        return Stream.concat(scheduling, measuring).toList();
    }

    /// Runs one block.
    Outcome measure(int threads, int fifoPriority, long periodNanos, long blockNanos)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("altercor-cyclictest");
        Path result = folder.resolve("result.json");
        Path said = folder.resolve("output.txt");
        try {
            long cycles = Math.max(1, blockNanos / periodNanos);
            List<String> arguments = arguments(threads, fifoPriority, periodNanos, cycles, result);
            Process process = new ProcessBuilder(Stream.concat(Stream.of(program.toString()), arguments.stream())
                            .toList())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            return outcome(process, blockNanos, result, said);
        } finally {
            Files.deleteIfExists(result);
            Files.deleteIfExists(said);
            Files.delete(folder);
        }
    }

    private static Outcome outcome(Process process, long blockNanos, Path result, Path said)
            throws IOException, InterruptedException {
        try {
            if (!process.waitFor(TimeUnit.NANOSECONDS.toMillis(blockNanos) + GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
                return new Outcome.Failed("it did not end");
            }
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0 || !Files.exists(result)) {
            String text = Files.readString(said).strip().replaceAll("\\s*\\R\\s*", " ");
            return new Outcome.Failed("it ended with code " + process.exitValue() + ": " + text);
        }
        try {
            return new Outcome.Measured(CyclictestOutput.parse(Files.readString(result)));
        } catch (IllegalArgumentException e) {
            return new Outcome.Failed(Objects.requireNonNullElse(e.getMessage(), e.toString()));
        }
    }
}
