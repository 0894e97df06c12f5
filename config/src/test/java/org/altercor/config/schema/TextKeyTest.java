package org.altercor.config.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.altercor.config.schema.TextKey.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a text may hold once its escapes are read: the scan of the file sees only the escapes.
class TextKeyTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, // nul
                0x07, // bell
                0x0A, // line feed
                0x1B, // escape: it steers a terminal
                0x7F, // delete
                0x85, // next line
                0x9B, // what ESC [ is in one character
                0x200B, // zero-width space
                0x202E, // right-to-left override
                0x2028, // line separator
                0xD800, // half a character
                0xFEFF, // byte order mark
            })
    void aCharacterThatIsInvisibleOrSteersIsRefusedWhereverItStands(int point) {
        String character = Character.toString(point);
        for (String text :
                new String[] {character, "BENCH" + character, character + "BENCH", "BE" + character + "NCH"}) {
            assertThat(Shape.LINE.fits(text)).as("U+%04X", point).isFalse();
            assertThat(Shape.FILE.fits(text + ".toml")).as("U+%04X", point).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dev//ttyUSB0",
                "/dev/./ttyUSB0",
                "/dev/../dev/ttyUSB0",
                "/dev/serial/../ttyUSB0",
                "/dev/ttyUSB0/",
                "/dev/ttyUSB0/.",
                "/dev/ttyUSB0/..",
                "/dev/",
                "/devices/ttyUSB0",
                "/dev/ttyUSB 0"
            })
    void aSecondWayToWriteTheNameOfADeviceIsRefused(String path) {
        assertThat(Shape.DEVICE.fits(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dev/ttyUSB0",
                "/dev/serial/by-id/usb-FTDI_USB-RS485_Cable_X-if00-port0",
                "/dev/serial/by-path/pci-0000:00:14.0-usb-0:2:1.0-port0",
                "/dev/..ttyUSB0",
                "/dev/pts/3"
            })
    void theOneWayIsAccepted(String path) {
        assertThat(Shape.DEVICE.fits(path)).isTrue();
    }

    @Test
    void aChipIsCalledByItsLabelOrByItsPathWithoutLeadingZeros() {
        assertThat(Shape.CHIP.fits("/dev/gpiochip0")).isTrue();
        assertThat(Shape.CHIP.fits("/dev/gpiochip10")).isTrue();
        assertThat(Shape.CHIP.fits("pinctrl-rp1")).isTrue();
        assertThat(Shape.CHIP.fits("/dev/gpiochip00")).isFalse();
        assertThat(Shape.CHIP.fits("/dev//gpiochip0")).isFalse();
    }

    @Test
    void ordinaryTextOfAnyLanguageFitsAndBlankOrLongTextDoesNot() {
        assertThat(Shape.LINE.fits("Prüfstand: 2 L/min, Δp ≤ 300 mmHg | 体外循環 (#1)"))
                .isTrue();
        assertThat(Shape.LINE.fits("x".repeat(200))).isTrue();
        assertThat(Shape.LINE.fits("x".repeat(201))).isFalse();
        assertThat(Shape.LINE.fits("")).isFalse();
        assertThat(Shape.LINE.fits("  \u2003")).isFalse();
        assertThat(Shape.FILE.fits("my bench/größer.toml")).isTrue();
    }
}
