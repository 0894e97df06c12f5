package org.altercor.hal.twin.network;

import java.util.List;

/// The circuit in motion: each step finds all pressures and flows at once (backward Euler along the tangent of every
/// law), moves volume by them, and lets air travel. What blood carries is mixed every tenth step, viscosity and tone
/// follow every hundredth.
///
/// Unconditionally stable in pressure and volume; every mL that leaves a node enters another. Owner: the twin's thread.
/// A step allocates nothing.
final class Network {
    private static final int MIX_EVERY = 10;
    private static final int TONE_EVERY = 100;

    /// Air drawn along becomes a bubble at this volume in mL (J).
    private static final double BUBBLE_ML = 0.2;

    /// A syringe: a bubble of 1 mL each 50 ms (J).
    private static final double INJECTED_BUBBLE_ML = 1;

    private static final int INJECT_EVERY = 50;

    private final Fluid fluid;
    private final Node[] nodes;
    private final Branch[] branches;
    private final Bubbles bubbles;
    private final Pressures pressures;
    private final Contents contents;

    private long steps;
    private double startMl;
    private double enteredMl;
    private double spilledMl;

    /// @param seed of the ways that bubbles take
    Network(Fluid fluid, List<Node> nodes, List<Branch> branches, long seed) {
        this.fluid = fluid;
        this.nodes = nodes.toArray(Node[]::new);
        this.branches = branches.toArray(Branch[]::new);
        for (int i = 0; i < this.nodes.length; i++) {
            this.nodes[i].index = i;
        }
        for (int b = 0; b < this.branches.length; b++) {
            this.branches[b].index = b;
        }
        pressures = new Pressures(this.nodes, this.branches);
        contents = new Contents(fluid, this.nodes, this.branches);
        bubbles = new Bubbles(this.nodes, this.branches, seed);
        refresh();
        for (Node node : this.nodes) {
            node.fill();
            node.rest();
        }
    }

    /// Counts what is in the network now as its own: when everything is filled, and when it has come to rest.
    void begin() {
        enteredMl = bubbles.leftMl();
        startMl = volumeMl();
        contents.forget();
        contents.tone();
    }

    /// Takes over changed numbers of any part.
    void refresh() {
        fluid.refresh();
        for (Node node : nodes) {
            node.refresh(fluid);
        }
        for (Branch branch : branches) {
            branch.refresh(fluid);
        }
        for (Node node : nodes) {
            node.stretch();
        }
    }

    /// Brings the circuit to rest without letting time pass.
    ///
    /// @return whether it came to rest
    boolean settle() {
        boolean isAtRest = new Settling(nodes, branches, pressures).settle();
        begin();
        return isAtRest;
    }

    /// Moves everything by one step.
    void step(double seconds) {
        pressures.solve(seconds, false);
        for (Branch branch : branches) {
            move(branch, seconds);
        }
        if (steps % INJECT_EVERY == 0) {
            inject();
        }
        bubbles.step(seconds);
        for (Node node : nodes) {
            spill(node, seconds);
            node.stretchBy(pressures.pressureToCome(node), seconds);
        }
        steps++;
        if (steps % MIX_EVERY == 0) {
            contents.mix(MIX_EVERY * seconds);
            flushHeads(MIX_EVERY * seconds);
        }
        if (steps % TONE_EVERY == 0) {
            contents.tone();
        }
    }

    private void move(Branch branch, double seconds) {
        double moved = branch.flowMlPerS * seconds;
        branch.from.volumeMl -= moved;
        branch.to.volumeMl += moved;
        branch.passedMl += moved;
        if (branch.from.row == Node.NO_ROW) {
            enteredMl += moved;
        }
        if (branch.to.row == Node.NO_ROW) {
            enteredMl -= moved;
        }
        Node donor = moved >= 0 ? branch.from : branch.to;
        double airShare = donor.airShare();
        if (airShare > 0) {
            double air = airShare * Math.abs(moved);
            donor.volumeMl += air;
            enteredMl += air;
            branch.entrainedMl += air;
            branch.passedAirMl += moved >= 0 ? air : -air;
            if (branch.entrainedMl >= BUBBLE_ML) {
                bubbles.enter(branch, donor, branch.entrainedMl);
                branch.entrainedMl = 0;
            }
        }
    }

    private void spill(Node node, double seconds) {
        double open = node.openMlPerSMmHg();
        if (open > 0) {
            double lost = open * pressures.pressureToCome(node) * seconds;
            node.volumeMl -= lost;
            if (lost > 0) { // below zero it is air that comes in
                node.carry(-lost, node.haematocrit, node.temperatureCelsius, node.oxygen);
            }
            enteredMl -= lost;
            spilledMl += lost;
        }
    }

    /// Lets the flow wash air out of centrifugal heads.
    private void flushHeads(double seconds) {
        for (Branch branch : branches) {
            if (branch instanceof Centrifugal head && head.airMl() > 0) {
                branch.entrainedMl += head.flushAir(branch.flowMlPerS * seconds);
                if (branch.entrainedMl >= BUBBLE_ML
                        && bubbles.arrive(branch.flowMlPerS >= 0 ? branch.to : branch.from, branch.entrainedMl)) {
                    branch.entrainedMl = 0;
                }
            }
        }
    }

    /// Brings air into the beginning of a branch, as a syringe would: in bubbles of at most 1 mL, twenty of them in a
    /// second. Its volume
    /// comes in addition to what flows.
    void inject(Branch branch, double ml) {
        branch.injectedMl += ml;
    }

    /// Brings air into a node, in the same way. Where nothing flows away from it, it stays in a line that ends there.
    void inject(Node node, double ml) {
        node.injectedMl += ml;
    }

    private void inject() {
        for (Branch branch : branches) {
            if (branch.injectedMl > 0) {
                double ml = Math.min(branch.injectedMl, INJECTED_BUBBLE_ML);
                branch.injectedMl -= ml;
                takeIn(branch.from, ml);
                bubbles.enter(branch, branch.from, ml);
            }
        }
        for (Node node : nodes) {
            if (node.injectedMl > 0) {
                double ml = Math.min(node.injectedMl, INJECTED_BUBBLE_ML);
                node.injectedMl -= ml;
                takeIn(node, ml);
                if (!bubbles.arrive(node, ml)) {
                    bubbles.rest(node, ml);
                }
            }
        }
    }

    private void takeIn(Node node, double ml) {
        node.air(ml);
        enteredMl += node.row == Node.NO_ROW ? 0 : ml;
    }

    /// Gives fluid into a node, or takes blood out of it below zero.
    void give(Node node, double ml, double haematocrit) {
        boolean isGiven = ml > 0;
        node.volumeMl += ml;
        enteredMl += node.row == Node.NO_ROW ? 0 : ml;
        node.carry(ml, isGiven ? haematocrit : node.haematocrit, node.temperatureCelsius, isGiven ? 0 : node.oxygen);
        node.mix();
    }

    /// Blood and air in the network, in mL.
    double volumeMl() {
        double sum = 0;
        for (Node node : nodes) {
            sum += node.row == Node.NO_ROW ? 0 : node.volumeMl;
        }
        return sum;
    }

    /// Volume that is there less what should be, in mL.
    double volumeErrorMl() {
        return volumeMl() - startMl - enteredMl + bubbles.leftMl();
    }

    double spilledMl() {
        return spilledMl;
    }

    Bubbles bubbles() {
        return bubbles;
    }

    /// What belongs to what the blood carries.
    Contents contents() {
        return contents;
    }
}
