package org.altercor.safety.telemetry;

/// One metric of one machine.
///
/// @param name   unique in the machine; carries the unit
/// @param kind   row of the catalogue
/// @param index  which of its kind, in the frames
/// @param source where its value comes from
record Metric(String name, MetricKind kind, int index, MetricKind.Source source) {
    /// What it is at the moment of a look.
    Value read(MachineLook look) {
        return source.read(look, index);
    }
}
