package org.altercor.config.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.altercor.config.schema.FileKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Files made to hurt the reader: it answers each, in a small heap, and throws nothing.
class HostileFilesTest {
    private static final long HUNDRED_MEGABYTES = 100_000_000;

    @TempDir
    Path folder;

    @Test
    @Timeout(60)
    void aFileOfAHundredMegabytesIsRefusedUnreadInAHeapOfSixtyFour() throws Exception {
        Path file = folder.resolve("huge.toml");
        try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength(HUNDRED_MEGABYTES);
        }
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean hasEnded = child.waitFor(30, TimeUnit.SECONDS);

        assertThat(hasEnded).isTrue();
        assertThat(said).contains("a file of 100000000 bytes").contains("it was not read");
    }

    /// What the child does: one check.
    static final class Child {
        private Child() {}

        public static void main(String[] args) {
            System.out.println(Broken.told(new MachineFiles(Broken.TODAY).check(args[0])));
        }
    }

    @Test
    void randomlyDamagedFilesNeverThrow() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Path file = folder.resolve("damaged.toml");
        for (FileKind kind : FileKind.values()) {
            byte[] sound = sound(kind);
            for (int round = 0; round < 20; round++) {
                byte[] damaged = sound.clone();
                for (int hits = random.nextInt(1, 6); hits > 0; hits--) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                Files.write(file, damaged);
                assertThat(new MachineFiles(Broken.TODAY).check(file.toString()))
                        .as("seed %d, round %d", seed, round)
                        .isNotNull();
            }
        }
    }

    private byte[] sound(FileKind kind) throws IOException {
        if (kind == FileKind.SCENARIO) { // none is shipped
            Path folderOfSound = Path.of("src/test/resources/sound");
            Files.copy(folderOfSound.resolve("circuit.toml"), folder.resolve("circuit.toml"));
            return Files.readAllBytes(folderOfSound.resolve("scenario.toml"));
        }
        return Shipped.bytes(kind, Shipped.names(kind).getFirst()).orElseThrow();
    }

    @Test
    void aFileOverTheLimitByOneByteIsRefusedAndOneAtTheLimitIsRead() throws IOException {
        Path file = folder.resolve("large.toml");
        String sound = Files.readString(Path.of("profiles/adult-bypass.toml"));
        Files.writeString(
                file, sound + "#".repeat(TextGate.LARGEST_BYTES - sound.getBytes(StandardCharsets.UTF_8).length));
        assertThat(new MachineFiles(Broken.TODAY).check(file.toString())).isInstanceOf(Checked.Part.class);

        Files.writeString(file, Files.readString(file) + "#");
        assertThat(Broken.told(new MachineFiles(Broken.TODAY).check(file.toString())))
                .contains("a file of " + (TextGate.LARGEST_BYTES + 1) + " bytes");
    }

    @Test
    void whatIsNoFileIsSaidToBeNone() {
        MachineFiles files = new MachineFiles(Broken.TODAY);
        Path directory = folder.resolve("directory.toml");
        assertThat(directory.toFile().mkdir()).isTrue();

        assertThat(Broken.told(files.check(directory.toString()))).contains("a directory");
        assertThat(Broken.told(files.check(folder.resolve("nothing.toml").toString())))
                .contains("no such file");
        assertThat(Broken.told(files.check("nul\0.toml"))).contains("no path at all");
        assertThat(Broken.told(files.check("adult-bypas"))).contains("did you mean adult-bypass?");
        assertThat(Broken.told(files.machine("/dev/null/x.toml"))).contains("found:");
    }

    @Test
    void aPipeIsRefusedUnread() throws Exception {
        Path pipe = folder.resolve("pipe.toml");
        Process mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assertThat(mkfifo.waitFor()).isZero();

        assertThat(Broken.told(new MachineFiles(Broken.TODAY).check(pipe.toString())))
                .contains("a device, a pipe or a socket");
    }

    @Test
    void onlyTheFirstHundredProblemsAreToldAndTheRestIsCounted() throws IOException {
        Path file = folder.resolve("many.toml");
        StringBuilder text = new StringBuilder(Files.readString(Path.of("profiles/adult-bypass.toml")));
        for (int i = 0; i < 500; i++) {
            text.append("key-").append(i).append(" = 1\n");
        }
        Files.writeString(file, text);
        String told = Broken.told(new MachineFiles(Broken.TODAY).check(file.toString()));

        assertThat(told).contains("400 more problems than are listed here").endsWith("101 problems; nothing starts.\n");
    }
}
