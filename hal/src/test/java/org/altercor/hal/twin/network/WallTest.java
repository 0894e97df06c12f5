package org.altercor.hal.twin.network;

import static org.altercor.config.circuit.PartKind.*;
import static org.altercor.hal.twin.network.HydraulicsTest.now;
import static org.altercor.hal.twin.network.HydraulicsTest.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Walls that give late: a line that ends dead swings, and its tubing takes the swing away.
class WallTest {
    private static final double STEP_MMHG = 100;

    /// 70 cm of 3/8 inch that end dead: it swings four times a second.
    private static CircuitModel deadEnd(double lagMs) {
        return new Circuits()
                .part("source", TANK)
                .part("end", JUNCTION, "wall-lag-ms", lagMs)
                .from("source", "line", TUBE, "end", "bore-mm", 9.525, "length-cm", 70)
                .model();
    }

    /// Largest less smallest pressure within the second second after a step of pressure.
    private static double swingMmHg(double lagMs) {
        CircuitModel model = deadEnd(lagMs);
        model.set("source", "pressure-mmhg", STEP_MMHG);
        run(model, 1);
        double highest = Double.NEGATIVE_INFINITY;
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 1_000; i++) {
            model.step();
            highest = Math.max(highest, now(model, "end.pressure-mmhg"));
            lowest = Math.min(lowest, now(model, "end.pressure-mmhg"));
        }
        return highest - lowest;
    }

    @Test
    void aLineThatEndsDeadHasStoppedSwingingAfterASecond() {
        assertThat(swingMmHg(10)).isLessThan(0.08 * STEP_MMHG);
    }

    @Test
    void wallsThatOnlySpringLetItSwingOn() {
        assertThat(swingMmHg(0)).isGreaterThan(0.5 * STEP_MMHG);
    }

    @Test
    void wallsThatGiveLateHoldTheSamePressureAtRestAndLoseNothing() {
        CircuitModel model = deadEnd(50);
        model.set("source", "pressure-mmhg", STEP_MMHG);
        run(model, 10);
        assertThat(now(model, "end.pressure-mmhg")).isCloseTo(STEP_MMHG, within(1e-6));
        assertThat(model.volumeErrorMl()).isCloseTo(0, within(1e-9));

        CircuitModel settled = deadEnd(50);
        settled.set("source", "pressure-mmhg", STEP_MMHG);
        assertThat(settled.settle()).isTrue();
        assertThat(now(settled, "end.volume-ml")).isCloseTo(now(model, "end.volume-ml"), within(1e-6));
    }

    @Test
    void aNumberThatIsSetInTheMidstOfASwingChangesNothingOfIt() {
        CircuitModel undisturbed = deadEnd(20);
        CircuitModel touched = deadEnd(20);
        for (CircuitModel model : new CircuitModel[] {undisturbed, touched}) {
            model.set("source", "pressure-mmhg", STEP_MMHG);
            run(model, 0.1);
        }
        for (int i = 0; i < 200; i++) {
            touched.set("line", "closed-percent", 0);
            assertThat(now(touched, "end.pressure-mmhg")).isEqualTo(now(undisturbed, "end.pressure-mmhg"));
            touched.step();
            undisturbed.step();
        }
    }

    @Test
    void aLineBurstsByThePressureInItAndNotWhileItIsOnlyBroughtToRest() {
        CircuitModel model = deadEnd(10);
        model.set("end", "bursts-at-mmhg", 150);
        model.set("source", "pressure-mmhg", STEP_MMHG);
        model.settle();
        assertThat(now(model, "end.burst")).isZero();

        CircuitModel struck = deadEnd(10); // the same pressure at once overshoots
        struck.set("end", "bursts-at-mmhg", 150);
        struck.set("source", "pressure-mmhg", STEP_MMHG);
        run(struck, 1);
        assertThat(now(struck, "end.burst")).isEqualTo(1);
    }
}
