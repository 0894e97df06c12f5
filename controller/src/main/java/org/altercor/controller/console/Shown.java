package org.altercor.controller.console;

import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.hal.port.SwitchReading;

/// What one channel showed lately: its mean over the newest looks, and the last that was known, which nothing ever
/// takes off the screen.
///
/// A mean is shown since a pulsing flow cannot be read otherwise; it takes nothing over from before a loss. Owner: the
/// console's thread.
final class Shown {
    /// Most looks that a mean is over: of two seconds.
    static final int MOST_LOOKS = 20;

    private final Catalogue catalogue;
    private final double[] looks = new double[MOST_LOOKS];
    private final int usual;
    private int wanted;
    private int count;
    private int next;
    private double last = Double.NaN;
    private long lastNanos;

    /// @param looks how many the mean is over; 1 for none
    Shown(Catalogue catalogue, int looks) {
        this.catalogue = catalogue;
        usual = looks;
        wanted = looks;
    }

    /// Looks in the fewest whole beats that are not shorter than a second, at ten looks a second: the mean of a part
    /// of a beat is no mean.
    ///
    /// @param ratePerMin NaN for a pump that does not pulse
    static int ofWholeBeats(double ratePerMin) {
        double ofBeat = 600 / ratePerMin;
        return Double.isNaN(ofBeat) ? 1 : (int) Math.min(Math.round(Math.ceil(10 / ofBeat) * ofBeat), MOST_LOOKS);
    }

    /// Shows a mean over so many looks at least, from the next one on: whole beats of a pump that pulses.
    void atLeast(int least) {
        wanted = Math.max(usual, least);
    }

    /// Takes a look.
    ///
    /// @param lostAfterNanos age from which it counts as lost
    ShownValue look(Reading reading, long nowNanos, long lostAfterNanos) {
        boolean isUsable = reading.isUsable(nowNanos, lostAfterNanos);
        return look(
                isUsable ? reading.value() : Double.NaN, reading.sampledAtNanos(), nowNanos, why(reading.quality()));
    }

    /// Takes a look at a switch: 1 for active, 0 for not.
    ShownValue look(SwitchReading reading, long nowNanos, long lostAfterNanos) {
        boolean isUsable = reading.isUsable(nowNanos, lostAfterNanos);
        double level = reading.rawActive() ? 1 : 0;
        return look(isUsable ? level : Double.NaN, reading.sampledAtNanos(), nowNanos, why(reading.quality()));
    }

    /// Takes a look at a number that somebody else judged.
    ///
    /// @param value NaN when it is not known
    ShownValue look(double value, long sampledAtNanos, long nowNanos, String why) {
        if (!Double.isFinite(value)) {
            count = 0;
            next = 0;
            return Double.isNaN(last)
                    ? ShownValue.unknown(why)
                    : ShownValue.old(last, (nowNanos - lastNanos) / 1_000_000, why);
        }
        looks[next] = value;
        next = (next + 1) % looks.length;
        count = Math.min(count + 1, looks.length);
        int over = Math.min(count, wanted);
        double sum = 0;
        for (int i = 1; i <= over; i++) {
            sum += looks[(next - i + looks.length) % looks.length];
        }
        last = sum / over;
        lastNanos = sampledAtNanos;
        return ShownValue.of(last);
    }

    private String why(Quality quality) {
        return catalogue.text("unknown."
                + switch (quality) {
                    case MISSING -> "missing";
                    case DISCONNECTED -> "disconnected";
                    case DEVICE_FAULT -> "fault";
                    case POOR_SIGNAL -> "poor";
                    case OUT_OF_RANGE -> "range";
                    case GOOD -> "old";
                });
    }
}
