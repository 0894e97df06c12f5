package org.altercor.hal.twin.network;

import java.util.ArrayList;
import java.util.List;

/// Finds the pressures and flows of a step: backward Euler along the tangent of every law, as one linear system.
///
/// Owner: the twin's thread. Allocates nothing after construction.
final class Pressures {
    private final Node[] nodes;
    private final Branch[] branches;
    private final NodeMatrix matrix;
    private final int[] fromEntry;
    private final int[] toEntry;

    /// Gives every node its row.
    Pressures(Node[] nodes, Branch[] branches) {
        this.nodes = nodes;
        this.branches = branches;
        int rows = 0;
        for (Node node : nodes) {
            node.row = node instanceof Tank ? Node.NO_ROW : rows++;
        }
        List<int[]> pairs = new ArrayList<>();
        for (Branch branch : branches) {
            if (isInner(branch)) {
                pairs.add(new int[] {branch.from.row, branch.to.row});
            }
        }
        matrix = new NodeMatrix(rows, pairs);
        fromEntry = new int[branches.length];
        toEntry = new int[branches.length];
        for (int b = 0; b < branches.length; b++) {
            Branch branch = branches[b];
            fromEntry[b] = isInner(branch) ? matrix.slot(branch.to.row, branch.from.row) : -1;
            toEntry[b] = isInner(branch) ? matrix.slot(branch.from.row, branch.to.row) : -1;
        }
    }

    private static boolean isInner(Branch branch) {
        return branch.from.row != Node.NO_ROW && branch.to.row != Node.NO_ROW;
    }

    /// Finds them, and gives every branch its flow.
    ///
    /// @param seconds length of the step
    /// @param isMean  whether pulses are replaced by their means
    void solve(double seconds, boolean isMean) {
        matrix.clear();
        for (Node node : nodes) {
            if (node.row != Node.NO_ROW) {
                double capacity = 1 / (node.stiffness() * (seconds + node.wallLagSeconds));
                matrix.add(node.row, capacity + node.openMlPerSMmHg());
                matrix.addRight(node.row, capacity * node.stretchMmHg);
            }
        }
        for (int b = 0; b < branches.length; b++) {
            Branch branch = branches[b];
            branch.linearise(seconds, isMean);
            stamp(branch, fromEntry[b], toEntry[b]);
        }
        matrix.solve();
        for (Branch branch : branches) {
            branch.take(pressureToCome(branch.from), pressureToCome(branch.to));
        }
    }

    private void stamp(Branch branch, int fromColumn, int toColumn) {
        Node from = branch.from;
        Node to = branch.to;
        double source = branch.source;
        if (from.row == Node.NO_ROW) {
            source += branch.fromGain * from.pressureMmHg;
        }
        if (to.row == Node.NO_ROW) {
            source -= branch.toGain * to.pressureMmHg;
        }
        if (from.row != Node.NO_ROW) {
            matrix.add(from.row, branch.fromGain);
            matrix.addRight(from.row, -source);
        }
        if (to.row != Node.NO_ROW) {
            matrix.add(to.row, branch.toGain);
            matrix.addRight(to.row, source);
        }
        if (fromColumn >= 0) {
            matrix.add(fromColumn, -branch.fromGain);
            matrix.add(toColumn, -branch.toGain);
        }
    }

    /// The pressure found for the end of the step.
    double pressureToCome(Node node) {
        return node.row == Node.NO_ROW ? node.pressureMmHg : matrix.solution(node.row);
    }
}
