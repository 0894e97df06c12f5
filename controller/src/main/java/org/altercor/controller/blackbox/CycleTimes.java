package org.altercor.controller.blackbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// When the cycles of the window were, in seconds from the alarm, and where none was recorded. Owner: one thread.
final class CycleTimes {
    /// A pause as long as this is a gap, though no number is missing. Our own judgement: twenty periods of the
    /// supervisor, after which bus threads call its beat stale.
    static final long GAP_NANOS = 100_000_000;

    private final long zeroNanos;
    private double[] seconds = new double[1_024];
    private boolean[] isBehindGap = new boolean[1_024];
    private int count;
    private long lastNumber;
    private long lastNanos;

    /// A part of the window in which no cycle was recorded.
    record Gap(double fromSeconds, double toSeconds) {}

    /// @param zeroNanos the alarm, on the monotonic clock of its start
    CycleTimes(long zeroNanos) {
        this.zeroNanos = zeroNanos;
    }

    /// Takes the next cycle.
    void add(long number, long nanos) {
        if (count == seconds.length) {
            seconds = Arrays.copyOf(seconds, 2 * count);
            isBehindGap = Arrays.copyOf(isBehindGap, 2 * count);
        }
        seconds[count] = (nanos - zeroNanos) / 1e9;
        isBehindGap[count] = count > 0 && (number != lastNumber + 1 || nanos - lastNanos > GAP_NANOS);
        count++;
        lastNumber = number;
        lastNanos = nanos;
    }

    int count() {
        return count;
    }

    /// Of a cycle, from the alarm.
    double seconds(int cycle) {
        return seconds[cycle];
    }

    /// Whether the cycle before it is not the one that was before it.
    boolean isBehindGap(int cycle) {
        return isBehindGap[cycle];
    }

    /// Until when what was seen in a cycle stood: the next one, or its own time before a gap.
    double endSeconds(int cycle) {
        return cycle + 1 < count && !isBehindGap[cycle + 1] ? seconds[cycle + 1] : seconds[cycle];
    }

    /// Where no cycle was recorded.
    ///
    /// @param fromSeconds first second that is asked for
    /// @param toSeconds   last one
    List<Gap> gaps(double fromSeconds, double toSeconds) {
        List<Gap> gaps = new ArrayList<>();
        double end = fromSeconds;
        for (int i = 0; i < count; i++) {
            if (i == 0 || isBehindGap[i]) {
                add(gaps, end, Math.min(seconds[i], toSeconds));
            }
            end = Math.max(end, seconds[i]);
        }
        add(gaps, end, toSeconds);
        return gaps;
    }

    private static void add(List<Gap> gaps, double from, double to) {
        if (to - from > GAP_NANOS / 1e9) {
            gaps.add(new Gap(from, to));
        }
    }
}
