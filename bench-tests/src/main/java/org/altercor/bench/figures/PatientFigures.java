package org.altercor.bench.figures;

import static org.altercor.bench.figures.Figure.figure;

import java.util.List;
import org.altercor.config.circuit.LineParameters;
import org.altercor.config.circuit.PartKind;
import org.altercor.config.circuit.PatientParameters;

/// Resistance, oxygen and warmth of a patient on bypass.
final class PatientFigures {
    private static final String ONE_PERCENT = "1 %: the table takes haemoglobin as full, the twin as it is at 200 mmHg";

    private PatientFigures() {}

    static List<Figure> all() {
        return List.of(
                figure("TF-601", "resistance at 3.5 L/min", "mmHg/(L/min)", "[P16]")
                        .between(18, 38, "window of a simulator's validation")
                        .within(() -> resistance(3.5)),
                figure("TF-602", "resistance at 5.5 L/min", "mmHg/(L/min)", "[P16]")
                        .between(18, 38, "window of a simulator's validation")
                        .within(() -> resistance(5.5)),
                figure("TF-603", "change of oxygen consumption from 37 to 36 °C", "%", "[P8]")
                        .about(-7, 0.5, "half of the last digit that is printed")
                        .within(() -> 100 * (consumption(36) / consumption(37) - 1)),
                figure("TF-604", "oxygen consumption by body surface at 37 °C", "mL/min/m²", "[P9]")
                        .about(105, 13, "spread of the patients")
                        .within(() -> consumption(37) / Adult.SURFACE),
                figure("TF-605", "oxygen delivery, haemoglobin 7 g/dL, 2.4 L/min/m²", "mL/min/m²", "[D]")
                        .about(240, 2.4, ONE_PERCENT)
                        .within(() -> delivery(7)),
                figure("TF-606", "oxygen delivery, haemoglobin 8 g/dL", "mL/min/m²", "[D]")
                        .about(272, 2.7, ONE_PERCENT)
                        .within(() -> delivery(8)),
                figure("TF-607", "oxygen delivery, haemoglobin 10 g/dL", "mL/min/m²", "[D]")
                        .about(336, 3.4, ONE_PERCENT)
                        .within(() -> delivery(10)),
                figure("TF-608", "gain of oxygen given in a minute when flow grows by 47.5 %", "%", "[P87]")
                        .independent()
                        .about(41.6, 14, "14 points: what was measured at the greatest flow spread by 14 %")
                        .within(() -> 100 * (given(6.5) / given(6.5 / 1.475) - 1)),
                figure("TF-609", "change of oxygen given to each mL when flow grows by 47.5 %", "%", "[P87]")
                        .independent()
                        .between(-10, -0.5, "it fell from 2.5 to 2.4 mL/dL, which was told from nothing")
                        .within(() -> 100 * (given(6.5) / given(6.5 / 1.475) / 1.475 - 1)),
                figure("TF-610", "time constant of cooling the whole body, 80 kg at 5 L/min", "min", "[D]")
                        .about(
                                14.7,
                                1.5,
                                "10 %: the derivation leaves out the blood, which holds 7 % of the warmth (J)")
                        .within(() -> coolingMinutes(80)),
                figure("TF-611", "time constant of cooling a core of 60 %", "min", "[D]")
                        .about(8.8, 1.1, "12 %: blood holds 11 % of that warmth (J)")
                        .within(() -> coolingMinutes(48)));
    }

    private static double resistance(double litresPerMin) {
        return Adult.onBypass(18)
                .trial()
                .turn("pump", Adult.speedRpm(litresPerMin))
                .settle()
                .now("patient.resistance-mmhg-per-l-min");
    }

    private static double consumption(double celsius) {
        Sketch sketch = new Sketch()
                .blood(25, celsius)
                .part(PartKind.COMPARTMENT, "arteries")
                .with(LineParameters.VOLUME, 1_200)
                .with(PatientParameters.VESSELS, 9)
                .tank("veins", 0)
                .part(PartKind.BED, "arteries", "body", "veins")
                .with(PatientParameters.RESISTANCE, 18)
                .with(PatientParameters.CONSUMPTION, 200)
                .with(PatientParameters.CORE, 48)
                .with(PatientParameters.CORE_START, celsius);
        return sketch.trial().run(0.1).now("body.consumption-ml-per-min");
    }

    private static double delivery(double haemoglobinGPerDl) {
        return Adult.onBypass(18)
                .blood(3 * haemoglobinGPerDl, 37)
                .trial()
                .set("oxygenator", LineParameters.OXYGEN, 100 * 200 / (0.571 * 713)) // blood leaves with 200 mmHg
                .set("oxygenator", LineParameters.TRANSFER, 1_000)
                .turn("pump", Adult.speedRpm(2.4 * Adult.SURFACE))
                .run(120)
                .now("patient.oxygen-delivery-ml-per-min-m2");
    }

    /// Oxygen that an oxygenator gives to venous blood of 40 mmHg, in mL/min.
    private static double given(double litresPerMin) {
        Sketch sketch = new Sketch()
                .blood(25, 37)
                .tank("vein", 0)
                .junction("inlet")
                .junction("outlet")
                .tank("artery", 0)
                .flow("vein", "flow", "inlet", litresPerMin)
                .tube("outlet", "line", "artery", Devices.THREE_EIGHTHS, 100);
        return Devices.oxygenator(sketch, "inlet", "outlet").trial().run(20).now("oxygenator.transfer-ml-per-min");
    }

    /// Minutes until a body that makes no heat has come 63 % of the way to the water's temperature.
    private static double coolingMinutes(double coreKg) {
        Trial trial = Adult.onBypass(18)
                .blood(25, 36)
                .trial()
                .set("body", PatientParameters.CONSUMPTION, 0)
                .set("body", PatientParameters.CORE_TO_SHELL, 0)
                .set("oxygenator", LineParameters.EXCHANGE, 100)
                .set("oxygenator", LineParameters.WATER, 16)
                .set("body", PatientParameters.CORE, coreKg)
                .turn("pump", Adult.speedRpm(5))
                .settle();
        double start = trial.now("body.core-celsius");
        double goal = start + (1 - StrictMath.exp(-1)) * (16 - start);
        return trial.secondsUntil(3_600, () -> trial.now("body.core-celsius") <= goal) / 60;
    }
}
