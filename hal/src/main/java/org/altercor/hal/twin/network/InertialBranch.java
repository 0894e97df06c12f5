package org.altercor.hal.twin.network;

/// A branch whose flow has inertia: `L · dQ/dt = from − to + column + head − drop(Q)`, with the drop taken along its
/// tangent at the flow of the step before.
abstract class InertialBranch extends Branch {
    /// Slope added for branches without friction of their own, in mmHg·s/mL: 0.06 mmHg at 6 L/min.
    private static final double LEAST_SLOPE = 6e-4;

    double inertanceMmHgS2PerMl;

    private double netMmHg;
    private double slopeMmHgSPerMl;

    InertialBranch(String name, Numbers numbers, Node from, Node to) {
        super(name, numbers, from, to);
    }

    /// Tells the law at the present flow by [#law(double, double)].
    abstract void law(boolean isMean);

    /// Tells the law at the present flow.
    ///
    /// @param net   pressure made along the branch less the pressure lost, in mmHg
    /// @param slope how much that falls when flow grows, in mmHg·s/mL
    final void law(double net, double slope) {
        netMmHg = net;
        slopeMmHgSPerMl = Math.max(slope, LEAST_SLOPE);
    }

    @Override
    void linearise(double stepSeconds, boolean isMean) {
        law(isMean);
        double resistance = inertanceMmHgS2PerMl / stepSeconds + slopeMmHgSPerMl;
        fromGain = 1 / resistance;
        toGain = fromGain;
        source = flowMlPerS + fromGain * (netMmHg + columnMmHg());
    }
}
