package org.altercor.hal.rig;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.altercor.config.Calibration.Displacement;
import org.altercor.config.Machine;
import org.altercor.config.Pump;
import org.altercor.config.Sensor;
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
import org.altercor.hal.serial.SerialPorts;
import org.altercor.hal.time.ThreadRole;
import org.altercor.hal.twin.TwinDrive;
import org.altercor.hal.twin.TwinFlow;
import org.altercor.hal.twin.TwinPlant;

/// Binds each port of a machine to the driver its rig names. The one place that knows which drivers there are.
///
/// Used once, at start; allocates.
public final class RigBinder {
    /// How often a bus task looks at its line: the park of a non-blocking read, and the grain of every bus figure.
    public static final long BUS_PERIOD_NANOS = 1_000_000;

    private final Machine machine;
    private final SupervisorBeat beat;
    private final Function<SerialSettings, LineOpener> openers;
    private final OutputBinder outputs;

    private final Map<String, TwinDrive> twinDrives = new LinkedHashMap<>();
    private final List<TwinFlow> twinFlows = new ArrayList<>();
    private final Map<String, List<ModbusDrive>> modbusDrives = new LinkedHashMap<>();
    private final Map<String, BioProTTMeter> meters = new LinkedHashMap<>();

    private RigBinder(Machine machine, SupervisorBeat beat, Function<SerialSettings, LineOpener> openers) {
        this.machine = machine;
        this.beat = beat;
        this.openers = openers;
        this.outputs = new OutputBinder(machine, beat);
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
        return new RigBinder(machine, beat, openers).bound();
    }

    private Rig bound() {
        List<PumpPorts> pumps = machine.pumps().stream().map(this::pump).toList();
        SensorPorts sensors = SensorPorts.empty();
        machine.sensors().forEach(sensor -> bind(sensor, sensors));
        return new Rig(pumps, sensors, outputs.ports(), tasks());
    }

    private PumpPorts pump(Pump pump) {
        Drive wiring = machine.rig().drive(pump.name()).orElseThrow();
        return switch (wiring.driver()) {
            case Drive.Driver.Twin() -> {
                var drive = new TwinDrive(
                        pump.calibration().commissioning(),
                        pump.head(),
                        pump.onLoss(machine.profile()),
                        beat,
                        outputs.powerOf(pump.name()));
                twinDrives.put(pump.name(), drive);
                yield new PumpPorts(pump.name(), drive, drive);
            }
            case Drive.Driver.Modbus(var bus, var map, var positiveTurns) -> {
                var drive = new ModbusDrive(map, wiring.silence(), pump.onLoss(machine.profile()), beat, Duration.ZERO);
                modbusDrives.computeIfAbsent(bus, _ -> new ArrayList<>()).add(drive);
                boolean forwardIsPositive = positiveTurns == pump.direction();
                yield new PumpPorts(pump.name(), forwardIsPositive ? drive : new MirroredDrive(drive), drive);
            }
        };
    }

    private void bind(Sensor sensor, SensorPorts into) {
        SensorWiring wiring = machine.rig().sensor(sensor.name()).orElseThrow();
        switch (wiring.driver()) {
            case SensorWiring.Driver.Twin() -> bindToTwin(sensor, wiring, into);
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

    private void bindToTwin(Sensor sensor, SensorWiring wiring, SensorPorts into) {
        String name = sensor.name();
        switch (sensor.kind()) {
            case AIR -> into.air().put(name, NeverMeasured.PORT);
            case LEVEL -> into.level().put(name, NeverMeasured.PORT);
            case PRESSURE -> into.pressure().put(name, NeverMeasured.PORT);
            case FLOW -> bindFlowToTwin(sensor, wiring, into);
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
    private void bindFlowToTwin(Sensor sensor, SensorWiring wiring, SensorPorts into) {
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

    private List<Rig.Task> tasks() {
        List<Rig.Task> tasks = new ArrayList<>();
        modbusDrives.forEach((name, drives) -> {
            SerialSettings line = bus(name).serial();
            var task = new ModbusBus(line, openers.apply(line), drives);
            tasks.add(new Rig.Task(ThreadRole.DRIVE_BUS, "bus " + name, BUS_PERIOD_NANOS, task));
        });
        meters.forEach((name, meter) ->
                tasks.add(new Rig.Task(ThreadRole.SENSOR_BUS, "bus " + name, BUS_PERIOD_NANOS, meter)));
        tasks.addAll(outputs.tasks());
        // Every rig has a buzzer, and every output is the twin's so far.
        var plant = new TwinPlant(outputs.twinOutputs(), List.copyOf(twinDrives.values()), twinFlows);
        tasks.add(new Rig.Task(ThreadRole.TWIN, "twin", TwinPlant.STEP_NANOS, plant));
        return tasks;
    }
}
