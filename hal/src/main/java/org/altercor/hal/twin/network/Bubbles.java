package org.altercor.hal.twin.network;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Air on its way through the circuit. A bubble travels with the front of the flow; where lines part it follows one of
/// them, drawn by their flows; in an open vessel it leaves, in the patient it stays.
///
/// Air takes up room like blood does, and rises nowhere. There is room for so many bubbles; more flow together with the
/// last one, so that no air is ever lost. Owner: the twin's thread. Allocates nothing after construction.
final class Bubbles {
    private static final int MOST = 256;

    private final Branch[] branches;
    private final int[][] branchesAt;
    private final double[] ml = new double[MOST];
    private final Branch[] where = new Branch[MOST];
    private final double[] travelledMl = new double[MOST];
    private int count;
    private long random;

    private double ventedMl;
    private double leftMl;
    private double trappedMl;
    private double inPatientMl;

    /// @param seed of the ways bubbles take
    Bubbles(Node[] nodes, Branch[] branches, long seed) {
        this.branches = branches;
        random = seed * 2 + 1;
        branchesAt = new int[nodes.length][];
        for (int node = 0; node < nodes.length; node++) {
            int at = node;
            branchesAt[node] = IntStream.range(0, branches.length)
                    .filter(b -> branches[b].from.index == at || branches[b].to.index == at)
                    .toArray();
        }
    }

    /// Brings air into a branch at one of its ends.
    void enter(Branch branch, Node end, double volumeMl) {
        double stays = volumeMl * branch.trappedShare();
        trappedMl += stays;
        double moving = volumeMl - stays;
        if (branch instanceof Centrifugal head) {
            head.catchAir(moving);
        } else {
            put(branch, moving, branch.from.index == end.index ? 0 : branch.lumenMl());
        }
    }

    /// Brings air into a node, or lets it out there.
    ///
    /// @return whether it found a place; without any flow away from the node there is none
    boolean arrive(Node node, double volumeMl) {
        if (node.isOpenToAir()) {
            ventedMl += volumeMl;
            node.air(-volumeMl);
            leftMl += node.row == Node.NO_ROW ? 0 : volumeMl;
            return true;
        }
        if (node instanceof Compartment) {
            inPatientMl += volumeMl;
            return true;
        }
        Branch onward = onwardFrom(node);
        if (onward == null) {
            return false;
        }
        enter(onward, node, volumeMl);
        return true;
    }

    /// Leaves air at the end of a branch that meets a node, for want of flow.
    void rest(Node node, double volumeMl) {
        Branch branch = branches[branchesAt[node.index][0]];
        put(branch, volumeMl, branch.from.index == node.index ? 0 : branch.lumenMl());
    }

    private @Nullable Branch onwardFrom(Node node) {
        int[] around = branchesAt[node.index];
        double outflow = 0;
        for (int b : around) {
            outflow += outflow(branches[b], node);
        }
        double drawn = nextShare() * outflow;
        for (int b : around) {
            double share = outflow(branches[b], node);
            if (share > 0 && drawn <= share) {
                return branches[b];
            }
            drawn -= share;
        }
        return null;
    }

    private static double outflow(Branch branch, Node node) {
        return Math.max(0, branch.from.index == node.index ? branch.flowMlPerS : -branch.flowMlPerS);
    }

    /// Moves every bubble by one step.
    void step(double seconds) {
        for (int i = count - 1; i >= 0; i--) { // downwards: what arrives is appended, and moves in the next step
            Branch branch = where[i];
            double flow = branch.flowMlPerS;
            double moved = travelledMl[i] + flow * branch.frontFactor() * seconds;
            travelledMl[i] = Math.clamp(moved, 0, branch.lumenMl());
            boolean isThrough = flow > 0 && moved >= branch.lumenMl();
            boolean isBack = flow < 0 && moved <= 0;
            if (isThrough || isBack) {
                double volume = ml[i];
                double position = travelledMl[i];
                takeOut(i);
                if (!arrive(flow > 0 ? branch.to : branch.from, volume)) {
                    put(branch, volume, position);
                }
            }
        }
    }

    private void takeOut(int i) {
        count--;
        ml[i] = ml[count];
        where[i] = where[count];
        travelledMl[i] = travelledMl[count];
    }

    private void put(Branch branch, double volume, double position) {
        if (count == MOST) {
            ml[MOST - 1] += volume;
            return;
        }
        ml[count] = volume;
        where[count] = branch;
        travelledMl[count] = position;
        count++;
    }

    /// Air in a stretch of a branch, in mL.
    double airMl(Branch branch, double fromMl, double toMl) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            if (where[i].index == branch.index && travelledMl[i] >= fromMl && travelledMl[i] <= toMl) {
                sum += ml[i];
            }
        }
        return sum;
    }

    /// A share between 0 and 1, drawn from a seeded sequence (splitmix64).
    private double nextShare() {
        random += 0x9E3779B97F4A7C15L;
        long z = random;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1p-53;
    }

    double ventedMl() {
        return ventedMl;
    }

    /// Volume that left the network with the air, in mL.
    double leftMl() {
        return leftMl;
    }

    double trappedMl() {
        return trappedMl;
    }

    double inPatientMl() {
        return inPatientMl;
    }

    /// Air on its way, in mL.
    double movingMl() {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += ml[i];
        }
        return sum;
    }
}
