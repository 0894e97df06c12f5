package org.altercor.hal.twin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.altercor.config.LossPolicy;
import org.altercor.config.PumpHead;
import org.altercor.config.circuit.Circuit;
import org.altercor.config.circuit.Part;
import org.altercor.config.circuit.PartKind.Shape;
import org.altercor.config.rig.Silence;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.port.DriveStop;
import org.altercor.hal.port.PumpDrive;
import org.altercor.hal.twin.TwinHydraulics.Head;
import org.altercor.hal.twin.network.CircuitModel;

/// A circuit without a machine: a drive for each of its heads, as the head's own numbers have it, and nothing that
/// supervises.
///
/// Its drives hold their last speed when nobody renews a command. Besides the signals of the circuit there are
/// `NAME.motor-rpm` and `NAME.current-a` of each drive. Owner: the twin's thread.
public final class CircuitWorld implements TwinWorld {
    private static final long STEP_NANOS = TwinPlant.STEP_NANOS;
    private static final double STEPS_PER_SECOND = 1e3;

    private final Circuit circuit;
    private final CircuitModel model;
    private final SupervisorBeat beat = new SupervisorBeat(Duration.ofNanos(STEP_NANOS));
    private final Map<String, TwinDrive> drives = new LinkedHashMap<>();
    private final TwinHydraulics hydraulics;
    private final TwinPlant plant;
    private final List<Signal> signals;
    private long steps;

    /// @param seed of everything random in it
    public CircuitWorld(Circuit circuit, long seed) {
        this.circuit = circuit;
        model = new CircuitModel(circuit, seed);
        List<Head> heads = new ArrayList<>();
        signals = new ArrayList<>(model.signals());
        for (Part part : circuit.parts()) {
            if (part.kind().shape() == Shape.PUMPS) {
                TwinDrive drive = drive(part);
                drives.put(part.name(), drive);
                heads.add(new Head(part.name(), drive::shaftRpm));
                signals.addAll(drive.signals(part.name()));
            }
        }
        hydraulics = new TwinHydraulics(model, heads);
        plant = new TwinPlant(List.of(), List.copyOf(drives.values()), List.of(hydraulics));
    }

    private TwinDrive drive(Part part) {
        return new TwinDrive(
                law(part),
                new Silence.Nothing(),
                new LossPolicy.Hold(),
                beat,
                List.of(),
                TwinHydraulics.watts(model, part.name()));
    }

    private ShaftLaw law(Part part) {
        PumpHead head = switch (part.kind()) {
            case ROLLER -> PumpHead.ROLLER;
            case CENTRIFUGAL -> PumpHead.CENTRIFUGAL;
            case JUNCTION, RESERVOIR, COMPARTMENT, TANK, TUBE, CANNULA, RESISTOR, FILTER, OXYGENATOR, VALVE ->
                throw new IllegalArgumentException(part.name() + " is no pump head");
            case FLOW_SOURCE, BED, VENOUS_INLET, HEART, BLOOD, PATIENT ->
                throw new IllegalArgumentException(part.name() + " is no pump head");
        };
        return ShaftLaw.of(head, parameter -> model.parameter(part.name(), parameter.key()));
    }

    @Override
    public void step() {
        steps++;
        beat.beat(nowNanos());
        plant.cycle(nowNanos());
    }

    @Override
    public double elapsedSeconds() {
        return steps / STEPS_PER_SECOND;
    }

    @Override
    public long nowNanos() {
        return steps * STEP_NANOS;
    }

    /// @throws IllegalStateException when the circuit finds no rest
    @Override
    public void settle() {
        drives.values().forEach(TwinDrive::settle);
        if (!hydraulics.settle()) {
            throw new IllegalStateException(circuit.name() + " finds no rest at these speeds with the blood it has");
        }
    }

    /// Nothing looks at a circuit alone.
    @Override
    public void watch() {
        throw new IllegalStateException("nothing looks at a circuit alone");
    }

    @Override
    public int watchSteps() {
        return 0;
    }

    @Override
    public List<Signal> signals() {
        return List.copyOf(signals);
    }

    @Override
    public void set(String part, String key, double value) {
        model.set(part, key, value);
        TwinDrive drive = drives.get(part);
        if (drive != null) {
            drive.follow(law(circuit.part(part).orElseThrow()));
        }
    }

    @Override
    public double parameter(String part, String key) {
        return model.parameter(part, key);
    }

    @Override
    public void injectAir(String part, double volumeMl) {
        model.injectAir(part, volumeMl);
    }

    @Override
    public void give(String part, double volumeMl, double haematocritPercent) {
        model.give(part, volumeMl, haematocritPercent);
    }

    @Override
    public PumpDrive drive(String pump) {
        return named(pump);
    }

    @Override
    public DriveStop stop(String pump) {
        return named(pump);
    }

    @Override
    public void clamp(String clamp, boolean isToClose) {
        throw new IllegalArgumentException("there is no clamp " + clamp + "; a circuit alone has none");
    }

    @Override
    public Map<String, TwinDevice<?>> devices() {
        return Collections.unmodifiableMap(drives);
    }

    private TwinDrive named(String pump) {
        TwinDrive drive = drives.get(pump);
        if (drive == null) {
            throw new IllegalArgumentException(
                    "there is no pump %s; there are %s".formatted(pump, String.join(", ", drives.keySet())));
        }
        return drive;
    }
}
