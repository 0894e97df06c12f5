package org.altercor.safety.supervise;

/// A centrifugal head that turns too slowly to hold its open line, while no probe says that blood goes forward.
final class LowSpeedCondition extends Condition {
    private final WatchedPump pump;
    private final double backflowMlPerMin;

    /// @param backflowMlPerMin flow from which on it is backwards; negative
    LowSpeedCondition(WatchedPump pump, double backflowMlPerMin) {
        this.pump = pump;
        this.backflowMlPerMin = backflowMlPerMin;
    }

    @Override
    Finding judge(SupervisorInputs inputs) {
        double rpm = pump.shaftRpm(inputs);
        if (Double.isNaN(rpm)) {
            return Finding.UNKNOWN;
        }
        evidence(pump.shaftSampledAtNanos(inputs));
        boolean isSlow = rpm < pump.guardRpm();
        boolean isInUse = inputs.control.mode[pump.index()] != PumpMode.STOPPED;
        boolean isShut = pump.hasClamp() && inputs.outputs.clamps[pump.clamp()].isShut(inputs.nowNanos);
        boolean isProvenForward = pump.flow().known(inputs) > backflowMlPerMin; // false when it is not known
        return isSlow && isInUse && !isShut && !isProvenForward ? Finding.PRESENT : Finding.CLEAR;
    }
}
