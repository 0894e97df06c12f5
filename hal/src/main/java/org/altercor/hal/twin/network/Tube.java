package org.altercor.hal.twin.network;

import org.altercor.config.circuit.LineParameters;

/// A piece of tubing. A clamp on it narrows its lumen: the blood loses the speed it gains there.
final class Tube extends InertialBranch {
    /// Between laminar and turbulent flow, the front of a plug of air is this much faster than the mean [D].
    private static final double LAMINAR_FRONT = 2;

    private static final double TURBULENT_FRONT = 1.25;

    private final TubeFriction friction = new TubeFriction();

    private double lumenMl;
    private double openShare;
    private double clampMmHgS2PerMl2;

    Tube(String name, Numbers numbers, Node from, Node to) {
        super(name, numbers, from, to);
    }

    @Override
    void refresh(Fluid fluid) {
        super.refresh(fluid);
        friction.shape(
                numbers.of(LineParameters.BORE),
                numbers.of(LineParameters.LENGTH),
                fluid.densityKgPerM3(),
                numbers.of(LineParameters.HEADS));
        double lengthM = numbers.of(LineParameters.LENGTH) / 100;
        double boreM = numbers.of(LineParameters.BORE) / 1e3;
        double areaM2 = Math.PI / 4 * boreM * boreM;
        lumenMl = areaM2 * lengthM * 1e6;
        inertanceMmHgS2PerMl = Physics.mmHg(fluid.densityKgPerM3() * lengthM / areaM2) * 1e-6;
        openShare = 1 - numbers.of(LineParameters.CLOSED) / 100;
        double narrowing = openShare > 0 ? 1 / openShare - 1 : 0;
        double speedPerFlow = 1e-6 / areaM2;
        clampMmHgS2PerMl2 =
                Physics.mmHg(fluid.densityKgPerM3() / 2) * speedPerFlow * speedPerFlow * narrowing * narrowing;
        double complianceMlPerMmHg = numbers.of(LineParameters.WALL) * lengthM;
        share(from, complianceMlPerMmHg);
        share(to, complianceMlPerMmHg);
    }

    private void share(Node end, double complianceMlPerMmHg) {
        if (end instanceof Junction junction) {
            junction.addTube(lumenMl / 2, complianceMlPerMmHg / 2);
        }
    }

    @Override
    void linearise(double stepSeconds, boolean isMean) {
        if (openShare <= 0) {
            shut();
        } else {
            super.linearise(stepSeconds, isMean);
        }
    }

    @Override
    void law(boolean isMean) {
        friction.at(flowMlPerS, viscosityMpaS());
        double clampSlope = clampMmHgS2PerMl2 * Math.abs(flowMlPerS);
        law(-friction.dropMmHg() - clampSlope * flowMlPerS, friction.slopeMmHgSPerMl() + 2 * clampSlope);
    }

    @Override
    double lumenMl() {
        return lumenMl;
    }

    @Override
    double frontFactor() {
        double reynolds = friction.reynolds(flowMlPerS, viscosityMpaS());
        double share = Math.clamp(
                (reynolds - TubeFriction.LAMINAR_BELOW) / (TubeFriction.TURBULENT_ABOVE - TubeFriction.LAMINAR_BELOW),
                0,
                1);
        return LAMINAR_FRONT + share * (TURBULENT_FRONT - LAMINAR_FRONT);
    }
}
