package org.altercor.controller.scenario;

/// What came of one expectation.
///
/// @param atSeconds        time it was written for
/// @param line             where it stands in its file
/// @param signal           name of the signal
/// @param unit             unit of the signal
/// @param found            the value that decided; NaN when it was not known
/// @param allowed          what was allowed, in words, with its unit
/// @param passed           whether it held
/// @param decidedAtSeconds when it was decided
/// @param why              what it says about the world, from the file; empty when it says nothing
public record Verdict(
        double atSeconds,
        int line,
        String signal,
        String unit,
        double found,
        String allowed,
        boolean passed,
        double decidedAtSeconds,
        String why) {}
