package org.altercor.controller.scenario;

/// The mean over the newest values of a signal.
///
/// Not known (NaN) until it is full, and for as long as one value in it is not known. The sum is formed anew each
/// time the window has gone round once, so that rounding never piles up. Allocates nothing after construction.
final class MovingMean {
    private final double[] window;
    private int next;
    private int count;
    private int unknown;
    private double sum;

    /// @param values how many values the mean is over; at least one
    MovingMean(int values) {
        window = new double[values];
    }

    void add(double value) {
        if (count == window.length) {
            forget(window[next]);
        } else {
            count++;
        }
        window[next] = value;
        unknown += Double.isNaN(value) ? 1 : 0;
        sum += Double.isNaN(value) ? 0 : value;
        next++;
        if (next == window.length) {
            next = 0;
            sumAnew();
        }
    }

    private void forget(double oldest) {
        unknown -= Double.isNaN(oldest) ? 1 : 0;
        sum -= Double.isNaN(oldest) ? 0 : oldest;
    }

    private void sumAnew() {
        sum = 0;
        for (int i = 0; i < count; i++) {
            sum += Double.isNaN(window[i]) ? 0 : window[i];
        }
    }

    double value() {
        return count < window.length || unknown > 0 ? Double.NaN : sum / count;
    }
}
