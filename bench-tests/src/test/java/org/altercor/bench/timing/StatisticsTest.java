package org.altercor.bench.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    private static List<Double> oneTo(int n) {
        List<Double> values = new ArrayList<>(
                DoubleStream.iterate(1, v -> v + 1).limit(n).boxed().toList());
        Collections.shuffle(values, new Random(7));
        return values;
    }

    @Test
    void theMedianOfAnEvenNumberIsHalfWayBetweenTheMiddleTwo() {
        assertThat(MedianRatio.of(List.of(1.0, 9.0, 3.0, 2.0)).median()).isEqualTo(2.5);
        assertThat(MedianRatio.of(List.of(9.0, 1.0, 3.0)).median()).isEqualTo(3.0);
    }

    @Test
    void theIntervalIsThePairOfOrderStatisticsOfTheTextbook() {
        // Source: the usual table for the median, two-sided 95 %: n = 6: 1 to 6; n = 10: 2 to 9; n = 20: 6 to 15.
        assertThat(MedianRatio.of(oneTo(6))).isEqualTo(new MedianRatio(3.5, 1.0, 6.0, 6));
        assertThat(MedianRatio.of(oneTo(10))).isEqualTo(new MedianRatio(5.5, 2.0, 9.0, 10));
        assertThat(MedianRatio.of(oneTo(20))).isEqualTo(new MedianRatio(10.5, 6.0, 15.0, 20));
    }

    @Test
    void fiveBlocksHaveAMedianAndNoInterval() {
        assertThat(MedianRatio.of(oneTo(5))).isEqualTo(new MedianRatio(3.0, null, null, 5));
        assertThat(MedianRatio.of(List.of())).isEqualTo(new MedianRatio(null, null, null, 0));
    }

    @Test
    void theIntervalHoldsTheTrueMedianAsOftenAsItSays() {
        long seed = 20_261_123;
        SplittableRandom random = new SplittableRandom(seed);
        int held = 0;
        for (int i = 0; i < 4_000; i++) {
            MedianRatio ratio = MedianRatio.of(DoubleStream.generate(() -> Math.exp(random.nextGaussian()))
                    .limit(10)
                    .boxed()
                    .toList());
            held += ratio.low() <= 1 && 1 <= ratio.high() ? 1 : 0;
        }
        assertThat(held / 4_000.0).as("seed %d", seed).isBetween(0.95, 0.99); // 0.9785 exactly, for ten
    }

    @Test
    void aPairWithAnUnknownMemberIsLeftOutAndNotTakenForZero() {
        assertThat(MedianRatio.ratios(Arrays.asList(4.0, null, 6.0, 8.0), Arrays.asList(2.0, 2.0, null, 2.0)))
                .containsExactly(2.0, 4.0);
        assertThat(MedianRatio.ratios(List.of(4.0), List.of(0.0))).isEmpty();
    }

    @Test
    void percentilesAreInMicroseconds() {
        Histogram histogram = LoopRecorder.newHistogram();
        for (int micros = 1; micros <= 1_000; micros++) {
            histogram.recordValue(micros * 1_000L);
        }
        Percentiles percentiles = Percentiles.ofNanos(histogram);

        assertThat(percentiles.samples()).isEqualTo(1_000);
        assertThat(percentiles.p50()).isCloseTo(500, within(0.5)); // three digits
        assertThat(percentiles.p99()).isCloseTo(990, within(1.0));
        assertThat(percentiles.p999()).isCloseTo(999, within(1.0));
        assertThat(percentiles.max()).isCloseTo(1_000, within(1.0));
    }

    @Test
    void nothingMeasuredIsNotZero() {
        assertThat(Percentiles.ofNanos(LoopRecorder.newHistogram()))
                .isEqualTo(new Percentiles(0, null, null, null, null));
    }

    @Test
    void aRecorderRecordsOnlyWhileItIsAskedTo() {
        LoopRecorder recorder = new LoopRecorder();
        recorder.cycleEnded(0, 5_000, 9_000, 7);
        recorder.record(true);
        recorder.cycleEnded(0, 2_000, 5_000, 1);
        recorder.cycleEnded(0, -300, Long.MAX_VALUE, 0); // a clock gone wild does not end the loop
        recorder.record(false);
        recorder.cycleEnded(0, 5_000, 9_000, 7);

        assertThat(recorder.cycles()).isEqualTo(2);
        assertThat(recorder.missedPeriods()).isEqualTo(1);
        assertThat(recorder.wakeUp().getMaxValue()).isBetween(2_000L, 2_001L);
        assertThat(recorder.wakeUp().getMinValue()).isZero();
    }

    @Test
    void aMinuteHasTenRoundsAndTheBlocksFillTheTime() {
        for (int kinds : new int[] {2, 3}) {
            for (double seconds : new double[] {60, 61.5, 300, 3_600}) {
                BlockPlan plan = BlockPlan.of(seconds, kinds);
                assertThat(plan.rounds()).isGreaterThanOrEqualTo(BlockPlan.ROUNDS_OF_A_MINUTE);
                assertThat((plan.warmUpNanos() + plan.blockNanos() * plan.rounds() * kinds) / 1e9)
                        .isCloseTo(seconds, within(0.01));
                assertThat(plan.settleNanos()).isLessThan(plan.blockNanos() / 4);
            }
        }
    }

    @Test
    void aShortRunHasOneRoundAndATooShortOneIsRefused() {
        assertThat(BlockPlan.of(2, 3).rounds()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> BlockPlan.of(0.5, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> BlockPlan.of(Double.NaN, 3));
    }
}
