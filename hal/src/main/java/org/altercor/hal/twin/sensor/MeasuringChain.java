package org.altercor.hal.twin.sensor;

import java.util.Random;
import java.util.function.DoubleSupplier;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;

/// The way of one quantity from the physics to a port, and everything that can go wrong on it.
///
/// ```
/// source ─► shaping ─► gain, offset, drift, hold ─► noise ─► rounding ─► range ─► dead time ─► cell
///              ▲ hum
/// ```
///
/// A value bears the time at which its window ended, and arrives the dead time later. What was not measured keeps
/// its last value and its old time, and says why. Owner: the twin's thread, but for [#copyTo]. A step allocates
/// nothing.
final class MeasuringChain {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double SECONDS_PER_HOUR = 3_600;

    private final DoubleSupplier source;
    private final Timing timing;
    private final ChainFigures figures;
    private final Random random;
    private final Delay delay;
    private final double[] means;

    private boolean started;
    private long dueNanos;
    private long steppedNanos;
    private double sum;
    private int looks;
    private double shaped;
    private double rest;
    private long windows;
    private double value = Double.NaN;
    private long sampledAtNanos;

    private double gain;
    private double offset;
    private double driftPerHour;
    private double driftSeconds;
    private double hum;
    private double humHertz;
    private double lagFactor;
    private double extraLagSeconds;
    private boolean isHeld;
    private boolean isTrapped;
    private boolean isLongMean;
    private double shown;
    private Quality trouble = Quality.GOOD;

    MeasuringChain(DoubleSupplier source, Timing timing, ChainFigures figures) {
        this.source = source;
        this.timing = timing;
        this.figures = figures;
        random = new Random(timing.seed());
        delay = new Delay(timing);
        means = new double[figures.meanPeriods()];
        mend();
    }

    /// Any thread.
    void copyTo(Reading into) {
        delay.copyTo(into);
    }

    /// The newest value, before its dead time. Twin's thread only.
    double value() {
        return value;
    }

    /// Undoes every fault.
    void mend() {
        gain = 1;
        offset = 0;
        driftPerHour = 0;
        driftSeconds = 0;
        hum = 0;
        lagFactor = 1;
        extraLagSeconds = 0;
        isHeld = false;
        isTrapped = false;
        isLongMean = false;
        shown = Double.NaN;
        trouble = Quality.GOOD;
    }

    /// Multiplies what it shows.
    void gain(double factor) {
        gain *= factor;
    }

    /// Adds to what it shows.
    void offset(double amount) {
        offset += amount;
    }

    /// Lets its zero wander from now on.
    void drift(double amountPerHour) {
        driftPerHour = amountPerHour;
        driftSeconds = 0;
    }

    /// Adds a sine in front of everything: hum of the mains, waves on a surface.
    void hum(double amplitude, double hertz) {
        hum = amplitude;
        humHertz = hertz;
    }

    /// Adds a low pass in front.
    void damp(double seconds) {
        extraLagSeconds = seconds;
    }

    /// Stretches its own low pass.
    void slow(double factor) {
        lagFactor = factor;
    }

    /// Repeats the value it has, with new times.
    void hold() {
        isHeld = true;
    }

    /// Cuts the sensor off from the line: what was there stays there. Its noise lives on.
    void trap() {
        isTrapped = true;
    }

    /// Shows the mean over many values instead of one.
    void longMean() {
        isLongMean = true;
    }

    /// Shows this, whatever there is.
    void show(double amount) {
        shown = amount;
    }

    /// Measures nothing, and says so.
    void lose(Quality why) {
        trouble = why;
    }

    /// Looks at its source; when a window ends it makes a value, and when a value has arrived it shows it.
    ///
    /// @param blindness why nothing can be seen now, from the world itself; `GOOD` when all is well
    void step(long nowNanos, Quality blindness) {
        double seconds = started ? (nowNanos - steppedNanos) / NANOS_PER_SECOND : 0;
        steppedNanos = nowNanos;
        look(nowNanos, seconds);
        driftSeconds += seconds;
        if (!started || nowNanos - dueNanos >= 0) {
            dueNanos = (started ? dueNanos : nowNanos) + timing.periodNanos();
            if (nowNanos - dueNanos >= 0) {
                dueNanos = nowNanos + timing.periodNanos(); // steps were missed: no burst
            }
            started = true;
            measure(nowNanos, trouble == Quality.GOOD ? blindness : trouble);
        }
        delay.step(nowNanos);
    }

    private void look(long nowNanos, double seconds) {
        if (isTrapped) {
            sum += shaped;
            looks++;
            return;
        }
        double now = source.getAsDouble();
        if (hum != 0) {
            now += hum * wave(humHertz * (nowNanos / NANOS_PER_SECOND));
        }
        sum += now;
        looks++;
        double lag = figures.lagSeconds() * lagFactor + extraLagSeconds;
        boolean isFirst = !started || Double.isNaN(shaped);
        shaped = isFirst || lag <= 0 ? now : shaped + (now - shaped) * seconds / (lag + seconds);
    }

    /// A sine of so many turns, by parabolas: within 6 %, and without the memory that the exact one takes.
    private static double wave(double turns) {
        double half = 2 * (turns - Math.floor(turns)) - 1;
        return 4 * half * (1 - Math.abs(half));
    }

    private void measure(long nowNanos, Quality seen) {
        double windowMean = sum / looks;
        sum = 0;
        looks = 0;
        boolean isMean = figures.shaping() == ChainFigures.Shaping.MEAN && extraLagSeconds == 0;
        double raw = isMean ? windowMean : shaped;
        means[(int) (windows % means.length)] = raw;
        windows++;
        if (seen == Quality.GOOD) {
            if (!isHeld) {
                value = rounded(distorted(isLongMean ? mean() : raw));
            }
            sampledAtNanos = nowNanos;
        }
        delay.put(value, sampledAtNanos, nowNanos, seen == Quality.GOOD ? judged() : seen);
    }

    private double mean() {
        int count = (int) Math.min(windows, means.length);
        double total = 0;
        for (int i = 0; i < count; i++) {
            total += means[i];
        }
        return total / count;
    }

    private double distorted(double raw) {
        double noise = figures.noise() * random.nextGaussian();
        if (!Double.isNaN(shown)) {
            return shown;
        }
        return gain * raw + offset + driftPerHour * driftSeconds / SECONDS_PER_HOUR + noise;
    }

    private double rounded(double exact) {
        double quantum = figures.quantum();
        double kept = Math.clamp(exact, figures.least(), figures.most());
        return switch (figures.rounding()) {
            case NEAREST -> Math.rint(kept / quantum) * quantum + 0.0; // no minus zero
            case COUNTING -> {
                double steps = Math.floor((kept + rest) / quantum);
                rest += kept - steps * quantum;
                yield steps * quantum + 0.0;
            }
        };
    }

    private Quality judged() {
        boolean isInRange = value > figures.least() && value < figures.most();
        return isInRange ? Quality.GOOD : Quality.OUT_OF_RANGE;
    }
}
