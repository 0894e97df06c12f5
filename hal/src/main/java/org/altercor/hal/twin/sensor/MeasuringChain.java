package org.altercor.hal.twin.sensor;

import java.util.Random;
import java.util.function.DoubleSupplier;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;

/// The way of one quantity from the physics to a port, and everything that can go wrong on it.
///
/// ```
/// source ─► line ─► + hum ─► shaping ─► gain, offset, drift, hold ─► noise ─► rounding ─► range ─► dead time ─► cell
///           trap, damp
/// ```
///
/// A value bears the time at which its window ended, and arrives the dead time later. What was not measured keeps
/// its last value and its old time, and says why: a window in which nothing could be seen for one step is lost as a
/// whole, and a source that is no number is `MISSING`. Owner: the twin's thread, but for [#copyTo]. A step allocates
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
    private double line = Double.NaN;
    private double shaped = Double.NaN;
    private double sum;
    private int looks;
    private Quality windowTrouble = Quality.GOOD;
    private double windowGarbage;
    private double rest;
    private long windows;
    private double value = Double.NaN;
    private Quality belief = Quality.MISSING;
    private Quality told = Quality.MISSING;
    private long sampledAtNanos;

    private double gain;
    private double offset;
    private double driftPerHour;
    private double drifted;
    private double hum;
    private double humHertz;
    private double lagFactor;
    private double extraLagSeconds;
    private boolean isHeld;
    private boolean isTrapped;
    private boolean isLongMean;
    private boolean isSilent;
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

    /// What is known of the newest value, before its dead time. Twin's thread only.
    Quality quality() {
        return told;
    }

    /// Undoes every fault.
    void mend() {
        gain = 1;
        offset = 0;
        driftPerHour = 0;
        drifted = 0;
        hum = 0;
        lagFactor = 1;
        extraLagSeconds = 0;
        isHeld = false;
        isTrapped = false;
        isLongMean = false;
        isSilent = false;
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

    /// Lets its zero wander from where it is, from now on.
    void drift(double amountPerHour) {
        driftPerHour = amountPerHour;
    }

    /// Adds a sine behind the line: hum of the mains, waves on a surface.
    void hum(double amplitude, double hertz) {
        hum = amplitude;
        humHertz = hertz;
    }

    /// Makes the line lazy: a low pass before everything.
    void damp(double seconds) {
        extraLagSeconds = seconds;
    }

    /// Stretches its own low pass.
    void slow(double factor) {
        lagFactor = factor;
    }

    /// Repeats the value it has, with new times; one that has none yet takes one.
    void hold() {
        isHeld = true;
    }

    /// Cuts the sensor off from the line: what was there stays there. Hum and noise live on.
    void trap() {
        isTrapped = true;
    }

    /// Shows the mean over many values instead of one.
    void longMean() {
        isLongMean = true;
    }

    /// Shows this, whatever there is, be it within its range or not.
    void show(double amount) {
        shown = amount;
    }

    /// Shows anything between ± `most` at the end of this window.
    void garble(double most) {
        windowGarbage = most;
    }

    /// Measures nothing, and says so.
    void lose(Quality why) {
        trouble = why;
    }

    /// Says nothing any more, and nothing of that; what was on its way is lost too.
    void fallSilent() {
        isSilent = true;
    }

    /// Looks at its source; when a window ends it makes a value, and when a value has arrived it shows it.
    ///
    /// @param blindness why nothing can be seen now, from the world itself; `GOOD` when all is well
    void step(long nowNanos, Quality blindness) {
        double seconds = started ? (nowNanos - steppedNanos) / NANOS_PER_SECOND : 0;
        steppedNanos = nowNanos;
        Quality seen = trouble == Quality.GOOD ? blindness : trouble;
        windowTrouble = seen == Quality.GOOD ? windowTrouble : seen;
        look(nowNanos, seconds);
        drifted += driftPerHour * seconds / SECONDS_PER_HOUR;
        if (!started || nowNanos - dueNanos >= 0) {
            dueNanos = (started ? dueNanos : nowNanos) + timing.periodNanos();
            if (nowNanos - dueNanos >= 0) {
                dueNanos = nowNanos + timing.periodNanos(); // steps were missed: no burst
            }
            started = true;
            measure(nowNanos);
        }
        if (isSilent) {
            delay.clear();
        }
        delay.step(nowNanos);
    }

    private void look(long nowNanos, double seconds) {
        if (!isTrapped || Double.isNaN(line)) {
            line = lagging(line, source.getAsDouble(), extraLagSeconds, seconds);
        }
        double now = hum == 0 ? line : line + hum * wave(humHertz * (nowNanos / NANOS_PER_SECOND));
        sum += now;
        looks++;
        shaped = lagging(shaped, now, figures.lagSeconds() * lagFactor, seconds);
    }

    /// A first-order low pass; without a past it begins where it is.
    private static double lagging(double before, double now, double lagSeconds, double seconds) {
        boolean hasPast = lagSeconds > 0 && Double.isFinite(before);
        return hasPast ? before + (now - before) * seconds / (lagSeconds + seconds) : now;
    }

    /// A sine of so many turns, by parabolas: within 6 %, and without the memory that the exact one takes.
    private static double wave(double turns) {
        double half = 2 * (turns - Math.floor(turns)) - 1;
        return 4 * half * (1 - Math.abs(half));
    }

    private void measure(long nowNanos) {
        double raw = figures.shaping() == ChainFigures.Shaping.MEAN ? sum / looks : shaped;
        sum = 0;
        looks = 0;
        if (Double.isFinite(raw)) {
            means[(int) (windows % means.length)] = raw;
            windows++;
        }
        if (windowTrouble == Quality.GOOD) {
            if (!isHeld || belief == Quality.MISSING) {
                believe(shownOf(raw));
            }
            sampledAtNanos = belief == Quality.MISSING ? sampledAtNanos : nowNanos;
        }
        told = windowTrouble == Quality.GOOD ? belief : windowTrouble;
        windowTrouble = Quality.GOOD;
        windowGarbage = 0;
        delay.put(value, sampledAtNanos, nowNanos, told);
    }

    /// What it makes of a raw value, before its steps and its range.
    private double shownOf(double raw) {
        double noise = figures.noise() * random.nextGaussian();
        if (!Double.isNaN(shown)) {
            return shown;
        }
        if (windowGarbage > 0) {
            return windowGarbage * (2 * random.nextDouble() - 1);
        }
        double seen = isLongMean && Double.isFinite(raw) ? mean() : raw;
        return gain * seen + offset + drifted + noise;
    }

    private double mean() {
        int count = (int) Math.min(windows, means.length);
        double total = 0;
        for (int i = 0; i < count; i++) {
            total += means[i];
        }
        return total / count;
    }

    /// Judges what it has by what it was before it met the end of its range: rounded down from there it would look
    /// good.
    private void believe(double exact) {
        if (!Double.isFinite(exact)) {
            belief = Quality.MISSING;
            return;
        }
        boolean isInRange = exact > figures.least() && exact < figures.most();
        belief = isInRange ? Quality.GOOD : Quality.OUT_OF_RANGE;
        value = Double.isNaN(shown) ? rounded(exact) : shown;
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
}
