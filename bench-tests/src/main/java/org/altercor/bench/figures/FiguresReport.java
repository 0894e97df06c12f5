package org.altercor.bench.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The findings for machines.
///
/// @param counts  how they stand
/// @param figures one by one
public record FiguresReport(FigureCounts counts, List<Row> figures) {

    /// One finding. Numbers are not rounded.
    ///
    /// @param id          of the figure
    /// @param theme       that it belongs to
    /// @param what        what is compared
    /// @param unit        of every value in the row
    /// @param source      mark of the source
    /// @param independent whether no number that the twin was given comes from it
    /// @param low         lowest value that agrees
    /// @param high        highest value that agrees
    /// @param because     why that is the tolerance or the range
    /// @param twin        what the twin gave; null when it gave no number
    /// @param difference  from the published value, or from the nearest end of the range; null with `twin`
    /// @param within      whether it agrees
    /// @param asStated    whether that is what the figure says of itself
    /// @param whyOutside  why it is known not to agree; null when it is known to agree
    public record Row(
            String id,
            String theme,
            String what,
            String unit,
            String source,
            boolean independent,
            double low,
            double high,
            String because,
            @Nullable Double twin,
            @Nullable Double difference,
            boolean within,
            boolean asStated,
            @Nullable String whyOutside) {

        static Row of(String theme, Finding finding) {
            Figure figure = finding.figure();
            boolean isNumber = Double.isFinite(finding.twin());
            return new Row(
                    figure.id(),
                    theme,
                    figure.what(),
                    figure.unit(),
                    figure.source(),
                    figure.independent(),
                    figure.published().low(),
                    figure.published().high(),
                    figure.because(),
                    isNumber ? finding.twin() : null,
                    isNumber ? finding.difference() : null,
                    finding.isWithin(),
                    finding.isAsStated(),
                    switch (figure.standing()) {
                        case Standing.Within() -> null;
                        case Standing.KnownOutside(String why) -> why;
                    });
        }
    }
}
