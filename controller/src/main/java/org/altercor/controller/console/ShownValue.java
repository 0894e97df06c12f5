package org.altercor.controller.console;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// A number as the screen shows it: known now; or not known, with the reason, and with the last that was known and how
/// old that is. What was never known is none of these but the reason.
///
/// @param now   known now, in the canonical unit
/// @param last  the last that was known, when it is not known now
/// @param ageMs how old that is
/// @param why   why it is not known; empty when it is
record ShownValue(OptionalDouble now, OptionalDouble last, OptionalLong ageMs, Optional<String> why) {
    static ShownValue of(double now) {
        return new ShownValue(OptionalDouble.of(now), OptionalDouble.empty(), OptionalLong.empty(), Optional.empty());
    }

    /// Never known.
    static ShownValue unknown(String why) {
        return new ShownValue(OptionalDouble.empty(), OptionalDouble.empty(), OptionalLong.empty(), Optional.of(why));
    }

    /// Known once.
    static ShownValue old(double last, long ageMs, String why) {
        return new ShownValue(
                OptionalDouble.empty(), OptionalDouble.of(last), OptionalLong.of(ageMs), Optional.of(why));
    }

    boolean isKnown() {
        return now.isPresent();
    }
}
