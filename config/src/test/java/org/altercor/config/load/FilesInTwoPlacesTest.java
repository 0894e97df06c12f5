package org.altercor.config.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One file named where two kinds of file belong: it is read once, and is still of one kind only.
class FilesInTwoPlacesTest {
    private static final Path SOUND = Path.of("src/test/resources/sound");

    @TempDir
    Path folder;

    @BeforeEach
    void aSoundMachineWithAProfileOfItsOwn() throws IOException {
        for (String file : new String[] {"rig.toml", "arterial.toml", "slow.toml", "vent.toml"}) {
            Files.copy(SOUND.resolve(file), folder.resolve(file));
        }
        Files.copy(Path.of("profiles/adult-bypass.toml"), folder.resolve("profile.toml"));
        String machine = Files.readString(SOUND.resolve("machine.toml"));
        Files.writeString(folder.resolve("machine.toml"), machine.replace("\"adult-bypass\"", "\"profile.toml\""));
    }

    @Test
    void withEachFileInItsPlaceTheMachineIsAccepted() throws IOException {
        assertThat(told("profile = \"profile.toml\"")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "rig = \"profile.toml\", 'machine.toml:5:1: rig', a profile file, a rig file",
        "rig = \"machine.toml\", 'machine.toml:5:1: rig', a machine file, a rig file",
        "profile = \"machine.toml\", 'machine.toml:4:1: profile', a machine file, a profile file",
        "calibration = \"profile.toml\", 'machine.toml:14:1: pump.arterial.calibration', a profile file,"
                + " a calibration file",
        "calibration = \"rig.toml\", 'machine.toml:14:1: pump.arterial.calibration', a rig file, a calibration file",
    })
    void aFileThatWasReadAsAnotherKindIsRefusedWhereItIsNamedAgain(
            String line, String spot, String found, String allowed) throws IOException {
        assertThat(told(line)).contains(spot).contains("which is " + found).contains("allowed: " + allowed);
    }

    /// What is told of the machine with its first line for a key replaced.
    private String told(String line) throws IOException {
        String key = line.substring(0, line.indexOf(' '));
        Path machine = folder.resolve("machine.toml");
        String text = Files.readString(machine);
        Files.writeString(machine, text.replaceFirst("(?m)^" + key + " = .*$", line));
        return Broken.told(new MachineFiles(Broken.TODAY).check(machine.toString()));
    }
}
