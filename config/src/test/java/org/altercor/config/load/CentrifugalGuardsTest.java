package org.altercor.config.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A centrifugal head that stands is an open pipe: its clamp and its flow probe are asked for on a bench as well.
class CentrifugalGuardsTest {
    @TempDir
    Path folder;

    @Test
    void aCentrifugalArterialPumpWithClampAndProbeIsAccepted() throws IOException {
        assertThat(told(machine(), rig())).isEmpty();
    }

    @Test
    void withoutItsClampItIsRefusedEvenOnABench() throws IOException {
        assertThat(rig()).contains("[bench]");
        assertThat(told(machine(), without(rig(), "output.clamp")))
                .contains(": pump.arterial.head\n    found:   a centrifugal arterial pump without a clamp in the rig");
    }

    @Test
    void withoutItsFlowProbeItIsRefusedEvenOnABench() throws IOException {
        assertThat(told(without(machine(), "sensor.flow-arterial"), without(rig(), "sensor.flow-arterial")))
                .contains(": pump.arterial.role\n    found:   an arterial pump without its flow sensor")
                .endsWith("1 problem; nothing starts.\n");
    }

    private String told(String machine, String rig) throws IOException {
        Path machineFile = folder.resolve("machine.toml");
        Path rigFile = folder.resolve("rig.toml");
        Files.writeString(machineFile, machine);
        Files.writeString(rigFile, rig);
        return Broken.told(new MachineFiles(Broken.TODAY).machine(machineFile.toString(), rigFile.toString()));
    }

    private static String machine() throws IOException {
        return Files.readString(Path.of("machines/adult-bypass-centrifugal.toml"));
    }

    private static String rig() throws IOException {
        return Files.readString(Path.of("rigs/adult-bypass-centrifugal-twin.toml"));
    }

    /// The text without the section whose heading begins so.
    private static String without(String text, String heading) {
        int start = text.indexOf("[" + heading);
        int end = text.indexOf("\n[", start);
        assertThat(start).as(heading).isNotNegative();
        return text.substring(0, start) + (end < 0 ? "" : text.substring(end + 1));
    }
}
