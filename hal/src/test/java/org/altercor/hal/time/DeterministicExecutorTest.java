package org.altercor.hal.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DeterministicExecutorTest {
    private static final long MS = 1_000_000;

    private final List<String> story = new ArrayList<>();
    private final DeterministicExecutor executor = new DeterministicExecutor(1);
    private final long start = executor.nanoTime();

    private CyclicTask tells(String name) {
        return nowNanos -> story.add(name + "@" + nowNanos);
    }

    private List<String> storyOfSeed(long seed) {
        story.clear();
        DeterministicExecutor seeded = new DeterministicExecutor(seed);
        seeded.every(ThreadRole.CONTROL, "control", 10 * MS, tells("control"));
        seeded.every(ThreadRole.SUPERVISOR, "supervisor", 5 * MS, tells("supervisor"));
        seeded.every(ThreadRole.TWIN, "twin", MS, nowNanos -> seeded.at(nowNanos + 300_000, tells("frame")));
        seeded.runFor(200 * MS);
        return List.copyOf(story);
    }

    @Test
    void theSameSeedGivesTheSameOrderToTheLastCycle() {
        assertThat(storyOfSeed(42)).isEqualTo(storyOfSeed(42)).hasSize(20 + 40 + 200);
    }

    @Test
    void anotherSeedGivesAnotherPhase() {
        assertThat(storyOfSeed(42)).isNotEqualTo(storyOfSeed(43));
    }

    @Test
    void eachTaskRunsOncePerPeriodFromItsPhaseOn() {
        List<Long> times = new ArrayList<>();
        executor.every(ThreadRole.CONTROL, "control", 10 * MS, times::add);
        executor.runFor(100 * MS);

        assertThat(times).hasSize(10);
        assertThat(times.getFirst() - start).isBetween(0L, 10 * MS - 1);
        for (int i = 1; i < times.size(); i++) {
            assertThat(times.get(i) - times.get(i - 1)).isEqualTo(10 * MS);
        }
    }

    @Test
    void theClockShowsTheDueTimeWhileATaskRunsAndTheEndAfterwards() {
        executor.at(
                start + 7,
                nowNanos -> assertThat(nowNanos).isEqualTo(executor.nanoTime()).isEqualTo(start + 7));
        executor.runUntil(start + 100);

        assertThat(executor.nanoTime()).isEqualTo(start + 100);
        executor.runUntil(start + 50); // that is over: nothing happens, and time does not go back
        assertThat(executor.nanoTime()).isEqualTo(start + 100);
    }

    @Test
    void whatIsDueAtTheEndRunsAndWhatIsDueLaterWaits() {
        executor.at(start + 100, tells("at the end"));
        executor.at(start + 101, tells("later"));

        executor.runUntil(start + 100);
        assertThat(story).containsExactly("at the end@" + (start + 100));
        executor.runUntil(start + 101);
        assertThat(story).hasSize(2);
    }

    @Test
    void amongEqualDueTimesOneShotsGoFirstThenTheMoreUrgentRoleThenWhoCameFirst() {
        executor.every(ThreadRole.CONTROL, "control", 1, tells("control")); // a period of 1 leaves no choice of phase
        executor.every(ThreadRole.SUPERVISOR, "supervisor", 1, tells("supervisor"));
        executor.every(ThreadRole.CONTROL, "second", 1, tells("second"));
        executor.at(start, tells("first frame"));
        executor.at(start, tells("second frame"));
        executor.runUntil(start);

        assertThat(story)
                .extracting(line -> line.substring(0, line.indexOf('@')))
                .containsExactly("first frame", "second frame", "supervisor", "control", "second");
    }

    @Test
    void aOneShotRunsOnceAndOneForThePastRunsNow() {
        executor.runFor(MS);
        executor.at(start, tells("late"));
        executor.runFor(10 * MS);

        assertThat(story).containsExactly("late@" + (start + MS));
    }

    @Test
    void aTaskMayAskForOneShotsWhileItRuns() {
        executor.at(start + 10, nowNanos -> executor.at(nowNanos + 5, tells("reply")));
        executor.runUntil(start + 20);

        assertThat(story).containsExactly("reply@" + (start + 15));
    }

    @Test
    void aTaskThatThrowsSurfacesAndNeverRunsAgainWhileTheOthersGoOn() {
        IllegalStateException defect = new IllegalStateException("defect");
        executor.every(ThreadRole.SUPERVISOR, "supervisor", MS, tells("supervisor"));
        executor.every(ThreadRole.CONTROL, "control", MS, _ -> {
            story.add("control");
            throw defect;
        });

        CycleFailedException failed = catchThrowableOfType(CycleFailedException.class, () -> executor.runFor(10 * MS));
        assertThat(failed).hasMessageContaining("'control'").hasCause(defect);
        executor.runUntil(start + 10 * MS - 1);

        assertThat(story).filteredOn("control"::equals).hasSize(1);
        assertThat(story).filteredOn(line -> line.startsWith("supervisor")).hasSize(10);
    }

    @Test
    void aOneShotThatThrowsSurfacesToo() {
        executor.at(start, _ -> {
            throw new IllegalStateException("defect");
        });

        assertThatExceptionOfType(CycleFailedException.class).isThrownBy(() -> executor.runFor(1));
        executor.runFor(10); // it is gone
        assertThat(executor.nanoTime()).isEqualTo(start + 10);
    }

    @Test
    void timeCrossesTheEndOfTheLongRange() {
        DeterministicExecutor late = new DeterministicExecutor(5, Long.MAX_VALUE - 3 * MS);
        late.every(ThreadRole.CONTROL, "control", MS, tells("control"));
        late.runFor(10 * MS);

        assertThat(story).hasSize(10);
        assertThat(late.nanoTime()).isNegative();
    }

    @Test
    void randomWorkComesOutInOrderOfTime() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            executor.at(start + random.nextLong(1_000), times::add);
        }
        executor.runFor(1_000);

        assertThat(times).as("seed %d", seed).hasSize(4_000).isSorted();
    }

    @Test
    void misuseIsRefused() {
        executor.every(ThreadRole.CONTROL, "control", MS, tells("control"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> executor.every(ThreadRole.CONTROL, "control", MS, tells("again")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> executor.every(ThreadRole.CONTROL, "standing", 0, tells("standing")));

        executor.at(start, _ -> executor.runFor(1));
        assertThatExceptionOfType(CycleFailedException.class)
                .isThrownBy(() -> executor.runFor(1))
                .withCauseInstanceOf(IllegalStateException.class);

        assertThatIllegalStateException().isThrownBy(() -> {
            for (int i = 0; i < 100_000; i++) {
                executor.at(start + MS, tells("flood"));
            }
        });
    }

    @Test
    void aCycleAllocatesNothing() {
        long[] sum = new long[1];
        CyclicTask frame = nowNanos -> sum[0] += nowNanos;
        executor.every(ThreadRole.CONTROL, "control", 10, nowNanos -> executor.at(nowNanos + 3, frame));
        executor.every(ThreadRole.SUPERVISOR, "supervisor", 5, frame);
        executor.runFor(2_000_000); // warm

        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        executor.runFor(10_000_000); // four million pieces of work
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(allocated).isLessThan(4_096);
        assertThat(sum[0]).isNotZero();
    }
}
