package org.altercor.hal.twin.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TubeFrictionTest {
    /// Pressure drops of one metre, derived from the friction laws by arithmetic elsewhere [D].
    @ParameterizedTest(name = "{0} mm, {1} mPa·s, {2} L/min: {3} mmHg")
    @CsvSource({
        "6.35, 2.3, 1, 7.2",
        "6.35, 2.3, 4, 98.4",
        "6.35, 2.3, 7, 262",
        "9.525, 2.3, 1, 1.4",
        "9.525, 2.3, 2, 2.9",
        "9.525, 2.3, 3, 6.7",
        "6.35, 2.3, 2, 22.8",
        "9.525, 2.3, 4, 14.3",
        "9.525, 2.3, 5, 21.2",
        "9.525, 2.3, 7, 38.2",
        "9.525, 3.0, 2, 3.7",
        "9.525, 3.0, 6, 31.2",
        "12.7, 2.3, 3, 1.35",
        "12.7, 2.3, 7, 9.7",
        "12.7, 3.0, 3, 1.8"
    })
    void aMetreLosesWhatTheLawsSay(double boreMm, double viscosity, double litres, double expectedMmHg) {
        var friction = friction(boreMm, 100, 1_050, 0);
        friction.at(litres * Physics.ML_PER_S, viscosity);
        assertThat(friction.dropMmHg()).isCloseTo(expectedMmHg, within(0.02 * expectedMmHg + 0.05));
    }

    @Test
    void theSlopeIsTheOneOfTheDropAtEveryFlowAndSpeed() {
        var friction = friction(9.525, 150, 1_050, 1.5);
        for (double flow = 0.5; flow < 150; flow += 0.37) {
            friction.at(flow, 2.5);
            double slope = friction.slopeMmHgSPerMl();
            friction.at(flow + 1e-5, 2.5);
            double above = friction.dropMmHg();
            friction.at(flow - 1e-5, 2.5);
            double measured = (above - friction.dropMmHg()) / 2e-5;
            if (!isAnEdge(friction, flow)) {
                assertThat(slope).as("%s mL/s", flow).isCloseTo(measured, within(1e-4 * measured));
            }
        }
    }

    private static boolean isAnEdge(TubeFriction friction, double flow) {
        double reynolds = friction.reynolds(flow, 2.5);
        return Math.abs(reynolds - TubeFriction.LAMINAR_BELOW) < 1
                || Math.abs(reynolds - TubeFriction.TURBULENT_ABOVE) < 1;
    }

    @Test
    void backwardFlowLosesAsMuchTheOtherWay() {
        var friction = friction(9.525, 150, 1_050, 1);
        friction.at(80, 2.5);
        double forward = friction.dropMmHg();
        friction.at(-80, 2.5);
        assertThat(friction.dropMmHg()).isEqualTo(-forward);
    }

    @Test
    void connectorsAddVelocityHeads() {
        var plain = friction(9.525, 100, 1_050, 0);
        var barbed = friction(9.525, 100, 1_050, 1);
        plain.at(5 * Physics.ML_PER_S, 2.3);
        barbed.at(5 * Physics.ML_PER_S, 2.3);
        assertThat(barbed.dropMmHg() - plain.dropMmHg()).isCloseTo(5.4, within(0.05)); // [D]
    }

    private static TubeFriction friction(double boreMm, double lengthCm, double density, double heads) {
        var friction = new TubeFriction();
        friction.shape(boreMm, lengthCm, density, heads);
        return friction;
    }
}
