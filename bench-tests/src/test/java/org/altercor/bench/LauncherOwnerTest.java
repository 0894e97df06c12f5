package org.altercor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who builds when root calls the launcher. A Maven that only says who called it stands in for the real one.
///
/// Only root can give a folder away, so that anybody else has nothing to try here, and is told.
class LauncherOwnerTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path tree;

    @BeforeEach
    void aTreeWithALauncherAndAMavenThatSaysWhoCalledIt() throws IOException {
        Files.createDirectories(tree.resolve(".mvn"));
        Files.createDirectories(tree.resolve("bin"));
        Files.copy(ROOT.resolve("altercor"), tree.resolve("altercor"));
        Files.copy(ROOT.resolve(".mvn/jdk.sh"), tree.resolve(".mvn/jdk.sh"));
        Files.writeString(tree.resolve("bin/mvn"), "#!/bin/sh\nid -u > \"$(dirname \"$0\")/../who\"\n");
        for (String path : new String[] {"", "altercor", "bin/mvn", "bin", ".mvn"}) {
            Files.setPosixFilePermissions(tree.resolve(path), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void whatRootBuildsInSomebodysTreeIsBuiltAsThatSomebody() throws Exception {
        if (isRoot()) {
            assertThat(said("chown", "-R", "nobody", tree.toString())).isEmpty();
            launch();
            assertThat(builtBy()).isEqualTo(said("id", "-u", "nobody"));
        }
    }

    @Test
    void whatRootBuildsInItsOwnTreeIsBuiltAsRoot() throws Exception {
        if (isRoot()) {
            launch();
            assertThat(builtBy()).isEqualTo("0");
        }
    }

    @Test
    void inATreeOfNobodyWhoCanBeFoundRootBuildsNothingAndSaysWhatToDo() throws Exception {
        if (isRoot()) {
            assertThat(said("chown", "-R", "54321", tree.toString())).isEmpty();
            assertThat(launch()).contains("Not built as root").contains("54321").contains("./altercor --help");
            assertThat(tree.resolve("who")).doesNotExist();
        }
    }

    private static boolean isRoot() throws Exception {
        boolean isRoot = said("id", "-u").equals("0");
        if (!isRoot) {
            System.out.println("skipped: only root can try what the launcher does for root");
        }
        return isRoot;
    }

    private String builtBy() throws IOException {
        return Files.readString(tree.resolve("who")).strip();
    }

    private String launch() throws Exception {
        var launcher = new ProcessBuilder(tree.resolve("altercor").toString(), "check", "adult-bypass");
        launcher.environment().merge("PATH", tree.resolve("bin") + ":", (path, ours) -> ours + path);
        return said(launcher);
    }

    private static String said(String... words) throws Exception {
        return said(new ProcessBuilder(words));
    }

    private static String said(ProcessBuilder program) throws Exception {
        Process process = program.redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return said.strip();
        } finally {
            process.destroyForcibly();
        }
    }
}
