package org.altercor.controller.loop;

import org.altercor.safety.frame.Frame;

/// How a kind of head is turned to give a flow, to hold a line, and to stop.
///
/// Pure; the state is exchanged as a frame; allocates nothing.
abstract sealed class HeadLaw implements Frame permits RollerLaw, CentrifugalLaw {
    /// The law of a pump's head.
    static HeadLaw of(ControlledPump pump) {
        return switch (pump.head()) {
            case ControlledPump.Head.Roller roller -> new RollerLaw(pump, roller);
            case ControlledPump.Head.Centrifugal centrifugal -> new CentrifugalLaw(pump, centrifugal);
        };
    }

    /// Looks at one cycle, whatever the mode.
    abstract void see(PumpNow now);

    /// A flow is asked for from now on.
    abstract void beginFlow(PumpNow now, double setMlPerMin);

    /// Speed that gives a flow.
    abstract double flowRpm(PumpNow now, double setMlPerMin);

    /// Whether flow mode has lost a sensor that it needs.
    abstract boolean hasLostFlow(PumpNow now);

    /// The flow that has been reached of what was asked, when no more is permitted.
    ///
    /// @param reachedRpm highest speed since it was asked for
    abstract double reachedMlPerMin(PumpNow now, double reachedRpm);

    /// A line is to be held from now on.
    abstract void beginZeroFlow();

    /// Speed that holds the line, and pumps nothing.
    abstract double zeroFlowRpm(PumpNow now);

    /// Whether the head has held a shut line for as long as it may.
    abstract boolean hasHeldShutLine(PumpNow now);

    /// Whether the head turns as it is asked and moves nothing.
    abstract boolean isDeprimed();

    /// Speed on the way to standstill.
    abstract double stopRpm(PumpNow now);

    /// Speed below which level and line pressure do not limit.
    abstract double floorRpm(PumpNow now);
}
