package org.altercor.config.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.altercor.config.Machine;
import org.altercor.config.PumpHead;
import org.altercor.config.PumpRole;
import org.altercor.config.SensorKind;
import org.altercor.config.rig.Drive;
import org.altercor.config.schema.FileKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedFilesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    static Stream<String> machines() {
        return Shipped.names(FileKind.MACHINE).stream();
    }

    @ParameterizedTest
    @MethodSource("machines")
    void everyShippedMachineIsReadByNameWithoutAProblem(String name) {
        assertThat(Broken.told(new MachineFiles(TODAY).machine(name))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("machines")
    void everyShippedMachineIsReadByItsPathAsWell(String name) {
        Machine byName = whole(name);
        Machine byPath = whole("machines/" + name + ".toml");

        assertThat(byPath.fingerprint()).isEqualTo(byName.fingerprint());
    }

    @ParameterizedTest
    @EnumSource(FileKind.class)
    void everyFileInTheFolderIsShippedAndEveryShippedFileIsThere(FileKind kind) throws IOException {
        if (kind == FileKind.SCENARIO) {
            assertThat(Path.of(kind.folder())).doesNotExist(); // scenarios are read by their path
            assertThat(Shipped.names(kind)).isEmpty();
            return;
        }
        try (Stream<Path> files = Files.list(Path.of(kind.folder()))) {
            List<String> names = files.map(file -> file.getFileName().toString().replace(".toml", ""))
                    .toList();
            assertThat(names).containsExactlyInAnyOrderElementsOf(Shipped.names(kind));
        }
    }

    @ParameterizedTest
    @EnumSource(FileKind.class)
    void everyShippedFileIsCleanWhenItIsCheckedAlone(FileKind kind) {
        for (String name : Shipped.names(kind)) {
            String path = kind.folder() + "/" + name + ".toml";
            assertThat(Broken.told(new MachineFiles(TODAY).check(path)))
                    .as(path)
                    .isEmpty();
        }
    }

    @Test
    void anAdultBypassHasTwoSuckersAVentAndABloodCardioplegiaPair() {
        Machine machine = whole("adult-bypass");

        assertThat(machine.pumps())
                .extracting(pump -> pump.role())
                .containsExactlyInAnyOrder(
                        PumpRole.ARTERIAL,
                        PumpRole.SUCTION,
                        PumpRole.SUCTION,
                        PumpRole.VENT,
                        PumpRole.CARDIOPLEGIA,
                        PumpRole.CARDIOPLEGIA);
        assertThat(machine.pump("cardioplegia-crystalloid").orElseThrow().follows())
                .contains("cardioplegia-blood");
        assertThat(machine.pump("arterial").orElseThrow().head()).isEqualTo(PumpHead.ROLLER);
        assertThat(machine.rig().isAllTwin()).isTrue();
        assertThat(machine.sensors()).extracting(sensor -> sensor.kind()).contains(SensorKind.values());
    }

    @Test
    void aCentrifugalArterialPumpComesWithAClampAndAFlowProbe() {
        Machine machine = whole("adult-bypass-centrifugal");

        assertThat(machine.pump("arterial").orElseThrow().head()).isEqualTo(PumpHead.CENTRIFUGAL);
        assertThat(machine.rig().clamp("arterial")).isPresent();
        assertThat(machine.sensors())
                .filteredOn(sensor -> sensor.kind() == SensorKind.FLOW)
                .anyMatch(sensor -> sensor.pumps().contains("arterial"));
    }

    @Test
    void theSerialBenchMovesARealDriveAndSaysSo() {
        Machine machine = whole("serial-bench");

        assertThat(machine.rig().drive("arterial").orElseThrow().driver()).isInstanceOf(Drive.Driver.Modbus.class);
        assertThat(machine.rig().bench().orElseThrow()).contains("BENCH");
        assertThat(machine.cautions()).anyMatch(caution -> caution.contains("NOT CALIBRATED"));
    }

    @Test
    void aMachineCanBePutOnAnotherRig() {
        Checked checked = new MachineFiles(TODAY).machine("adult-bypass", "rigs/adult-bypass-twin.toml");

        assertThat(checked).isInstanceOf(Checked.Whole.class);
    }

    @Test
    void aRigForAnotherMachineIsRefusedPortByPort() {
        String told = Broken.told(new MachineFiles(TODAY).machine("adult-bypass", "serial-bench"));

        assertThat(told).contains("a pump that the rig").contains("sucker-1").contains("sensor.pressure-cardioplegia");
    }

    private static Machine whole(String name) {
        return switch (new MachineFiles(TODAY).machine(name)) {
            case Checked.Whole(var machine) -> machine;
            case Checked other -> throw new AssertionError(Broken.told(other));
        };
    }
}
