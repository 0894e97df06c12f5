package org.altercor.hal.twin.network;

import java.util.ArrayList;
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

    /// The circuit rests when no flow changes by more than this from one settling step to the next: 6e-6 mL/min.
    private static final double RESTS_BELOW_ML_PER_S = 1e-7;

    /// Air drawn along becomes a bubble at this volume in mL (J).
    private static final double BUBBLE_ML = 0.2;

    /// A syringe: a bubble of 1 mL each 50 ms (J).
    private static final double INJECTED_BUBBLE_ML = 1;

    private static final int INJECT_EVERY = 50;

    /// Flow out of a line that lies open, in mL/s for each mmHg (J).
    private static final double OPEN_LINE_ML_PER_S_MMHG = 1;

    private final Fluid fluid;
    private final Node[] nodes;
    private final Branch[] branches;
    private final Bubbles bubbles;
    private final NodeMatrix matrix;
    private final int[] fromEntry;
    private final int[] toEntry;
    private final Passing passing = new Passing();

    private double roomCelsius = 21;
    private long steps;
    private double startMl;
    private double enteredMl;
    private double spilledMl;

    /// @param seed of the ways that bubbles take
    Network(Fluid fluid, List<Node> nodes, List<Branch> branches, long seed) {
        this.fluid = fluid;
        this.nodes = nodes.toArray(Node[]::new);
        this.branches = branches.toArray(Branch[]::new);
        int rows = 0;
        for (int i = 0; i < this.nodes.length; i++) {
            this.nodes[i].index = i;
            this.nodes[i].row = this.nodes[i] instanceof Tank ? Node.NO_ROW : rows++;
        }
        List<int[]> pairs = new ArrayList<>();
        for (Branch branch : branches) {
            if (branch.from.row != Node.NO_ROW && branch.to.row != Node.NO_ROW) {
                pairs.add(new int[] {branch.from.row, branch.to.row});
            }
        }
        matrix = new NodeMatrix(rows, pairs);
        fromEntry = new int[this.branches.length];
        toEntry = new int[this.branches.length];
        for (int b = 0; b < this.branches.length; b++) {
            Branch branch = this.branches[b];
            branch.index = b;
            boolean isInner = branch.from.row != Node.NO_ROW && branch.to.row != Node.NO_ROW;
            fromEntry[b] = isInner ? matrix.slot(branch.to.row, branch.from.row) : -1;
            toEntry[b] = isInner ? matrix.slot(branch.from.row, branch.to.row) : -1;
        }
        bubbles = new Bubbles(this.nodes, this.branches, seed);
        refresh();
        for (Node node : this.nodes) {
            node.fill();
            node.pressureMmHg = node.pressureNow();
        }
    }

    /// Counts what is in the network now as its own: when everything is filled, and when it has come to rest.
    void begin() {
        enteredMl = bubbles.leftMl();
        startMl = volumeMl();
        for (Branch branch : branches) {
            branch.passedMl = 0;
        }
        refreshViscosity();
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
            node.pressureMmHg = node.pressureNow();
        }
    }

    /// Sets the temperature of the theatre.
    void room(double celsius) {
        roomCelsius = celsius;
    }

    private void refreshViscosity() {
        for (Node node : nodes) {
            node.viscosityMpaS = fluid.viscosityMpaS(node.haematocrit, node.temperatureCelsius);
        }
        for (Branch branch : branches) {
            if (branch instanceof Bed bed) {
                bed.tone();
            }
        }
    }

    /// Moves everything by one step.
    void step(double seconds) {
        solve(seconds, false);
        for (Branch branch : branches) {
            move(branch, seconds);
        }
        if (steps % INJECT_EVERY == 0) {
            inject();
        }
        bubbles.step(seconds);
        for (Node node : nodes) {
            spill(node, seconds);
            node.pressureMmHg = node.pressureNow();
        }
        steps++;
        if (steps % MIX_EVERY == 0) {
            mix(MIX_EVERY * seconds);
        }
        if (steps % TONE_EVERY == 0) {
            refreshViscosity();
        }
    }

    /// Finds pressures and flows of a step.
    private void solve(double seconds, boolean isMean) {
        matrix.clear();
        for (Node node : nodes) {
            if (node.row != Node.NO_ROW) {
                double capacity = 1 / (node.stiffness() * seconds);
                matrix.add(node.row, capacity + openLine(node));
                matrix.addRight(node.row, capacity * node.pressureMmHg);
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

    private double pressureToCome(Node node) {
        return node.row == Node.NO_ROW ? node.pressureMmHg : matrix.solution(node.row);
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
                bubbles.enter(branch, branch.entrainedMl);
                branch.entrainedMl = 0;
            }
        }
    }

    private static double openLine(Node node) {
        return node instanceof Junction junction && junction.isBurst() ? OPEN_LINE_ML_PER_S_MMHG : 0;
    }

    private void spill(Node node, double seconds) {
        double open = openLine(node);
        if (open > 0) {
            double lost = open * pressureToCome(node) * seconds;
            node.volumeMl -= lost;
            enteredMl -= lost;
            spilledMl += lost;
        }
    }

    private void mix(double seconds) {
        for (Branch branch : branches) {
            carry(branch, seconds);
        }
        for (Node node : nodes) {
            node.mix();
        }
        for (Branch branch : branches) {
            if (branch instanceof Bed bed) {
                bed.warm(seconds, roomCelsius);
            } else if (branch instanceof Centrifugal head && head.airMl() > 0) {
                branch.entrainedMl += head.flushAir(branch.flowMlPerS * seconds);
                if (branch.entrainedMl >= BUBBLE_ML
                        && bubbles.arrive(branch.flowMlPerS >= 0 ? branch.to : branch.from, branch.entrainedMl)) {
                    branch.entrainedMl = 0;
                }
            }
        }
    }

    private void carry(Branch branch, double seconds) {
        double passed = branch.passedMl - branch.passedAirMl;
        branch.passedMl = 0;
        branch.passedAirMl = 0;
        if (passed == 0) {
            return;
        }
        Node donor = passed > 0 ? branch.from : branch.to;
        Node receiver = passed > 0 ? branch.to : branch.from;
        double volume = Math.abs(passed);
        donor.carry(-volume, donor.haematocrit, donor.temperatureCelsius, donor.oxygen);
        passing.volumeMl = volume;
        passing.seconds = seconds;
        passing.haematocrit = donor.haematocrit;
        passing.temperatureCelsius = donor.temperatureCelsius;
        passing.oxygen = donor.oxygen;
        if (passed > 0) {
            branch.exchange(passing);
        }
        receiver.carry(volume, passing.haematocrit, passing.temperatureCelsius, passing.oxygen);
    }

    /// Brings the circuit to rest without letting time pass: growing steps with means in place of pulses, until nothing
    /// changes any more.
    ///
    /// @return whether it came to rest
    boolean settle() {
        double seconds = 1e-3;
        double before = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 5_000; i++) {
            double change = settleStep(seconds);
            if (seconds > 100 && change < RESTS_BELOW_ML_PER_S) {
                begin();
                return true;
            }
            boolean isCalm = change < 2 * before || change < RESTS_BELOW_ML_PER_S;
            seconds = isCalm ? Math.min(seconds * 1.3, 1e4) : Math.max(seconds / 4, 1e-3);
            before = change;
        }
        begin();
        return false;
    }

    private double settleStep(double seconds) {
        double change = 0;
        for (Branch branch : branches) {
            branch.passedMl = branch.flowMlPerS;
        }
        solve(seconds, true);
        for (Branch branch : branches) {
            change = Math.max(change, Math.abs(branch.flowMlPerS - branch.passedMl));
            double moved = branch.flowMlPerS * seconds;
            branch.from.settleBy(-moved);
            branch.to.settleBy(moved);
        }
        for (Node node : nodes) {
            node.settleAt(pressureToCome(node));
            node.pressureMmHg = node.pressureNow();
        }
        return change;
    }

    /// Brings air into a branch, as a syringe would: in bubbles of at most 1 mL, twenty of them in a second. Its volume
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
                takeIn(branch.flowMlPerS >= 0 ? branch.to : branch.from, ml);
                bubbles.enter(branch, ml);
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
        node.volumeMl += ml;
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

    Fluid fluid() {
        return fluid;
    }
}
