package org.altercor.controller.blackbox;

import java.util.ArrayList;
import java.util.List;
import org.altercor.controller.blackbox.Panel.Scale;

/// The numbers of a plot, from bottom to top.
///
/// @param lowest  in the unit that is shown
/// @param highest in the unit that is shown
/// @param step    between two ticks
/// @param height  of the plot
record Axis(double lowest, double highest, double step, double height) {
    private static final double[] STEPS = {1, 2, 5, 10};

    /// Ticks of a plot, at most so many steps. Our own judgement: numbers of nine points stand clear of each other.
    private static final int MOST_STEPS = 4;

    /// Share of the range that stays free at its ends: a line on the edge is not seen as one. Our own judgement.
    private static final double HEADROOM = 0.06;

    /// An axis that shows all numbers of a panel.
    static Axis of(Panel panel, double height) {
        Scale scale = panel.scale();
        double low = scale.hasZero() ? 0 : Double.POSITIVE_INFINITY;
        double high = scale.hasZero() ? 0 : Double.NEGATIVE_INFINITY;
        for (Trace trace : panel.traces().filter(Trace::isEverKnown).toList()) {
            low = Math.min(low, trace.lowest() * scale.factor());
            high = Math.max(high, trace.highest() * scale.factor());
        }
        if (low > high) {
            low = 0;
            high = 0;
        }
        double lacking = scale.least() - (high - low);
        if (lacking > 0) {
            low -= scale.hasZero() ? 0 : lacking / 2;
            high += scale.hasZero() ? lacking : lacking / 2;
        }
        double step = step((high - low) / MOST_STEPS);
        double free = (high - low) * HEADROOM;
        return new Axis(low < 0 || !scale.hasZero() ? low - free : low, high + free, step, height);
    }

    /// The next step that people count in.
    private static double step(double atLeast) {
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        for (double step : STEPS) {
            if (step * power >= atLeast * 0.999) {
                return step * power;
            }
        }
        return 10 * power;
    }

    /// Where a number lies, from the top of the plot.
    double y(double shown) {
        return height - (shown - lowest) / (highest - lowest) * height;
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (double i = Math.ceil(lowest / step - 1e-9); i * step <= highest; i++) {
            ticks.add(i * step + 0.0); // never a minus zero
        }
        return ticks;
    }

    /// Decimals that tell two ticks apart.
    int decimals() {
        return Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
    }
}
