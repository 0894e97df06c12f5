package org.altercor.controller.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.altercor.controller.blackbox.Panel.Scale;
import org.altercor.controller.blackbox.Trace.Stroke;
import org.junit.jupiter.api.Test;

class AxisTest {
    private static Axis axis(Scale scale, double line, double limit) {
        var cycle = Cycles.empty();
        var panel = new Panel(
                "Pressure",
                "",
                Optional.empty(),
                scale,
                List.of(new Trace("measured", Stroke.MEASURED, _ -> line)),
                List.of(new Trace("stops above", Stroke.STOPS, _ -> limit)),
                List.of(),
                () -> true);
        panel.take(cycle, false);
        return Axis.of(panel, 84);
    }

    @Test
    void lineLimitAndZeroLieInsideThePlot() {
        Axis axis = axis(new Scale("mmHg", 1, 0, 40, true), -31, 350);

        assertThat(List.of(axis.y(-31), axis.y(0), axis.y(350))).allMatch(y -> y > 0 && y < 84);
        assertThat(axis.ticks()).containsExactly(0.0, 100.0, 200.0, 300.0);
    }

    @Test
    void noiseDoesNotFillThePlot() {
        Axis axis = axis(new Scale("°C", 1, 1, 2, false), 36.9, 37.0);

        assertThat(axis.y(36.9) - axis.y(37.0)).isLessThan(84 / 10.0);
    }

    @Test
    void whatWasNeverKnownHasAnAxisToo() {
        Axis axis = axis(new Scale("L/min", 1e-3, 2, 1, true), Double.NaN, Double.NaN);

        assertThat(axis.ticks()).hasSizeBetween(2, 6);
        assertThat(axis.decimals()).isEqualTo(1);
    }
}
