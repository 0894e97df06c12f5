package org.altercor.hal.twin.network;

/// Friction of a straight round tube: laminar below a Reynolds number of 2,300, Blasius above 4,000, and a
/// straight line between both friction factors [D].
///
/// The fourth root of the Reynolds number is taken as a root of a root, which every CPU rounds alike.
final class TubeFriction {
    static final double LAMINAR_BELOW = 2_300;
    static final double TURBULENT_ABOVE = 4_000;
    private static final double BLASIUS = 0.3164;

    /// Friction factors at both ends of the transition, and the line between.
    private static final double LAMINAR_FACTOR = 64 / LAMINAR_BELOW;

    private static final double TURBULENT_FACTOR = BLASIUS / Math.sqrt(Math.sqrt(TURBULENT_ABOVE));
    private static final double FACTOR_RISE = (TURBULENT_FACTOR - LAMINAR_FACTOR) / (TURBULENT_ABOVE - LAMINAR_BELOW);

    private double laminarMmHgSPerMlMpaS;
    private double headMmHgS2PerMl2;
    private double lossHeads;
    private double reynoldsPerMlPerS;
    private double lengthInBores;

    private double dropMmHg;
    private double slopeMmHgSPerMl;

    /// Takes a tube's shape over. Before the first flow, and whenever it changes.
    ///
    /// @param boreMm   inner diameter
    /// @param lengthCm length
    /// @param density  kg/m³
    /// @param heads    loss of connectors, in velocity heads
    void shape(double boreMm, double lengthCm, double density, double heads) {
        double bore = boreMm / 1e3;
        double length = lengthCm / 1e2;
        double area = Math.PI / 4 * bore * bore;
        double speedPerMlPerS = 1e-6 / area; // m/s
        laminarMmHgSPerMlMpaS = Physics.mmHg(128 * 1e-3 * length / (Math.PI * bore * bore * bore * bore)) * 1e-6;
        headMmHgS2PerMl2 = Physics.mmHg(density / 2) * speedPerMlPerS * speedPerMlPerS;
        lossHeads = heads;
        reynoldsPerMlPerS = density * speedPerMlPerS * bore * 1e3; // divided by mPa·s
        lengthInBores = length / bore;
    }

    /// Finds drop and slope at a flow. Read them by [#dropMmHg] and [#slopeMmHgSPerMl].
    void at(double flowMlPerS, double viscosityMpaS) {
        double flow = Math.abs(flowMlPerS);
        double reynolds = reynoldsPerMlPerS * flow / viscosityMpaS;
        double laminarSlope = laminarMmHgSPerMlMpaS * viscosityMpaS;
        double laminar = laminarSlope * flow;
        double loss = lossHeads * headMmHgS2PerMl2 * flow * flow;
        double drop = laminar;
        double slope = laminarSlope;
        if (reynolds > LAMINAR_BELOW) {
            double factor = BLASIUS / Math.sqrt(Math.sqrt(reynolds));
            double relativeSlope = 1.75; // d ln(drop) / d ln(flow)
            if (reynolds < TURBULENT_ABOVE) {
                factor = LAMINAR_FACTOR + FACTOR_RISE * (reynolds - LAMINAR_BELOW);
                relativeSlope = 2 + FACTOR_RISE * reynolds / factor;
            }
            drop = factor * lengthInBores * headMmHgS2PerMl2 * flow * flow;
            slope = relativeSlope * drop / flow;
        }
        dropMmHg = Math.copySign(drop + loss, flowMlPerS);
        slopeMmHgSPerMl = slope + (flow == 0 ? 0 : 2 * loss / flow);
    }

    /// Pressure drop along the flow.
    double dropMmHg() {
        return dropMmHg;
    }

    /// How much the drop grows with flow.
    double slopeMmHgSPerMl() {
        return slopeMmHgSPerMl;
    }

    /// Reynolds number of a flow.
    double reynolds(double flowMlPerS, double viscosityMpaS) {
        return reynoldsPerMlPerS * Math.abs(flowMlPerS) / viscosityMpaS;
    }
}
