package org.altercor.config.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.altercor.config.Machine;
import org.altercor.config.SourceFile;
import org.altercor.config.report.CheckReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A machine on the twin, beside the circuit that the twin simulates.
class TwinChecksTest {
    @TempDir
    Path folder;

    @Test
    void aMachineOnTheTwinCarriesItsCircuitAndOneOnHardwareCarriesNone() {
        Machine twin = whole(files().machine("adult-bypass"));

        assertThat(twin.circuit().orElseThrow().name()).isEqualTo("adult-bypass");
        assertThat(twin.sources()).extracting(SourceFile::file).contains("shipped/circuits/adult-bypass.toml");
        assertThat(CheckReport.of(twin)).contains("- circuit: adult-bypass, on the twin");
        assertThat(whole(files().machine("src/test/resources/sound/machine.toml"))
                        .circuit())
                .isEmpty();
    }

    @Test
    void aRigOfTheTwinWithoutACircuitIsRefusedAloneAsWellAndOneWithoutATwinIsNot() throws IOException {
        Path rig = folder.resolve("rig.toml");
        Files.writeString(
                rig,
                Files.readString(Path.of("rigs/adult-bypass-twin.toml")).replace("circuit = \"adult-bypass\"\n", ""));

        assertThat(Broken.told(files().check(rig.toString()))).contains("ports of the twin, and no circuit");
        assertThat(Broken.told(files().check("src/test/resources/sound/rig.toml")))
                .isEmpty();
    }

    @Test
    void oneOutputOfTheTwinNeedsACircuitToo() throws IOException {
        String rig = Files.readString(Path.of("src/test/resources/sound/rig.toml"));
        String wired =
                "driver = \"gpio\"\nunpowered = \"sounding\"\nchip = \"pinctrl-rp1\"\nline = 6\nactive = \"low\"\n";
        assertThat(rig).contains(wired);
        Path simulated = folder.resolve("rig.toml");
        Files.writeString(simulated, rig.replace(wired, "driver = \"twin\"\nunpowered = \"sounding\"\n"));

        assertThat(Broken.told(files().check(simulated.toString()))).contains("ports of the twin, and no circuit");
    }

    @Test
    void withoutAPlaceOfTheCircuitTheSensorThatMeasuresThereIsRefused() throws IOException {
        String text = Files.readString(Path.of("circuits/adult-bypass.toml"));
        List<String> places =
                text.lines().filter(line -> line.startsWith("place = ")).toList();
        assertThat(places).hasSize(10);

        int from = 0;
        int notMeasured = 0;
        for (String place : places) {
            int at = text.indexOf(place, from);
            String without = text.substring(0, at) + text.substring(at + place.length());
            String told = Broken.told(withCircuit("adult-bypass", without));
            if (text.startsWith("[part.venous-line]", text.lastIndexOf("\n[", at) + 1)) {
                assertThat(told).isEmpty(); // no sensor of this machine measures in the venous tube itself
                notMeasured++;
            } else {
                assertThat(told)
                        .as("without %s at %d", place, at)
                        .contains("sensor of the twin, and in circuit adult-bypass nothing at "
                                + place.replaceAll("place = |\"", ""));
            }
            from = at + place.length();
        }
        assertThat(notMeasured).isEqualTo(1);
        assertThat(Broken.told(withCircuit("adult-bypass", text))).isEmpty();
    }

    @Test
    void aLevelIsMeasuredInAReservoirAndNotInAJunction() throws IOException {
        String told = Broken.told(withCircuit(
                "adult-bypass",
                replaced(
                        "adult-bypass",
                        "type = \"reservoir\"\nplace = \"reservoir\"\n",
                        "type = \"tank\"\nplace = \"reservoir\"\n",
                        "volume-ml = 700\n",
                        "")));

        assertThat(told)
                .contains(
                        "a level sensor of the twin, and in circuit adult-bypass nothing at reservoir",
                        "a part with place = \"reservoir\" that is a reservoir")
                .doesNotContain("a pressure sensor of the twin");
    }

    @Test
    void theClampOfTheTwinNeedsALineItCanClose() throws IOException {
        String tube = "type = \"tube\"\nplace = \"arterial-line\"";
        String told = Broken.told(withCircuit(
                "adult-bypass-centrifugal",
                replaced(
                        "adult-bypass-centrifugal",
                        tube,
                        "type = \"valve\"\nplace = \"arterial-line\"",
                        "bore-mm = 9.525\nlength-cm = 180\nvelocity-heads = 2\n",
                        "")));

        assertThat(told)
                .contains("a clamp of the twin, and in circuit adult-bypass-centrifugal nothing at arterial-line")
                .contains("closed-percent");
        assertThat(Broken.told(files().machine("adult-bypass-centrifugal"))).isEmpty();
    }

    @Test
    void aCalibrationThatTheTwinContradictsIsWorthKnowingAndALittleDifferenceIsNot() throws IOException {
        String stroke = "stroke-volume-ml-per-rev = 45\n";

        assertThat(cautions(stroke, "stroke-volume-ml-per-rev = 40\n"))
                .contains("arterial: its calibration says 45.0 mL/rev, and the head of the twin displaces 40.0: flow is"
                        + " shown 13 % too high");
        assertThat(cautions(stroke, "stroke-volume-ml-per-rev = 52\n"))
                .anyMatch(caution -> caution.endsWith("flow is shown 13 % too low"));
        assertThat(cautions(stroke, "stroke-volume-ml-per-rev = 42\n")).isEmpty();
    }

    @Test
    void theFingerprintIsThatOfTheCircuitToo() throws IOException {
        String text = Files.readString(Path.of("circuits/adult-bypass.toml"));
        String one = whole(withCircuit("adult-bypass", text)).fingerprint();
        String same = whole(withCircuit("adult-bypass", text)).fingerprint();
        String other = whole(withCircuit("adult-bypass", replaced("adult-bypass", "length-cm = 60", "length-cm = 61")))
                .fingerprint();

        assertThat(same).isEqualTo(one);
        assertThat(other).isNotEqualTo(one);
    }

    private List<String> cautions(String old, String replacement) throws IOException {
        return whole(withCircuit("adult-bypass", replaced("adult-bypass", old, replacement)))
                .cautions();
    }

    /// The text of a shipped circuit with pairs of texts, old and new, replaced once each.
    private static String replaced(String circuit, String... pairs) throws IOException {
        String text = Files.readString(Path.of("circuits/" + circuit + ".toml"));
        for (int i = 0; i < pairs.length; i += 2) {
            assertThat(text).contains(pairs[i]);
            int at = text.indexOf(pairs[i]);
            text = text.substring(0, at) + pairs[i + 1] + text.substring(at + pairs[i].length());
        }
        return text;
    }

    /// A shipped machine on its rig, with a circuit of our own beside it.
    private Checked withCircuit(String machine, String circuit) throws IOException {
        Files.writeString(folder.resolve("circuit.toml"), circuit);
        Path rig = folder.resolve("rig.toml");
        Files.writeString(
                rig,
                Files.readString(Path.of("rigs/" + machine + "-twin.toml"))
                        .replace("circuit = \"" + machine + "\"", "circuit = \"circuit.toml\""));
        return files().machine(machine, rig.toString());
    }

    private static MachineFiles files() {
        return new MachineFiles(Broken.TODAY);
    }

    private static Machine whole(Checked checked) {
        assertThat(Broken.told(checked)).isEmpty();
        return ((Checked.Whole) checked).machine();
    }
}
