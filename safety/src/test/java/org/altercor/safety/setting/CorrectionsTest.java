package org.altercor.safety.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.altercor.config.Machine;
import org.altercor.config.load.Checked;
import org.altercor.config.load.MachineFiles;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.observe.Observation;
import org.junit.jupiter.api.Test;

class CorrectionsTest {
    private final Machine machine =
            ((Checked.Whole) new MachineFiles(LocalDate.of(2026, 11, 23)).machine("adult-bypass")).machine();
    private final MachineLayout layout = MachineLayout.of(machine);
    private final List<SettingSlot> slots = SettingSlot.of(machine, layout);
    private final SettingStates states = new SettingStates(slots);
    private final Observation seen = new Observation(layout);

    private Reading reading(String channel) {
        return seen.values[layout.value(each -> each.name().equals(channel)).orElseThrow()];
    }

    private void set(String setting, double value) {
        int slot = slots.stream().map(SettingSlot::name).toList().indexOf(setting);
        states.value[slot] = value;
    }

    private void correct() {
        new Corrections(layout, slots).apply(seen, states.value);
    }

    @Test
    void aZeroIsTakenOffAndTheDevicesOwnWordIsKept() {
        reading("pressure-line").set(112, 7_000, 5, 3, Quality.GOOD);
        set("pressure-zero.pressure-line", 12);
        correct();
        assertThat(reading("pressure-line").value()).isEqualTo(100);
        assertThat(reading("pressure-line").raw()).isEqualTo(7_000);
        assertThat(reading("pressure-line").sample()).isEqualTo(3);
        assertThat(reading("pressure-line").sampledAtNanos()).isEqualTo(5);
    }

    @Test
    void aFlowIsMultipliedAfterItsZeroWasTakenOff() {
        reading("flow-arterial").set(4_100, 4_100, 5, 3, Quality.GOOD);
        set("probe-zero.flow-arterial", 100);
        set("flow-factor.flow-arterial", 1.1);
        correct();
        assertThat(reading("flow-arterial").value()).isEqualTo(4_400);
    }

    @Test
    void whatNobodySetIsNotTouched() {
        reading("level").set(800, 801, 5, 3, Quality.GOOD);
        reading("pressure-line").set(112, 7_000, 5, 3, Quality.GOOD);
        correct();
        assertThat(reading("level").value()).isEqualTo(800);
        assertThat(reading("pressure-line").value()).isEqualTo(112);
    }

    @Test
    void whatIsNotKnownDoesNotBecomeKnown() {
        reading("pressure-line").set(112, 7_000, 5, 3, Quality.DISCONNECTED);
        set("pressure-zero.pressure-line", 12);
        correct();
        assertThat(reading("pressure-line").quality()).isEqualTo(Quality.DISCONNECTED);
    }
}
