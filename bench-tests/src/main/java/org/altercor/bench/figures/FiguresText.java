package org.altercor.bench.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The findings as Markdown.
final class FiguresText {
    private static final String COLUMNS = """
            | id | figure | unit | published | twin | difference | source | independent | the tolerance or range | stands |
            |---|---|---|---|---|---|---|---|---|---|
            """;

    private FiguresText() {}

    static String markdown(Map<String, List<Finding>> themes) {
        var counts =
                FigureCounts.of(themes.values().stream().flatMap(List::stream).toList());
        StringBuilder text = new StringBuilder("""
                # The twin beside published figures

                Printed by `./altercor bench twin-figures`. Each figure has a circuit of its own, in which the twin is \
                asked for a value that somebody else has measured, or that follows from published numbers. \
                *Independent* means that no number the twin was given comes from that source. A figure that lies \
                outside its tolerance stays in the table and says why. Marks are explained in `docs/sources.md`.

                """).append(sentence(counts)).append('\n');
        themes.forEach((theme, findings) -> {
            text.append("\n## ").append(theme).append("\n\n").append(COLUMNS);
            findings.forEach(finding -> text.append(row(finding)));
        });
        return text.toString();
    }

    private static String sentence(FigureCounts counts) {
        String sentence = String.format(
                Locale.ROOT,
                "%d figures, %d of them independent. %d lie within (%d independent), %d are known to lie outside.",
                counts.figures(),
                counts.independent(),
                counts.within(),
                counts.independentWithin(),
                counts.knownOutside());
        return counts.changed() == 0
                ? sentence
                : String.format(Locale.ROOT, "%s **%d changed.**", sentence, counts.changed());
    }

    private static String row(Finding finding) {
        Figure figure = finding.figure();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |\n",
                figure.id(),
                figure.what(),
                figure.unit(),
                published(figure.published()),
                rounded(finding.twin(), figure.published()),
                signed(rounded(finding.difference(), figure.published())),
                figure.source(),
                figure.independent() ? "yes" : "no",
                figure.because(),
                standing(finding));
    }

    private static String standing(Finding finding) {
        String is = finding.isWithin() ? "within" : "outside";
        if (!finding.isAsStated()) {
            return "**changed**: now " + is;
        }
        return switch (finding.figure().standing()) {
            case Standing.Within() -> is;
            case Standing.KnownOutside(String why) -> "**outside**: " + why;
        };
    }

    private static String published(Published published) {
        return switch (published) {
            case Published.About(double value, double tolerance) -> plain(value) + " ± " + plain(tolerance);
            case Published.Between(double low, double high) -> plain(low) + " to " + plain(high);
        };
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static String rounded(double value, Published published) {
        if (!Double.isFinite(value)) {
            return "none";
        }
        int decimals = Math.clamp((long) Math.ceil(-StrictMath.log10(published.quantum())), 0, 6);
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static String signed(String number) {
        return number.startsWith("-") || number.matches("[0.]+|none") ? number : "+" + number;
    }
}
