package org.altercor.hal.rig;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.altercor.config.Machine;
import org.altercor.config.Pump;
import org.altercor.config.Sensor;
import org.altercor.config.circuit.PartKind;
import org.altercor.config.rig.Bus;
import org.altercor.config.rig.Drive;
import org.altercor.config.rig.Output;
import org.altercor.config.rig.OutputKind;
import org.altercor.config.rig.SensorWiring;
import org.altercor.config.rig.SerialSettings;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.emtec.BioProTTMeter;
import org.altercor.hal.emtec.BioProTTMeter.Mounting;
import org.altercor.hal.line.LineOpener;
import org.altercor.hal.modbus.ModbusBus;
import org.altercor.hal.modbus.ModbusDrive;
import org.altercor.hal.port.OutsideWorld;
import org.altercor.hal.port.PumpDrive;
import org.altercor.hal.port.Reading;
import org.altercor.hal.serial.SerialPorts;
import org.altercor.hal.time.ThreadRole;
import org.altercor.hal.twin.TwinDevice;
import org.altercor.hal.twin.TwinDrive;
import org.altercor.hal.twin.TwinHydraulics;
import org.altercor.hal.twin.TwinHydraulics.Head;
import org.altercor.hal.twin.TwinLineClamp;
import org.altercor.hal.twin.TwinOutsideWorld;
import org.altercor.hal.twin.TwinPlant;
import org.altercor.hal.twin.TwinSqueeze;
import org.altercor.hal.twin.TwinStep;
import org.altercor.hal.twin.network.CircuitModel;
import org.altercor.hal.twin.sensor.TwinSensor;

/// Binds each port of a machine to the driver its rig names. The one place that knows which drivers there are.
///
/// Used once, at start; allocates.
public final class RigBinder {
    /// How often a bus task looks at its line: the park of a non-blocking read, and the grain of every bus figure.
    public static final long BUS_PERIOD_NANOS = 1_000_000;

    /// Of everything random in a rig's twin: each run of a rig is like the one before.
    private static final long SEED = 1;

    private final Machine machine;
    private final long seed;
    private final SupervisorBeat beat;
    private final Function<SerialSettings, LineOpener> openers;
    private final OutputBinder outputs;
    private final Optional<CircuitModel> model;

    private final Map<String, DoubleSupplier> shafts = new LinkedHashMap<>();
    private final Map<String, TwinDrive> twinDrives = new LinkedHashMap<>();
    private final Map<String, List<ModbusDrive>> modbusDrives = new LinkedHashMap<>();
    private final Map<String, BioProTTMeter> meters = new LinkedHashMap<>();
    private final Map<String, TwinSensor<?>> looking = new LinkedHashMap<>();
    private Optional<TwinHydraulics> hydraulics = Optional.empty();

    private RigBinder(Machine machine, long seed, SupervisorBeat beat, Function<SerialSettings, LineOpener> openers) {
        this.machine = machine;
        this.seed = seed;
        this.beat = beat;
        this.openers = openers;
        outputs = new OutputBinder(machine, beat);
        model = machine.circuit().map(its -> new CircuitModel(its, seed));
    }

    /// Binds a machine to real serial ports.
    ///
    /// @param beat the supervisor's sign of life, asked by every drive whose lease has run out
    /// @throws UnboundDriverException   when the rig names drivers that this version does not have
    /// @throws IllegalArgumentException when a wiring says what its device cannot do
    public static Rig bind(Machine machine, SupervisorBeat beat) throws UnboundDriverException {
        return bind(machine, beat, SerialPorts::opener);
    }

    /// Binds a machine to lines that somebody else opens: simulated ones, in tests.
    ///
    /// @throws UnboundDriverException   when the rig names drivers that this version does not have
    /// @throws IllegalArgumentException when a wiring says what its device cannot do
    public static Rig bind(Machine machine, SupervisorBeat beat, Function<SerialSettings, LineOpener> openers)
            throws UnboundDriverException {
        List<String> unbound = UnboundPorts.of(machine);
        if (!unbound.isEmpty()) {
            throw new UnboundDriverException(unbound);
        }
        return new RigBinder(machine, SEED, beat, openers).bound();
    }

