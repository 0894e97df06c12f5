package org.altercor.bench.figures;

import java.util.Locale;

/// What a source says a figure is. It decides whether the twin's value agrees.
public sealed interface Published {
    /// A value that the twin should come near.
    ///
    /// @param value     as published
    /// @param tolerance how far the twin may be from it
    record About(double value, double tolerance) implements Published {
        public About {
            if (!(tolerance > 0) || !Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "no figure is %s within %s", value, tolerance));
            }
        }

        @Override
        public double difference(double twin) {
            return twin - value;
        }

        @Override
        public boolean agrees(double twin) {
            return Math.abs(twin - value) <= tolerance; // a twin that gives no number agrees with nothing
        }

        @Override
        public double low() {
            return value - tolerance;
        }

        @Override
        public double high() {
            return value + tolerance;
        }

        @Override
        public double quantum() {
            return tolerance / 10;
        }
    }

    /// A range in which the twin should be.
    record Between(double low, double high) implements Published {
        public Between {
            if (!(low < high)) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "no figure lies between %s and %s", low, high));
            }
        }

        @Override
        public double difference(double twin) {
            return twin - Math.clamp(twin, low, high);
        }

        @Override
        public boolean agrees(double twin) {
            return twin >= low && twin <= high;
        }

        @Override
        public double quantum() {
            return (high - low) / 100;
        }
    }

    /// How far the twin's value is away: from the value, or from the nearest end of the range.
    double difference(double twin);

    /// Whether the twin's value lies within the tolerance, or in the range.
    boolean agrees(double twin);

    /// Lowest value that agrees.
    double low();

    /// Highest value that agrees.
    double high();

    /// The step in which values of the figure are worth printing.
    double quantum();
}
