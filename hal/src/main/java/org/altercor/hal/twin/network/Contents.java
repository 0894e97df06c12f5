package org.altercor.hal.twin.network;

/// Moves what blood carries: cells, warmth, oxygen. Every part that holds is well mixed; what a part that leads does to
/// the blood, it does while the blood passes forward.
///
/// Owner: the twin's thread. Allocates nothing after construction.
final class Contents {
    private final Fluid fluid;
    private final Node[] nodes;
    private final Branch[] branches;
    private final Passing passing = new Passing();
    private double roomCelsius;

    Contents(Fluid fluid, Node[] nodes, Branch[] branches) {
        this.fluid = fluid;
        this.nodes = nodes;
        this.branches = branches;
    }

    /// Sets the temperature of the theatre.
    void room(double celsius) {
        roomCelsius = celsius;
    }

    /// Forgets what has passed and was not moved yet.
    void forget() {
        for (Branch branch : branches) {
            branch.passedMl = 0;
            branch.passedAirMl = 0;
        }
    }

    /// Moves and mixes what has passed since the last call.
    void mix(double seconds) {
        for (Branch branch : branches) {
            carry(branch, seconds);
        }
        for (Node node : nodes) {
            node.mix();
        }
        for (Branch branch : branches) {
            if (branch instanceof Bed bed) {
                bed.warm(seconds, roomCelsius);
            }
        }
    }

    private void carry(Branch branch, double seconds) {
        double passed = branch.passedMl;
        double blood = Math.abs(passed - branch.passedAirMl);
        branch.passedMl = 0;
        branch.passedAirMl = 0;
        if (passed == 0) {
            return;
        }
        Node donor = passed > 0 ? branch.from : branch.to;
        Node receiver = passed > 0 ? branch.to : branch.from;
        donor.carry(-blood, donor.haematocrit, donor.temperatureCelsius, donor.oxygen);
        passing.volumeMl = blood;
        passing.seconds = seconds;
        passing.haematocrit = donor.haematocrit;
        passing.temperatureCelsius = donor.temperatureCelsius;
        passing.oxygen = donor.oxygen;
        if (passed > 0 && blood > 0) {
            branch.exchange(passing);
        }
        receiver.carry(Math.abs(passed), passing.haematocrit, passing.temperatureCelsius, passing.oxygen);
    }

    /// Lets viscosity and the tone of vessels follow.
    void tone() {
        for (Node node : nodes) {
            node.viscosityMpaS = fluid.viscosityMpaS(node.haematocrit, node.temperatureCelsius);
        }
        for (Branch branch : branches) {
            if (branch instanceof Bed bed) {
                bed.tone();
            }
        }
    }
}
