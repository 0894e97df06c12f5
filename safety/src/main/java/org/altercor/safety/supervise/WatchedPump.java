package org.altercor.safety.supervise;

import java.util.List;
import java.util.function.Predicate;
import org.altercor.config.Calibration.Displacement;
import org.altercor.config.Machine;
import org.altercor.config.Place;
import org.altercor.config.Profile;
import org.altercor.config.Pump;
import org.altercor.config.PumpHead;
import org.altercor.config.StopEnvelope;
import org.altercor.config.rig.OutputKind;
import org.altercor.safety.interlock.Duty;
import org.altercor.safety.observe.Channel;
import org.altercor.safety.observe.DriveLook;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.observe.Quantity;

/// What the supervisor must know of one pump.
///
/// Indices are those of the machine's [MachineLayout]; [#NONE] where the machine has no such thing.
///
/// @param index            of the pump
/// @param duty             what it is for, on which head
/// @param maximumRpm       highest magnitude of speed it may ever be asked for
/// @param overspeedPercent how far above its command it may be, in percent of that
/// @param overspeedRpm     or in rpm: the larger counts
/// @param overspeedNanos   for so long
/// @param rampRpmPerSecond fastest change of speed, from commissioning
/// @param lagNanos         how late the shaft follows a ramp, from commissioning
/// @param stop             how it stops, from commissioning
/// @param guardRpm         speed below which an open line may run backwards; 0 for rollers
/// @param shutOffMmHgPerRpm2 pressure that a centrifugal head holds without flow; 0 for rollers
/// @param tachometer       a speed sensor that does not belong to its drive
/// @param flow             a flow probe on the arterial line
/// @param pressure         a pressure sensor on the arterial line
/// @param clamp            the clamp of its line
/// @param sto              the second path to its power
/// @param runPower         the run power that feeds its drive
record WatchedPump(
        int index,
        Duty duty,
        double maximumRpm,
        double overspeedPercent,
        double overspeedRpm,
        long overspeedNanos,
        double rampRpmPerSecond,
        long lagNanos,
        StopEnvelope stop,
        double guardRpm,
        double shutOffMmHgPerRpm2,
        Sensed tachometer,
        Sensed flow,
        Sensed pressure,
        int clamp,
        int sto,
        int runPower) {
    /// Index of what the machine does not have.
    static final int NONE = -1;

    static WatchedPump of(Machine machine, MachineLayout layout, int index) {
        Pump pump = machine.pumps().get(index);
        Profile.Overspeed overspeed = machine.profile().overspeed();
        var commissioning = pump.calibration().commissioning();
        boolean isCentrifugal = pump.head() == PumpHead.CENTRIFUGAL;
        return new WatchedPump(
                index,
                Duty.of(pump),
                pump.maxSpeedRpm(),
                overspeed.marginPercent(),
                switch (pump.head()) {
                    case ROLLER -> overspeed.rollerMarginRpm();
                    case CENTRIFUGAL -> overspeed.centrifugalMarginRpm();
                },
                overspeed.after().toNanos(),
                commissioning.rampRpmPerSecond(),
                Math.round(commissioning.lagMillis() * 1e6),
                commissioning.stop(),
                isCentrifugal ? machine.profile().centrifugal().lowSpeedGuardRpm() : 0,
                pump.calibration().displacement() instanceof Displacement.ShutOff(var mmHgPerRpm2) ? mmHgPerRpm2 : 0,
                Sensed.first(layout, is(Quantity.SHAFT_SPEED, Place.PUMP, pump)),
                Sensed.first(layout, is(Quantity.FLOW, Place.ARTERIAL_LINE, pump)),
                Sensed.first(layout, is(Quantity.PRESSURE, Place.ARTERIAL_LINE, pump)),
                output(machine, OutputKind.CLAMP, layout.clamps(), pump.name()),
                output(machine, OutputKind.STO, layout.stos(), pump.name()),
                output(machine, OutputKind.RUN_PULSES, layout.runPowers(), pump.name()));
    }

    private static Predicate<Channel> is(Quantity quantity, Place place, Pump pump) {
        return each -> each.is(quantity, place) && each.serves(pump.name());
    }

    private static int output(Machine machine, OutputKind kind, List<String> names, String pump) {
        return machine.rig()
                .output(kind, pump)
                .map(output -> names.indexOf(output.name()))
                .orElse(NONE);
    }

    /// Whether a stop leaves its line open.
    boolean isOpenWhenStopped() {
        return duty == Duty.ARTERIAL_CENTRIFUGAL;
    }

    boolean hasClamp() {
        return clamp != NONE;
    }

    /// Speed at which a centrifugal head holds a pressure without flow; 0 for a pressure that is not known.
    double holdingRpm(double mmHg) {
        return mmHg > 0 ? StrictMath.sqrt(mmHg / shutOffMmHgPerRpm2) : 0;
    }

    /// Speed of its shaft in this frame: the drive's, or where that is not known the tachometer's; NaN when neither
    /// is.
    double shaftRpm(SupervisorInputs inputs) {
        double driveRpm = inputs.seen.drives[index].knownRpm(inputs.nowNanos);
        return Double.isNaN(driveRpm) ? tachometer.known(inputs) : driveRpm;
    }

    /// When [#shaftRpm] was measured. Meaningful only while it is known.
    long shaftSampledAtNanos(SupervisorInputs inputs) {
        DriveLook drive = inputs.seen.drives[index];
        boolean isByDrive = !Double.isNaN(drive.knownRpm(inputs.nowNanos)) || !tachometer.exists();
        return isByDrive ? drive.speedRpm.sampledAtNanos() : tachometer.sampledAtNanos(inputs);
    }

    /// The larger magnitude of what drive and tachometer say of its shaft, in rpm; NaN when neither is known.
    double fastestRpm(SupervisorInputs inputs) {
        double magnitudeRpm =
                isByTachometer(inputs) ? tachometer.known(inputs) : inputs.seen.drives[index].knownRpm(inputs.nowNanos);
        return Math.abs(magnitudeRpm);
    }

    /// When [#fastestRpm] was measured. Meaningful only while it is known.
    long fastestSampledAtNanos(SupervisorInputs inputs) {
        return isByTachometer(inputs)
                ? tachometer.sampledAtNanos(inputs)
                : inputs.seen.drives[index].speedRpm.sampledAtNanos();
    }

    /// A drive that is silent does not hide a shaft that its tachometer sees.
    private boolean isByTachometer(SupervisorInputs inputs) {
        double driveRpm = Math.abs(inputs.seen.drives[index].knownRpm(inputs.nowNanos));
        double tachometerRpm = Math.abs(tachometer.known(inputs));
        return tachometerRpm > driveRpm || (Double.isNaN(driveRpm) && !Double.isNaN(tachometerRpm));
    }

    /// How far above a speed the shaft may be before it counts as too fast, in rpm.
    double marginRpm(double speedRpm) {
        return Math.max(overspeedRpm, speedRpm * overspeedPercent / 100);
    }

    /// Whether there is a way to its power that does not go through its drive's bus.
    boolean hasSecondPath() {
        return sto != NONE || runPower != NONE;
    }
}
