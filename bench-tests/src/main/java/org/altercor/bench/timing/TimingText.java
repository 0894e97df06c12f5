package org.altercor.bench.timing;

import java.util.Formatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.altercor.bench.load.LoadFigures;
import org.jspecify.annotations.Nullable;

/// A [TimingResult] as people read it.
public final class TimingText {
    private static final String UNKNOWN = "?";

    private TimingText() {}

    /// Short tables with a line end after each row.
    public static String of(TimingResult result) {
        try (Formatter text = new Formatter(Locale.ROOT)) {
            text.format("%s\n", result.realTime().banner());
            result.realTime().missing().forEach(missing -> text.format("  %s: %s\n", missing.need(), missing.remedy()));
            load(text, result.load());
            wakeUps(text, result);
            cycles(text, result);
            against(text, result);
            safepoints(text, result.safepoints());
            return text.toString();
        }
    }

    private static void load(Formatter text, @Nullable LoadFigures load) {
        if (load == null) {
            text.format("\nload: none. The loops alone: no console, no telemetry, nobody acts, nothing turns.\n");
            return;
        }
        text.format("\nload: %s in use for %.0f s\n", load.machine(), load.seconds());
        text.format("  pumps      %d of %d turned\n", load.pumpsTurning(), load.pumps());
        text.format(
                "  screens    %d connected; pictures taken: %s\n",
                load.screens(),
                load.picturesTaken().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        text.format("  broker     %d messages, %d left out\n", load.messages(), load.metricsDropped());
        text.format("  operator   %d acts accepted, %d refused\n", load.actsAccepted(), load.actsRefused());
        text.format("  machine    %d events; alarms seen: %d\n", load.events(), load.alarms());
        if (!load.trouble().isEmpty()) {
            text.format("  TROUBLE    nobody acted any more: %s\n", load.trouble());
        }
    }

    private static void wakeUps(Formatter text, TimingResult result) {
        heading(text, "how late a cycle starts, µs", "missed", "");
        for (TimingResult.Loop loop : result.loops()) {
            wakeUp(text, loop.name(), loop.ownRate());
        }
        for (TimingResult.Loop loop : result.loops()) {
            wakeUp(text, loop.name(), loop.commonRate());
        }
        Percentiles peer = result.cyclictest().wakeUpUs();
        if (peer != null) {
            row(text, "cyclictest", result.cyclictest().periodMs(), peer, "", "");
        }
    }

    private static void cycles(Formatter text, TimingResult result) {
        heading(text, "how long a cycle takes, µs", "bytes", "CPU");
        for (TimingResult.Loop loop : result.loops()) {
            TimingResult.Rate rate = loop.ownRate();
            Double share = rate.cpuShare();
            row(
                    text,
                    loop.name(),
                    rate.periodMs(),
                    rate.cycleUs(),
                    number(rate.allocatedBytesPerCycle()),
                    share == null ? UNKNOWN : String.format(Locale.ROOT, "%.1f%%", 100 * share));
        }
    }

    private static void heading(Formatter text, String what, String first, String second) {
        text.format(
                "\n%-27s %9s %8s %8s %8s %8s %7s%s\n",
                what, "samples", "p50", "p99", "p99.9", "max", first, column(second, 7));
    }

    private static void wakeUp(Formatter text, String name, TimingResult.Rate rate) {
        row(text, name, rate.periodMs(), rate.wakeUpUs(), String.valueOf(rate.missedDeadlines()), "");
    }

    private static void row(
            Formatter text, String name, double periodMs, Percentiles times, String first, String second) {
        text.format(
                "  %-25s %9d %8s %8s %8s %8s%s%s\n",
                String.format(Locale.ROOT, "%s, every %.0f ms", name, periodMs),
                times.samples(),
                number(times.p50()),
                number(times.p99()),
                number(times.p999()),
                number(times.max()),
                column(first, 8),
                column(second, 7));
    }

    /// Right-aligned; nothing at all, not even blanks, for nothing.
    private static String column(String text, int width) {
        return text.isEmpty() ? "" : " ".repeat(Math.max(1, width - text.length())) + text;
    }

    private static void against(Formatter text, TimingResult result) {
        text.format("\n%-27s %24s %24s %24s\n", "how late, cyclictest = 1", "p50", "p99", "p99.9");
        for (TimingResult.Loop loop : result.loops()) {
            TimingResult.Ratios ratios = loop.ratioToCyclictest();
            if (ratios == null) {
                text.format("  %-25s unknown: %s\n", loop.name(), loop.ratioUnknownBecause());
            } else {
                text.format(
                        "  %-25s %24s %24s %24s\n",
                        loop.name(), interval(ratios.p50()), interval(ratios.p99()), interval(ratios.p999()));
            }
        }
    }

    private static String interval(MedianRatio ratio) {
        return ratio.low() == null
                ? number(ratio.median())
                : String.format(
                        Locale.ROOT,
                        "%s (%s to %s)",
                        number(ratio.median()),
                        number(ratio.low()),
                        number(ratio.high()));
    }

    private static void safepoints(Formatter text, TimingResult.Safepoints safepoints) {
        TimingResult.Pause reaching = safepoints.timeToSafepointUs();
        TimingResult.Pause pause = safepoints.pauseUs();
        if (reaching == null || pause == null) {
            text.format("\nno safepoint during the run\n");
        } else {
            text.format(
                    "\n%d safepoints: time to safepoint p99 %.1f µs, max %.1f µs; pause p99 %.1f µs, max %.1f µs\n",
                    safepoints.count(), reaching.p99(), reaching.max(), pause.p99(), pause.max());
        }
    }

    private static String number(@Nullable Double value) {
        return value == null ? UNKNOWN : String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
    }
}
