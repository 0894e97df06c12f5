package org.altercor.hal.twin.network;

import static org.altercor.config.circuit.PartKind.*;
import static org.altercor.hal.twin.network.HydraulicsTest.now;
import static org.altercor.hal.twin.network.HydraulicsTest.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.altercor.hal.twin.Signal;
import org.altercor.hal.twin.blood.Oxygen;
import org.junit.jupiter.api.Test;

/// What cannot be: numbers that are none, blood that is not there. One such number would be in every pressure after a
/// step, and stay there.
class ImpossibleTest {
    private static CircuitModel bleeding(double bloodMl) {
        return new Circuits()
                .part("arteries", COMPARTMENT, "vessels-ml-per-mmhg", 1.5, "volume-ml", bloodMl)
                .part("donor", TANK)
                .part("floor", TANK)
                .from("arteries", "bleeding", FLOW_SOURCE, "floor", "flow-ml-per-min", 6_000)
                .from("donor", "infusion", FLOW_SOURCE, "floor", "flow-ml-per-min", 6_000)
                .model();
    }

    @Test
    void aVesselThatIsEmptyBleedsNoMore() {
        CircuitModel model = bleeding(100);
        run(model, 5);
        assertThat(now(model, "arteries.volume-ml")).isCloseTo(0, within(0.2)); // what flows in a step
        assertThat(now(model, "bleeding.flow-ml-per-min")).isZero();
    }

    @Test
    void aVesselThatIsNotEmptyAndASourceWithoutEndFlowOn() {
        CircuitModel model = bleeding(2_000);
        run(model, 5);
        assertThat(now(model, "arteries.volume-ml")).isCloseTo(1_500, within(1e-6));
        assertThat(now(model, "bleeding.flow-ml-per-min")).isEqualTo(6_000);
        assertThat(now(model, "infusion.flow-ml-per-min")).isEqualTo(6_000);
    }

    @Test
    void noNumberReachesTheCircuit() {
        CircuitModel model = PatientTest.loop().model();
        for (double none : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatThrownBy(() -> model.turn("pump", none)).hasMessageContaining("pump");
            assertThatThrownBy(() -> model.injectAir("suction", none)).hasMessageContaining("suction");
            assertThatThrownBy(() -> model.give("reservoir", none, 25)).hasMessageContaining("reservoir");
            assertThatThrownBy(() -> model.give("reservoir", 100, none)).hasMessageContaining("haematocrit");
            assertThatThrownBy(() -> model.set("patient", "body-surface-m2", none))
                    .hasMessageContaining("body-surface-m2");
        }
        model.turn("pump", 100);
        run(model, 1);
        assertThat(model.signals().stream()
                        .filter(signal -> !Double.isFinite(signal.now()))
                        .map(Signal::name))
                .isEmpty();
    }

    @Test
    void airBelowNothingAndBloodThatIsAllCellsAndMoreAreRefused() {
        CircuitModel model = PatientTest.loop().model();
        assertThatThrownBy(() -> model.injectAir("suction", -1)).hasMessageContaining("-1.0 is not possible");
        assertThatThrownBy(() -> model.give("reservoir", 100, 101)).hasMessageContaining("101.0 is not possible");
        assertThatThrownBy(() -> model.give("reservoir", 100, -1)).hasMessageContaining("-1.0 is not possible");
    }

    @Test
    void noMoreBloodIsTakenThanThereIsAndAllOfItMayBe() {
        CircuitModel model = PatientTest.loop().model();
        assertThatThrownBy(() -> model.give("reservoir", -901, 0)).hasMessageContaining("reservoir");
        assertThat(now(model, "reservoir.volume-ml")).isEqualTo(900);
        model.give("reservoir", -900, 0);
        assertThat(now(model, "reservoir.volume-ml")).isZero();
    }

    @Test
    void oxygenThatIsNotKnownIsNoPressureAndNoSaturation() {
        assertThat(Oxygen.pressureOf(0.3, Double.NaN)).isNaN();
        assertThat(Oxygen.saturationOf(Double.NaN, 0.1)).isNaN();
    }
}
