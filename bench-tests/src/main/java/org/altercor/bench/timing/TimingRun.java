package org.altercor.bench.timing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.altercor.bench.load.LoadFigures;
import org.altercor.hal.realtime.RealTime;
import org.altercor.hal.realtime.SafepointWatch;
import org.altercor.hal.time.ThreadRole;
import org.jspecify.annotations.Nullable;

/// Times loops in blocks that take turns: at their own rates, at a common rate, and `cyclictest` at that same rate,
/// priority and number of threads. Whatever else the process does goes on during all of them.
///
/// Only the common rate is compared with `cyclictest`: a thread that sleeps longer wakes later, on any machine,
/// because caches and cores have gone cold. Owner: one thread.
public final class TimingRun {
    /// Period of the comparison: what `cyclictest` takes by default.
    static final long COMMON_PERIOD_NANOS = 1_000_000;

    /// Period of the warm-up: so many cycles that the JVM has compiled the loops before anything counts (it begins
    /// at 5,000 calls), so few that other threads still run. Our own judgement.
    private static final long WARM_UP_PERIOD_NANOS = 250_000;

    private final RealTime realTime;
    private final Optional<Cyclictest> peer;
    private final Consumer<String> progress;
    private final Optional<Supplier<LoadFigures>> load;
    private final List<TimedLoop> loops;
    private final List<TimedLoop> loopsAtCommonRate;
    private final ThreadRole commonRole;
    private final LoopBlock block;

    private final List<LoopTotals> own = new ArrayList<>();
    private final List<LoopTotals> common = new ArrayList<>();
    private final List<@Nullable CyclictestOutput> peerBlocks = new ArrayList<>();
    private @Nullable String peerTrouble;

    /// @param loops    what is to be timed; at least one
    /// @param peer     the C tool, when it is installed
    /// @param progress told now and then, in words
    public TimingRun(RealTime realTime, List<TimedLoop> loops, Optional<Cyclictest> peer, Consumer<String> progress) {
        this(realTime, loops, peer, progress, Optional.empty());
    }

    /// Loops of a machine that is under load. They never rest: while `cyclictest` measures they go on as ordinary
    /// threads, so that it meets what they met, and the machine does not stand still.
    ///
    /// @param loops    what is to be timed; at least one
    /// @param peer     the C tool, when it is installed
    /// @param progress told now and then, in words
    /// @param load     what the machine bears, asked at the end; empty for loops alone
    public TimingRun(
            RealTime realTime,
            List<TimedLoop> loops,
            Optional<Cyclictest> peer,
            Consumer<String> progress,
            Optional<Supplier<LoadFigures>> load) {
        this.realTime = Objects.requireNonNull(realTime, "realTime");
        this.peer = Objects.requireNonNull(peer, "peer");
        this.progress = Objects.requireNonNull(progress, "progress");
        this.load = Objects.requireNonNull(load, "load");
        this.loops = List.copyOf(loops);
        commonRole = this.loops.stream()
                .map(TimedLoop::role)
                .max(Comparator.comparingInt(ThreadRole::fifoPriority))
                .orElseThrow(() -> new IllegalArgumentException("there is no loop to time"));
        loopsAtCommonRate = loopsAt(COMMON_PERIOD_NANOS);
        block = new LoopBlock(realTime);
        peerTrouble = peer.isPresent() ? null : "cyclictest is not installed (Debian package rt-tests)";
    }

    private List<TimedLoop> loopsAt(long periodNanos) {
        return loops.stream()
                .map(loop -> new TimedLoop(loop.name(), commonRole, periodNanos, loop.task()))
                .toList();
    }

