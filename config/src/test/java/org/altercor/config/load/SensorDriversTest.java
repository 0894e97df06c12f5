package org.altercor.config.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which driver can carry which sensor.
class SensorDriversTest {
    private static final Path SOUND = Path.of("src/test/resources/sound");

    @TempDir
    Path folder;

    @Test
    void aDriverThatCannotCarryItsSensorIsAnsweredWithThoseThatCan() throws IOException {
        Path machine = with("machine.toml", """
                [sensor.gas]
                measures = "gas-flow"
                place = "gas-line"

                [sensor.lid]
                measures = "lid"
                place = "pump"
                pumps = ["vent"]
                """);
        Path rig = with("rig.toml", """
                [sensor.gas]
                driver = "gpio"
                period-ms = 100
                latency-ms = 100
                chip = "pinctrl-rp1"
                line = 40
                active = "low"

                [sensor.lid]
                driver = "modbus"
                period-ms = 100
                latency-ms = 100
                bus = "others"
                slave = 7
                response-timeout-ms = 4
                register = 0
                table = "input"
                signed = false
                per-count = 1
                offset = 0
                """);
        for (String calibration : List.of("arterial.toml", "vent.toml", "slow.toml")) {
            Files.copy(SOUND.resolve(calibration), folder.resolve(calibration));
        }

        assertThat(Broken.told(new MachineFiles(Broken.TODAY).machine(machine.toString(), rig.toString())))
                .contains(": sensor.gas.driver\n    found:   a driver that cannot carry gas-flow\n    allowed: twin\n")
                .contains(
                        ": sensor.lid.driver\n    found:   a driver that cannot carry lid\n    allowed: gpio or twin\n")
                .endsWith("2 problems; nothing starts.\n");
    }

    /// A sound file with more sections.
    private Path with(String file, String sections) throws IOException {
        return Files.writeString(folder.resolve(file), Files.readString(SOUND.resolve(file)) + "\n" + sections);
    }
}
