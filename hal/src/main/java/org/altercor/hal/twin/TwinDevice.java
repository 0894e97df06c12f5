package org.altercor.hal.twin;

import java.util.List;
import java.util.OptionalDouble;

/// A device of the twin to which things can happen: they add up, until the word `none` undoes them all.
///
/// Twin's thread only.
///
/// @param <H> what can happen to it
public interface TwinDevice<H extends Happening> {
    /// The word that undoes everything.
    String NONE = "none";

    /// All that can happen to it, in a fixed order.
    List<H> happenings();

    /// Lets something happen.
    ///
    /// @param amount how much; 0 for what takes no amount
    void happen(H what, double amount);

    /// Undoes everything that happened.
    void mend();

    /// Lets something happen by its word, or undoes everything.
    ///
    /// @throws IllegalArgumentException when no such thing can happen to it, or not so much of it
    default void happen(String word, OptionalDouble amount) {
        if (word.equals(NONE)) {
            mend();
            return;
        }
        H what = happenings().stream()
                .filter(each -> each.words().word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no %s; there are %s, %s"
                        .formatted(
                                word,
                                NONE,
                                String.join(
                                        ", ",
                                        happenings().stream()
                                                .map(each -> each.words().word())
                                                .toList()))));
        happen(what, what.words().checked(amount));
    }
}
