package org.altercor.hal.twin.network;

import static org.altercor.hal.twin.network.HydraulicsTest.now;
import static org.altercor.hal.twin.network.HydraulicsTest.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Air takes up room among the blood, and must not be taken for cold, thin blood: a thermometer or a blood monitor that
/// it passes would raise an alarm of its own.
class AirMixingTest {
    private static CircuitModel running() {
        CircuitModel model = PatientTest.loop().model(); // haematocrit 25, 36 °C everywhere
        model.set("oxygenator", "water-celsius", 36);
        model.set("body", "oxygen-consumption-ml-per-min", 0);
        model.turn("pump", 100);
        run(model, 5);
        return model;
    }

    private static double lowest(CircuitModel model, String signal, double seconds) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < seconds / CircuitModel.STEP_SECONDS; i++) {
            model.step();
            lowest = Math.min(lowest, now(model, signal));
        }
        return lowest;
    }

    @Test
    void airFromASyringeDoesNotCoolTheBlood() {
        CircuitModel model = running();
        model.injectAir("line", 20);
        assertThat(lowest(model, "line.temperature-celsius", 5)).isCloseTo(36, within(0.1));
    }

    @Test
    void airFromASyringeDoesNotThinTheBlood() {
        CircuitModel model = running();
        model.injectAir("suction", 20);
        assertThat(lowest(model, "inlet.haematocrit-percent", 5)).isCloseTo(25, within(0.1));
    }

    @Test
    void airThatAnEmptyReservoirGivesDoesNotCoolTheLineEither() {
        CircuitModel model = running();
        model.set("drain", "closed-percent", 100);
        assertThat(lowest(model, "inlet.temperature-celsius", 20)).isCloseTo(36, within(0.1));
        assertThat(now(model, "reservoir.volume-ml")).isLessThan(1);
    }

    @Test
    void coldClearFluidStillCoolsAndThins() {
        CircuitModel model = running();
        model.set("oxygenator", "water-celsius", 20);
        model.give("reservoir", 500, 0);
        assertThat(lowest(model, "line.temperature-celsius", 20)).isLessThan(30);
        assertThat(now(model, "line.haematocrit-percent")).isLessThan(22);
    }
}
