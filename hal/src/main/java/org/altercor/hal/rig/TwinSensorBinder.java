package org.altercor.hal.rig;

import static org.altercor.config.circuit.LineParameters.OXYGEN;
import static org.altercor.config.circuit.LineParameters.SWEEP;
import static org.altercor.config.circuit.LineParameters.WATER;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.altercor.config.Machine;
import org.altercor.config.Place;
import org.altercor.config.Sensor;
import org.altercor.config.SensorKind;
import org.altercor.config.circuit.Parameter;
import org.altercor.hal.twin.network.CircuitModel;
import org.altercor.hal.twin.sensor.PressureSockets;
import org.altercor.hal.twin.sensor.Timing;
import org.altercor.hal.twin.sensor.TwinAirDetector;
import org.altercor.hal.twin.sensor.TwinBloodMonitor;
import org.altercor.hal.twin.sensor.TwinEmergencyStop;
import org.altercor.hal.twin.sensor.TwinFlowProbe;
import org.altercor.hal.twin.sensor.TwinGasMeter;
import org.altercor.hal.twin.sensor.TwinKnob;
import org.altercor.hal.twin.sensor.TwinLevel;
import org.altercor.hal.twin.sensor.TwinLid;
import org.altercor.hal.twin.sensor.TwinPower;
import org.altercor.hal.twin.sensor.TwinPressure;
import org.altercor.hal.twin.sensor.TwinSensor;
import org.altercor.hal.twin.sensor.TwinTachometer;
import org.altercor.hal.twin.sensor.TwinThermometer;

/// Binds sensors to a circuit: each looks at the part that stands at its place. A place that the circuit does not
/// have is never measured.
///
/// Used once, at start; allocates.
final class TwinSensorBinder {
    /// Bubbles in the beam of a flow probe are looked for in so much blood, in mL, halfway along its tube (J):
    /// where a probe sits, no machine file says.
    private static final double BEAM_ML = 5;

    private static final String PRESSURE = "pressure-mmhg";
    private static final String VOLUME = "volume-ml";
    private static final String TEMPERATURE = "temperature-celsius";
    private static final String SATURATION = "saturation-percent";
    private static final String HAEMATOCRIT = "haematocrit-percent";
    private static final String FLOW = "flow-ml-per-min";

    private final Machine machine;
    private final CircuitModel model;
    private final Map<String, DoubleSupplier> shafts;
    private final long seed;
    private final List<Sensor> pressures;
    private final PressureSockets sockets;
    private final Map<String, TwinSensor<?>> sensors = new LinkedHashMap<>();

    /// @param shafts speed of each pump's shaft, in rpm
    /// @param seed   of all noise
    TwinSensorBinder(Machine machine, CircuitModel model, Map<String, DoubleSupplier> shafts, long seed) {
        this.machine = machine;
        this.model = model;
        this.shafts = shafts;
        this.seed = seed;
        pressures = machine.sensors().stream()
                .filter(sensor -> sensor.kind() == SensorKind.PRESSURE)
                .toList();
        sockets = new PressureSockets(pressures.stream()
                .map(sensor -> model.held(sensor.place(), PRESSURE).orElse(() -> 0)) // a dome in the air
                .toList());
    }

    /// What was bound so far, by name.
    Map<String, TwinSensor<?>> sensors() {
        return sensors;
    }

    void bind(Sensor sensor, SensorPorts into) {
        String name = sensor.name();
        Timing timing = Timing.of(machine.rig().sensor(name).orElseThrow(), seed);
        switch (sensor.kind()) {
            case AIR -> bind(name, into.air(), air(sensor, timing));
            case LEVEL -> bind(name, into.level(), level(sensor, timing));
            case PRESSURE -> bind(name, into.pressure(), pressure(sensor, timing));
            case FLOW -> bind(name, into.flow(), flow(sensor, timing));
            case TEMPERATURE ->
                bind(name, into.temperature(), temperature(sensor).map(source -> new TwinThermometer(source, timing)));
            case GAS_FLOW -> bind(name, into.gas(), gas(sensor, timing));
            case BLOOD_MONITOR -> bind(name, into.blood(), blood(sensor, timing));
            case TACHOMETER -> bind(name, into.tachometers(), tachometer(sensor, timing));
            case LID -> bind(name, into.lids(), Optional.of(new TwinLid(timing)));
            case KNOB -> bind(name, into.knobs(), Optional.of(new TwinKnob(timing)));
            case EMERGENCY_STOP -> bind(name, into.emergencyStops(), Optional.of(new TwinEmergencyStop(timing)));
            case POWER -> bind(name, into.power(), Optional.of(new TwinPower(timing)));
        }
    }

    @SuppressWarnings("unchecked") // the one port that is every kind of sensor
    private <P, S extends TwinSensor<?>> void bind(String name, Map<String, P> ports, Optional<S> found) {
        found.ifPresent(sensor -> sensors.put(name, sensor));
        ports.put(name, (P) (found.isPresent() ? found.get() : NeverMeasured.PORT));
    }

    private Optional<TwinAirDetector> air(Sensor sensor, Timing timing) {
        return model.air(sensor.place(), sensor.distanceToCannulaCm().orElseThrow(), TwinAirDetector.WINDOW_ML)
                .map(airMl -> new TwinAirDetector(airMl, sensor.lineTubing().orElseThrow(), timing));
    }

    private Optional<TwinLevel> level(Sensor sensor, Timing timing) {
        double markMl = machine.profile().level().stopMl();
        return model.held(sensor.place(), VOLUME).map(volumeMl -> new TwinLevel(volumeMl, markMl, timing));
    }

    private Optional<TwinPressure> pressure(Sensor sensor, Timing timing) {
        return model.held(sensor.place(), PRESSURE)
                .map(_ -> new TwinPressure(sockets, pressures.indexOf(sensor), timing));
    }

    private Optional<TwinFlowProbe> flow(Sensor sensor, Timing timing) {
        DoubleSupplier airMl = model.airHalfway(sensor.place(), BEAM_ML).orElse(() -> 0);
        return model.led(sensor.place(), FLOW).map(mlPerMin -> new TwinFlowProbe(mlPerMin, airMl, timing));
    }

    private Optional<DoubleSupplier> temperature(Sensor sensor) {
        return sensor.place() == Place.WATER
                ? model.number(Place.WATER, WATER)
                : model.held(sensor.place(), TEMPERATURE);
    }

    private Optional<TwinGasMeter> gas(Sensor sensor, Timing timing) {
        return oxygenator(sensor, SWEEP)
                .flatMap(mlPerMin -> oxygenator(sensor, OXYGEN)
                        .map(oxygenPercent -> new TwinGasMeter(mlPerMin, oxygenPercent, timing)));
    }

    /// The oxygenator stands at the place of its gas or at that of its water: a part has one place.
    private Optional<DoubleSupplier> oxygenator(Sensor sensor, Parameter parameter) {
        return model.number(sensor.place(), parameter).or(() -> model.number(Place.WATER, parameter));
    }

    private Optional<TwinBloodMonitor> blood(Sensor sensor, Timing timing) {
        return model.held(sensor.place(), SATURATION)
                .flatMap(saturation -> model.held(sensor.place(), HAEMATOCRIT)
                        .map(haematocrit -> new TwinBloodMonitor(saturation, haematocrit, timing)));
    }

    private Optional<TwinTachometer> tachometer(Sensor sensor, Timing timing) {
        return Optional.ofNullable(shafts.get(sensor.pumps().getFirst()))
                .map(shaftRpm -> new TwinTachometer(shaftRpm, timing));
    }
}
