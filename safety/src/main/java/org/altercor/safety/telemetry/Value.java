package org.altercor.safety.telemetry;

import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.hal.port.SwitchReading;

/// What a metric is at one moment: a value, or the reason why there is none.
sealed interface Value {
    /// A finite number in the metric's unit.
    record Amount(double number) implements Value {}

    /// One of two states.
    record Flag(boolean flag) implements Value {}

    /// One word of a fixed list.
    record Word(String word) implements Value {}

    /// Nothing that may be shown as a value.
    record Unknown(Reason reason) implements Value {}

    /// Why there is no value. The words are part of telemetry: they never change.
    enum Reason {
        MISSING("missing", "never measured since start, or not a number"),
        DISCONNECTED("disconnected", "the device is gone"),
        DEVICE_FAULT("device-fault", "the device says that it is faulty"),
        POOR_SIGNAL("poor-signal", "the device says that it cannot see well enough"),
        OUT_OF_RANGE("out-of-range", "outside what the sensor can measure"),
        OLD("old", "older than its sensor, drive or loop may be"),
        NOT_ASKED("not-asked", "the pump's mode is not told such a value"),
        NO_LIMIT("no-limit", "nothing limits it");

        private final String word;
        private final String meaning;

        Reason(String word, String meaning) {
            this.word = word;
            this.meaning = meaning;
        }

        String word() {
            return word;
        }

        String meaning() {
            return meaning;
        }

        private static Reason of(Quality quality) {
            return switch (quality) {
                case MISSING -> MISSING;
                case DISCONNECTED -> DISCONNECTED;
                case DEVICE_FAULT -> DEVICE_FAULT;
                case POOR_SIGNAL -> POOR_SIGNAL;
                case OUT_OF_RANGE -> OUT_OF_RANGE;
                case GOOD -> OLD; // good, and yet not to be used
            };
        }
    }

    /// A number that is known when it is finite.
    static Value of(double number, Reason otherwise) {
        return Double.isFinite(number) ? new Amount(number) : new Unknown(otherwise);
    }

    /// A measurement, when it may be used now.
    static Value of(Reading reading, long nowNanos, long maxAgeNanos) {
        return reading.isUsable(nowNanos, maxAgeNanos)
                ? new Amount(reading.value())
                : new Unknown(Reason.of(reading.quality()));
    }

    /// A contact, when its state is known now.
    static Value of(SwitchReading contact, long nowNanos, long maxAgeNanos) {
        return contact.isUsable(nowNanos, maxAgeNanos)
                ? new Flag(contact.rawActive())
                : new Unknown(Reason.of(contact.quality()));
    }
}
