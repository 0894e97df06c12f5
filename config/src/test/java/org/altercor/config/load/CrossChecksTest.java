package org.altercor.config.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.altercor.config.Machine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Numbers that are each allowed and make no sense together.
class CrossChecksTest {
    private static final Path SOUND = Path.of("src/test/resources/sound");

    @TempDir
    Path folder;

    @Test
    void aBusOnWhichASpeedGrowsTooOldIsRefused() throws IOException {
        String rig = Files.readString(SOUND.resolve("rig.toml"));
        assertThat(rig).contains("baud = 57600");
        Path slow = folder.resolve("rig.toml");
        Files.writeString(slow, rig.replace("baud = 57600", "baud = 2400"));

        assertThat(onRig(slow)).contains("found:   a speed that may be").contains("at most 250 ms for the roles");
        assertThat(onRig(SOUND.resolve("rig.toml"))).isEmpty();
    }

    @Test
    void aFileThatNamesItselfAsAnotherKindIsRefused() throws IOException {
        Path machine = folder.resolve("machine.toml");
        Files.writeString(
                machine,
                Files.readString(SOUND.resolve("machine.toml"))
                        .replace("rig = \"rig.toml\"", "rig = \"machine.toml\""));

        assertThat(Broken.told(new MachineFiles(Broken.TODAY).machine(machine.toString())))
                .contains("which is a machine file\n    allowed: a rig file");
    }

    @Test
    void anAirSensorMayBeNearerToAPumpThatCannotPumpAsMuch() throws IOException {
        assertThat(withAirAt50Cm("max-speed-rpm = 180")).contains("50 cm: at 7.0 L/min air passes them");
        assertThat(withAirAt50Cm("max-speed-rpm = 100")).contains("50 cm: at 4.5 L/min air passes them");
        assertThat(withAirAt50Cm("max-speed-rpm = 80")).isEmpty();
    }

    private String withAirAt50Cm(String arterialSpeed) throws IOException {
        String machine = Files.readString(SOUND.resolve("machine.toml"));
        Path file = folder.resolve("machine.toml");
        Files.writeString(
                file,
                machine.replace("cannula-cm = 180", "cannula-cm = 50")
                        .replace("max-speed-rpm = 180", arterialSpeed)
                        .replace("calibration = \"", "calibration = \"%s/".formatted(SOUND.toAbsolutePath()))
                        .replace("rig.toml", SOUND.toAbsolutePath() + "/rig.toml"));
        return Broken.told(new MachineFiles(Broken.TODAY).machine(file.toString()));
    }

    @Test
    void anAudioPauseLongerThanTheLongestIsRefusedAndOneAsLongIsNot() throws IOException {
        String longest = "longest-audio-pause-s = 120";
        assertThat(profileWith(longest, "longest-audio-pause-s = 30"))
                .contains(": alarms.longest-audio-pause-s\n    found:   30, while audio-pause-s is 60");
        assertThat(profileWith(longest, "longest-audio-pause-s = 60")).isEmpty();
    }

    @Test
    void aReservoirThatIsRegulatedAboveItsAlertIsRefused() throws IOException {
        assertThat(profileWith("alert-ml = 400", "alert-ml = 300"))
                .contains(": level.alert-ml\n    found:   300, while regulate-ml is 400");
    }

    @Test
    void aDriveWithoutAnEnableWordIsRefusedOffTheBenchAndWorthKnowingOnIt() throws IOException {
        String wordless = Files.readString(Path.of("src/test/resources/broken/rigs/joint-vent-without-enable.toml"));
        Path rig = folder.resolve("rig.toml");
        Files.writeString(rig, wordless);
        assertThat(onRig(rig)).contains("found:   a drive without an enable word, off the bench");

        Files.writeString(rig, wordless + "\n[bench]\nbanner = \"BENCH: water\"\n");
        assertThat(machineOn(rig).cautions())
                .anyMatch(caution -> caution.startsWith("vent: its drive has no enable word"))
                .noneMatch(caution -> caution.startsWith("arterial: its drive"));
    }

    @Test
    void aSuckerWithoutAnEnableWordIsWorthKnowingAndNotRefused() throws IOException {
        String machine = Files.readString(SOUND.resolve("machine.toml"));
        Path file = folder.resolve("machine.toml");
        Files.writeString(
                file,
                machine.replace("role = \"vent\"", "role = \"suction\"")
                        .replace("calibration = \"", "calibration = \"%s/".formatted(SOUND.toAbsolutePath()))
                        .replace(
                                "rig.toml",
                                SOUND.resolveSibling("broken/rigs/joint-vent-without-enable.toml")
                                        .toAbsolutePath()
                                        .toString()));

        assertThat(whole(new MachineFiles(Broken.TODAY).machine(file.toString()))
                        .cautions())
                .anyMatch(caution -> caution.startsWith("vent: its drive has no enable word"));
    }

    @Test
    void oneLineOnAChipByLabelAndOnOneByAnUnknownPathIsWorthKnowingAndTwoLinesAreNot() throws IOException {
        String rig = Files.readString(SOUND.resolve("rig.toml"));
        String byLabel = "chip = \"pinctrl-rp1\"\nline = 27";
        assertThat(rig).contains(byLabel);
        Path aliased = folder.resolve("rig.toml");

        Files.writeString(aliased, rig.replace(byLabel, "chip = \"/dev/gpiochip7\"\nline = 17"));
        assertThat(machineOn(aliased).cautions())
                .containsExactly("air and level: line 17 of pinctrl-rp1 and of /dev/gpiochip7 may be one and the same;"
                        + " name both chips by their label");
        Files.writeString(aliased, rig.replace(byLabel, "chip = \"/dev/gpiochip7\"\nline = 27"));
        assertThat(machineOn(aliased).cautions()).isEmpty();
    }

    private static Machine machineOn(Path rig) {
        return whole(new MachineFiles(Broken.TODAY)
                .machine(SOUND.resolve("machine.toml").toString(), rig.toString()));
    }

    private static Machine whole(Checked checked) {
        assertThat(Broken.told(checked)).isEmpty();
        return ((Checked.Whole) checked).machine();
    }

    private static String onRig(Path rig) {
        return Broken.told(new MachineFiles(Broken.TODAY)
                .machine(SOUND.resolve("machine.toml").toString(), rig.toString()));
    }

    private String profileWith(String old, String replacement) throws IOException {
        String profile = Files.readString(Path.of("profiles/adult-bypass.toml"));
        assertThat(profile).contains(old);
        Path file = folder.resolve("profile.toml");
        Files.writeString(file, profile.replace(old, replacement));
        return Broken.told(new MachineFiles(Broken.TODAY).check(file.toString()));
    }
}
