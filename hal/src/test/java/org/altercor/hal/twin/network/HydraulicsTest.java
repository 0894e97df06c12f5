package org.altercor.hal.twin.network;

import static org.altercor.config.circuit.PartKind.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pressures and flows of small circuits whose answers are known.
class HydraulicsTest {
    static double now(CircuitModel model, String signal) {
        return model.signal(signal).orElseThrow().now();
    }

    static void run(CircuitModel model, double seconds) {
        for (int i = 0; i < Math.round(seconds / CircuitModel.STEP_SECONDS); i++) {
            model.step();
        }
    }

    /// A tank, a head, a line of which one number may be changed, a tank.
    private static Circuits bench() {
        return new Circuits()
                .part("blood", BLOOD, "viscosity-mpa-s", 2.5)
                .part("source", TANK)
                .part("inlet", JUNCTION, "compliance-ml-per-mmhg", 0.1)
                .part("outlet", JUNCTION)
                .part("sink", TANK)
                .from("source", "suction", TUBE, "inlet", "bore-mm", 12.7, "length-cm", 50)
                .from("outlet", "line", TUBE, "sink", "bore-mm", 9.525, "length-cm", 200);
    }

    private static CircuitModel roller(Object... more) {
        Object[] numbers = new Object[more.length + 2];
        numbers[0] = "stroke-volume-ml-per-rev";
        numbers[1] = 45;
        System.arraycopy(more, 0, numbers, 2, more.length);
        return bench().from("inlet", "pump", ROLLER, "outlet", numbers).model();
    }

    static Circuits centrifugal() {
        return bench().from(
                        "inlet",
                        "pump",
                        CENTRIFUGAL,
                        "outlet",
                        "head-a-mmhg-per-rpm2",
                        1.9583e-5,
                        "head-r1",
                        -7.545e-3,
                        "head-r2",
                        2.8864,
                        "head-rrec",
                        4.0256,
                        "head-k",
                        1.6e-3);
    }

    @Test
    void aRollerDeliversItsStrokeLessItsLeak() {
        CircuitModel model = roller();
        model.turn("pump", 100);
        assertThat(model.settle()).isTrue();
        double difference = -now(model, "pump.difference-mmhg");
        assertThat(now(model, "line.flow-ml-per-min")).isCloseTo(4_500 - 0.03 * difference, within(0.01));
        assertThat(difference).isGreaterThan(20);
    }

    @Test
    void aBadlySetHeadLosesFlowAgainstPressure() {
        CircuitModel model = roller("leak-ml-per-min-mmhg", 2);
        model.set("sink", "pressure-mmhg", 250);
        model.turn("pump", 100);
        model.settle();
        assertThat(now(model, "line.flow-ml-per-min")).isBetween(3_900.0, 4_000.0); // 500 mL/min at 250 mmHg [D]
    }

    @Test
    void theFlowOfARollerDipsTwiceATurnAndItsMeanIsTheStroke() {
        CircuitModel model = roller("missing-ml-per-pass", 4.3);
        model.turn("pump", 100);
        run(model, 3);
        double sum = 0;
        int dips = 0;
        boolean isLow = false;
        for (int i = 0; i < 6_000; i++) { // ten turns
            model.step();
            double flow = now(model, "pump.flow-ml-per-min");
            sum += flow;
            boolean wasLow = isLow;
            isLow = flow < 3_500;
            dips += isLow && !wasLow ? 1 : 0;
        }
        assertThat(dips).isEqualTo(20);
        assertThat(sum / 6_000).isCloseTo(4_500, within(10.0));
    }

    @Test
    void aRollerThatTurnsBackwardsPumpsBackwards() {
        CircuitModel model = roller();
        model.turn("pump", -60);
        model.settle();
        assertThat(now(model, "line.flow-ml-per-min")).isCloseTo(-2_700, within(5.0));
    }

