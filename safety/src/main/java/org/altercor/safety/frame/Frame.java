package org.altercor.safety.frame;

/// A fixed-layout bag of values that describes itself once.
///
/// The same method writes, reads, compares and documents the frame, so that no two of them can disagree:
///
/// ```java
/// public void exchange(FieldExchange fields) {
///     cycle = fields.int64("cycle", cycle);
///     speedRpm = fields.float64("speedRpm", speedRpm);
/// }
/// ```
///
/// The order, number and type of fields never depend on their values; lengths of arrays are fixed when the frame is
/// made. Owner: one thread. `exchange` allocates nothing.
public interface Frame {
    /// Hands every field to `fields`, in layout order, and keeps what comes back.
    void exchange(FieldExchange fields);
}
