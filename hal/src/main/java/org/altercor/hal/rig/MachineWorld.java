package org.altercor.hal.rig;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.altercor.config.Machine;
import org.altercor.config.rig.SensorWiring;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.port.DriveStop;
import org.altercor.hal.port.LineClamp;
import org.altercor.hal.port.PumpDrive;
import org.altercor.hal.port.RunPulses;
import org.altercor.hal.time.DeterministicExecutor;
import org.altercor.hal.twin.Signal;
import org.altercor.hal.twin.TwinDevice;
import org.altercor.hal.twin.TwinDrive;
import org.altercor.hal.twin.TwinPlant;
import org.altercor.hal.twin.TwinWorld;
import org.altercor.hal.twin.network.CircuitModel;

/// A machine of the twin and its circuit: drives, sensors and clamps as its rig binds them, and nothing that
/// supervises.
///
/// ```
/// beat ─► executor ─► pulses │ outputs ─► drives ─► circuit ─► sensors
/// ```
///
/// Alone, whoever has it plays the supervisor, whose beat is always fresh and who from the start consents to run power
/// and opens the clamps. With loops of its own ([#withLoops]) they do, and nobody else. Everything cyclic runs on one
/// [DeterministicExecutor]. Besides the signals of the circuit and of drives and clamps there is what the machine reads
/// of them: see
/// [MachineReadouts]. Owner: the twin's thread.
public final class MachineWorld implements TwinWorld {
    private static final double STEPS_PER_SECOND = 1e9 / TwinPlant.STEP_NANOS;

    private final Machine machine;
    private final RigBinder.AllTwin twin;
    private final SupervisorBeat beat;
    private final boolean isAlone;
    private final DeterministicExecutor executor;
    private final List<Signal> signals;
    private long steps;
    private long watched;

    /// What controls and supervises the machine.
    @FunctionalInterface
    public interface Loops {
        /// Puts everything cyclic on the executor. Called once, before anything runs.
        ///
        /// @return more signals to look at
        List<Signal> over(Rig rig, DeterministicExecutor executor);
    }

    /// A machine alone.
    ///
    /// @param machine whose rig names nothing but the twin
    /// @param seed    of everything random in it, phases of its tasks included
    /// @throws IllegalArgumentException when there is hardware in its rig
    public MachineWorld(Machine machine, long seed) {
        this(machine, seed, new SupervisorBeat(Duration.ofNanos(TwinPlant.STEP_NANOS)), Optional.empty());
        twin.rig().outputs().runPulses().values().forEach(RunPulses::allow);
        twin.rig().outputs().clamps().values().forEach(LineClamp::open);
    }

    private MachineWorld(Machine machine, long seed, SupervisorBeat beat, Optional<Loops> loops) {
        this.machine = machine;
        this.beat = beat;
        isAlone = loops.isEmpty();
        twin = RigBinder.allTwin(machine, seed, beat);
        executor = new DeterministicExecutor(seed);
        twin.rig().scheduleOn(executor);
        signals = new ArrayList<>(twin.model().signals());
        twin.drives().forEach((pump, drive) -> signals.addAll(drive.signals(pump)));
        twin.clamps().forEach((name, clamp) -> signals.add(clamp.signal(name)));
        signals.addAll(MachineReadouts.of(machine, twin.rig(), executor));
        loops.ifPresent(its -> signals.addAll(its.over(twin.rig(), executor)));
    }

    /// A machine with loops that control and supervise it: nobody else commands a drive, moves a clamp or beats.
    ///
    /// @param beat  of the supervisor among them
    /// @param loops what they are
    /// @throws IllegalArgumentException when there is hardware in its rig
    public static MachineWorld withLoops(Machine machine, long seed, SupervisorBeat beat, Loops loops) {
        return new MachineWorld(machine, seed, beat, Optional.of(loops));
    }

    @Override
    public void step() {
        steps++;
        advance();
    }

    /// Just short of the millisecond: whatever its phase, each task of the twin runs once in it.
    private void advance() {
        if (isAlone) {
            beat.beat(executor.nanoTime());
        }
        long endNanos = DeterministicExecutor.DEFAULT_START_NANOS + (steps + watched) * TwinPlant.STEP_NANOS;
        executor.runUntil(endNanos - 1);
    }

    @Override
    public double elapsedSeconds() {
        return steps / STEPS_PER_SECOND;
    }

    @Override
    public long nowNanos() {
        return executor.nanoTime();
    }

    /// @throws IllegalStateException when the circuit finds no rest
    @Override
    public void settle() {
        twin.drives().values().forEach(TwinDrive::settle);
        if (!twin.hydraulics().settle()) {
            throw new IllegalStateException(machine.name() + " finds no rest at these speeds with the blood it has");
        }
    }

    @Override
    public void watch() {
        watched++;
        twin.hydraulics().standStill(true);
        advance();
        twin.hydraulics().standStill(false);
    }

    /// The longest latency of a sensor, and two of its periods: one to look, one to speak.
    @Override
    public int watchSteps() {
        long longestNanos = machine.rig().sensors().stream()
                .mapToLong(sensor -> latestNanos(sensor))
                .max()
                .orElse(0);
        return Math.toIntExact(Math.ceilDiv(longestNanos, TwinPlant.STEP_NANOS));
    }

    private static long latestNanos(SensorWiring sensor) {
        return sensor.latency().plus(sensor.period().multipliedBy(2)).toNanos();
    }

    @Override
    public List<Signal> signals() {
        return Collections.unmodifiableList(signals);
    }

    @Override
    public void set(String part, String key, double value) {
        model().set(part, key, value);
    }

    @Override
    public double parameter(String part, String key) {
        return model().parameter(part, key);
    }

    @Override
    public void injectAir(String part, double volumeMl) {
        model().injectAir(part, volumeMl);
    }

    @Override
    public void give(String part, double volumeMl, double haematocritPercent) {
        model().give(part, volumeMl, haematocritPercent);
    }

    private CircuitModel model() {
        return twin.model();
    }

    @Override
    public PumpDrive drive(String pump) {
        return ports(pump).drive();
    }

    @Override
    public DriveStop stop(String pump) {
        return ports(pump).stop();
    }

    private PumpPorts ports(String pump) {
        List<PumpPorts> pumps = twin.rig().pumps();
        return pumps.stream()
                .filter(each -> each.name().equals(pump))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no pump %s; there are %s"
                        .formatted(
                                pump,
                                String.join(
                                        ", ",
                                        pumps.stream().map(PumpPorts::name).toList()))));
    }

    @Override
    public void clamp(String clamp, boolean isToClose) {
        LineClamp named = twin.rig().outputs().clamps().get(clamp);
        if (named == null) {
            throw new IllegalArgumentException("there is no clamp %s; there are %s"
                    .formatted(
                            clamp,
                            String.join(", ", twin.rig().outputs().clamps().keySet())));
        }
        if (isToClose) {
            named.close();
        } else {
            named.open();
        }
    }

    @Override
    public Map<String, TwinDevice<?>> devices() {
        return Collections.unmodifiableMap(twin.devices());
    }
}