    /// Times the loops for about `seconds`. Once.
    ///
    /// @throws IllegalStateException when a loop throws while it is timed
    public TimingResult run(double seconds) throws IOException, InterruptedException {
        if (!own.isEmpty()) {
            throw new IllegalStateException("a run runs once");
        }
        loops.forEach(_ -> {
            own.add(new LoopTotals());
            common.add(new LoopTotals());
        });
        BlockPlan plan = BlockPlan.of(seconds, peer.isPresent() ? 3 : 2);
        try (SafepointWatch safepoints = SafepointWatch.open()) {
            progress.accept("warming up");
            block.run(loopsAt(WARM_UP_PERIOD_NANOS), plan.warmUpNanos(), 0);
            for (int round = 1; round <= plan.rounds(); round++) {
                progress.accept(String.format(Locale.ROOT, "round %d of %d", round, plan.rounds()));
                runRound(plan);
            }
            return new TimingResult(
                    TimingResult.SCHEMA,
                    seconds,
                    plan.rounds(),
                    plan.blockNanos() / 1e9,
                    TimingResult.RealTimeReport.of(realTime.status()),
                    load.map(Supplier::get).orElse(null),
                    loopResults(),
                    peerResult(),
                    TimingResult.Safepoints.of(safepoints.summary()));
        }
    }

    private void runRound(BlockPlan plan) throws IOException, InterruptedException {
        long measuredNanos = plan.blockNanos() - plan.settleNanos();
        addTo(own, block.run(loops, plan.settleNanos(), measuredNanos));
        List<LoopBlock.Measured> ours = block.run(loopsAtCommonRate, plan.settleNanos(), measuredNanos);
        addTo(common, ours);
        if (peer.isPresent() && peerTrouble == null) {
            int priority = ours.getFirst().fifoPriority(); // what we were given, not what we asked for
            peerBlocks.add(
                    switch (measure(peer.get(), priority, measuredNanos)) {
                        case Cyclictest.Outcome.Measured(CyclictestOutput output) -> output;
                        case Cyclictest.Outcome.Failed(String why) -> {
                            peerTrouble = "cyclictest failed: " + why;
                            progress.accept(peerTrouble);
                            yield null;
                        }
                    });
        }
    }

    private Cyclictest.Outcome measure(Cyclictest tool, int priority, long measuredNanos)
            throws IOException, InterruptedException {
        try (LoopThreads aside = LoopThreads.aside(load.isPresent() ? loops : List.of())) {
            Cyclictest.Outcome outcome = tool.measure(loops.size(), priority, COMMON_PERIOD_NANOS, measuredNanos);
            aside.throwIfAny();
            return outcome;
        }
    }

    private static void addTo(List<LoopTotals> totals, List<LoopBlock.Measured> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            totals.get(i).add(blocks.get(i));
        }
    }

    private List<TimingResult.Loop> loopResults() {
        List<TimingResult.Loop> results = new ArrayList<>();
        for (int i = 0; i < loops.size(); i++) {
            TimedLoop loop = loops.get(i);
            results.add(new TimingResult.Loop(
                    loop.name(),
                    loop.role().name(),
                    own.get(i).rate(loop.periodNanos()),
                    common.get(i).rate(COMMON_PERIOD_NANOS),
                    peerTrouble == null ? ratios(common.get(i)) : null,
                    peerTrouble));
        }
        return results;
    }

    private TimingResult.Ratios ratios(LoopTotals ours) {
        return new TimingResult.Ratios(
                ratio(ours, Percentiles::p50), ratio(ours, Percentiles::p99), ratio(ours, Percentiles::p999));
    }

    private MedianRatio ratio(LoopTotals ours, LoopTotals.PercentileChoice choice) {
        List<@Nullable Double> theirs = new ArrayList<>();
        peerBlocks.forEach(each -> theirs.add(each == null ? null : choice.of(each.percentiles())));
        return MedianRatio.of(MedianRatio.ratios(ours.wakeUpOfBlocks(choice), theirs));
    }

    private TimingResult.Peer peerResult() {
        List<CyclictestOutput> measured =
                peerBlocks.stream().filter(Objects::nonNull).toList();
        CyclictestOutput all = CyclictestOutput.merge(measured);
        return new TimingResult.Peer(
                peerTrouble == null,
                peerTrouble,
                loops.size(),
                common.getFirst().fifoPriority(),
                COMMON_PERIOD_NANOS / 1e6,
                measured.isEmpty() ? null : all.percentiles(),
                all.overflow());
    }
}