    @Test
    void aRollerAgainstAClampRaisesThePressureUntilTheLineBursts() {
        CircuitModel model = roller();
        model.turn("pump", 100);
        run(model, 2);
        model.set("line", "closed-percent", 100);
        double highest = 0;
        for (int i = 0; i < 3_000 && now(model, "outlet.burst") == 0; i++) {
            model.step();
            highest = Math.max(highest, now(model, "outlet.pressure-mmhg"));
        }
        assertThat(highest).isGreaterThan(1_000); // [P33]
        assertThat(now(model, "line.flow-ml-per-min")).isZero();
        run(model, 1);
        assertThat(now(model, "outlet.burst")).isEqualTo(1);
        assertThat(now(model, "circuit.spilled-ml")).isGreaterThan(50);
        assertThat(model.volumeErrorMl()).isCloseTo(0, within(1e-9));
    }

    @Test
    void aBurstLineThatIsMendedHoldsAgain() {
        CircuitModel model = roller();
        model.turn("pump", 100);
        model.set("line", "closed-percent", 100);
        run(model, 3);
        model.turn("pump", 0);
        model.set("line", "closed-percent", 0);
        model.mend("outlet");
        run(model, 1);
        double spilled = now(model, "circuit.spilled-ml");
        run(model, 5);
        assertThat(now(model, "circuit.spilled-ml")).isEqualTo(spilled);
        assertThat(now(model, "outlet.burst")).isZero();
    }

    @Test
    void aRollerOnABlockedInletDrawsToNearVacuumAndNoFurther() {
        CircuitModel model = roller();
        model.turn("pump", 100);
        run(model, 2);
        model.set("suction", "closed-percent", 100);
        run(model, 5);
        assertThat(now(model, "inlet.pressure-mmhg")).isBetween(-700.0, -600.0); // [P33]
    }

    @ParameterizedTest(name = "{0} rpm against {1} mmHg")
    @CsvSource({"1417, 60", "1829, 100", "2240, 150"}) // [D from P25]
    void aCentrifugalHeadBalancesAPressureAtItsSpeed(double speedRpm, double pressureMmHg) {
        CircuitModel model = centrifugal().model();
        model.set("sink", "pressure-mmhg", pressureMmHg);
        model.turn("pump", speedRpm);
        assertThat(model.settle()).isTrue();
        assertThat(now(model, "line.flow-ml-per-min")).isCloseTo(0, within(60.0));
    }

    @Test
    void aStoppedCentrifugalHeadLetsBloodRunBackAndARollerDoesNot() {
        CircuitModel open = centrifugal().model();
        open.set("sink", "pressure-mmhg", 100);
        open.settle();
        assertThat(now(open, "line.flow-ml-per-min")).isLessThan(-2_000);

        CircuitModel occluded = roller();
        occluded.set("sink", "pressure-mmhg", 100);
        occluded.settle();
        assertThat(now(occluded, "line.flow-ml-per-min")).isCloseTo(-3, within(0.1)); // its leak
    }

    @Test
    void aClampStopsTheBackflow() {
        CircuitModel model = centrifugal().model();
        model.set("sink", "pressure-mmhg", 100);
        model.set("line", "closed-percent", 100);
        run(model, 1);
        assertThat(now(model, "line.flow-ml-per-min")).isZero();
    }

    @Test
    void aHalfClosedClampCostsLittleAndANearlyClosedOneMuch() {
        CircuitModel model = centrifugal().model();
        model.turn("pump", 3_000);
        model.settle();
        double open = now(model, "line.flow-ml-per-min");
        model.set("line", "closed-percent", 50);
        model.settle();
        double half = now(model, "line.flow-ml-per-min");
        model.set("line", "closed-percent", 95);
        model.settle();
        double nearly = now(model, "line.flow-ml-per-min");
        assertThat(half).isBetween(0.8 * open, open);
        assertThat(nearly).isBetween(1.0, 0.4 * open);
    }

    @Test
    void aCentrifugalHeadThatTurnsBackwardsStillPushesForwardButLess() {
        CircuitModel model = centrifugal().model();
        model.set("line", "closed-percent", 100);
        model.turn("pump", 3_000);
        model.settle();
        double forward = -now(model, "pump.difference-mmhg");
        model.turn("pump", -3_000);
        model.settle();
        assertThat(-now(model, "pump.difference-mmhg")).isCloseTo(0.4 * forward, within(1e-6));
    }

