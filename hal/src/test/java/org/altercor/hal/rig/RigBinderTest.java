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
import java.util.ArrayList;
import java.util.List;
import org.altercor.config.Machine;
import org.altercor.config.Pump;
import org.altercor.config.Sensor;
import org.altercor.config.load.Checked;
import org.altercor.config.load.MachineFiles;
import org.altercor.config.load.Shipped;
import org.altercor.config.rig.Output;
import org.altercor.config.rig.OutputKind;
import org.altercor.config.rig.SerialSettings;
import org.altercor.config.schema.FileKind;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.line.LineOpener.Opening;
import org.altercor.hal.port.SwitchReading;
import org.altercor.hal.time.DeterministicExecutor;
import org.altercor.hal.time.ThreadRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RigBinderTest {
    private static final MachineFiles FILES = new MachineFiles(LocalDate.of(2026, 11, 23));

    private final SupervisorBeat beat = new SupervisorBeat(Duration.ofMillis(100));

    @TempDir
    Path folder;

    static List<String> shippedMachines() {
        return Shipped.names(FileKind.MACHINE);
    }

    @ParameterizedTest
    @MethodSource("shippedMachines")
    void everyPumpAndSensorOfAShippedMachineHasAPortUnderItsName(String name) throws UnboundDriverException {
        Machine machine = whole(FILES.machine(name));
        Rig rig = RigBinder.bind(machine, beat, _ -> () -> new Opening.Refused("no port in this test"));

        assertThat(rig.pumps())
                .extracting(PumpPorts::name)
                .containsExactlyElementsOf(
                        machine.pumps().stream().map(Pump::name).toList());
        var bound = new ArrayList<String>();
        SensorPorts ports = rig.sensors();
        bound.addAll(ports.air().keySet());
        bound.addAll(ports.level().keySet());
        bound.addAll(ports.pressure().keySet());
        bound.addAll(ports.flow().keySet());
        bound.addAll(ports.temperature().keySet());
        bound.addAll(ports.gas().keySet());
        bound.addAll(ports.blood().keySet());
        bound.addAll(ports.tachometers().keySet());
        bound.addAll(ports.lids().keySet());
        bound.addAll(ports.knobs().keySet());
        bound.addAll(ports.emergencyStops().keySet());
        bound.addAll(ports.power().keySet());
        assertThat(bound)
                .containsExactlyInAnyOrderElementsOf(
                        machine.sensors().stream().map(Sensor::name).toList());
    }

    @ParameterizedTest
    @MethodSource("shippedMachines")
    void everyOutputOfAShippedMachineHasAPortUnderItsNameInTheOrderOfItsRig(String name) throws UnboundDriverException {
        Machine machine = whole(FILES.machine(name));
        Rig rig = RigBinder.bind(machine, beat, _ -> () -> new Opening.Refused("no port in this test"));
        OutputPorts ports = rig.outputs();

        assertThat(ports.clamps().keySet()).containsExactlyElementsOf(named(machine, OutputKind.CLAMP));
        assertThat(ports.runPulses().keySet()).containsExactlyElementsOf(named(machine, OutputKind.RUN_PULSES));
        assertThat(ports.safeTorqueOffs().keySet()).containsExactlyElementsOf(named(machine, OutputKind.STO));

        var executor = new DeterministicExecutor(1);
        rig.scheduleOn(executor);
        executor.runFor(1_000_000_000L);
        var heard = new SwitchReading();
        ports.annunciator().readHeard(heard);
        assertThat(heard.isKnownActive(executor.nanoTime(), 2_000_000))
                .as("nobody keeps the buzzer quiet")
                .isTrue();
    }

    private static List<String> named(Machine machine, OutputKind kind) {
        return machine.rig().outputs().stream()
                .filter(output -> output.kind() == kind)
                .map(Output::name)
                .toList();
    }

    @Test
    void anOutputOnAGpioLineIsRefusedByName() throws IOException {
        Path rigFile = folder.resolve("gpio-buzzer.toml");
        Files.writeString(
                rigFile,
                shippedSerialRig()
                        .replace(
                                "does = \"buzzer\"\ndriver = \"twin\"",
                                "does = \"buzzer\"\ndriver = \"gpio\"\nchip = \"pinctrl-rp1\"\nline = 6\nactive = \"low\""));
        Machine machine = whole(FILES.machine("serial-bench", rigFile.toString()));
        assertThatThrownBy(() -> RigBinder.bind(machine, beat, _ -> () -> new Opening.Refused("never")))
                .isInstanceOf(UnboundDriverException.class)
                .hasMessageContaining("output buzzer on a GPIO line");
    }

    @Test
    void anAllTwinRigOpensNoSerialPort() throws UnboundDriverException {
        var asked = new ArrayList<SerialSettings>();
        Rig rig = RigBinder.bind(whole(FILES.machine("adult-bypass")), beat, settings -> {
            asked.add(settings);
            return () -> new Opening.Refused("never");
        });
        assertThat(asked).isEmpty();
        assertThat(rig.tasks()).extracting(Rig.Task::role).containsExactly(ThreadRole.PULSES, ThreadRole.TWIN);
    }

    @Test
    void aSerialRigHasABusTaskForEachBusAndOpensItsPortOnlyWhenItRuns() throws UnboundDriverException {
        var openings = new ArrayList<String>();
        Rig rig = RigBinder.bind(whole(FILES.machine("serial-bench")), beat, settings -> () -> {
            openings.add(settings.device());
            return new Opening.Refused("no port in this test");
        });
        assertThat(rig.tasks()).extracting(Rig.Task::role).containsExactly(ThreadRole.DRIVE_BUS, ThreadRole.TWIN);
        assertThat(openings).isEmpty();

        var executor = new DeterministicExecutor(1);
        rig.scheduleOn(executor);
        executor.runFor(10_000_000);
        assertThat(openings).isNotEmpty().allMatch(device -> device.contains("/dev/serial/by-id/"));
    }

    @Test
    void aDriverThisVersionDoesNotHaveIsRefusedByNameBeforeAnythingIsOpened() throws IOException {
        Path rigFile = folder.resolve("gpio.toml");
        Files.writeString(
                rigFile,
                shippedSerialRig()
                        .replace(
                                "[sensor.emergency-stop]\ndriver = \"twin\"",
                                "[sensor.emergency-stop]\ndriver = \"gpio\"\nchip = \"pinctrl-rp1\"\nline = 17\nactive = \"high\""));
        Machine machine = whole(FILES.machine("serial-bench", rigFile.toString()));
        var openings = new ArrayList<String>();

        assertThatThrownBy(() -> RigBinder.bind(machine, beat, settings -> {
                    openings.add(settings.device());
                    return () -> new Opening.Refused("never");
                }))
                .isInstanceOf(UnboundDriverException.class)
                .hasMessageContaining("sensor emergency-stop on a GPIO line");
        assertThat(openings).isEmpty();
    }

    @Test
    void aFlowMeterThatTalksUnaskedGetsABusTaskOfItsOwnBelowTheLoops() throws IOException, UnboundDriverException {
        Path rigFile = folder.resolve("bioprott.toml");
        Files.writeString(
                rigFile,
                shippedSerialRig()
                                .replace(
                                        "[sensor.flow-arterial]\ndriver = \"twin\"",
                                        "[sensor.flow-arterial]\ndriver = \"bioprott\"\nbus = \"flow\"\n"
                                                + "mounting = \"reversed\"")
                        + """

                        [bus.flow]
                        device = "/dev/serial/by-id/usb-FTDI_FT232R_FLOW-if00-port0"
                        baud = 38400
                        data-bits = 8
                        parity = "none"
                        stop-bits = 1
                        rs485 = false
                        """);
        Machine machine = whole(FILES.machine("serial-bench", rigFile.toString()));
        Rig rig = RigBinder.bind(machine, beat, _ -> () -> new Opening.Refused("no port in this test"));

        assertThat(rig.tasks())
                .extracting(Rig.Task::role)
                .containsExactlyInAnyOrder(ThreadRole.DRIVE_BUS, ThreadRole.SENSOR_BUS, ThreadRole.TWIN);
        assertThat(rig.sensors().flow()).containsKey("flow-arterial");
    }

    private static String shippedSerialRig() throws IOException {
        try (InputStream in = Shipped.class.getResourceAsStream("/altercor/rigs/serial-bench.toml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Machine whole(Checked checked) {
        return switch (checked) {
            case Checked.Whole(Machine machine) -> machine;
            case Checked.Refused refused -> throw new AssertionError(refused.render());
            case Checked.Part part -> throw new AssertionError(part);
        };
    }
}
