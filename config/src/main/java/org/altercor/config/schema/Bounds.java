package org.altercor.config.schema;

/// A range as it is written down: from where to where, in which unit, why, and whose word that is.
///
/// @param min    smallest value, in `unit`
/// @param max    largest value, in `unit`
/// @param unit   unit of both
/// @param why    why the range stands where it stands
/// @param source where that comes from
public record Bounds(double min, double max, Unit unit, String why, String source) implements Range {}
