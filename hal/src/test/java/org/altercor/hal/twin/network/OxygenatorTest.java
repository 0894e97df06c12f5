package org.altercor.hal.twin.network;

import static org.altercor.config.circuit.PartKind.*;
import static org.altercor.hal.twin.network.HydraulicsTest.now;
import static org.altercor.hal.twin.network.HydraulicsTest.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.altercor.hal.twin.blood.Oxygen;
import org.junit.jupiter.api.Test;

/// Blood that hurries through an oxygenator leaves it with less oxygen.
class OxygenatorTest {
    private static final double CONTENT_IN = Oxygen.content(0.25, 40);

    /// Oxygen in mL that each mL of venous blood takes up.
    private static double taken(double flowMlPerMin, double sweepMlPerMin) {
        CircuitModel model = new Circuits()
                .part("vein", TANK)
                .part("inlet", JUNCTION)
                .part("artery", TANK)
                .from("vein", "flow", FLOW_SOURCE, "inlet", "flow-ml-per-min", flowMlPerMin)
                .from("inlet", "oxygenator", OXYGENATOR, "artery", "sweep-ml-per-min", sweepMlPerMin)
                .model();
        run(model, 20);
        return now(model, "oxygenator.transfer-ml-per-min") / flowMlPerMin;
    }

    @Test
    void atFourLitresBloodReachesSixTenthsOfItsGas() {
        double reached = Oxygen.content(0.25, 0.6 * 713 * 0.8); // the usual gas has 80 % of oxygen
        assertThat(taken(4_000, 3_000)).isCloseTo(reached - CONTENT_IN, within(1e-4));
    }

    @Test
    void theFasterItFlowsTheLessEachMillilitreTakesUp() {
        assertThat(taken(6_000, 3_000)).isLessThan(0.98 * taken(4_000, 3_000));
        assertThat(taken(2_000, 3_000)).isGreaterThan(1.02 * taken(4_000, 3_000));
    }

    @Test
    void evenBloodThatHardlyMovesTakesNoMoreThanItsGasOffers() {
        double offered = Oxygen.content(0.25, 713 * 0.8);
        assertThat(taken(1, 3_000)).isLessThanOrEqualTo(offered - CONTENT_IN + 1e-9);
    }

    @Test
    void withoutGasItTakesUpNothing() {
        assertThat(taken(4_000, 0)).isZero();
    }
}
