package org.altercor.hal.twin.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.hal.port.SwitchReading;

/// One sensor on a bench: time passes for it, things happen to it, and its port is read.
final class SensorBench {
    static final long MS = 1_000_000;

    private final TwinSensor<?> sensor;
    private long nowNanos = 5_000 * MS;

    SensorBench(TwinSensor<?> sensor) {
        this.sensor = sensor;
    }

    void run(int milliseconds) {
        for (int i = 0; i < milliseconds; i++) {
            nowNanos += MS;
            sensor.step(nowNanos);
        }
    }

    /// Time that passes before the sensor is there.
    void runUnseen(int milliseconds) {
        nowNanos += milliseconds * MS;
    }

    void happen(String word) {
        sensor.happen(word, OptionalDouble.empty());
    }

    void happen(String word, double amount) {
        sensor.happen(word, OptionalDouble.of(amount));
    }

    long nowNanos() {
        return nowNanos;
    }

    static Reading read(Consumer<Reading> port) {
        var reading = new Reading();
        port.accept(reading);
        return reading;
    }

    static SwitchReading look(Consumer<SwitchReading> port) {
        var reading = new SwitchReading();
        port.accept(reading);
        return reading;
    }

    static void assertGood(Consumer<Reading> port, double expected, double tolerance) {
        Reading reading = read(port);
        assertThat(reading.quality()).isEqualTo(Quality.GOOD);
        assertThat(reading.value()).isCloseTo(expected, within(tolerance));
    }

    static void assertLost(Consumer<Reading> port, Quality why) {
        assertThat(read(port).quality()).isEqualTo(why);
    }

    /// What was not measured keeps its time, and so grows old.
    void assertGrowsOld(Consumer<Reading> port) {
        long before = read(port).sampledAtNanos();
        run(2_000);
        assertThat(read(port).sampledAtNanos()).isEqualTo(before);
    }

    /// Goes on with new times.
    void assertStaysFresh(Consumer<Reading> port) {
        long before = read(port).sampledAtNanos();
        run(2_000);
        assertThat(read(port).sampledAtNanos() - before).isEqualTo(2_000 * MS);
    }
}
