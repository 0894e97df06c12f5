package org.altercor.bench.timing;

import java.util.Formatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A [TimingResult] as people read it.
public final class TimingText {
    private static final String UNKNOWN = "?";

    private TimingText() {}

    /// A short table with a line end after each row.
    public static String of(TimingResult result) {
        try (Formatter text = new Formatter(Locale.ROOT)) {
            text.format("%s\n", result.realTime().banner());
            result.realTime().missing().forEach(missing -> text.format("  %s: %s\n", missing.need(), missing.remedy()));
            heading(text);
            for (TimingResult.Loop loop : result.loops()) {
                rate(text, loop.name(), loop.ownRate());
                rate(text, loop.name(), loop.commonRate());
            }
            peer(text, result.cyclictest());
            result.loops().forEach(loop -> ratio(text, loop));
            safepoints(text, result.safepoints());
            return text.toString();
        }
    }

    private static void heading(Formatter text) {
        text.format(
                "\n%-22s %9s %8s %8s %8s %8s %7s %8s %6s\n",
                "wake-up latency in µs", "samples", "p50", "p99", "p99.9", "max", "missed", "bytes", "CPU");
    }

    private static void rate(Formatter text, String name, TimingResult.Rate rate) {
        distribution(text, name, rate.periodMs(), rate.wakeUpUs());
        Double share = rate.cpuShare();
        text.format(
                " %7d %8s %6s\n",
                rate.missedDeadlines(),
                number(rate.allocatedBytesPerCycle()),
                share == null ? UNKNOWN : String.format(Locale.ROOT, "%.1f%%", 100 * share));
    }

    private static void peer(Formatter text, TimingResult.Peer peer) {
        Percentiles wakeUp = peer.wakeUpUs();
        if (wakeUp != null) {
            distribution(text, "cyclictest", peer.periodMs(), wakeUp);
            text.format("\n");
        }
        text.format("\n");
    }

    private static void distribution(Formatter text, String name, double periodMs, Percentiles times) {
        text.format(
                "%-22s %9d %8s %8s %8s %8s",
                String.format(Locale.ROOT, "%s, %.0f ms", name, periodMs),
                times.samples(),
                number(times.p50()),
                number(times.p99()),
                number(times.p999()),
                number(times.max()));
    }

    private static void ratio(Formatter text, TimingResult.Loop loop) {
        TimingResult.Ratios ratios = loop.ratioToCyclictest();
        if (ratios == null) {
            text.format("%s: no ratio: %s\n", loop.name(), loop.ratioUnknownBecause());
        } else {
            text.format(
                    "%s over cyclictest: p50 %s, p99 %s, p99.9 %s\n",
                    loop.name(), interval(ratios.p50()), interval(ratios.p99()), interval(ratios.p999()));
        }
    }

    private static String interval(MedianRatio ratio) {
        return String.format(
                Locale.ROOT, "%s [%s, %s]", number(ratio.median()), number(ratio.low()), number(ratio.high()));
    }

    private static void safepoints(Formatter text, TimingResult.Safepoints safepoints) {
        TimingResult.Pause reaching = safepoints.timeToSafepointUs();
        TimingResult.Pause pause = safepoints.pauseUs();
        if (reaching == null || pause == null) {
            text.format("no safepoint during the run\n");
        } else {
            text.format(
                    "%d safepoints: time to safepoint p99 %.1f µs, max %.1f µs; pause p99 %.1f µs, max %.1f µs\n",
                    safepoints.count(), reaching.p99(), reaching.max(), pause.p99(), pause.max());
        }
    }

    private static String number(@Nullable Double value) {
        return value == null ? UNKNOWN : String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
    }
}
