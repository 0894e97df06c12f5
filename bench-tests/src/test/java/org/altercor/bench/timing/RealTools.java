package org.altercor.bench.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/// Which real tools a test may use here. A missing one is told, and is a failure where `CI` is set.
final class RealTools {
    private RealTools() {}

    /// Whether `cyclictest` is installed and may do what it does.
    static boolean mayRunCyclictest() throws IOException, InterruptedException {
        if (Cyclictest.find().isEmpty()) {
            return without("cyclictest is not installed (Debian package rt-tests)");
        }
        Process process = new ProcessBuilder("cyclictest", "--quiet", "--policy=fifo", "--priority=1", "--loops=1")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean works = process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        return works || without("cyclictest may not use real-time priorities here");
    }

    private static boolean without(String reason) {
        assertThat(System.getenv("CI")).as(reason).isNotEqualTo("true");
        System.out.println("skipped: " + reason);
        return false;
    }
}