    /// A machine bound to nothing but the twin, with what only the twin's own thread may touch.
    ///
    /// @param rig        its ports
    /// @param model      its circuit
    /// @param hydraulics what moves that
    /// @param drives     its drives, by the names of their pumps
    /// @param clamps     its clamps
    /// @param devices    everything of it that can break
    record AllTwin(
            Rig rig,
            CircuitModel model,
            TwinHydraulics hydraulics,
            Map<String, TwinDrive> drives,
            Map<String, TwinLineClamp> clamps,
            Map<String, TwinDevice<?>> devices) {}

    /// Binds a machine whose rig names nothing but the twin: no line is opened, no real motor turns.
    ///
    /// @param seed of everything random in it
    /// @throws IllegalArgumentException when there is hardware in the rig
    static AllTwin allTwin(Machine machine, long seed, SupervisorBeat beat) {
        List<String> hardware = machine.rig().hardware();
        if (!hardware.isEmpty()) {
            throw new IllegalArgumentException(machine.name() + " has hardware: " + String.join(", ", hardware));
        }
        var binder = new RigBinder(machine, seed, beat, SerialPorts::opener);
        Rig rig = binder.bound();
        return new AllTwin(
                rig,
                binder.model.orElseThrow(),
                binder.hydraulics.orElseThrow(),
                binder.twinDrives,
                binder.outputs.twinClamps(),
                binder.devices());
    }

    private Rig bound() {
        List<PumpPorts> pumps = machine.pumps().stream().map(this::pump).toList();
        SensorPorts sensors = SensorPorts.empty();
        Optional<TwinSensorBinder> twinSensors = model.map(its -> new TwinSensorBinder(machine, its, shafts, seed));
        machine.sensors().forEach(sensor -> bind(sensor, twinSensors, sensors));
        twinSensors.map(TwinSensorBinder::sensors).ifPresent(looking::putAll);
        Optional<TwinOutsideWorld> outside = outside();
        List<Rig.Task> tasks = new ArrayList<>(busTasks());
        tasks.addAll(outputs.tasks());
        // Every rig has a buzzer, and every output is the twin's so far.
        tasks.add(new Rig.Task(ThreadRole.TWIN, "twin", TwinPlant.STEP_NANOS, plant(outside)));
        return new Rig(pumps, sensors, outputs.ports(), outside.map(OutsideWorld.class::cast), tasks);
    }

    private PumpPorts pump(Pump pump) {
        Drive wiring = machine.rig().drive(pump.name()).orElseThrow();
        return switch (wiring.driver()) {
            case Drive.Driver.Twin() -> {
                var drive = new TwinDrive(
                        pump.calibration().commissioning(),
                        pump.head(),
                        wiring.silence(),
                        pump.onLoss(machine.profile()),
                        beat,
                        outputs.powerOf(pump.name()),
                        load(pump.name()));
                twinDrives.put(pump.name(), drive);
                shafts.put(pump.name(), drive::shaftRpm);
                yield new PumpPorts(pump.name(), drive, drive);
            }
            case Drive.Driver.Modbus(var bus, var map, var positiveTurns) -> {
                var drive = new ModbusDrive(map, wiring.silence(), pump.onLoss(machine.profile()), beat, Duration.ZERO);
                modbusDrives.computeIfAbsent(bus, _ -> new ArrayList<>()).add(drive);
                boolean forwardIsPositive = positiveTurns == pump.direction();
                PumpDrive commanded = forwardIsPositive ? drive : new MirroredDrive(drive);
                shafts.put(pump.name(), reported(commanded));
                yield new PumpPorts(pump.name(), commanded, drive);
            }
        };
    }

    /// What the blood takes off the head of a pump; nothing where there is no circuit, or no such head in it.
    private DoubleSupplier load(String pump) {
        return model.filter(_ -> isInCircuit(pump))
                .map(its -> TwinHydraulics.watts(its, pump))
                .orElse(() -> 0);
    }

