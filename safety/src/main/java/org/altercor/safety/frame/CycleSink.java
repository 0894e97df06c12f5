package org.altercor.safety.frame;

/// Shown each cycle of a loop, on the loop's thread, after its step: must not wait and must not allocate.
///
/// @param <I> what the loop gathered
/// @param <O> what it decided
@FunctionalInterface
public interface CycleSink<I extends Frame, O extends Frame> {
    /// Takes what it wants of a cycle. All three belong to the loop and change with the next one.
    ///
    /// @param state of the core after the step
    void tell(I inputs, O outputs, Frame state);
}
