package org.altercor.hal.twin.network;

import static org.altercor.config.circuit.PumpParameters.*;

/// A centrifugal head: `H = a·N² − r1·N·Q − r2·Q² + [Q < k·N]·rrec·(Q − k·N)²` [P25], with Q in L/min and N in rpm.
///
/// Against backward flow the part without speed resists, by the published fit where that is steep enough, else by r2.
/// Air in the head takes the part that the impeller makes away. Standing still it is a tube.
final class Centrifugal extends InertialBranch implements PumpHead {
    /// Blood that carries off the air in a head once over, mL (J).
    private static final double FLUSH_ML = 300;

    private double a;
    private double r1;
    private double r2;
    private double rrec;
    private double k;
    private double backShare;
    private double fadesMl;
    private double deprimedMl;

    private double speedRpm;
    private double airMl;

    Centrifugal(String name, Numbers numbers, Node from, Node to) {
        super(name, numbers, from, to);
    }

    @Override
    void refresh(Fluid fluid) {
        super.refresh(fluid);
        a = numbers.of(SHUT_OFF);
        r1 = numbers.of(HEAD_R1);
        r2 = numbers.of(HEAD_R2);
        rrec = numbers.of(HEAD_RREC);
        k = numbers.of(HEAD_K);
        backShare = numbers.of(BACKWARD_HEAD) / 100;
        fadesMl = numbers.of(FADES);
        deprimedMl = Math.max(numbers.of(DEPRIMED), fadesMl + 0.1);
        inertanceMmHgS2PerMl = numbers.of(PASSAGE);
    }

    @Override
    public void turn(double newSpeedRpm) {
        speedRpm = newSpeedRpm;
    }

    @Override
    public double speedRpm() {
        return speedRpm;
    }

    @Override
    void law(boolean isMean) {
        double n = Math.abs(speedRpm);
        double made = primed() * (speedRpm < 0 ? backShare : 1);
        double q = flowMlPerS * Physics.L_PER_MIN;
        double below = Math.min(0, q - k * n);
        double backward = rrec > r2 ? rrec - r2 : r2;
        double passive = q >= 0 ? -r2 * q * q : backward * q * q;
        double passiveSlope = q >= 0 ? -2 * r2 * q : 2 * backward * q;
        double recirculating = rrec * (below * below - Math.min(0, q) * Math.min(0, q));
        double recirculatingSlope = 2 * rrec * (below - Math.min(0, q));
        double active = a * n * n - r1 * n * q + recirculating;
        double activeSlope = -r1 * n + recirculatingSlope;
        law(made * active + passive, -(made * activeSlope + passiveSlope) * Physics.L_PER_MIN);
    }

    /// Share of its pressure that it makes with the air that is in it.
    private double primed() {
        return Math.clamp(1 - (airMl - fadesMl) / (deprimedMl - fadesMl), 0, 1);
    }

    /// Keeps air that arrives.
    void catchAir(double ml) {
        airMl += ml;
    }

    /// Air that the flow carries on, in mL.
    double flushAir(double passed) {
        double flushed = Math.min(airMl, airMl * Math.abs(passed) / FLUSH_ML);
        airMl -= flushed;
        return flushed;
    }

    double airMl() {
        return airMl;
    }
}
