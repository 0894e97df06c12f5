package org.altercor.hal.rig;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.altercor.config.Calibration.Displacement;
import org.altercor.config.Machine;
import org.altercor.config.Pump;
import org.altercor.config.Sensor;
import org.altercor.config.circuit.Circuit;
import org.altercor.config.circuit.PartKind;
import org.altercor.config.rig.Bus;
import org.altercor.config.rig.Drive;
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
import org.altercor.hal.twin.TwinFlow;
import org.altercor.hal.twin.TwinHydraulics;
import org.altercor.hal.twin.TwinHydraulics.Head;
import org.altercor.hal.twin.TwinOutsideWorld;
import org.altercor.hal.twin.TwinPlant;
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
    private final SupervisorBeat beat;
    private final Function<SerialSettings, LineOpener> openers;
    private final OutputBinder outputs;
    private final Optional<Circuit> circuit;
    private final Optional<CircuitModel> model;

    private final Map<String, DoubleSupplier> shafts = new LinkedHashMap<>();
    private final Map<String, TwinDrive> twinDrives = new LinkedHashMap<>();
    private final List<TwinFlow> twinFlows = new ArrayList<>();
    private final Map<String, List<ModbusDrive>> modbusDrives = new LinkedHashMap<>();
    private final Map<String, BioProTTMeter> meters = new LinkedHashMap<>();
    private final List<String> unbound = new ArrayList<>();

    private RigBinder(
            Machine machine,
            Optional<Circuit> circuit,
            SupervisorBeat beat,
            Function<SerialSettings, LineOpener> openers) {
        this.machine = machine;
        this.circuit = circuit;
        this.beat = beat;
        this.openers = openers;
        outputs = new OutputBinder(machine, beat);
        model = circuit.map(its -> new CircuitModel(its, SEED));
    }

    /// Binds a machine to real serial ports.
    ///
    /// @param beat the supervisor's sign of life, asked by every drive whose lease has run out
    /// @throws UnboundDriverException when the rig names drivers that this version does not have
    public static Rig bind(Machine machine, SupervisorBeat beat) throws UnboundDriverException {
        return bind(machine, beat, SerialPorts::opener);
    }

    /// Binds a machine to lines that somebody else opens: simulated ones, in tests.
    ///
    /// @throws UnboundDriverException when the rig names drivers that this version does not have
    public static Rig bind(Machine machine, SupervisorBeat beat, Function<SerialSettings, LineOpener> openers)
            throws UnboundDriverException {
        return bind(machine, Optional.empty(), beat, openers);
    }

    /// Binds a machine whose twin has a circuit and a patient.
    ///
    /// @param circuit what the twin simulates; without it its sensors have nothing to measure
    /// @throws UnboundDriverException when the rig names drivers that this version does not have
    public static Rig bind(
            Machine machine,
            Optional<Circuit> circuit,
            SupervisorBeat beat,
            Function<SerialSettings, LineOpener> openers)
            throws UnboundDriverException {
        return new RigBinder(machine, circuit, beat, openers).bound();
    }

    private Rig bound() throws UnboundDriverException {
        List<PumpPorts> pumps = machine.pumps().stream().map(this::pump).toList();
        SensorPorts sensors = SensorPorts.empty();
        Optional<TwinSensorBinder> twinSensors = model.map(its -> new TwinSensorBinder(machine, its, shafts, SEED));
        machine.sensors().forEach(sensor -> bind(sensor, twinSensors, sensors));
        unbound.addAll(outputs.unbound());
        if (!unbound.isEmpty()) {
            throw new UnboundDriverException(unbound);
        }
        Map<String, TwinSensor<?>> looking =
                twinSensors.map(TwinSensorBinder::sensors).orElse(Map.of());
        Optional<TwinOutsideWorld> outside = outside(looking);
        List<Rig.Task> tasks = new ArrayList<>(busTasks());
        tasks.addAll(outputs.tasks());
        // Every rig has a buzzer, and every output is the twin's so far.
        tasks.add(new Rig.Task(ThreadRole.TWIN, "twin", TwinPlant.STEP_NANOS, plant(outside, looking.values())));
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
            case Drive.Driver.Modbus(var bus, var map) -> {
                var drive = new ModbusDrive(map, wiring.silence(), pump.onLoss(machine.profile()), beat, Duration.ZERO);
                modbusDrives.computeIfAbsent(bus, _ -> new ArrayList<>()).add(drive);
                shafts.put(pump.name(), reported(drive));
                yield new PumpPorts(pump.name(), drive, drive);
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
        return circuit.flatMap(its -> its.part(pump))
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
                twinSensors.ifPresentOrElse(
                        binder -> binder.bind(sensor, into), () -> bindWithoutCircuit(sensor, wiring, into));
            case SensorWiring.Driver.BioProTT(var bus, var reversed) -> {
                var meter = new BioProTTMeter(
                        openers.apply(bus(bus).serial()), reversed ? Mounting.REVERSED : Mounting.FORWARD);
                meters.put(bus, meter);
                into.flow().put(sensor.name(), meter);
            }
            case SensorWiring.Driver.Gpio _ -> unbound.add("sensor " + sensor.name() + " on a GPIO line");
            case SensorWiring.Driver.Modbus _ -> unbound.add("sensor " + sensor.name() + " on a Modbus register");
        }
    }

    private void bindWithoutCircuit(Sensor sensor, SensorWiring wiring, SensorPorts into) {
        String name = sensor.name();
        switch (sensor.kind()) {
            case AIR -> into.air().put(name, NeverMeasured.PORT);
            case LEVEL -> into.level().put(name, NeverMeasured.PORT);
            case PRESSURE -> into.pressure().put(name, NeverMeasured.PORT);
            case FLOW -> bindFlowWithoutCircuit(sensor, wiring, into);
            case TEMPERATURE -> into.temperature().put(name, NeverMeasured.PORT);
            case GAS_FLOW -> into.gas().put(name, NeverMeasured.PORT);
            case BLOOD_MONITOR -> into.blood().put(name, NeverMeasured.PORT);
            case TACHOMETER -> into.tachometers().put(name, NeverMeasured.PORT);
            case LID -> into.lids().put(name, NeverMeasured.PORT);
            case KNOB -> into.knobs().put(name, NeverMeasured.PORT);
            case EMERGENCY_STOP -> into.emergencyStops().put(name, NeverMeasured.PORT);
            case POWER -> into.power().put(name, NeverMeasured.PORT);
        }
    }

    /// A probe on the line of one twin roller sees what the roller displaces; anything else needs a circuit.
    private void bindFlowWithoutCircuit(Sensor sensor, SensorWiring wiring, SensorPorts into) {
        TwinDrive drive =
                sensor.pumps().size() == 1 ? twinDrives.get(sensor.pumps().getFirst()) : null;
        Displacement displacement = machine.pump(sensor.pumps().getFirst())
                .orElseThrow()
                .calibration()
                .displacement();
        if (drive != null && displacement instanceof Displacement.Stroke stroke) {
            var flow =
                    new TwinFlow(drive, stroke.strokeVolumeMl(), wiring.period().toNanos());
            twinFlows.add(flow);
            into.flow().put(sensor.name(), flow);
        } else {
            into.flow().put(sensor.name(), NeverMeasured.PORT);
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

    private Optional<TwinOutsideWorld> outside(Map<String, TwinSensor<?>> looking) {
        Map<String, TwinDevice<?>> devices = new LinkedHashMap<>(twinDrives);
        devices.putAll(looking);
        return circuit.flatMap(its -> model.map(moving -> new TwinOutsideWorld(its, moving, devices)));
    }

    private TwinPlant plant(Optional<TwinOutsideWorld> outside, Collection<TwinSensor<?>> looking) {
        List<TwinStep> before = new ArrayList<>(outside.stream().toList());
        before.addAll(outputs.twinOutputs());
        List<TwinStep> after = new ArrayList<>();
        model.ifPresent(its -> after.add(new TwinHydraulics(
                its,
                shafts.entrySet().stream()
                        .filter(each -> isInCircuit(each.getKey()))
                        .map(each -> new Head(each.getKey(), each.getValue()))
                        .toList())));
        after.addAll(twinFlows);
        after.addAll(looking);
        return new TwinPlant(before, List.copyOf(twinDrives.values()), after);
    }
}
