package org.altercor.bench.figures;

import static org.altercor.bench.figures.Figure.figure;

import java.util.List;
import org.altercor.hal.twin.blood.Oxygen;
import org.altercor.hal.twin.blood.Viscosity;

/// How thick blood is, and what oxygen it carries.
final class BloodFigures {
    private static final String ROUNDED = "half of the last digit that is printed";
    private static final String TEN_PERCENT = "10 %: by that viscosity a turbulent line loses 2.5 % more [CALC]";

    private static final String TWO_LAWS =
            "Published laws differ by more than that, and the twin follows the thickest of these.";

    private BloodFigures() {}

    static List<Figure> all() {
        return List.of(
                figure("TF-801", "viscosity, haematocrit 25, 37 °C", "mPa·s", "[D from P69]")
                        .about(2.46, 0.005, ROUNDED)
                        .within(() -> Viscosity.bloodMpaS(0.25, 37)),
                figure("TF-802", "viscosity, haematocrit 25, 28 °C", "mPa·s", "[D from P69]")
                        .about(2.97, 0.005, ROUNDED)
                        .within(() -> Viscosity.bloodMpaS(0.25, 28)),
                figure("TF-803", "viscosity, haematocrit 40, 20 °C", "mPa·s", "[D from P69]")
                        .about(5.19, 0.005, ROUNDED)
                        .within(() -> Viscosity.bloodMpaS(0.40, 20)),
                figure("TF-804", "viscosity by 1.2·exp(2.5·H), haematocrit 15, 37 °C", "mPa·s", "[D from P109]")
                        .independent()
                        .about(1.75, 0.175, TEN_PERCENT)
                        .within(() -> Viscosity.bloodMpaS(0.15, 37)),
                figure("TF-805", "the same, haematocrit 25", "mPa·s", "[D from P109]")
                        .independent()
                        .about(2.24, 0.224, TEN_PERCENT)
                        .within(() -> Viscosity.bloodMpaS(0.25, 37)),
                figure("TF-806", "the same, haematocrit 45", "mPa·s", "[D from P109]")
                        .independent()
                        .about(3.70, 0.37, TEN_PERCENT)
                        .outside(TWO_LAWS, () -> Viscosity.bloodMpaS(0.45, 37)),
                figure("TF-807", "viscosity read off a chart of haematocrit, 25", "mPa·s", "[D from P110]")
                        .independent()
                        .about(2.10, 0.21, TEN_PERCENT)
                        .outside(TWO_LAWS, () -> Viscosity.bloodMpaS(0.25, 37)),
                figure("TF-808", "the same, 40", "mPa·s", "[D from P110]")
                        .independent()
                        .about(3.11, 0.31, TEN_PERCENT)
                        .outside(TWO_LAWS, () -> Viscosity.bloodMpaS(0.40, 37)),
                figure("TF-809", "rise of viscosity from 37 to 22 °C, haematocrit 25", "%", "[P108]")
                        .independent()
                        .between(50, 300, "as reported; which shear rates, the opening of the paper does not say")
                        .outside(
                                "The twin's blood thickens as its plasma does; slow blood thickens more, but lines shear it at 100 1/s and above, "
                                        + "where it no longer thins [CALC].",
                                () -> 100 * (Viscosity.bloodMpaS(0.25, 22) / Viscosity.bloodMpaS(0.25, 37) - 1)),
                figure("TF-810", "diluted and cold by whole and warm: 27.04 at 25 °C by 36.81 at 37 °C", "", "[P106]")
                        .independent()
                        .about(1, 0.1, "not told apart in 14 patients; 10 % would have been (J)")
                        .within(() -> Viscosity.bloodMpaS(0.2704, 25) / Viscosity.bloodMpaS(0.3681, 37)),
                figure("TF-811", "saturation at 27 mmHg", "%", "[D from P68]")
                        .about(50.35, 0.005, ROUNDED)
                        .within(() -> 100 * Oxygen.saturation(27)),
                figure("TF-812", "saturation at 40 mmHg", "%", "[D from P68]")
                        .about(74.95, 0.005, ROUNDED)
                        .within(() -> 100 * Oxygen.saturation(40)),
                figure("TF-813", "saturation at 100 mmHg", "%", "[D from P68]")
                        .about(97.75, 0.005, ROUNDED)
                        .within(() -> 100 * Oxygen.saturation(100)),
                figure("TF-814", "saturation at 125 mmHg by another formula (Thomas)", "%", "[P111]")
                        .independent()
                        .about(98.4288, 0.5, "half a point: oximeters show whole points (J)")
                        .within(() -> 100 * Oxygen.saturation(125)),
                figure("TF-815", "saturation at 13.3 kPa", "%", "[P107]")
                        .independent()
                        .about(97, 1, "about 97 in the source")
                        .within(() -> 100 * Oxygen.saturation(13.3 * 7.50062)));
    }
}
