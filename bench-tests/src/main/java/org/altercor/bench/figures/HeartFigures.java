package org.altercor.bench.figures;

import static org.altercor.bench.figures.Figure.figure;

import java.util.List;
import org.altercor.config.circuit.PatientParameters;

/// What pressure is left when the heart stops.
final class HeartFigures {
    private static final double DEAD_SECONDS = 13;

    private HeartFigures() {}

    static List<Figure> all() {
        return List.of(
                figure("TF-651", "arterial pressure 13 s after the heart stops", "mmHg", "[P101]")
                        .about(24.2, 5.3, "spread of 323 arrests in 82 patients")
                        .within(() -> arrested().pressure("arteries")),
                figure("TF-652", "time constant of that fall", "s", "[P101]")
                        .about(2.9, 1.0, "spread of the patients")
                        .outside(
                                "Arteries that take up 1.5 mL/mmHg run out through 14 mmHg/(L/min) within 1.3 s (J); the 2.0 "
                                        + "of [P56] would take 1.7 s, and more resistance would leave the heart less than "
                                        + "3.8 L/min [CALC].",
                                HeartFigures::fallSeconds),
                figure("TF-653", "venous pressure 13 s after the heart stops", "mmHg", "[P101]")
                        .about(11.0, 5.4, "spread of the patients")
                        .within(() -> arrested().pressure("veins")),
                figure("TF-654", "arterial less venous pressure that stays", "mmHg", "[P101]")
                        .about(13.2, 6.2, "spread of the patients")
                        .within(HeartFigures::stays));
    }

    /// A beating heart at 77 mmHg with a venous pressure of 7.5 mmHg, stopped for 13 s.
    private static Trial arrested() {
        return beating().set("heart", PatientParameters.STRENGTH, 0).run(DEAD_SECONDS);
    }

    private static Trial beating() {
        return Adult.patient(14, 3_490)
                .trial()
                .set("heart", PatientParameters.STRENGTH, 100)
                .run(60);
    }

    private static double stays() {
        Trial trial = arrested();
        return trial.pressure("arteries") - trial.pressure("veins");
    }

    private static double fallSeconds() {
        Trial trial = beating();
        double last = arrested().pressure("arteries");
        trial.set("heart", PatientParameters.STRENGTH, 0).run(1); // the beat that is under way ends
        double first = trial.pressure("arteries");
        double goal = last + (first - last) * StrictMath.exp(-1);
        return trial.secondsUntil(60, () -> trial.pressure("arteries") <= goal);
    }
}
