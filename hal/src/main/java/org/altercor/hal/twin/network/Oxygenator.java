package org.altercor.hal.twin.network;

import org.altercor.config.circuit.LineParameters;
import org.altercor.hal.twin.blood.Oxygen;

/// An oxygenator: a resistance that brings blood towards the temperature of its water and the oxygen of its gas.
final class Oxygenator extends Resistor {
    /// Flow at which the shares of heat and oxygen are given, mL/s.
    private static final double REFERENCE_FLOW = 4 * Physics.ML_PER_S;

    /// Barometric pressure less water vapour, mmHg.
    private static final double DRY_MMHG = 713;

    /// Share of the gas's partial pressure that blood leaves with at the reference flow (J): some is lost to carbon
    /// dioxide and diffusion.
    private static final double REACHED_SHARE = 0.6;

    private static final double OXYGEN_UNITS = -StrictMath.log(1 - REACHED_SHARE);

    /// How the units of transfer fall with flow. What crosses the film on a fibre grows with flow to the power of
    /// 0.4, as heat does across a bank of tubes at Reynolds numbers of 1 to 100 [U]; the time in the bundle falls
    /// with flow.
    private static final double FILM_EXPONENT = 0.4 - 1;

    private double transferUnitsMlPerS;
    private double waterCelsius;
    private double oxygenShare;
    private boolean isSwept;
    private double transferMlPerS;

    /// Oxygen that crossed last, in mL/min.
    private double crossedMlPerMin;

    Oxygenator(String name, Numbers numbers, Node from, Node to) {
        super(name, numbers, from, to, true);
    }

    @Override
    void refresh(Fluid fluid) {
        super.refresh(fluid);
        double share = Math.min(numbers.of(LineParameters.EXCHANGE) / 100, 0.999);
        transferUnitsMlPerS = -StrictMath.log(1 - share) * REFERENCE_FLOW;
        waterCelsius = numbers.of(LineParameters.WATER);
        oxygenShare = numbers.of(LineParameters.OXYGEN) / 100;
        isSwept = numbers.of(LineParameters.SWEEP) > 0;
        transferMlPerS = numbers.of(LineParameters.TRANSFER) / Physics.ML_PER_MIN * oxygenShare;
    }

    @Override
    void exchange(Passing passing) {
        double flow = passing.flowMlPerS();
        double share = 1 - StrictMath.exp(-transferUnitsMlPerS / flow);
        passing.temperatureCelsius += share * (waterCelsius - passing.temperatureCelsius);
        double offered = Oxygen.content(passing.haematocrit, reachedShare(flow) * DRY_MMHG * oxygenShare);
        double taken = isSwept ? Math.clamp(offered - passing.oxygen, 0, transferMlPerS / flow) : 0;
        passing.oxygen += taken;
        crossedMlPerMin = taken * flow * Physics.ML_PER_MIN;
    }

    /// Share of the gas's partial pressure that blood leaves with: the slower, the more.
    private static double reachedShare(double flowMlPerS) {
        double units = OXYGEN_UNITS * StrictMath.exp(FILM_EXPONENT * StrictMath.log(flowMlPerS / REFERENCE_FLOW));
        return 1 - StrictMath.exp(-units);
    }

    double crossedMlPerMin() {
        return crossedMlPerMin;
    }

    double waterCelsius() {
        return waterCelsius;
    }
}
