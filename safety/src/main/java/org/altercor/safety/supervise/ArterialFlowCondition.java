package org.altercor.safety.supervise;

import java.util.List;
import org.altercor.hal.port.DriveStatus;
import org.altercor.safety.frame.FieldExchange;

/// An arterial pump that stands, is being stopped, is clamped or gives no flow, while pumps turn that need its flow.
/// While none of
/// them turns it forbids their start, and is no alarm.
final class ArterialFlowCondition extends Condition {
    /// Flow below which the arterial line counts as without, in mL/min. From cross-link X1 (J).
    private static final double LEAST_ML_PER_MIN = 100;

    private final WatchedPump arterial;
    private final PumpGuard guard;
    private final List<WatchedPump> dependent;
    private final boolean[] turned; // when it was seen last

    ArterialFlowCondition(WatchedPump arterial, PumpGuard guard, List<WatchedPump> dependent) {
        this.arterial = arterial;
        this.guard = guard;
        this.dependent = List.copyOf(dependent);
        turned = new boolean[dependent.size()];
    }

    @Override
    Finding judge(SupervisorInputs inputs) {
        lookAtDependent(inputs);
        double rpm = arterial.shaftRpm(inputs);
        double mlPerMin = arterial.flow().known(inputs);
        boolean isStopping = guard.state() != StopState.NONE;
        boolean isShut = arterial.hasClamp() && inputs.outputs.clamps[arterial.clamp()].isShut(inputs.nowNanos);
        boolean stands = rpm < DriveStatus.STANDSTILL_RPM;
        boolean isWithout = mlPerMin < LEAST_ML_PER_MIN;
        if (isStopping || isShut || stands || isWithout) {
            evidence(isStopping || isShut ? inputs.nowNanos : sampledAtNanos(inputs, stands));
            return isAnyTurning() ? Finding.PRESENT : Finding.AT_REST;
        }
        evidence(inputs.nowNanos);
        return Double.isNaN(rpm) && Double.isNaN(mlPerMin) ? Finding.UNKNOWN : Finding.CLEAR;
    }

    private long sampledAtNanos(SupervisorInputs inputs, boolean byShaft) {
        return byShaft ? arterial.shaftSampledAtNanos(inputs) : arterial.flow().sampledAtNanos(inputs);
    }

    /// A shaft that is no longer seen does what it did when it was seen last.
    private void lookAtDependent(SupervisorInputs inputs) {
        for (int i = 0; i < turned.length; i++) {
            double rpm = Math.abs(dependent.get(i).shaftRpm(inputs));
            turned[i] = Double.isNaN(rpm) ? turned[i] : rpm >= DriveStatus.STANDSTILL_RPM;
        }
    }

    private boolean isAnyTurning() {
        for (boolean each : turned) {
            if (each) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void exchange(FieldExchange fields) {
        super.exchange(fields);
        for (int i = 0; i < turned.length; i++) {
            fields.enter("dependent", i);
            turned[i] = fields.flag("turned", turned[i]);
            fields.leave();
        }
    }
}
