package org.altercor.hal.twin.network;

import static org.altercor.config.circuit.PartKind.*;
import static org.altercor.hal.twin.network.HydraulicsTest.now;
import static org.altercor.hal.twin.network.HydraulicsTest.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BubblesTest {
    private static CircuitModel line(double flowMlPerMin) {
        return new Circuits()
                .part("blood", BLOOD, "viscosity-mpa-s", 2.5)
                .part("source", TANK)
                .part("start", JUNCTION)
                .part("end", JUNCTION)
                .part("arteries", COMPARTMENT, "vessels-ml-per-mmhg", 500, "volume-ml", 0)
                .from("source", "pump", FLOW_SOURCE, "start", "flow-ml-per-min", flowMlPerMin)
                .from("start", "line", TUBE, "end", "bore-mm", 9.525, "length-cm", 150)
                .from("end", "cannula", CANNULA, "arteries")
                .model();
    }

    /// Mean transit of 1.5 m of 3/8 inch tube [D], by a front that is 1.25 times as fast in turbulent flow, twice in
    /// laminar flow.
    @ParameterizedTest(name = "{0} mL/min: {1} ms")
    @CsvSource({"5000, 1026", "6000, 855", "7000, 733", "2000, 1603"})
    void aBubbleArrivesWhenTheFrontOfTheFlowDoes(double flowMlPerMin, int expectedMs) {
        CircuitModel model = line(flowMlPerMin);
        run(model, 3);
        model.injectAir("line", 0.5);
        int millis = 0;
        while (now(model, "air.moving-ml") == 0) {
            model.step(); // until the syringe has given it
        }
        while (now(model, "air.in-patient-ml") == 0 && millis < 10_000) {
            model.step();
            millis++;
        }
        assertThat((double) millis).isCloseTo(expectedMs, within(0.02 * expectedMs));
    }

    @Test
    void withoutFlowAirStaysWhereItIs() {
        CircuitModel model = line(0);
        model.injectAir("line", 1);
        run(model, 60);
        assertThat(now(model, "air.moving-ml")).isEqualTo(1);
        assertThat(now(model, "air.in-patient-ml")).isZero();
    }

    @Test
    void airThatTurnsBackWithTheFlowLeavesWhereItCameFrom() {
        CircuitModel model = line(3_000);
        run(model, 1);
        model.injectAir("line", 2);
        run(model, 0.3);
        model.set("pump", "flow-ml-per-min", 0);
        model.set("line", "closed-percent", 100);
        run(model, 5);
        assertThat(now(model, "air.in-patient-ml")).isZero();
        assertThat(now(model, "air.moving-ml")).isCloseTo(2, within(1e-12));
    }

    @Test
    void aFilterKeepsItsShareAndTheRestGoesOn() {
        CircuitModel model = new Circuits()
                .part("source", TANK)
                .part("start", JUNCTION)
                .part("end", JUNCTION)
                .part("arteries", COMPARTMENT, "vessels-ml-per-mmhg", 500, "volume-ml", 0)
                .from("source", "pump", FLOW_SOURCE, "start", "flow-ml-per-min", 4_000)
                .from("start", "filter", FILTER, "end", "linear-mmhg-per-l-min", 2)
                .from("end", "cannula", CANNULA, "arteries")
                .model();
        run(model, 2);
        model.injectAir("filter", 10);
        run(model, 2);
        assertThat(now(model, "air.trapped-ml")).isCloseTo(9.5, within(1e-9));
        assertThat(now(model, "air.in-patient-ml")).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void whereLinesPartAirFollowsTheFlowsInTheirShares() {
        CircuitModel model = new Circuits()
                .part("source", TANK)
                .part("fork", JUNCTION)
                .part("arteries", COMPARTMENT, "vessels-ml-per-mmhg", 500, "volume-ml", 0)
                .part("open", RESERVOIR, "volume-ml", 500)
                .from("source", "pump", FLOW_SOURCE, "fork", "flow-ml-per-min", 4_000)
                .from("fork", "main", FLOW_SOURCE, "arteries", "flow-ml-per-min", 3_000)
                .from("fork", "purge", FLOW_SOURCE, "open", "flow-ml-per-min", 1_000)
                .model();
        run(model, 1);
        for (int i = 0; i < 2_000; i++) {
            model.injectAir("fork", 0.01);
            run(model, 0.01);
        }
        run(model, 1);
        assertThat(now(model, "air.in-patient-ml")).isCloseTo(15, within(0.6));
        assertThat(now(model, "air.vented-ml")).isCloseTo(5, within(0.6));
    }

    @Test
    void littleAirWeakensACentrifugalHeadAndMuchTakesItsPressureAway() {
        CircuitModel model = HydraulicsTest.centrifugal().model();
        model.turn("pump", 3_000);
        run(model, 3);
        double primed = now(model, "line.flow-ml-per-min");
        model.injectAir("pump", 20);
        run(model, 1.2);
        double weakened = now(model, "line.flow-ml-per-min");
        model.injectAir("pump", 60);
        run(model, 3.2);
        assertThat(weakened).isBetween(0.5 * primed, 0.98 * primed);
        assertThat(now(model, "line.flow-ml-per-min")).isLessThan(0.05 * primed);
    }

    @Test
    void aRollerDeliversAirUnchanged() {
        CircuitModel model = PatientTest.loop().model();
        model.turn("pump", 100);
        run(model, 5);
        model.set("oxygenator", "traps-air-percent", 0);
        model.injectAir("inlet", 30);
        run(model, 20);
        assertThat(now(model, "air.in-patient-ml")).isCloseTo(30, within(1e-9));
    }

    @Test
    void moreBubblesThanThereIsRoomForLoseNoAir() {
        CircuitModel model = line(0);
        model.set("cannula", "closed-percent", 100);
        model.injectAir("start", 400);
        run(model, 21);
        assertThat(now(model, "air.moving-ml")).isCloseTo(400, within(1e-9));
    }
}
