package org.altercor.hal.twin.network;

import static org.altercor.config.circuit.PartKind.*;
import static org.altercor.hal.twin.network.HydraulicsTest.now;
import static org.altercor.hal.twin.network.HydraulicsTest.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.altercor.hal.twin.Signal;
import org.junit.jupiter.api.Test;

/// Patient, blood, heat and oxygen, on a closed loop of few parts.
class PatientTest {
    static Circuits loop() {
        return new Circuits()
                .part("blood", BLOOD)
                .part("patient", PATIENT)
                .part("arteries", COMPARTMENT, "vessels-ml-per-mmhg", 1.5, "unstressed-ml", 700, "volume-ml", 790)
                .part("veins", COMPARTMENT, "vessels-ml-per-mmhg", 90, "unstressed-ml", 2_800, "volume-ml", 3_200)
                .part("tip", JUNCTION)
                .part("reservoir", RESERVOIR, "volume-ml", 900, "height-cm", -60)
                .part("inlet", JUNCTION, "height-cm", -60, "compliance-ml-per-mmhg", 0.1)
                .part("membrane", JUNCTION, "height-cm", -60, "holds-ml", 130)
                .part("line", JUNCTION, "height-cm", -60, "holds-ml", 130)
                .from(
                        "arteries",
                        "body",
                        BED,
                        "veins",
                        "resistance-mmhg-per-l-min",
                        14,
                        "oxygen-consumption-ml-per-min",
                        200,
                        "core-kg",
                        48,
                        "shell-kg",
                        32)
                .from("veins", "heart", HEART, "arteries", "strength-percent", 0)
                .from("veins", "collapse", VENOUS_INLET, "tip")
                .from("tip", "drain", TUBE, "reservoir", "bore-mm", 12.7, "length-cm", 150)
                .from("reservoir", "suction", TUBE, "inlet", "bore-mm", 12.7, "length-cm", 30)
                .from("inlet", "pump", ROLLER, "membrane", "stroke-volume-ml-per-rev", 45)
                .from("membrane", "oxygenator", OXYGENATOR, "line", "linear-mmhg-per-l-min", 11.24)
                .from("line", "arterial-line", TUBE, "arteries", "bore-mm", 9.525, "length-cm", 180);
    }

    private static CircuitModel running(double speedRpm) {
        CircuitModel model = loop().model();
        model.turn("pump", speedRpm);
        run(model, 60);
        return model;
    }

    /// Mean over six seconds: ten turns of a roller at 100 rpm.
    private static double mean(CircuitModel model, String signal) {
        double sum = 0;
        for (int i = 0; i < 6_000; i++) {
            model.step();
            sum += now(model, signal);
        }
        return sum / 6_000;
    }

    @Test
    void theBeatingHeartCarriesItsPatientAlone() {
        CircuitModel model = loop().model();
        model.set("heart", "strength-percent", 100);
        model.set("drain", "closed-percent", 100);
        model.set("arterial-line", "closed-percent", 100);
        run(model, 30);
        double highest = 0;
        double lowest = 1_000;
        double sum = 0;
        for (int i = 0; i < 8_000; i++) {
            model.step();
            double pressure = now(model, "arteries.pressure-mmhg");
            highest = Math.max(highest, pressure);
            lowest = Math.min(lowest, pressure);
            sum += pressure;
        }
        assertThat(sum / 8_000).isBetween(55.0, 100.0);
        assertThat(highest - lowest).isBetween(15.0, 60.0); // a pulse
    }

    @Test
    void anArrestedHeartLeavesNoPulseAndNoFlowOfItsOwn() {
        CircuitModel model = running(100);
        model.turn("pump", 0);
        run(model, 120);
        assertThat(now(model, "heart.flow-ml-per-min")).isZero();
        assertThat(now(model, "arteries.pressure-mmhg"))
                .isCloseTo(24, within(3.0)); // the closing pressure, less what the line leaks back
    }

    @Test
    void withoutFlowTheResistanceIsNotKnown() {
        CircuitModel model = loop().model();
        model.set("arterial-line", "closed-percent", 100);
        run(model, 120);
        assertThat(now(model, "patient.resistance-mmhg-per-l-min")).isNaN();
    }

    @Test
    void onBypassTheResistanceIsThatOfThePublishedWindow() {
        CircuitModel model = running(100);
        assertThat(mean(model, "arterial-line.flow-ml-per-min")).isCloseTo(4_500, within(20.0));
        assertThat(mean(model, "patient.resistance-mmhg-per-l-min")).isBetween(10.0, 38.0); // 18 to 38 [P16]
    }

    @Test
    void warmBloodWithoutEnoughFlowReturnsDarker() {
        CircuitModel plenty = running(110);
        CircuitModel little = running(50);
        run(plenty, 600);
        run(little, 600);
        assertThat(now(plenty, "patient.svo2-percent")).isBetween(65.0, 80.0);
        assertThat(now(little, "patient.svo2-percent")).isLessThan(55);
        assertThat(now(little, "patient.oxygen-delivery-ml-per-min-m2")).isLessThan(200);
    }

    @Test
    void withoutSweepGasTheVenousBloodGoesOnDarkening() {
        CircuitModel model = running(100);
        model.set("oxygenator", "sweep-ml-per-min", 0);
        run(model, 300);
        assertThat(now(model, "patient.svo2-percent")).isLessThan(20);
        assertThat(now(model, "oxygenator.transfer-ml-per-min")).isZero();
    }

