package org.altercor.bench.figures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Every figure, in the order in which the table prints them.
final class TwinFigures {
    private TwinFigures() {}

    /// By theme.
    static Map<String, List<Figure>> byTheme() {
        var themes = new LinkedHashMap<String, List<Figure>>();
        themes.put("Tubing", TubingFigures.all());
        themes.put("Roller heads", RollerFigures.all());
        themes.put("Centrifugal heads", HeadFigures.all());
        themes.put("Cannulae and oxygenators", CannulaFigures.all());
        themes.put("Pump, line and cannula together", LineFigures.all());
        themes.put("Patient", PatientFigures.all());
        themes.put("Heart and pulse", HeartFigures.all());
        themes.put("Transit and emptying", TransitFigures.all());
        themes.put("Blood", BloodFigures.all());
        return themes;
    }

    /// All of them, in that order.
    static List<Figure> all() {
        return byTheme().values().stream().flatMap(List::stream).collect(Collectors.toUnmodifiableList());
    }
}
