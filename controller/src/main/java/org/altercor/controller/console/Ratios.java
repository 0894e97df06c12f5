package org.altercor.controller.console;

import java.util.List;
import java.util.stream.IntStream;

/// The ratios that a screen offers, as perfusionists say them: 16:1 to 1:1, and on to 1:10. Each is one small step from
/// the next, from little flow of the follower to much.
final class Ratios {
    private static final int MOST_TO_ONE = 16;
    private static final int ONE_TO_MOST = 10;

    private Ratios() {}

    /// All of them.
    static List<Double> all() {
        return IntStream.rangeClosed(1 - MOST_TO_ONE, ONE_TO_MOST - 1)
                .mapToObj(Ratios::ofRung)
                .toList();
    }

    private static double ofRung(int rung) {
        return rung <= 0 ? 1.0 - rung : 1.0 / (rung + 1);
    }

    /// Where a ratio stands among them, with a fraction when it stands between two; 0 for 1:1, NaN for none.
    static double rung(double ratio) {
        return ratio >= 1 ? 1 - ratio : 1 / ratio - 1;
    }

    /// A ratio in words: parts of the leader's flow, then parts of the follower's.
    static String words(double ratio) {
        return ratio >= 1 ? parts(ratio) + ":1" : "1:" + parts(1 / ratio);
    }

    private static String parts(double parts) {
        boolean isWhole = Math.abs(parts - Math.rint(parts)) < 0.005;
        return Figures.of(parts, isWhole ? 0 : 2);
    }
}
