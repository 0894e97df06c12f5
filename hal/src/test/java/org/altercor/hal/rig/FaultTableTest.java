package org.altercor.hal.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.altercor.config.Machine;
import org.altercor.config.Sensor;
import org.altercor.config.SensorKind;
import org.altercor.config.load.Checked;
import org.altercor.config.load.MachineFiles;
import org.altercor.hal.twin.ClampFault;
import org.altercor.hal.twin.DriveFault;
import org.altercor.hal.twin.Happening;
import org.altercor.hal.twin.TwinDevice;
import org.junit.jupiter.api.Test;

/// The table of faults says what the devices of a machine can have, and nothing else.
class FaultTableTest {
    private final Machine machine = ((Checked.Whole)
                    new MachineFiles(LocalDate.of(2026, 11, 23)).machine("adult-bypass-centrifugal"))
            .machine();
    private final MachineWorld world = new MachineWorld(machine, 1);

    @Test
    void everySensorCanHaveWhatTheTableSaysOfItsKind() {
        Set<SensorKind> seen = EnumSet.noneOf(SensorKind.class);
        for (Sensor sensor : machine.sensors()) {
            assertThat(happenings(sensor.name())).as(sensor.name()).isEqualTo(FaultTable.happenings(sensor.kind()));
            seen.add(sensor.kind());
        }
        assertThat(seen).containsExactlyInAnyOrder(SensorKind.values());
    }

    @Test
    void drivesAndClampsCanHaveWhatTheTableSaysOfThem() {
        assertThat(happenings("arterial")).isEqualTo(List.of(DriveFault.values()));
        assertThat(happenings("clamp-arterial")).isEqualTo(List.of(ClampFault.values()));
    }

    private List<? extends Happening> happenings(String device) {
        TwinDevice<?> its = world.devices().get(device);
        assertThat(its).as(device).isNotNull();
        return its.happenings();
    }

    @Test
    void everyFaultOfEveryDeviceIsARowWithItsAmount() {
        String table = FaultTable.markdown();
        world.devices().values().stream()
                .flatMap(device -> device.happenings().stream())
                .map(Happening::words)
                .forEach(words -> assertThat(table).contains("| %s | %s | ".formatted(words.word(), words.meaning())));
        assertThat(table)
                .contains("| any | none | ")
                .contains("| drive | slip | the belt slips: the shaft is so much slower than the motor | 0 to 100 % |");
    }
}
