package org.altercor.controller.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.altercor.config.schema.Unit;
import org.altercor.hal.port.DriveStatus;
import org.altercor.hal.port.DriveStop;
import org.altercor.hal.port.PumpDrive;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.hal.twin.Happening;
import org.altercor.hal.twin.Happening.Words;
import org.altercor.hal.twin.Signal;
import org.altercor.hal.twin.TwinDevice;
import org.altercor.hal.twin.TwinWorld;

/// A world one can check with a pencil: one pump whose speed follows its command with a lag, a flow of 10 mL a turn
/// into one reservoir, one clamp, and a leak that can be set. Its drive keeps the rules of drives: leases, stops, zero
/// before a
/// start.
public final class LaggingWorld implements TwinWorld {
    static final double LAG_SECONDS = 0.1;

    /// Longer than any lease: what is settled stays so only when somebody keeps renewing the commands.
    static final int WATCH_STEPS = 300;

    /// Everything that was done to it, in order.
    public final List<String> acts = new ArrayList<>();

    /// What the drive was commanded, newest last, while it is wanted.
    final List<Double> commands = new ArrayList<>();

    boolean logsCommands = true;
    long leasesRunOut;
    long longestLeaseNanos;
    boolean settled;
    boolean canRest = true;
    int watched;

    private long steps;
    private long watchNanos;
    private double volumeMl = 1_000;
    private double leakMlPerMin;
    private double probeMmHg = 100;

    private final Drive drive = new Drive();
    private final List<Signal> signals = List.of(
            new Signal("arterial.speed-rpm", "rpm", "speed of the shaft", () -> drive.speedRpm),
            new Signal("arterial.flow-ml-per-min", "mL/min", "flow of the head", () -> 10 * drive.speedRpm),
            new Signal("reservoir.volume-ml", "mL", "what the reservoir holds", () -> volumeMl),
            new Signal("probe.pressure-mmhg", "mmHg", "a probe that is known while it is whole", () -> probeMmHg));

    double drivenRpm() {
        return drive.speedRpm;
    }

    @Override
    public void step() {
        steps++;
        drive.step();
        volumeMl -= (10 * drive.speedRpm + leakMlPerMin) / 60_000;
    }

    @Override
    public double elapsedSeconds() {
        return steps / 1e3;
    }

    @Override
    public void settle() {
        if (!canRest) {
            throw new IllegalStateException("it finds no rest");
        }
        settled = true;
        drive.speedRpm = drive.toldRpm;
    }

    @Override
    public List<Signal> signals() {
        return signals;
    }

    @Override
    public void set(String part, String key, double value) {
        requireLeak(part, key);
        leakMlPerMin = value;
    }

    @Override
    public double parameter(String part, String key) {
        requireLeak(part, key);
        return leakMlPerMin;
    }

    private static void requireLeak(String part, String key) {
        if (!part.equals("reservoir") || !key.equals("leak-ml-per-min")) {
            throw new IllegalArgumentException("there is only reservoir leak-ml-per-min");
        }
    }

    @Override
    public void injectAir(String part, double airMl) {
        if (airMl > 100) {
            throw new IllegalArgumentException("no bubble is larger than 100 mL");
        }
        acts.add("air " + part + " " + airMl);
    }

    @Override
    public void give(String part, double givenMl, double haematocritPercent) {
        acts.add("give " + part + " " + givenMl + " " + haematocritPercent);
        volumeMl += givenMl;
    }

    @Override
    public PumpDrive drive(String pump) {
        requireArterial(pump);
        return drive;
    }

    @Override
    public DriveStop stop(String pump) {
        requireArterial(pump);
        return drive;
    }

    private static void requireArterial(String pump) {
        if (!pump.equals("arterial")) {
            throw new IllegalArgumentException("there is only the pump arterial");
        }
    }

    @Override
    public void clamp(String clamp, boolean isToClose) {
        if (!clamp.equals("clamp")) {
            throw new IllegalArgumentException("there is only the clamp clamp");
        }
        acts.add(isToClose ? "close" : "open");
    }

    @Override
    public Map<String, TwinDevice<?>> devices() {
        Map<String, TwinDevice<?>> devices = new LinkedHashMap<>();
        devices.put(
                "probe",
                new Breakable(
                        List.of(
                                Words.of("lost", "shows nothing"),
                                Words.of("reads", Unit.MMHG, 0, 200, "shows so much")),
                        (word, amount) -> probeMmHg = word.equals("lost") ? Double.NaN : amount,
                        () -> probeMmHg = 100));
        devices.put("arterial", new Breakable(List.of(Words.of("trips", "stands")), (_, _) -> drive.trip(), () -> {}));
        return devices;
    }

    /// Words that do something.
    private record Breakable(List<Words> words, BiConsumer<String, Double> doing, Runnable mending)
            implements TwinDevice<Happening> {
        @Override
        public List<Happening> happenings() {
            return words.stream().map(each -> (Happening) () -> each).toList();
        }

        @Override
        public void happen(Happening what, double amount) {
            doing.accept(what.words().word(), amount);
        }

        @Override
        public void mend() {
            mending.run();
        }
    }

    @Override
    public int watchSteps() {
        return WATCH_STEPS;
    }

    @Override
    public void watch() {
        assertThat(settled).as("nothing is watched before it rests").isTrue();
        watched++;
        watchNanos += 1_000_000;
        drive.step();
    }

    @Override
    public long nowNanos() {
        return steps * 1_000_000 + watchNanos;
    }

    private final class Drive implements PumpDrive, DriveStop {
        private double speedRpm;
        private double toldRpm;
        private double commandedRpm;
        private long validUntilNanos;
        private boolean commanded;
        private boolean joined;
        private boolean awaitsZero;
        private boolean stopped;

        @Override
        public void command(double wantedRpm, long untilNanos) {
            if (logsCommands) {
                commands.add(wantedRpm);
            }
            longestLeaseNanos = Math.max(longestLeaseNanos, untilNanos - nowNanos());
            commanded = true;
            commandedRpm = wantedRpm;
            validUntilNanos = untilNanos;
        }

        void trip() {
            speedRpm = 0;
            awaitsZero = true;
        }

        void step() {
            if (commanded && nowNanos() - validUntilNanos > 0) {
                leasesRunOut++;
                commanded = false;
                awaitsZero = true;
            }
            if (commanded && commandedRpm == 0 && !stopped) {
                joined = true;
                awaitsZero = false;
            }
            boolean obeys = commanded && joined && !awaitsZero && !stopped;
            toldRpm = obeys ? commandedRpm : 0;
            speedRpm += (toldRpm - speedRpm) * 0.001 / LAG_SECONDS;
        }

        @Override
        public void readSpeedRpm(Reading into) {
            into.set(speedRpm, speedRpm, nowNanos(), steps, Quality.GOOD);
        }

        @Override
        public void readCurrentAmps(Reading into) {}

        @Override
        public void readFaultCode(Reading into) {
            into.set(0, 0, nowNanos(), steps, Quality.GOOD);
        }

        @Override
        public void readStatus(DriveStatus into) {
            into.joined = joined;
            into.awaitsZeroCommand = awaitsZero;
        }

        @Override
        public void demand() {
            acts.add("stop");
            stopped = true;
            awaitsZero = true;
        }

        @Override
        public void release() {
            acts.add("release");
            stopped = false;
        }
    }
}
