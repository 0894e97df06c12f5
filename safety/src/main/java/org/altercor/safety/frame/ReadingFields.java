package org.altercor.safety.frame;

import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.hal.port.SwitchReading;

/// How readings stand in a frame: value, raw value, time, number and quality, five fields each.
public final class ReadingFields {
    private ReadingFields() {}

    /// Exchanges a reading as the group `name`.
    public static void exchange(FieldExchange fields, String name, int index, Reading reading) {
        fields.enter(name, index);
        double value = fields.float64("value", reading.value());
        double raw = fields.float64("raw", reading.raw());
        long sampledAtNanos = fields.int64("sampledAtNanos", reading.sampledAtNanos());
        long sample = fields.int64("sample", reading.sample());
        byte quality = fields.int8("quality", reading.quality().code());
        fields.leave();
        reading.set(value, raw, sampledAtNanos, sample, Quality.ofCode(quality));
    }

    /// Exchanges a two-state reading as the group `name`.
    public static void exchange(FieldExchange fields, String name, int index, SwitchReading reading) {
        fields.enter(name, index);
        boolean active = fields.flag("active", reading.rawActive());
        long activations = fields.int64("activations", reading.activations());
        long sampledAtNanos = fields.int64("sampledAtNanos", reading.sampledAtNanos());
        long sample = fields.int64("sample", reading.sample());
        byte quality = fields.int8("quality", reading.quality().code());
        fields.leave();
        reading.set(active, activations, sampledAtNanos, sample, Quality.ofCode(quality));
    }
}
