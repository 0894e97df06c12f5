package org.altercor.controller.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.altercor.hal.port.DriveStatus;
import org.altercor.hal.port.DriveStop;
import org.altercor.hal.port.PumpDrive;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.hal.twin.Signal;
import org.altercor.hal.twin.TwinWorld;

/// A world one can check with a pencil: one pump whose speed follows its command with a lag, a flow of 10 mL a turn
/// into
/// one reservoir, and a leak that can be set. Its drive keeps the rules of drives: leases, stops, zero before a
/// start.
public final class LaggingWorld implements TwinWorld {
    static final double LAG_SECONDS = 0.1;

    /// Everything that was done to it, in order.
    public final List<String> acts = new ArrayList<>();

    /// What the drive was commanded, newest last, while it is wanted.
    final List<Double> commands = new ArrayList<>();

    boolean logsCommands = true;
    long leasesRunOut;
    long longestLeaseNanos;
    boolean settled;

    private long steps;
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
    public void fault(String device, String fault, OptionalDouble amount) {
        switch (device + " " + fault) {
            case "probe lost" -> probeMmHg = Double.NaN;
            case "probe none" -> probeMmHg = 100;
            case "arterial trips" -> drive.trip();
            default -> throw new IllegalArgumentException("probe has lost and none, arterial has trips");
        }
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
