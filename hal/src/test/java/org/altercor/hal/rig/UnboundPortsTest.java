package org.altercor.hal.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.altercor.config.Machine;
import org.altercor.config.load.Checked;
import org.altercor.config.load.MachineFiles;
import org.altercor.config.load.Shipped;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.line.LineOpener.Opening;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnboundPortsTest {
    private static final MachineFiles FILES = new MachineFiles(LocalDate.of(2026, 11, 23));

    @TempDir
    Path folder;

    @Test
    void everyPortWithoutADriverIsNamedInTheWordsInWhichItIsRefused() throws IOException {
        Machine machine = onRig(serialRig()
                .replace("[sensor.pressure-line]\ndriver = \"twin\"", """
                        [sensor.pressure-line]
                        driver = "modbus"
                        bus = "sensors"
                        slave = 9
                        response-timeout-ms = 4
                        register = 0
                        table = "input"
                        signed = true
                        per-count = 0.1
                        offset = 0""")
                .replace(
                        "[sensor.level]\ndriver = \"twin\"",
                        "[sensor.level]\ndriver = \"gpio\"\nchip = \"pinctrl-rp1\"\nline = 27\nactive = \"low\"")
                .replace(
                        "[output.lamps]\ndoes = \"lamp\"\ndriver = \"twin\"",
                        "[output.lamps]\ndoes = \"lamp\"\ndriver = \"gpio\"\nchip = \"pinctrl-rp1\"\nline = 6\n"
                                + "active = \"high\"")
                .concat("""

                        [bus.sensors]
                        device = "/dev/serial/by-id/usb-FTDI_SENSORS-if00-port0"
                        baud = 57600
                        data-bits = 8
                        parity = "even"
                        stop-bits = 1
                        rs485 = false
                        """));

        List<String> unbound = UnboundPorts.of(machine);
        assertThat(unbound)
                .containsExactly(
                        "sensor level on a GPIO line",
                        "sensor pressure-line on a Modbus register",
                        "output lamps on a GPIO line");
        assertThatThrownBy(() -> RigBinder.bind(
                        machine,
                        new SupervisorBeat(Duration.ofMillis(100)),
                        _ -> () -> new Opening.Refused("no port in this test")))
                .isInstanceOf(UnboundDriverException.class)
                .hasMessage(UnboundPorts.sentence(unbound));
    }

    @Test
    void theShippedSerialBenchHasNone() throws IOException {
        assertThat(UnboundPorts.of(onRig(serialRig()))).isEmpty();
    }

    private Machine onRig(String rig) throws IOException {
        Path file = folder.resolve("rig.toml");
        Files.writeString(file, rig);
        Checked checked = FILES.machine("serial-bench", file.toString());
        assertThat(checked).isInstanceOf(Checked.Whole.class);
        return ((Checked.Whole) checked).machine();
    }

    private static String serialRig() throws IOException {
        try (InputStream in = Shipped.class.getResourceAsStream("/altercor/rigs/serial-bench.toml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
