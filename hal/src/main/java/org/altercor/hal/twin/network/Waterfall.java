package org.altercor.hal.twin.network;

/// A resistance that does not feel the pressure behind it as long as that is below a threshold: vessels that close, a
/// vein that collapses. `Q = (from − max(to, threshold)) / R`.
abstract class Waterfall extends Branch {
    private double thresholdMmHg;
    private double resistanceMmHgSPerMl = 1;

    Waterfall(String name, Numbers numbers, Node from, Node to) {
        super(name, numbers, from, to);
    }

    final void waterfall(double threshold, double resistance) {
        thresholdMmHg = threshold;
        resistanceMmHgSPerMl = resistance;
    }

    @Override
    final void linearise(double stepSeconds, boolean isMean) {
        fromGain = 1 / resistanceMmHgSPerMl;
        if (to.pressureMmHg - columnMmHg() > thresholdMmHg) {
            toGain = fromGain;
            source = fromGain * columnMmHg();
        } else {
            toGain = 0;
            source = -fromGain * thresholdMmHg;
        }
    }

    @Override
    final void take(double fromMmHg, double toMmHg) {
        super.take(fromMmHg, toMmHg);
        if (toGain == 0 && flowMlPerS < 0) {
            flowMlPerS = 0;
        }
    }
}
