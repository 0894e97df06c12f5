package org.altercor.bench.figures;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Every figure, in the order in which the table prints them.
final class TwinFigures {
    private TwinFigures() {}

    /// By theme.
    static Map<String, List<Figure>> byTheme() {
        var themes = new LinkedHashMap<String, List<Figure>>();
        themes.put("Tubing", TubingFigures.all());
        themes.put("Roller heads", together(List.of(RollerFigures.all(), OcclusionFigures.all())));
        themes.put("Centrifugal heads", HeadFigures.all());
        themes.put("Cannulae and oxygenators", together(List.of(CannulaFigures.all(), DrainageFigures.all())));
        themes.put(
                "Pump, line and cannula together",
                together(List.of(LineFigures.all(), BackflowFigures.all(), LineTimeFigures.all())));
        themes.put("Patient", PatientFigures.all());
        themes.put("Heart and pulse", together(List.of(HeartFigures.all(), PulseFigures.all())));
        themes.put("Transit and emptying", TransitFigures.all());
        themes.put("Blood", BloodFigures.all());
        return themes;
    }

    private static List<Figure> together(List<List<Figure>> files) {
        return files.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Figure::id))
                .toList();
    }
}
