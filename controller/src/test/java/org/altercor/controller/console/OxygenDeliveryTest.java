package org.altercor.controller.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OxygenDeliveryTest {
    private final Catalogue catalogue = Catalogue.english();

    /// With 200 mmHg of dissolved oxygen, which is left out here, the same numbers make 269.1 [CALC].
    @Test
    void indexTimesHaemoglobinTimesSaturation() {
        assertThat(OxygenDelivery.mlPerMinM2(2.4, 8, 0.99)).isCloseTo(269.1 - 10 * 2.4 * 0.003 * 200, within(0.05));
    }

    @Test
    void itIsKnownWhenFlowAndHaematocritAreAndSaysWhichIsNot() {
        try (var live = new LiveMachine("adult-bypass")) {
            var delivery = new OxygenDelivery(live.machine, catalogue);
            ShownValue flow = ShownValue.of(4_560); // over 1.9 m²: 2.4 L/min/m²
            ShownValue haematocrit = ShownValue.of(24);
            assertThat(delivery.of(flow, haematocrit).now().orElseThrow()).isCloseTo(252.1, within(0.1));
            assertThat(delivery.of(ShownValue.unknown("lost"), haematocrit).why())
                    .hasValue("flow not known");
            assertThat(delivery.of(flow, ShownValue.unknown("lost")).why()).hasValue("haematocrit not known");
            assertThat(delivery.of(ShownValue.of(-20), haematocrit).why())
                    .as("what runs backwards delivers nothing, and not less than nothing")
                    .hasValue("no forward flow");
        }
    }

    @Test
    void withoutASimulatedPatientItIsNotKnown() {
        try (var live = new LiveMachine("adult-bypass")) {
            var machine = live.machine;
            var real = new org.altercor.config.Machine(
                    machine.name(),
                    machine.title(),
                    machine.pumps(),
                    machine.sensors(),
                    machine.profile(),
                    machine.rig(),
                    java.util.Optional.empty(),
                    machine.sources(),
                    machine.readOn(),
                    machine.fingerprint(),
                    machine.cautions());
            assertThat(new OxygenDelivery(real, catalogue)
                            .of(ShownValue.of(4_560), ShownValue.of(24))
                            .why())
                    .hasValue("no body surface entered");
        }
    }
}
