package org.altercor.hal.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Runs [RealTimeProbe] with and without rights and compares what it says of itself with what the kernel says of
/// it.
class RealTimeRightsTest {
    private static final int NOBODY = 65_534;
    private static final String NATIVE = "--enable-native-access=ALL-UNNAMED";

    /// What the kernel says of one thread.
    private record KernelThread(String name, int policy, int priority) {
        private static final int FIFO = 1;

        boolean isFifo() {
            return policy == FIFO;
        }
    }

    private Path classes;

    @BeforeEach
    void copyTheClassesToWhereAnyUserMayReadThem() throws IOException {
        classes = Files.createTempDirectory("altercor-probe");
        Files.setPosixFilePermissions(classes, PosixFilePermissions.fromString("rwxr-xr-x"));
        copyTree(Path.of("target", "classes"), classes);
        copyTree(Path.of("target", "test-classes"), classes);
    }

    @AfterEach
    void removeTheCopies() throws IOException {
        Files.walkFileTree(classes, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Test
    void withoutRightsTheLoopsRunAndTheBannerSaysNotRealTimeAndWhatToDo() throws Exception {
        List<String> strip = withoutRights();
        if (strip.isEmpty()) {
            return;
        }
        try (Probe probe = Probe.start(strip, classes, NATIVE)) {
            assertThat(probe.line("banner"))
                    .startsWith("NOT REAL-TIME: ")
                    .contains("no real-time priorities (SCHED_FIFO 88: Operation not permitted (errno 1)")
                    .contains("RLIMIT_RTPRIO is 0")
                    .contains("no locked memory (mlockall: ")
                    .contains("no awake cores (/dev/cpu_dma_latency: ")
                    .doesNotContain("no absolute sleep") // that takes no rights
                    .doesNotContain("no short collector pauses");
            assertThat(probe.said("remedy")).hasSize(3).anyMatch(remedy -> remedy.contains("LimitRTPRIO=88"));
            assertThat(probe.said("thread")).containsExactly("supervisor 0", "control 0");
            assertThat(probe.line("sleeper")).isEqualTo("AbsoluteSleeper");

            assertThat(probe.threads()).noneMatch(KernelThread::isFifo);
            assertThat(probe.lockedKilobytes()).isZero();
            assertThat(probe.lastLine()).isEqualTo("stopped []");
        }
    }

    /// Elsewhere the C library has other calls, so that only to look for ours fails. Here it is the virtual machine
    /// that
    /// refuses them.
    @Test
    void onAnotherSystemTheLoopsRunWithoutACallToTheCLibrary() throws Exception {
        try (Probe probe = Probe.start(List.of(), classes, "-Dos.name=Plan 9", "--illegal-native-access=deny")) {
            assertThat(probe.line("banner"))
                    .startsWith("NOT REAL-TIME: ")
                    .contains("real time is for 64-bit Linux; this is Plan 9");
            assertThat(probe.said("thread")).containsExactly("supervisor 0", "control 0");
            assertThat(probe.line("sleeper")).isEqualTo("ParkSleeper");
            assertThat(probe.lastLine()).isEqualTo("stopped []");
        }
    }

    @Test
    void whatTheProbeClaimsIsWhatTheKernelSays() throws Exception {
        try (Probe probe = Probe.start(List.of(), classes, NATIVE)) {
            Map<String, Integer> claimed = new HashMap<>();
            probe.said("thread").forEach(line -> {
                String[] words = line.split(" ", -1);
                claimed.put(words[0], Integer.parseInt(words[1]));
            });
            boolean claimsFifo = !probe.line("banner").contains("no real-time priorities");
            boolean claimsLock = !probe.line("banner").contains("no locked memory");

            List<KernelThread> threads = probe.threads();
            assertThat(threads)
                    .filteredOn(thread -> claimed.containsKey(thread.name()))
                    .hasSize(2)
                    .allSatisfy(thread -> {
                        assertThat(thread.isFifo()).isEqualTo(claimsFifo);
                        assertThat(thread.priority()).isEqualTo(claimed.get(thread.name()));
                    });
            assertThat(claimed)
                    .isEqualTo(
                            claimsFifo
                                    ? Map.of("supervisor", 84, "control", 80)
                                    : Map.of("supervisor", 0, "control", 0));
            assertThat(threads)
                    .filteredOn(thread -> !claimed.containsKey(thread.name()))
                    .as("no other thread has a priority, nor does one that a loop has started")
                    .anyMatch(thread -> thread.name().equals("heir"))
                    .noneMatch(KernelThread::isFifo);
            assertThat(probe.lockedKilobytes() > 0).isEqualTo(claimsLock);
            assertThat(claimsFifo).as("as the system's own tool finds").isEqualTo(mayUseFifo());
        }
    }

    /// The command that takes rights away from what follows; empty, with a printed reason, where there is none.
    private static List<String> withoutRights() throws Exception {
        boolean isRoot = succeeds("sh", "-c", "test $(id -u) = 0");
        List<String> strip = new ArrayList<>(List.of("prlimit", "--rtprio=0:0", "--memlock=65536:65536"));
        if (isRoot) { // who has rights beyond any limit, and may hand high limits on
            strip.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        if (succeeds(Stream.concat(strip.stream(), Stream.of("true")).toArray(String[]::new))) {
            return strip;
        }
        String reason = "cannot take rights away: '" + String.join(" ", strip) + "' (util-linux) is missing or refused";
        assertThat(System.getenv("CI")).as(reason).isNotEqualTo("true");
        System.out.println("skipped: " + reason);
        return List.of();
    }

    /// Whether `chrt`, which shares no code with us, gets what the probe asks for.
    private static boolean mayUseFifo() throws Exception {
        return succeeds("chrt", "-f", "88", "true");
    }

    private static boolean succeeds(String... command) throws Exception {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path source : files.toList()) {
                Path target = to.resolve(from.relativize(source).toString());
                boolean isFolder = Files.isDirectory(source);
                if (!isFolder) {
                    Files.copy(source, target);
                } else if (!Files.exists(target)) {
                    Files.createDirectory(target);
                }
                Files.setPosixFilePermissions(
                        target, PosixFilePermissions.fromString(isFolder ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }

    /// The probe as a process, and the kernel's view of it.
    private record Probe(Process process, BufferedReader output, List<String> lines) implements AutoCloseable {
        static Probe start(List<String> strip, Path classes, String... options) throws IOException {
            List<String> command = new ArrayList<>(strip);
            command.addAll(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseZGC",
                    "-Xms64m",
                    "-Xmx64m"));
            command.addAll(List.of(options));
            command.addAll(List.of("-cp", classes.toString(), RealTimeProbe.class.getName()));
            Process process = new ProcessBuilder(command)
                    .directory(classes.toFile())
                    .redirectErrorStream(true)
                    .start();
            BufferedReader output = process.inputReader();
            List<String> lines = new ArrayList<>();
            Probe probe = new Probe(process, output, lines);
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.equals("ready")) {
                    return probe;
                }
                lines.add(line);
            }
            throw new IOException("the probe ended early: " + lines);
        }

        List<String> said(String topic) {
            return lines.stream()
                    .filter(line -> line.startsWith(topic + " "))
                    .map(line -> line.substring(topic.length() + 1))
                    .toList();
        }

        String line(String topic) {
            assertThat(said(topic)).as("%s", lines).hasSize(1);
            return said(topic).getFirst();
        }

        String lastLine() throws IOException {
            process.getOutputStream().close();
            return output.readLine();
        }

        /// Source: proc(5), `/proc/pid/task/tid/stat`, fields 40 (rt_priority) and 41 (policy); the name, in
        /// brackets, is field 2 and may hold blanks.
        List<KernelThread> threads() throws IOException {
            try (Stream<Path> tasks = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
                List<KernelThread> threads = new ArrayList<>();
                for (Path task : tasks.toList()) {
                    String stat;
                    try {
                        stat = Files.readString(task.resolve("stat"));
                    } catch (IOException _) { // it has ended: compiler threads come and go
                        continue;
                    }
                    String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
                    String[] fromField3 =
                            stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
                    threads.add(new KernelThread(
                            name, Integer.parseInt(fromField3[41 - 3]), Integer.parseInt(fromField3[40 - 3])));
                }
                return threads;
            }
        }

        long lockedKilobytes() throws IOException {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmLck:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
