package org.altercor.bench.timing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.altercor.bench.load.LoadFigures;
import org.altercor.controller.cli.Json;
import org.altercor.hal.realtime.RealTimeStatus;
import org.altercor.hal.realtime.SafepointLog;
import org.jspecify.annotations.Nullable;

/// How the loops kept their time. What is not known is null, with a reason beside it.
///
/// @param schema     version of this form
/// @param seconds    asked for
/// @param rounds     blocks of each kind
/// @param load       what the machine bore meanwhile; null for loops alone
/// @param loops      in the order in which they were given
/// @param cyclictest the C tool, in the blocks between
/// @param safepoints of the whole run
public record TimingResult(
        String schema,
        double seconds,
        int rounds,
        double blockSeconds,
        RealTimeReport realTime,
        @Nullable LoadFigures load,
        List<Loop> loops,
        Peer cyclictest,
        Safepoints safepoints) {
    static final String SCHEMA = "altercor-timing/2";

    /// What of real time the process had.
    public record RealTimeReport(boolean obtained, String banner, List<Missing> missing) {
        static RealTimeReport of(RealTimeStatus status) {
            return new RealTimeReport(
                    status.isRealTime(),
                    status.banner(),
                    status.missing().stream()
                            .map(each -> new Missing(each.need().words(), each.why(), each.remedy()))
                            .toList());
        }
    }

    /// One thing that real time takes and that was refused.
    public record Missing(String need, String why, String remedy) {}

    /// One loop.
    ///
    /// @param ownRate            at its own period and priority
    /// @param commonRate         at the period and priority of `cyclictest`
    /// @param ratioToCyclictest  wake-up latency at the common rate over that of `cyclictest`
    /// @param ratioUnknownBecause why there is no ratio; null when there is one
    public record Loop(
            String name,
            String role,
            Rate ownRate,
            Rate commonRate,
            @Nullable Ratios ratioToCyclictest,
            @Nullable String ratioUnknownBecause) {}

    /// One loop at one rate.
    ///
    /// @param fifoPriority           as the kernel had it; 0 for an ordinary thread
    /// @param wakeUpUs               from due to start
    /// @param cycleUs                from start to end
    /// @param missedDeadlines        periods in which no cycle ran because an earlier one was late or long
    /// @param allocatedBytesPerCycle in steady state
    /// @param cpuShare               of one core
    public record Rate(
            double periodMs,
            int fifoPriority,
            long cycles,
            Percentiles wakeUpUs,
            Percentiles cycleUs,
            long missedDeadlines,
            @Nullable Double allocatedBytesPerCycle,
            @Nullable Double cpuShare) {}

    /// Ratios of percentiles.
    public record Ratios(
            MedianRatio p50,
            MedianRatio p99,
            @JsonProperty("p99_9") MedianRatio p999) {}

    /// The C tool.
    ///
    /// @param unavailableBecause why it was not run, or not to the end; null when it was
    /// @param threads            as many as there are loops
    /// @param overflow           samples longer than its histogram reaches
    public record Peer(
            boolean available,
            @Nullable String unavailableBecause,
            int threads,
            int fifoPriority,
            double periodMs,
            @Nullable Percentiles wakeUpUs,
            long overflow) {}

    /// How the JVM stopped its threads.
    ///
    /// @param timeToSafepointUs from the demand until the last thread stood still; null when there was none
    /// @param pauseUs           from the demand until all may run again; null when there was none
    public record Safepoints(
            int count,
            @Nullable Pause timeToSafepointUs,
            @Nullable Pause pauseUs) {
        static Safepoints of(SafepointLog.Summary summary) {
            return new Safepoints(
                    summary.count(),
                    summary.reaching().map(Pause::of).orElse(null),
                    summary.total().map(Pause::of).orElse(null));
        }
    }

    /// A distribution in microseconds.
    public record Pause(double p50, double p99, double max) {
        static Pause of(SafepointLog.Distribution distribution) {
            return new Pause(
                    distribution.p50Nanos() / 1e3, distribution.p99Nanos() / 1e3, distribution.maxNanos() / 1e3);
        }
    }

    /// For machines: keys in snake_case, units in the keys.
    public String json() {
        return Json.write(this);
    }
}
