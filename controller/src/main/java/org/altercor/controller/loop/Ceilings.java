package org.altercor.controller.loop;

import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;
import org.altercor.safety.supervise.Limiter;

/// All limits of one pump's speed: the lowest wins, and says its name.
///
/// Pure; the state is exchanged as a frame; allocates nothing.
final class Ceilings implements Frame {
    private final ControlledPump pump;
    private final PressureLimit pressure;
    private final LevelLimit level;
    private double rpm;
    private Limiter lowest = Limiter.OWN_MAXIMUM;

    Ceilings(ControlledPump pump) {
        this.pump = pump;
        double ownRpm = pump.limits().ceilingRpm();
        pressure = new PressureLimit(pump.linePressure(), ownRpm);
        level = new LevelLimit(pump.reservoir(), ownRpm);
        rpm = ownRpm;
    }

    /// Takes one cycle.
    ///
    /// @param floorRpm speed below which pressure and level do not limit
    void step(PumpNow now, double floorRpm) {
        rpm = pump.limits().ceilingRpm();
        lowest = Limiter.OWN_MAXIMUM;
        lower(level.step(now.levelMl, floorRpm, now.stepSeconds), Limiter.LEVEL);
        // The operator's lower stop takes the pressure at which the pump is slowed down with it.
        double felt = now.pressureMmHg + now.stopLoweredMmHg;
        lower(pressure.step(felt, now.commandedRpm, floorRpm, now.stepSeconds), Limiter.LINE_PRESSURE);
        lower(SpeedLaw.ceiling(now.permittedRpm, now.commandedRpm), Limiter.SUPERVISOR);
    }

    private void lower(double limitRpm, Limiter whose) {
        if (limitRpm < rpm) {
            rpm = limitRpm;
            lowest = whose;
        }
    }

    /// Highest speed that all limits leave.
    double rpm() {
        return rpm;
    }

    /// Whose limit that is.
    Limiter lowest() {
        return lowest;
    }

    @Override
    public void exchange(FieldExchange fields) {
        fields.part("pressure", pressure);
        fields.part("level", level);
        rpm = fields.float64("rpm", rpm);
        lowest = Limiter.ofCode(fields.int8("lowest", lowest.code()));
    }
}
