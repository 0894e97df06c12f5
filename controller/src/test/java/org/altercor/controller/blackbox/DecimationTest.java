package org.altercor.controller.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.altercor.controller.blackbox.Trace.Stroke;
import org.junit.jupiter.api.Test;

/// Two minutes at 200 Hz in a plot of 488 columns.
class DecimationTest {
    private static final int CYCLES = 24_000;
    private static final long PERIOD_NANOS = 5_000_000;
    private static final Axis AXIS = new Axis(0, 100, 25, 100);

    private final CycleTimes times = new CycleTimes(60_000_000_000L);

    private record Point(double x, double y) {}

    private Trace trace(IntToDoubleFunction value) {
        var cycle = Cycles.empty();
        var count = new int[1];
        var trace = new Trace("measured", Stroke.MEASURED, _ -> value.applyAsDouble(count[0]++));
        for (int i = 0; i < CYCLES; i++) {
            trace.take(cycle);
        }
        return trace;
    }

    private void everyCycle() {
        for (int i = 0; i < CYCLES; i++) {
            times.add(i + 1, i * PERIOD_NANOS);
        }
    }

    private String path(Trace trace) {
        return Decimation.path(trace, times, Extent.MINUTES, AXIS, 1);
    }

    /// Lines of a path, each with its points.
    private static List<List<Point>> lines(String path) {
        List<List<Point>> lines = new ArrayList<>();
        double x = 0;
        double y = 0;
        Matcher part = Pattern.compile("([Mlhv])([-0-9. ]+)").matcher(path);
        while (part.find()) {
            double[] by = Arrays.stream(part.group(2).trim().split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            switch (part.group(1)) {
                case "M" -> {
                    lines.add(new ArrayList<>());
                    x = by[0];
                    y = by[1];
                }
                case "l" -> {
                    x += by[0];
                    y += by[1];
                }
                case "h" -> x += by[0];
                default -> y += by[0];
            }
            lines.getLast().add(new Point(x, y));
        }
        return lines;
    }

    @Test
    void aSpikeOfASingleSampleIsAsHighAsItWas() {
        everyCycle();
        int spike = 15_001;

        List<Point> line = lines(path(trace(i -> i == spike ? 90 : 20))).getFirst();

        double x = Extent.MINUTES.x(spike * 5e-3 - 60);
        assertThat(line).anySatisfy(point -> {
            assertThat(point.y()).isEqualTo(10);
            assertThat(point.x()).isBetween(x - 1, x + 1);
        });
        assertThat(line).filteredOn(point -> point.y() < 79).as("and as narrow").hasSize(1);
    }

    @Test
    void aLevelLineWithoutASpikeHasNone() {
        everyCycle();

        List<Point> line = lines(path(trace(_ -> 20))).getFirst();

        assertThat(line).hasSize(2).allMatch(point -> point.y() == 80);
    }

    @Test
    void theLowestAndTheHighestOfEachColumnAreDrawnWhateverTheyAre() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        double[] values = random.doubles(CYCLES, 0, 100).toArray();
        everyCycle();

        List<Point> line = lines(path(trace(i -> values[i]))).getFirst();

        for (int column = 0; column < 488; column++) {
            int at = column;
            double[] there = IntStream.range(0, CYCLES)
                    .filter(i -> Math.floor(Extent.MINUTES.x(times.seconds(i))) == 172 + at)
                    .mapToDouble(i -> values[i])
                    .toArray();
            double[] drawn = line.stream()
                    .filter(point -> point.x() == 172 + at)
                    .mapToDouble(Point::y)
                    .toArray();
            assertThat(Arrays.stream(drawn).min().orElseThrow())
                    .as("seed %d, column %d", seed, at)
                    .isCloseTo(100 - Arrays.stream(there).max().orElseThrow(), offset(0.06));
            assertThat(Arrays.stream(drawn).max().orElseThrow())
                    .as("seed %d, column %d", seed, at)
                    .isCloseTo(100 - Arrays.stream(there).min().orElseThrow(), offset(0.06));
        }
    }

    @Test
    void aSingleValueThatIsNotKnownBreaksTheLine() {
        everyCycle();

        assertThat(lines(path(trace(i -> i == 12_000 ? Double.NaN : 20)))).hasSize(2);
        assertThat(lines(path(trace(_ -> 20)))).as("twin: known throughout").hasSize(1);
    }

    @Test
    void noLinePassesThroughCyclesThatAreMissing() {
        for (int i = 0; i < CYCLES; i++) {
            times.add(i < 8_000 ? i + 1 : i + 2, i * PERIOD_NANOS);
        }

        assertThat(lines(path(trace(_ -> 20)))).hasSize(2);
    }

    @Test
    void noLinePassesThroughAPauseWithoutAMissingNumber() {
        for (int i = 0; i < CYCLES; i++) {
            times.add(i + 1, i * PERIOD_NANOS + (i < 8_000 ? 0 : CycleTimes.GAP_NANOS + 1));
        }

        assertThat(lines(path(trace(_ -> 20)))).hasSize(2);
    }

    @Test
    void aValueThatWasKnownOnceIsADot() {
        everyCycle();

        assertThat(path(trace(i -> i == 100 ? 20 : Double.NaN))).endsWith("h0");
        assertThat(path(trace(_ -> Double.NaN))).isEmpty();
    }
}
