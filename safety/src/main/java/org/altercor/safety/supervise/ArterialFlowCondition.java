package org.altercor.safety.supervise;

import java.util.List;
import org.altercor.hal.port.DriveStatus;

/// An arterial pump that stands, is being stopped or gives no flow, while pumps turn that need its flow. While none of
/// them turns it forbids their start, and is no alarm.
final class ArterialFlowCondition extends Condition {
    /// Flow below which the arterial line counts as without, in mL/min. From cross-link X1 (J).
    private static final double LEAST_ML_PER_MIN = 100;

    private final WatchedPump arterial;
    private final PumpGuard guard;
    private final List<WatchedPump> dependent;

    ArterialFlowCondition(WatchedPump arterial, PumpGuard guard, List<WatchedPump> dependent) {
        this.arterial = arterial;
        this.guard = guard;
        this.dependent = List.copyOf(dependent);
    }

    @Override
    Finding judge(SupervisorInputs inputs) {
        evidence(inputs.nowNanos);
        double rpm = arterial.shaftRpm(inputs);
        double mlPerMin = arterial.flow().known(inputs);
        boolean isStopping = guard.state() != StopState.NONE;
        boolean stands = rpm < DriveStatus.STANDSTILL_RPM;
        boolean isWithout = mlPerMin < LEAST_ML_PER_MIN;
        if (isStopping || stands || isWithout) {
            return isAnyTurning(inputs) ? Finding.PRESENT : Finding.AT_REST;
        }
        return Double.isNaN(rpm) && Double.isNaN(mlPerMin) ? Finding.UNKNOWN : Finding.CLEAR;
    }

    /// A shaft that is not seen counts as turning.
    private boolean isAnyTurning(SupervisorInputs inputs) {
        for (int i = 0; i < dependent.size(); i++) {
            if (!(Math.abs(dependent.get(i).shaftRpm(inputs)) < DriveStatus.STANDSTILL_RPM)) {
                return true;
            }
        }
        return false;
    }
}
