package org.altercor.controller.operator;

/// What an operator asks of one pump. Flows are in mL/min; what a mode allows is judged by the control loop.
public sealed interface PumpAct {
    /// Standstill; of a centrifugal head with its line shut first. Never refused.
    record Stop() implements PumpAct {}

    /// A speed in rpm.
    record Speed(double rpm) implements PumpAct {}

    /// A flow.
    record Flow(double mlPerMin) implements PumpAct {}

    /// A mean flow in beats.
    ///
    /// @param ratePerMin   beats per minute
    /// @param widthPercent share of a beat that is its pulse
    /// @param basePercent  flow between pulses, in percent of the mean
    record Pulsatile(double mlPerMin, double ratePerMin, double widthPercent, double basePercent) implements PumpAct {}

    /// A share of the leader's flow.
    ///
    /// @param ratio parts of the leader's flow to one part of this pump's
    record Follow(double ratio) implements PumpAct {}

    /// A line that is held against backflow, and no flow.
    record ZeroFlow() implements PumpAct {}
}
