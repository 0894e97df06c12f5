package org.altercor.hal.twin.network;

/// Brings a circuit to rest without letting time pass: growing steps with means in place of pulses, until nothing
/// changes any more.
///
/// Owner: the twin's thread.
final class Settling {
    /// The circuit rests when no flow changes by more than this from one step to the next: 6e-6 mL/min.
    private static final double RESTS_BELOW_ML_PER_S = 1e-7;

    /// Only a step longer than every time constant of a circuit shows that it rests.
    private static final double LONG_SECONDS = 100;

    private static final double SHORTEST_SECONDS = 1e-3;
    private static final double LONGEST_SECONDS = 1e4;
    private static final int MOST_STEPS = 5_000;

    private final Node[] nodes;
    private final Branch[] branches;
    private final Pressures pressures;
    private final double[] flowBefore;

    Settling(Node[] nodes, Branch[] branches, Pressures pressures) {
        this.nodes = nodes;
        this.branches = branches;
        this.pressures = pressures;
        flowBefore = new double[branches.length];
    }

    /// Settles.
    ///
    /// @return whether the circuit came to rest
    boolean settle() {
        double seconds = SHORTEST_SECONDS;
        double before = Double.POSITIVE_INFINITY;
        for (int i = 0; i < MOST_STEPS; i++) {
            double change = step(seconds);
            boolean isAtRest = change < RESTS_BELOW_ML_PER_S;
            if (isAtRest && seconds > LONG_SECONDS) {
                return true;
            }
            seconds = isAtRest || change < 2 * before
                    ? Math.min(seconds * 1.3, LONGEST_SECONDS)
                    : Math.max(seconds / 4, SHORTEST_SECONDS);
            before = change;
        }
        return false;
    }

    /// One step; tells the largest change of a flow, in mL/s.
    private double step(double seconds) {
        for (int b = 0; b < branches.length; b++) {
            flowBefore[b] = branches[b].flowMlPerS;
        }
        pressures.solve(seconds, true);
        double change = 0;
        for (int b = 0; b < branches.length; b++) {
            Branch branch = branches[b];
            change = Math.max(change, Math.abs(branch.flowMlPerS - flowBefore[b]));
            double moved = branch.flowMlPerS * seconds;
            branch.from.settleBy(-moved);
            branch.to.settleBy(moved);
        }
        for (Node node : nodes) {
            node.settleAt(pressures.pressureToCome(node));
            node.rest();
        }
        return change;
    }
}
