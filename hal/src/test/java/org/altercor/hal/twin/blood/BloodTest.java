package org.altercor.hal.twin.blood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BloodTest {
    private static final double MMHG_PER_KPA = 7.50062;

    @ParameterizedTest(name = "haematocrit {0} at {1} °C: {2} mPa·s")
    @CsvSource({
        "0.15, 18, 2.91", "0.15, 37, 1.91", "0.25, 18, 3.74", "0.25, 28, 2.97", "0.25, 37, 2.46",
        "0.30, 32, 3.09", "0.35, 20, 4.57", "0.40, 37, 3.59", "0.45, 18, 6.21", "0.45, 37, 4.09"
    })
    void viscosityFollowsHaematocritAndTemperature(double haematocrit, double celsius, double expected) {
        assertThat(Viscosity.bloodMpaS(haematocrit, celsius)).isCloseTo(expected, within(0.01));
    }

    @ParameterizedTest(name = "{0} mmHg: {1}")
    @CsvSource({"27, 0.5035", "40, 0.7495", "60, 0.9058", "80, 0.9573", "100, 0.9775", "150, 0.9932", "200, 0.9971"})
    void saturationFollowsSeveringhaus(double pressureMmHg, double expected) {
        assertThat(Oxygen.saturation(pressureMmHg)).isCloseTo(expected, within(0.0001));
    }

    @Test
    void aPublishedInverseOfTheCurveIsMetTwice() { // test data of [P68], which inverts by a fitted formula
        assertThat(Oxygen.saturation(7.948719 * MMHG_PER_KPA)).isCloseTo(0.906809, within(0.005));
        assertThat(Oxygen.saturation(0.148380 * MMHG_PER_KPA)).isCloseTo(0.009699, within(0.003));
    }

    @Test
    void contentAndItsInverseAgree() {
        for (double pressure = 1; pressure < 700; pressure *= 1.3) {
            double content = Oxygen.content(0.27, pressure);
            assertThat(Oxygen.pressureOf(0.27, content)).isCloseTo(pressure, within(1e-6 * pressure));
        }
    }

    @Test
    void noOxygenIsNoSaturation() {
        assertThat(Oxygen.saturation(0)).isZero();
        assertThat(Oxygen.saturation(-5)).isZero();
        assertThat(Oxygen.saturationOf(0.3, 0)).isCloseTo(0, within(1e-9));
    }
}
