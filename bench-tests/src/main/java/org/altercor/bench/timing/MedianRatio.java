package org.altercor.bench.timing;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The median of the ratios of blocks that ran one after the other, with its interval.
///
/// @param median null when there was no pair of blocks to compare
/// @param low    lower end of the interval; null when there are too few blocks for one
/// @param high   upper end of the interval
/// @param blocks pairs of blocks compared
public record MedianRatio(
        @Nullable Double median,
        @Nullable Double low,
        @Nullable Double high,
        int blocks) {
    private static final double CONFIDENCE = 0.95;

    /// The median of `ratios` and the narrowest symmetric pair of order statistics that holds the true median in at
    /// least 95 of 100 cases, whatever the distribution. Six is the smallest number of blocks that has one.
    static MedianRatio of(List<Double> ratios) {
        double[] sorted =
                ratios.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int n = sorted.length;
        if (n == 0) {
            return new MedianRatio(null, null, null, 0);
        }
        double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
        int left = ranksLeftOut(n);
        return left < 0
                ? new MedianRatio(median, null, null, n)
                : new MedianRatio(median, sorted[left], sorted[n - 1 - left], n);
    }

    /// How many of the smallest, and of the largest, may be left out; -1 when even all of them do not suffice.
    ///
    /// The number of blocks below the true median is binomial with one half; leaving out `k` on each side misses it
    /// when at most `k` lie below, or at most `k` above.
    private static int ranksLeftOut(int n) {
        double oneSided = (1 - CONFIDENCE) / 2;
        double probability = Math.pow(0.5, n); // of exactly k below
        double atMost = probability;
        int k = 0;
        while (atMost <= oneSided) {
            k++;
            probability *= (n - k + 1.0) / k;
            atMost += probability;
        }
        return k - 1;
    }

    /// The ratios of two series, pair by pair; pairs with an unknown member are left out.
    static List<Double> ratios(List<@Nullable Double> ours, List<@Nullable Double> theirs) {
        double[] known = new double[Math.min(ours.size(), theirs.size())];
        int count = 0;
        for (int i = 0; i < known.length; i++) {
            Double mine = ours.get(i);
            Double other = theirs.get(i);
            if (mine != null && other != null && other > 0) {
                known[count++] = mine / other;
            }
        }
        return Arrays.stream(known, 0, count).boxed().toList();
    }
}
