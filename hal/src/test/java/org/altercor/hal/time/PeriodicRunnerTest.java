package org.altercor.hal.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PeriodicRunnerTest {
    private static final long MS = 1_000_000;
    private static final long START = 77 * MS;

    private final ManualClock clock = new ManualClock(START);
    private final List<Long> starts = new ArrayList<>();
    private final List<Long> missed = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final CycleCounters counters = new CycleCounters();

    /// A runner of 10 ms that does `perCycle` with the number of the cycle, counted from 1, and stops after
    /// `cycles`.
    private PeriodicRunner runner(int cycles, IntConsumer perCycle) {
        PeriodicRunner[] self = new PeriodicRunner[1];
        self[0] = new PeriodicRunner(
                nowNanos -> {
                    starts.add((nowNanos - START) / MS);
                    if (starts.size() == cycles) {
                        self[0].stop();
                    }
                    perCycle.accept(starts.size());
                },
                10 * MS,
                clock,
                clock,
                (dueNanos, startNanos, endNanos, missedPeriods) -> {
                    missed.add(missedPeriods);
                    counters.cycleEnded(dueNanos, startNanos, endNanos, missedPeriods);
                },
                failures::add);
        return self[0];
    }

    @Test
    void cyclesStartOnePeriodApartWhateverTheyTake() {
        runner(4, cycle -> clock.nowNanos += cycle * (2 * MS)).run();

        assertThat(starts).containsExactly(10L, 20L, 30L, 40L);
        assertThat(counters.cycles()).isEqualTo(4);
        assertThat(counters.missedPeriods()).isZero();
        assertThat(counters.longestCycleNanos()).isEqualTo(8 * MS);
    }

    @Test
    void anOverrunIsCountedAndTheMissedCyclesAreNeverRunInABurst() {
        runner(4, cycle -> clock.nowNanos += cycle == 2 ? 35 * MS : MS).run();

        assertThat(starts).containsExactly(10L, 20L, 60L, 70L); // 30, 40 and 50 are gone; the phase is kept
        assertThat(missed).containsExactly(0L, 3L, 0L, 0L);
        assertThat(counters.missedPeriods()).isEqualTo(3);
        assertThat(counters.longestCycleNanos()).isEqualTo(35 * MS);
    }

    @Test
    void aWakeUpTenSecondsLateRunsOneCycleAndGoesOnInPhase() {
        clock.oversleepNanos = 10_000 * MS + 3 * MS; // the whole process was stopped
        runner(3, _ -> {}).run();

        assertThat(starts).containsExactly(10_013L, 10_020L, 10_030L);
        assertThat(missed).containsExactly(1_000L, 0L, 0L);
        assertThat(counters.worstWakeUpNanos()).isEqualTo(10_003 * MS);
    }

    @Test
    void aCycleThatEndsExactlyWhenTheNextIsDueHasMissedIt() {
        runner(2, _ -> clock.nowNanos += 10 * MS).run();

        assertThat(starts).containsExactly(10L, 30L);
        assertThat(missed).containsExactly(1L, 1L);
    }

    @Test
    void aCycleThatThrowsEndsTheRunnerAndIsToldOnce() {
        IllegalStateException defect = new IllegalStateException("defect");
        PeriodicRunner runner = runner(9, cycle -> {
            if (cycle == 3) {
                throw defect;
            }
        });
        runner.run();

        assertThat(starts).hasSize(3);
        assertThat(counters.cycles()).isEqualTo(2); // the failed one does not count as done
        assertThat(failures).containsExactly(defect);
        assertThat(runner.failure()).contains(defect);
        assertThat(runner.state()).isEqualTo(PeriodicRunner.State.FAILED);
    }

    @Test
    void anErrorEndsTheRunnerAsAnExceptionDoes() {
        StackOverflowError error = new StackOverflowError();
        runner(9, _ -> {
                    throw error;
                })
                .run();

        assertThat(starts).hasSize(1);
        assertThat(failures).containsExactly(error);
    }

    @Test
    void whatFailsBeforeTheFirstCycleIsToldAsACyclesFailureIs() {
        IllegalStateException defect = new IllegalStateException("defect");
        PeriodicRunner runner = runner(9, _ -> {});
        runner.run(() -> {
            throw defect;
        });

        assertThat(starts).isEmpty();
        assertThat(failures).containsExactly(defect);
        assertThat(runner.state()).isEqualTo(PeriodicRunner.State.FAILED);
    }

    @Test
    void aRunnerThatIsStoppedHasNoFailure() {
        PeriodicRunner runner = runner(2, _ -> {});
        runner.run();

        assertThat(runner.state()).isEqualTo(PeriodicRunner.State.STOPPED);
        assertThat(runner.failure()).isEmpty();
        assertThat(failures).isEmpty();
    }

    @Test
    void aStopDuringTheWaitRunsNoFurtherCycle() {
        PeriodicRunner[] self = new PeriodicRunner[1];
        self[0] = new PeriodicRunner(
                starts::add,
                10 * MS,
                clock,
                deadlineNanos -> {
                    clock.sleepUntil(deadlineNanos);
                    if (clock.sleeps == 3) {
                        self[0].stop();
                    }
                },
                CycleObserver.NONE,
                failures::add);
        self[0].run();

        assertThat(starts).hasSize(2);
        assertThat(self[0].state()).isEqualTo(PeriodicRunner.State.STOPPED);
    }

    @Test
    void aSleeperThatReturnsEarlyIsAskedAgainAndNoCycleRunsBeforeItsTime() {
        PeriodicRunner[] self = new PeriodicRunner[1];
        self[0] = new PeriodicRunner(
                nowNanos -> {
                    starts.add(nowNanos - START);
                    self[0].stop();
                },
                10 * MS,
                clock,
                _ -> clock.nowNanos += 3 * MS,
                CycleObserver.NONE,
                failures::add);
        self[0].run();

        assertThat(starts).containsExactly(12 * MS);
    }

    @Test
    void aClockThatGoesBackIsHeldAndCountedAndTimeNeverGoesBackForTheTask() {
        PeriodicRunner runner = runner(4, cycle -> {
            if (cycle == 2) {
                clock.nowNanos -= 5 * MS;
            }
        });
        runner.run();

        assertThat(starts).containsExactly(10L, 20L, 30L, 40L);
        assertThat(missed).containsExactly(0L, 0L, 0L, 0L);
        assertThat(runner.backwardClockSteps())
                .isEqualTo(2); // at the end of cycle 2, and before the sleep that follows
    }

    @Test
    void oneWildReadingOfTheClockIsCountedAndNoCycleIsMissedForIt() {
        boolean[] wild = {false};
        MonotonicClock source = () -> {
            long aheadNanos = wild[0] ? 3_600_000 * MS : 0;
            wild[0] = false;
            return clock.nowNanos + aheadNanos;
        };
        PeriodicRunner[] self = new PeriodicRunner[1];
        self[0] = new PeriodicRunner(
                nowNanos -> {
                    starts.add((nowNanos - START) / MS);
                    wild[0] = starts.size() == 2;
                    if (starts.size() == 4) {
                        self[0].stop();
                    }
                },
                10 * MS,
                source,
                dueNanos -> clock.nowNanos = dueNanos,
                CycleObserver.NONE,
                failures::add);
        self[0].run();

        assertThat(starts).containsExactly(10L, 20L, 30L, 40L);
        assertThat(self[0].wildClockReadings()).isEqualTo(1);
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aClockThatStandsStillEndsTheRunnerInsteadOfTakingACoreForEver() {
        PeriodicRunner runner =
                new PeriodicRunner(starts::add, 10 * MS, clock, _ -> {}, CycleObserver.NONE, failures::add);
        runner.run();

        assertThat(starts).isEmpty();
        assertThat(runner.state()).isEqualTo(PeriodicRunner.State.FAILED);
        assertThat(failures).singleElement().asString().contains("clock stands still");
    }

    @Test
    void aRunnerRunsOnceAndItsPeriodIsPositive() {
        PeriodicRunner runner = runner(1, _ -> {});
        runner.run();

        assertThatIllegalStateException().isThrownBy(runner::run);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PeriodicRunner(_ -> {}, 0, clock, clock, CycleObserver.NONE, failures::add));
    }
}
