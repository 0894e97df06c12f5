package org.altercor.controller.loop;

import org.altercor.safety.frame.FieldExchange;

/// A roller: its flow is its speed times its stroke volume, and standing it holds its line.
final class RollerLaw extends HeadLaw {
    /// Share of the pump's own ceiling below which level and line pressure do not limit: 0.7 of 7 L/min. Our own
    /// judgement.
    private static final double FLOOR_SHARE = 0.1;

    private final double strokeMl;
    private final double floorRpm;

    RollerLaw(ControlledPump pump, ControlledPump.Head.Roller head) {
        strokeMl = head.strokeMl();
        floorRpm = FLOOR_SHARE * pump.limits().ceilingRpm();
    }

    @Override
    void see(PumpNow now) {}

    @Override
    void beginFlow(PumpNow now, double setMlPerMin) {}

    @Override
    double flowRpm(PumpNow now, double setMlPerMin) {
        return setMlPerMin / strokeMl;
    }

    @Override
    boolean hasLostFlow(PumpNow now) {
        return false;
    }

    @Override
    double reachedMlPerMin(PumpNow now, double reachedRpm) {
        return reachedRpm * strokeMl;
    }

    @Override
    void beginZeroFlow() {}

    @Override
    double zeroFlowRpm(PumpNow now) {
        return 0;
    }

    @Override
    boolean hasHeldShutLine(PumpNow now) {
        return false;
    }

    @Override
    boolean isDeprimed() {
        return false;
    }

    @Override
    double stopRpm(PumpNow now) {
        return 0;
    }

    @Override
    double floorRpm(PumpNow now) {
        return floorRpm;
    }

    @Override
    public void exchange(FieldExchange fields) {}
}