    private boolean isInCircuit(String pump) {
        return machine.circuit()
                .flatMap(its -> its.part(pump))
                .filter(part -> part.kind().shape() == PartKind.Shape.PUMPS)
                .isPresent();
    }

    /// A real drive turns the twin's head as fast as it says it turns; while it says nothing, as it said last.
    private static DoubleSupplier reported(PumpDrive drive) {
        var reading = new Reading();
        return () -> {
            drive.readSpeedRpm(reading);
            return Double.isFinite(reading.value()) ? reading.value() : 0;
        };
    }

    private void bind(Sensor sensor, Optional<TwinSensorBinder> twinSensors, SensorPorts into) {
        SensorWiring wiring = machine.rig().sensor(sensor.name()).orElseThrow();
        switch (wiring.driver()) {
            case SensorWiring.Driver.Twin() ->
                twinSensors.orElseThrow().bind(sensor, into); // configuration asks for a circuit where the twin is
            case SensorWiring.Driver.BioProTT(var bus, var reversed) -> {
                var meter = new BioProTTMeter(
                        openers.apply(bus(bus).serial()),
                        reversed ? Mounting.REVERSED : Mounting.FORWARD,
                        wiring.latency(),
                        wiring.lostAfter());
                meters.put(bus, meter);
                into.flow().put(sensor.name(), meter);
            }
            case SensorWiring.Driver.Gpio _, SensorWiring.Driver.Modbus _ ->
                throw new IllegalStateException(
                        UnboundPorts.sentence(List.of(sensor.name())) + ", and was not refused");
        }
    }

    private Bus bus(String name) {
        return machine.rig().buses().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<Rig.Task> busTasks() {
        List<Rig.Task> tasks = new ArrayList<>();
        modbusDrives.forEach((name, drives) -> {
            SerialSettings line = bus(name).serial();
            var task = new ModbusBus(line, openers.apply(line), drives);
            tasks.add(new Rig.Task(ThreadRole.DRIVE_BUS, "bus " + name, BUS_PERIOD_NANOS, task));
        });
        meters.forEach((name, meter) ->
                tasks.add(new Rig.Task(ThreadRole.SENSOR_BUS, "bus " + name, BUS_PERIOD_NANOS, meter)));
        return tasks;
    }

    private Map<String, TwinDevice<?>> devices() {
        Map<String, TwinDevice<?>> devices = new LinkedHashMap<>(twinDrives);
        devices.putAll(outputs.twinClamps());
        devices.putAll(looking);
        return devices;
    }

    private Optional<TwinOutsideWorld> outside() {
        return machine.circuit().flatMap(its -> model.map(moving -> new TwinOutsideWorld(its, moving, devices())));
    }

    private TwinPlant plant(Optional<TwinOutsideWorld> outside) {
        List<TwinStep> before = new ArrayList<>(outside.stream().toList());
        before.addAll(outputs.twinOutputs());
        List<TwinStep> after = new ArrayList<>(squeezes());
        hydraulics = model.map(its -> new TwinHydraulics(
                its,
                shafts.entrySet().stream()
                        .filter(each -> isInCircuit(each.getKey()))
                        .map(each -> new Head(each.getKey(), each.getValue()))
                        .toList()));
        hydraulics.ifPresent(after::add);
        after.addAll(looking.values());
        return new TwinPlant(before, List.copyOf(twinDrives.values()), after);
    }

    /// Clamps on tubes of the circuit.
    private List<TwinSqueeze> squeezes() {
        return machine.rig().outputs().stream()
                .filter(output -> output.kind() == OutputKind.CLAMP)
                .flatMap(output -> model
                        .flatMap(its -> its.clamp(firstPump(output).role().line()))
                        .map(tube -> new TwinSqueeze(clamp(output)::jawPercent, tube))
                        .stream())
                .toList();
    }

    private TwinLineClamp clamp(Output output) {
        return Objects.requireNonNull(outputs.twinClamps().get(output.name()), "a clamp that was not bound");
    }

    private Pump firstPump(Output output) {
        return machine.pump(output.pumps().getFirst()).orElseThrow();
    }
}
