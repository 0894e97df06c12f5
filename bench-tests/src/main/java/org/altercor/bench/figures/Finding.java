package org.altercor.bench.figures;

/// A figure and what the twin gave for it.
///
/// @param figure what was asked
/// @param twin   what the twin gave
public record Finding(Figure figure, double twin) {
    /// Whether the twin agrees with the source.
    boolean isWithin() {
        return figure.published().agrees(twin);
    }

    /// Whether that is what the figure says of itself.
    boolean isAsStated() {
        return switch (figure.standing()) {
            case Standing.Within() -> isWithin();
            case Standing.KnownOutside(var _) -> !isWithin() && Double.isFinite(twin);
        };
    }

    /// Distance from the published value, or from the nearest end of the published range.
    double difference() {
        return figure.published().difference(twin);
    }
}
