package org.altercor.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TubingTest {
    /// Bounds and volumes as printed by others [D], [CALC].
    @ParameterizedTest
    @CsvSource({"ONE_QUARTER, 14.2, 9.2, 31.67", "THREE_EIGHTHS, 30.9, 19.6, 71.26", "ONE_HALF, 53.7, 33.5, 126.68"})
    void boundsAndVolumesAgreeWithPublishedFigures(Tubing tubing, double six, double four, double perMetre) {
        assertThat(tubing.boundMlPerRev(Raceway.SIX_INCH)).isCloseTo(six, within(0.06));
        assertThat(tubing.boundMlPerRev(Raceway.FOUR_INCH)).isCloseTo(four, within(0.06));
        assertThat(tubing.volumeMlPerMetre()).isCloseTo(perMetre, within(0.005));
    }

    @ParameterizedTest
    @EnumSource(Tubing.class)
    void handbookStrokeVolumesLieWithinGeometryInBothHeads(Tubing tubing) {
        for (Raceway raceway : Raceway.values()) {
            assertThat(tubing.canDisplace(tubing.handbookMlPerRev(raceway), raceway))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Tubing.class)
    void aStrokeVolumeOutsideGeometryIsImpossible(Tubing tubing) {
        double bound = tubing.boundMlPerRev(Raceway.SIX_INCH);

        assertThat(tubing.canDisplace(bound, Raceway.SIX_INCH)).isTrue();
        assertThat(tubing.canDisplace(bound * 1.001, Raceway.SIX_INCH)).isFalse();
        assertThat(tubing.canDisplace(bound * 0.5, Raceway.SIX_INCH)).isTrue();
        assertThat(tubing.canDisplace(bound * 0.499, Raceway.SIX_INCH)).isFalse();
        assertThat(tubing.canDisplace(Double.NaN, Raceway.SIX_INCH)).isFalse();
    }
}