    @Test
    void whatTheOxygenatorGivesTheBodyUsesInTheEnd() {
        CircuitModel model = running(100);
        run(model, 900);
        double used = mean(model, "body.consumption-ml-per-min");
        assertThat(mean(model, "oxygenator.transfer-ml-per-min")).isCloseTo(used, within(0.02 * used));
        assertThat(used).isBetween(170.0, 200.0); // 200 at 37 °C, 7 % less for each degree [P8]
    }

    @Test
    void coldWaterCoolsTheBodyAndItsThirstForOxygen() {
        CircuitModel model = running(100);
        double warm = now(model, "body.consumption-ml-per-min");
        model.set("oxygenator", "water-celsius", 15);
        run(model, 900);
        assertThat(now(model, "body.core-celsius")).isLessThan(30);
        assertThat(now(model, "veins.temperature-celsius")).isGreaterThan(now(model, "line.temperature-celsius"));
        assertThat(now(model, "body.consumption-ml-per-min")).isLessThan(0.7 * warm);
        assertThat(now(model, "patient.svo2-percent")).isGreaterThan(75);
    }

    @Test
    void warmthIsOnlyMovedWhereWaterAndRoomAreAsWarmAsTheBlood() {
        CircuitModel model = loop().model();
        model.set("oxygenator", "water-celsius", 36);
        model.set("body", "oxygen-consumption-ml-per-min", 0);
        model.set("patient", "room-celsius", 36);
        model.set("body", "core-to-shell-w-per-k", 0);
        model.turn("pump", 100);
        run(model, 600);
        assertThat(now(model, "line.temperature-celsius")).isBetween(36.0, 36.6); // core starts at 36.5
        assertThat(now(model, "body.core-celsius")).isBetween(36.0, 36.5);
    }

    @Test
    void clearPrimeDilutesToTheCommonHaematocrit() {
        CircuitModel model = running(100);
        double cells = cells(model);
        model.give("reservoir", 500, 0);
        run(model, 900);
        assertThat(cells(model)).isCloseTo(cells, within(1e-6 * cells));
        double volume = now(model, "circuit.volume-ml");
        assertThat(now(model, "arteries.haematocrit-percent"))
                .isCloseTo(cells(model) / volume * 100, within(0.1))
                .isLessThan(24);
    }

    private static double cells(CircuitModel model) {
        double sum = 0;
        for (String node : new String[] {"arteries", "veins", "tip", "reservoir", "inlet", "membrane", "line"}) {
            sum += now(model, node + ".volume-ml") * now(model, node + ".haematocrit-percent") / 100;
        }
        return sum;
    }

    @Test
    void thickerBloodRaisesTheResistanceOfTheBody() {
        CircuitModel model = running(100);
        double thin = now(model, "arteries.pressure-mmhg");
        model.give("reservoir", 1_500, 70);
        run(model, 600);
        assertThat(now(model, "arteries.haematocrit-percent")).isGreaterThan(33);
        assertThat(now(model, "arteries.pressure-mmhg")).isGreaterThan(thin + 5);
    }

    @Test
    void anOccludedVenousLineEmptiesTheReservoirByWhatThePumpTakes() {
        CircuitModel model = running(111);
        double before = now(model, "reservoir.volume-ml");
        model.set("drain", "closed-percent", 100);
        run(model, 3);
        double taken = before - now(model, "reservoir.volume-ml");
        assertThat(taken).isCloseTo(250, within(15.0)); // 5 L/min for 3 s
    }

    @Test
    void anEmptyReservoirGivesAirAndNeverLessThanNothing() {
        CircuitModel model = running(111);
        model.set("drain", "closed-percent", 100);
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 25_000; i++) {
            model.step();
            least = Math.min(least, now(model, "reservoir.volume-ml"));
        }
        assertThat(least).isGreaterThanOrEqualTo(0);
        assertThat(now(model, "air.in-patient-ml") + now(model, "air.moving-ml") + now(model, "air.trapped-ml"))
                .isGreaterThan(100);
        assertThat(model.volumeErrorMl()).isCloseTo(0, within(1e-6));
    }

    @Test
    void whateverGoesWrongEverythingStaysANumber() {
        CircuitModel model = running(111);
        model.set("drain", "closed-percent", 100);
        run(model, 60); // empty, and air all the way round
        assertAllKnown(model);
        model.set("drain", "closed-percent", 0);
        model.set("arterial-line", "closed-percent", 100);
        run(model, 30); // a burst line
        assertAllKnown(model);
        assertThat(now(model, "circuit.spilled-ml")).isGreaterThan(100);
        model.set("suction", "closed-percent", 100);
        run(model, 30);
        assertAllKnown(model);
        assertThat(model.volumeErrorMl()).isCloseTo(0, within(1e-6));
    }

    private static void assertAllKnown(CircuitModel model) {
        for (Signal signal : model.signals()) {
            if (signal.name().equals("patient.resistance-mmhg-per-l-min")) {
                continue; // none without flow
            }
            assertThat(signal.now()).as(signal.name()).isFinite();
            if (signal.unit().equals("%")) {
                assertThat(signal.now()).as(signal.name()).isBetween(-1e-9, 100.0);
            }
        }
    }

    @Test
    void aClosedLoopKeepsEveryMillilitre() {
        CircuitModel model = running(100);
        double volume = now(model, "circuit.volume-ml");
        run(model, 600);
        assertThat(now(model, "circuit.volume-ml")).isCloseTo(volume, within(1e-6));
        assertThat(model.volumeErrorMl()).isCloseTo(0, within(1e-6));
    }
}
