package org.altercor.hal.realtime;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.management.JMException;
import javax.management.ObjectName;

/// Watches how long this JVM's threads take to come to a halt when the JVM asks, from [#open] to [#close].
///
/// Safepoints are all the JVM's doing that a real-time thread cannot outrank. The JVM writes each one to a
/// temporary file of ours, after its threads run again, so that watching does not lengthen what is watched.
public final class SafepointWatch implements AutoCloseable {
    private final Path folder;
    private final Path log;

    private SafepointWatch(Path folder) {
        this.folder = folder;
        this.log = folder.resolve("safepoints.log");
    }

    /// Begins to watch.
    ///
    /// @throws IOException           when there is no room for the log
    /// @throws IllegalStateException when this JVM cannot be asked
    public static SafepointWatch open() throws IOException {
        SafepointWatch watch = new SafepointWatch(Files.createTempDirectory("altercor-safepoints"));
        try {
            watch.command("what=safepoint=info", "decorators=uptime", "output_options=filecount=0");
            if (!Files.exists(watch.log)) {
                throw new IllegalStateException("the JVM was asked to log safepoints and opened no file");
            }
            return watch;
        } catch (IllegalStateException e) {
            Files.deleteIfExists(watch.log);
            Files.delete(watch.folder);
            throw e;
        }
    }

    /// What was seen since [#open].
    public SafepointLog.Summary summary() throws IOException {
        return SafepointLog.summarise(SafepointLog.parse(Files.readAllLines(log)));
    }

    /// Ends the watch and removes its file.
    @Override
    public void close() throws IOException {
        command("what=all=off"); // an output that logs nothing is closed by the JVM
        Files.deleteIfExists(log);
        Files.deleteIfExists(folder);
    }

    private void command(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "output=file=" + log;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        try {
            Object answer = ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "vmLog",
                            new Object[] {all},
                            new String[] {String[].class.getName()});
            if (answer instanceof String text && !text.isBlank()) {
                throw new IllegalStateException("the JVM refused " + List.of(all) + ": " + text.strip());
            }
        } catch (JMException e) {
            throw new IllegalStateException("the JVM cannot be asked to log safepoints", e);
        }
    }
}
