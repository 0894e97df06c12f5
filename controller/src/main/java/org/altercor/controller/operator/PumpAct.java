package org.altercor.controller.operator;

import org.altercor.safety.supervise.ControlSnapshot;
import org.altercor.safety.supervise.PumpMode;

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

    /// The mode that it asks for.
    default PumpMode mode() {
        return switch (this) {
            case Stop() -> PumpMode.STOPPED;
            case Speed _ -> PumpMode.SPEED;
            case Flow _ -> PumpMode.FLOW;
            case Pulsatile _ -> PumpMode.PULSATILE;
            case Follow _ -> PumpMode.FOLLOWER;
            case ZeroFlow() -> PumpMode.ZERO_FLOW;
        };
    }

    /// What is asked of a pump now: whoever asks for it changes nothing.
    static PumpAct now(ControlSnapshot control, int pump) {
        return switch (control.mode[pump]) {
            case STOPPED -> new Stop();
            case SPEED -> new Speed(control.targetRpm[pump]);
            case FLOW -> new Flow(control.setFlowMlPerMin[pump]);
            case PULSATILE ->
                new Pulsatile(
                        control.setFlowMlPerMin[pump],
                        control.setRatePerMin[pump],
                        control.setWidthPercent[pump],
                        control.setBasePercent[pump]);
            case FOLLOWER -> new Follow(control.setRatio[pump]);
            case ZERO_FLOW -> new ZeroFlow();
        };
    }
}
