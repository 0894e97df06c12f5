package org.altercor.hal.twin;

import java.util.Optional;
import java.util.OptionalDouble;
import org.altercor.config.schema.Unit;

/// Something that can happen to a device of the twin: a fault, a hand on it. Each kind of device has an enum of
/// them.
public interface Happening {
    /// How it is named, and how much of it there can be.
    ///
    /// @param word    as scenarios write it
    /// @param range   how much; empty when it takes no amount
    /// @param meaning what it does, in a few words
    record Words(String word, Optional<Range> range, String meaning) {
        /// Something that takes no amount.
        public static Words of(String word, String meaning) {
            return new Words(word, Optional.empty(), meaning);
        }

        /// Something that takes an amount.
        public static Words of(String word, Unit unit, double min, double max, String meaning) {
            return new Words(word, Optional.of(new Range(unit, min, max)), meaning);
        }

        /// The amount to go by; 0 where none is taken.
        ///
        /// @throws IllegalArgumentException when there is one too many, one missing, or one outside the range
        double checked(OptionalDouble amount) {
            if (range.isEmpty() && amount.isPresent()) {
                throw new IllegalArgumentException(word + " takes no amount");
            }
            double value = amount.orElse(range.isEmpty() ? 0 : Double.NaN);
            range.ifPresent(allowed -> {
                if (!(value >= allowed.min() && value <= allowed.max())) {
                    throw new IllegalArgumentException("%s = %s, needed is an amount from %s to %s"
                            .formatted(
                                    word,
                                    Unit.number(value),
                                    Unit.number(allowed.min()),
                                    allowed.unit().show(allowed.max())));
                }
            });
            return value;
        }
    }

    /// How much of it there can be.
    record Range(Unit unit, double min, double max) {}

    /// Its name and its amount.
    Words words();
}
