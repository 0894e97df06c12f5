package org.altercor.config.rig;

import static org.assertj.core.api.Assertions.assertThat;

import org.altercor.config.rig.GpioChips.Sameness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GpioChipsTest {
    @ParameterizedTest
    @CsvSource({
        "pinctrl-rp1,     pinctrl-rp1,     SAME",
        "pinctrl-rp1,     pinctrl-bcm2711, DIFFERENT",
        "pinctrl-rp1,     /dev/gpiochip4,  SAME",
        "pinctrl-rp1,     /dev/gpiochip0,  SAME",
        "pinctrl-rp1,     /dev/gpiochip1,  UNKNOWN",
        "pinctrl-bcm2711, /dev/gpiochip0,  SAME",
        "pinctrl-bcm2711, /dev/gpiochip4,  UNKNOWN",
        "pinctrl-bcm2835, /dev/gpiochip0,  SAME",
        "some-expander,   /dev/gpiochip0,  UNKNOWN",
        "/dev/gpiochip0,  /dev/gpiochip0,  SAME",
        "/dev/gpiochip0,  /dev/gpiochip4,  SAME",
        "/dev/gpiochip0,  /dev/gpiochip1,  DIFFERENT"
    })
    void twoNamesStandForOneChipForTwoOrForNobodyKnowsWhich(String one, String other, Sameness sameness) {
        assertThat(GpioChips.compare(one, other)).isEqualTo(sameness);
        assertThat(GpioChips.compare(other, one)).isEqualTo(sameness);
    }
}
