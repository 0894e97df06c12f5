package org.altercor.controller.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.altercor.config.Calibration.Displacement;
import org.altercor.config.Machine;
import org.altercor.config.Place;
import org.altercor.config.Profile;
import org.altercor.config.Pump;
import org.altercor.config.PumpRole;
import org.altercor.config.schema.OperatorSetting;
import org.altercor.safety.interlock.Interlock;
import org.altercor.safety.interlock.InterlockInstance;
import org.altercor.safety.observe.Channel;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.observe.Quantity;
import org.altercor.safety.setting.SettingSlot;
import org.altercor.safety.supervise.PumpMode;
import org.altercor.safety.supervise.Sensed;

/// What the control loop must know of one pump, whatever happens: its head, its limits, its sensors, its leader.
///
/// @param index           of the pump in the machine's order
/// @param limits          of its speed
/// @param maxFlowMlPerMin highest flow of its role
/// @param head            what a turn does to the blood
/// @param canPulse        whether it may be asked for pulses
/// @param flow            the flow probe of its line
/// @param pressure        the pressure sensor of its line; its limits hold where it exists
/// @param level           the level of the reservoir it empties; its limits hold where it exists
/// @param linePressure    limits of the profile
/// @param reservoir       limits of the profile
/// @param leader          the pump that it may follow
/// @param pressureStop    index of the operator setting of the pressure that stops it; negative where it has none
/// @param pulseEnders     indices of the interlocks of this pump during which it does not pulse
public record ControlledPump(
        int index,
        PumpLimits limits,
        double maxFlowMlPerMin,
        Head head,
        boolean canPulse,
        Sensed flow,
        Sensed pressure,
        Sensed level,
        Profile.LinePressure linePressure,
        Profile.Level reservoir,
        Optional<Leader> leader,
        int pressureStop,
        List<Integer> pulseEnders) {
    /// What a turn of the shaft does to the blood.
    public sealed interface Head {
        /// A volume with each turn.
        ///
        /// @param strokeMl in mL/rev
        record Roller(double strokeMl) implements Head {}

        /// A pressure without flow: `P = c · N²`.
        ///
        /// @param shutOffMmHgPerRpm2 c
        /// @param guardRpm           below it an open line may run backwards
        /// @param hasClamp           whether a clamp shuts its line when it stands
        /// @param bandLowMlPerMin    lowest flow that counts as zero flow
        /// @param bandHighMlPerMin   highest flow that counts as zero flow
        record Centrifugal(
                double shutOffMmHgPerRpm2,
                double guardRpm,
                boolean hasClamp,
                double bandLowMlPerMin,
                double bandHighMlPerMin)
                implements Head {}
    }

    /// The pump that another one follows.
    ///
    /// @param index    of that pump
    /// @param strokeMl its stroke volume; NaN for a head that has none
    /// @param flow     the probe that measures its flow where it has no stroke volume
    public record Leader(int index, double strokeMl, Sensed flow) {}

    public ControlledPump {
        pulseEnders = List.copyOf(pulseEnders);
    }

    /// Volume of a turn in mL; NaN for a head that has none.
    public double strokeMl() {
        return switch (head) {
            case Head.Roller(var strokeMl) -> strokeMl;
            case Head.Centrifugal _ -> Double.NaN;
        };
    }

    /// Highest flow it may be asked for in mL/min: what its role may have, and for a roller what its speed gives.
    public double highestMlPerMin() {
        return switch (head) {
            case Head.Roller(var strokeMl) -> Math.min(maxFlowMlPerMin, limits.maximumRpm() * strokeMl);
            case Head.Centrifugal _ -> maxFlowMlPerMin;
        };
    }

    /// Lowest flow it may be asked for in mL/min: what a shaft that turns moves, or what no longer counts as none.
    public double lowestMlPerMin() {
        return switch (head) {
            case Head.Roller(var strokeMl) -> SpeedLaw.STANDSTILL_RPM * strokeMl;
            case Head.Centrifugal centrifugal -> centrifugal.bandHighMlPerMin();
        };
    }

    /// Whether it may be asked for a mode at all. The one list: the control loop refuses by it, and screens offer by
    /// it.
    public boolean has(PumpMode mode) {
        return switch (mode) {
            case STOPPED, SPEED -> true;
            case FLOW -> head instanceof Head.Roller || flow.exists();
            case PULSATILE -> canPulse;
            case FOLLOWER -> head instanceof Head.Roller && leader.isPresent();
            case ZERO_FLOW -> head instanceof Head.Centrifugal;
        };
    }

    /// A pump of a machine.
    public static ControlledPump of(Machine machine, MachineLayout layout, int index) {
        Pump pump = machine.pumps().get(index);
        Profile profile = machine.profile();
        Head head = head(machine, pump);
        var pressure = Sensed.first(layout, is(Quantity.PRESSURE, Place.ARTERIAL_LINE, pump));
        return new ControlledPump(
                index,
                PumpLimits.of(pump, profile),
                profile.maxFlow().of(pump.role()),
                head,
                pump.role() == PumpRole.ARTERIAL && head instanceof Head.Roller,
                probe(layout, pump),
                pressure,
                Sensed.first(layout, is(Quantity.LEVEL, Place.RESERVOIR, pump)),
                profile.linePressure(),
                profile.level(),
                pump.follows().flatMap(machine::pump).map(each -> leader(machine, layout, each)),
                pressureStop(machine, layout, pressure),
                pulseEnders(machine, layout, pump));
    }

    private static int pressureStop(Machine machine, MachineLayout layout, Sensed pressure) {
        if (!pressure.exists()) {
            return SettingSlot.NONE;
        }
        String sensor = layout.values().get(pressure.index()).sensor();
        return SettingSlot.indexOf(SettingSlot.of(machine, layout), OperatorSetting.LINE_STOP, sensor);
    }

    private static Head head(Machine machine, Pump pump) {
        return switch (pump.calibration().displacement()) {
            case Displacement.Stroke stroke -> new Head.Roller(stroke.strokeVolumeMl());
            case Displacement.ShutOff(var shutOffMmHgPerRpm2) ->
                new Head.Centrifugal(
                        shutOffMmHgPerRpm2,
                        machine.profile().centrifugal().lowSpeedGuardRpm(),
                        machine.rig().clamp(pump.name()).isPresent(),
                        machine.profile().centrifugal().zeroFlowLowMlPerMin(),
                        machine.profile().centrifugal().zeroFlowHighMlPerMin());
        };
    }

    private static Leader leader(Machine machine, MachineLayout layout, Pump leader) {
        int index = layout.pumps().indexOf(leader.name());
        return switch (head(machine, leader)) {
            case Head.Roller(var strokeMl) -> new Leader(index, strokeMl, Sensed.NOTHING);
            case Head.Centrifugal _ -> new Leader(index, Double.NaN, probe(layout, leader));
        };
    }

    private static Sensed probe(MachineLayout layout, Pump pump) {
        return Sensed.first(layout, is(Quantity.FLOW, Place.ARTERIAL_LINE, pump));
    }

    private static Predicate<Channel> is(Quantity quantity, Place place, Pump pump) {
        return each -> each.is(quantity, place) && each.serves(pump.name());
    }

    /// A low reservoir, a high line pressure and a lost drive. From cross-link X9 (J).
    private static List<Integer> pulseEnders(Machine machine, MachineLayout layout, Pump pump) {
        List<InterlockInstance> instances = InterlockInstance.of(machine, layout);
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < instances.size(); i++) {
            Interlock interlock = instances.get(i).interlock();
            boolean ends = interlock == Interlock.LEVEL_LOW
                    || interlock == Interlock.PRESSURE_HIGH
                    || interlock == Interlock.BUS_LOST;
            if (ends && instances.get(i).pumps().contains(pump.name())) {
                indices.add(i);
            }
        }
        return indices;
    }
}