    @Test
    void aHigherReservoirPushesByItsColumn() {
        CircuitModel model = new Circuits()
                .part("blood", BLOOD, "viscosity-mpa-s", 2.5)
                .part("bag", RESERVOIR, "volume-ml", 1_000, "area-cm2", 100, "height-cm", 50)
                .part("end", JUNCTION)
                .from("bag", "line", TUBE, "end", "bore-mm", 6.35, "length-cm", 100)
                .model();
        model.settle();
        assertThat(now(model, "end.pressure-mmhg")).isCloseTo(60 * 0.7723, within(0.1)); // 50 cm and 10 cm of level
    }

    @Test
    void aValveLetsNothingBack() {
        CircuitModel model = new Circuits()
                .part("a", TANK, "pressure-mmhg", 20)
                .part("b", TANK)
                .part("middle", JUNCTION)
                .from("a", "valve", VALVE, "middle", "linear-mmhg-per-l-min", 2)
                .from("middle", "rest", RESISTOR, "b", "linear-mmhg-per-l-min", 10)
                .model();
        run(model, 2);
        assertThat(now(model, "valve.flow-ml-per-min")).isCloseTo(20 / 12.0 * 1_000, within(10.0));
        model.set("b", "pressure-mmhg", 100);
        run(model, 2);
        assertThat(now(model, "valve.flow-ml-per-min")).isZero();
        assertThat(now(model, "middle.pressure-mmhg")).isCloseTo(100, within(0.1));
    }

    @Test
    void aCollapsedVeinGivesNoMoreHoweverMuchIsDrawn() {
        CircuitModel model = new Circuits()
                .part("vein", TANK, "pressure-mmhg", 5)
                .part("tip", JUNCTION)
                .part("drain", TANK, "pressure-mmhg", -20)
                .from("vein", "inlet", VENOUS_INLET, "tip", "linear-mmhg-per-l-min", 1)
                .from("tip", "cannula", CANNULA, "drain", "quadratic-mmhg-per-l-min2", 1)
                .model();
        model.settle();
        double atTwenty = now(model, "inlet.flow-ml-per-min");
        model.set("drain", "pressure-mmhg", -80);
        model.settle();
        assertThat(now(model, "inlet.flow-ml-per-min"))
                .isCloseTo(5_000, within(1.0))
                .isGreaterThan(atTwenty);
        model.set("drain", "pressure-mmhg", -300);
        model.settle();
        assertThat(now(model, "inlet.flow-ml-per-min")).isCloseTo(5_000, within(1.0));
    }

    @Test
    void settlingFindsWhatTimeFinds() {
        CircuitModel settled = centrifugal().model();
        CircuitModel run = centrifugal().model();
        settled.turn("pump", 3_000);
        run.turn("pump", 3_000);
        settled.settle();
        run(run, 30);
        assertThat(now(run, "line.flow-ml-per-min")).isCloseTo(now(settled, "line.flow-ml-per-min"), within(0.01));
        assertThat(now(run, "outlet.pressure-mmhg")).isCloseTo(now(settled, "outlet.pressure-mmhg"), within(0.001));
    }

    @Test
    void aNumberOutsideItsRangeOrOfNobodyIsRefusedAndChangesNothing() {
        CircuitModel model = roller();
        assertThatThrownBy(() -> model.set("line", "closed-percent", 101)).hasMessageContaining("0.0 to 100 %");
        assertThatThrownBy(() -> model.set("line", "closed-percent", Double.NaN))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> model.set("line", "colour", 1)).hasMessageContaining("bore-mm");
        assertThatThrownBy(() -> model.set("lime", "closed-percent", 1)).hasMessageContaining("line");
        assertThatThrownBy(() -> model.turn("line", 1)).hasMessageContaining("no pump head");
        assertThat(model.parameter("line", "closed-percent")).isZero();
    }
}
