package org.altercor.hal.twin.network;

import org.altercor.config.circuit.PumpParameters;

/// A roller head: displaces its stroke volume whatever the pressure, less what leaks back through the nip. The flow
/// dips each time a roller leaves the tube. A tube whose inlet is nearly at vacuum does not fill.
final class Roller extends Branch implements PumpHead {
    private static final double FULL_TURN = 2 * Math.PI;

    /// From this far above the lowest inlet pressure on the tube fills as it should (J).
    private static final double FILLING_RANGE_MMHG = 400;

    private double strokeMl;
    private double leakMlPerSMmHg;
    private double rollers;
    private double missingMl;
    private double dipRadians;
    private double starvesMmHg;

    private double speedRpm;
    private double angle;

    Roller(String name, Numbers numbers, Node from, Node to) {
        super(name, numbers, from, to);
    }

    @Override
    void refresh(Fluid fluid) {
        super.refresh(fluid);
        strokeMl = numbers.of(PumpParameters.STROKE);
        leakMlPerSMmHg = numbers.of(PumpParameters.LEAK) / Physics.ML_PER_MIN;
        rollers = Math.rint(numbers.of(PumpParameters.ROLLERS));
        missingMl = numbers.of(PumpParameters.MISSING);
        dipRadians = Math.toRadians(numbers.of(PumpParameters.DIP));
        starvesMmHg = numbers.of(PumpParameters.STARVES);
    }

    @Override
    public void turn(double newSpeedRpm) {
        speedRpm = newSpeedRpm;
    }

    @Override
    public double speedRpm() {
        return speedRpm;
    }

    @Override
    void linearise(double stepSeconds, boolean isMean) {
        double radiansPerSecond = speedRpm / 60 * FULL_TURN;
        double moved = isMean ? strokeMl * speedRpm / 60 : radiansPerSecond * mlPerRadian();
        angle += radiansPerSecond * stepSeconds;
        angle -= FULL_TURN * Math.floor(angle / FULL_TURN);

        Node inlet = moved >= 0 ? from : to;
        double filled = Math.clamp((inlet.pressureMmHg - starvesMmHg) / FILLING_RANGE_MMHG, 0, 1);
        source = moved * filled + leakMlPerSMmHg * columnMmHg();
        fromGain = leakMlPerSMmHg;
        toGain = leakMlPerSMmHg;
        if (filled > 0 && filled < 1) {
            double gain = Math.abs(moved) / FILLING_RANGE_MMHG;
            source -= (moved >= 0 ? 1 : -1) * gain * inlet.pressureMmHg;
            if (moved >= 0) {
                fromGain += gain;
            } else {
                toGain += gain;
            }
        }
    }

    /// Displacement at the present angle. The mean over a turn is the stroke volume.
    private double mlPerRadian() {
        double even = (strokeMl + rollers * missingMl) / FULL_TURN;
        double sector = FULL_TURN / rollers;
        double width = Math.min(dipRadians, sector);
        double within = angle - sector * Math.floor(angle / sector);
        if (within >= width) {
            return even;
        }
        double u = 2 * within / width - 1;
        return even - missingMl / width * 1.5 * (1 - u * u);
    }
}
