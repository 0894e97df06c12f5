package org.altercor.config.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.altercor.config.rig.SensorWiring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The em-tec BioProTT on the shipped serial bench: it talks unasked, so that its line is its own and set to its rate.
class FlowMeterWiringTest {
    private static final String FLOW_BUS = """

            [bus.flow]
            device = "/dev/serial/by-id/usb-FTDI_FT232R_FLOW-if00-port0"
            baud = 38400
            data-bits = 8
            parity = "none"
            stop-bits = 1
            rs485 = false
            """;

    @TempDir
    Path folder;

    private Checked benchWith(String sensor, String driver, String buses) throws IOException {
        String shipped = Files.readString(Path.of("rigs", "serial-bench.toml"));
        String twin = "[sensor.%s]\ndriver = \"twin\"".formatted(sensor);
        assertThat(shipped).contains(twin);
        Path rig = folder.resolve("rig.toml");
        Files.writeString(rig, shipped.replace(twin, "[sensor.%s]\n%s".formatted(sensor, driver)) + buses);
        return new MachineFiles(LocalDate.of(2026, 11, 23)).machine("serial-bench", rig.toString());
    }

    private static String said(Checked checked) {
        return checked instanceof Checked.Refused refused ? refused.render() : "";
    }

    private static final String METER = "driver = \"bioprott\"\nbus = \"flow\"\nmounting = \"reversed\"";

    @Test
    void aMeterOnALineOfItsOwnIsAccepted() throws IOException {
        Checked checked = benchWith("flow-arterial", METER, FLOW_BUS);
        assertThat(checked)
                .isInstanceOfSatisfying(
                        Checked.Whole.class,
                        whole -> assertThat(whole.machine()
                                        .rig()
                                        .sensor("flow-arterial")
                                        .orElseThrow()
                                        .driver())
                                .isEqualTo(new SensorWiring.Driver.BioProTT("flow", true)));
    }

    @Test
    void aMeterOnTheDrivesBusIsRefused() throws IOException {
        assertThat(said(benchWith("flow-arterial", METER.replace("\"flow\"", "\"arterial\""), "")))
                .contains("sensor.flow-arterial.bus", "which others use", "the meter talks unasked");
    }

    @Test
    void twoMetersOnOneLineAreRefused() throws IOException {
        String second = """

                [sensor.second]
                driver = "bioprott"
                bus = "flow"
                mounting = "forward"
                period-ms = 100
                latency-ms = 220
                """;
        assertThat(said(benchWith("flow-arterial", METER, FLOW_BUS + second))).contains("which others use");
    }

    @Test
    void aLineAtAnotherRateThanTheMetersIsRefused() throws IOException {
        assertThat(said(benchWith("flow-arterial", METER, FLOW_BUS.replace("38400", "9600"))))
                .contains("not set to what the meter speaks", "baud = 38400");
        assertThat(said(benchWith("flow-arterial", METER, FLOW_BUS.replace("none", "even"))))
                .contains("not set to what the meter speaks");
    }

    @Test
    void aMeterThatIsToMeasureSomethingElseIsRefused() throws IOException {
        assertThat(said(benchWith("pressure-line", METER, FLOW_BUS)))
                .contains("a driver that cannot carry pressure\n    allowed: modbus or twin\n");
    }

    @Test
    void aMeterWithoutItsMountingOrOnABusThatIsNotThereIsRefused() throws IOException {
        assertThat(said(benchWith("flow-arterial", "driver = \"bioprott\"\nbus = \"flow\"", FLOW_BUS)))
                .contains("mounting");
        assertThat(said(benchWith("flow-arterial", METER, ""))).contains("the bus flow, which this rig does not have");
    }

    @Test
    void aLatencyShorterThanTheMetersOwnIsRefusedWithItsLine() throws IOException {
        String second = """

                [sensor.second]
                driver = "bioprott"
                bus = "flow"
                mounting = "forward"
                period-ms = 100
                latency-ms = %d
                """;
        assertThat(said(benchWith("flow-arterial", METER, FLOW_BUS + second.formatted(219))))
                .containsPattern("rig\\.toml:\\d+:\\d+: sensor\\.second\\.latency-ms\\s+found:\\s+219")
                .contains("at least 220");
        assertThat(said(benchWith("flow-arterial", METER, FLOW_BUS + second.formatted(220))))
                .doesNotContain("latency-ms");
    }
}
