package org.altercor.bench.figures;

import java.util.List;

/// How the findings stand, in numbers.
///
/// @param figures           all
/// @param independent       those whose source gave the twin no number
/// @param within            those that agree
/// @param independentWithin those of both kinds
/// @param knownOutside      those that differ and say why
/// @param changed           those that are not as they say of themselves
public record FigureCounts(
        long figures, long independent, long within, long independentWithin, long knownOutside, long changed) {
    static FigureCounts of(List<Finding> findings) {
        return new FigureCounts(
                findings.size(),
                findings.stream()
                        .filter(finding -> finding.figure().independent())
                        .count(),
                findings.stream().filter(Finding::isWithin).count(),
                findings.stream()
                        .filter(finding -> finding.figure().independent() && finding.isWithin())
                        .count(),
                findings.stream()
                        .filter(finding -> finding.isAsStated() && !finding.isWithin())
                        .count(),
                findings.stream().filter(finding -> !finding.isAsStated()).count());
    }
}
