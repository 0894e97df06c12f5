package org.altercor.hal.twin.network;

/// A part that leads blood from one node to another.
///
/// Before each step it tells its flow as a linear function of the two pressures to come:
/// `flow = source + fromGain · from − toGain · to`. Both gains are zero or more: a higher pressure never draws more in.
/// Owner: the twin's thread.
abstract class Branch {
    final String name;
    final Numbers numbers;
    final Node from;
    final Node to;

    /// Number among all branches.
    int index;

    /// Flow in mL/s; positive from `from` to `to`.
    double flowMlPerS;

    /// Volume that has passed since contents were last moved.
    double passedMl;

    /// Air that came with it out of a nearly empty vessel.
    double passedAirMl;

    /// Air that has come with it and is not yet a bubble.
    double entrainedMl;

    /// Air that is still to be injected.
    double injectedMl;

    double source;
    double fromGain;
    double toGain;

    /// Pressure in mmHg that the difference of heights adds along the branch.
    private double columnMmHg;

    Branch(String name, Numbers numbers, Node from, Node to) {
        this.name = name;
        this.numbers = numbers;
        this.from = from;
        this.to = to;
    }

    /// Takes its numbers over, at the start and after one of this part or of its ends was changed.
    void refresh(Fluid fluid) {
        columnMmHg = fluid.mmHgPerCm() * (from.heightCm - to.heightCm);
    }

    /// Finds source and gains for the step to come.
    ///
    /// @param stepSeconds length of the step
    /// @param isMean      whether pulses are replaced by their mean, for settling
    abstract void linearise(double stepSeconds, boolean isMean);

    /// Takes the flow that follows from the pressures at both ends.
    void take(double fromMmHg, double toMmHg) {
        flowMlPerS = source + fromGain * fromMmHg - toGain * toMmHg;
    }

    /// Changes what passes through, when it flows forward: warms, cools, gives or takes oxygen.
    void exchange(Passing passing) {}

    /// Volume in mL that air takes to travel through; 0 when it does not linger.
    double lumenMl() {
        return 0;
    }

    /// How much faster than the mean flow its front travels.
    double frontFactor() {
        return 1;
    }

    /// Share of the air passing through that stays behind.
    double trappedShare() {
        return 0;
    }

    /// Pressure that drives the flow forward besides the pressures at the ends.
    final double columnMmHg() {
        return columnMmHg;
    }

    /// Viscosity of what flows in it, in mPa·s: that of the end it comes from.
    final double viscosityMpaS() {
        return flowMlPerS >= 0 ? from.viscosityMpaS : to.viscosityMpaS;
    }

    /// Nothing flows, whatever the pressures.
    final void shut() {
        source = 0;
        fromGain = 0;
        toGain = 0;
    }
}
