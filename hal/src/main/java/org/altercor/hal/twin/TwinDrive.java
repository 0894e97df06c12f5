package org.altercor.hal.twin;

import java.time.Duration;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.altercor.config.Commissioning;
import org.altercor.config.LossPolicy;
import org.altercor.config.PumpHead;
import org.altercor.config.rig.Silence;
import org.altercor.hal.bus.DriveDuty;
import org.altercor.hal.bus.LeftAlone;
import org.altercor.hal.bus.ServedDrive;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.port.Quality;

/// A simulated drive: a bus that serves it by the rules real drives are served by, its electronics, its motor and
/// the shaft of its pump.
///
/// When it hears nothing any more it does what its kind does on silence. Without power it coasts, whatever it is
/// told, and reports [#FAULT_NO_TORQUE]; its electronics live on, so that it still answers. With its power back it
/// stands until it has heard zero, and then a speed.
///
/// One that reboots loses its electronics as well: it coasts and is not heard, and when it is back it has no torque, no
/// speed and no lease until it has heard zero, and then a speed. That it started anew it says itself, so that not even
/// a shaft that still turns is taken for one that goes on.
///
/// Owner: the twin's thread, but for the ports' calls. Allocates nothing after construction.
public final class TwinDrive extends ServedDrive implements TwinDevice<DriveFault> {
    /// The twin's own fault code for a drive whose power is cut; 0 is none.
    public static final int FAULT_NO_TORQUE = 1;

    /// The twin's own fault code for a drive that is too hot and goes on.
    public static final int FAULT_HOT = 2;

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MS = 1e6;

    private final LeftAlone leftAlone;
    private final List<DrivePower> power;
    private final TwinShaft shaft;

    private double reportedRpm;
    private double knownRpm; // what the bus knows of the shaft; NaN since the line was cut
    private long heardNanos;
    private boolean isHeard;

    private long awayNanos; // that its electronics have no supply for yet
    private boolean isRebooted; // and has not said so yet
    private boolean isLineCut;
    private boolean isFrozen;
    private boolean hasWrongSign;
    private boolean isHot;
    private int ownFaultCode;

    /// A drive of a roller, on a bench without a circuit: nobody can cut its power, and it goes on in silence.
    ///
    /// @param commissioning how it follows and stops
    /// @param policy        what happens when its command runs out
    /// @param beat          the supervisor's sign of life
    public TwinDrive(Commissioning commissioning, LossPolicy policy, SupervisorBeat beat) {
        this(commissioning, PumpHead.ROLLER, new Silence.Nothing(), policy, beat, List.of(), () -> 0);
    }

    /// The drive of a machine.
    ///
    /// @param commissioning  how it follows and stops
    /// @param head           what it turns: decides how it coasts and what it draws
    /// @param silence        what it does when it hears nothing
    /// @param policy         what happens when its command runs out
    /// @param beat           the supervisor's sign of life
    /// @param power          everything that can cut its power; it has torque while all of it is on
    /// @param hydraulicWatts power that the blood takes off its head
    public TwinDrive(
            Commissioning commissioning,
            PumpHead head,
            Silence silence,
            LossPolicy policy,
            SupervisorBeat beat,
            List<DrivePower> power,
            DoubleSupplier hydraulicWatts) {
        this(ShaftLaw.of(commissioning, head), silence, policy, beat, power, hydraulicWatts);
    }

    TwinDrive(
            ShaftLaw law,
            Silence silence,
            LossPolicy policy,
            SupervisorBeat beat,
            List<DrivePower> power,
            DoubleSupplier hydraulicWatts) {
        super(new DriveDuty(policy, beat, Duration.ZERO));
        leftAlone = LeftAlone.of(silence, policy);
        this.power = List.copyOf(power);
        shaft = new TwinShaft(law, hydraulicWatts);
        mine.connections = 1;
    }

    /// Serves the drive and moves its shaft by one step.
    void step(long nowNanos, double stepSeconds) {
        boolean isAway = passAway(stepSeconds);
        boolean hasTorque = hasTorque() && !isAway;
        boolean isHeardOf = !isAway && !isLineCut;
        if (isHeardOf) {
            sayIfRebooted();
        } else {
            lose();
        }
        DriveDuty.Order order = duty.decide(nowNanos, knownRpm, isHeardOf);
        say(order, nowNanos);
        if (!isHeardOf || order == DriveDuty.Order.SILENCE) {
            mindSilence(nowNanos);
        } else {
            hear(order);
            isHeard = true;
            heardNanos = nowNanos;
        }
        if (!hasTorque) {
            duty.torqueLost();
        }
        shaft.step(hasTorque, stepSeconds);
        if (!isHeardOf) {
            mine.timeouts++;
        } else if (order != DriveDuty.Order.SILENCE) {
            answer(hasTorque, nowNanos);
        }
        publishStatus();
    }

    /// Lets time pass for electronics without their supply.
    ///
    /// @return whether they have none in this step
    private boolean passAway(double stepSeconds) {
        boolean isAway = awayNanos > 0;
        awayNanos = Math.max(0, awayNanos - Math.round(stepSeconds * NANOS_PER_SECOND));
        return isAway;
    }

    /// Its first word after a reboot is that it knows nothing.
    private void sayIfRebooted() {
        if (isRebooted) {
            isRebooted = false;
            mine.reboots++;
        }
    }

    /// The bus hears nothing of it: every value keeps its old time and says so.
    private void lose() {
        duty.driveLost();
        knownRpm = Double.NaN;
        speed.lose();
        current.lose();
        fault.lose();
    }

    /// What the bus does, whether or not anybody hears it.
    private void say(DriveDuty.Order order, long nowNanos) {
        switch (order) {
            case SPEED -> duty.told(duty.orderRpm());
            case STOP -> {
                stopSent(nowNanos);
            }
            case WATCH, SILENCE -> {}
        }
    }

    private void hear(DriveDuty.Order order) {
        switch (order) {
            case SPEED -> shaft.turn(duty.orderRpm());
            case STOP -> shaft.brake();
            case WATCH, SILENCE -> {} // goes on as told last
        }
    }

    private void mindSilence(long nowNanos) {
        if (!isHeard) {
            return;
        }
        if (nowNanos - heardNanos >= leftAlone.afterNanos() + leftAlone.holdNanos()) {
            act(leftAlone.action());
        }
    }

    private void act(Silence.Action action) {
        switch (action) {
            case HOLD -> {}
            case STOP -> shaft.brake();
            case COAST -> shaft.coast();
        }
    }

    private void answer(boolean hasTorque, long nowNanos) {
        if (!isFrozen) {
            reportedRpm = hasWrongSign ? -shaft.motorRpm() : shaft.motorRpm();
        }
        knownRpm = reportedRpm;
        int faultCode = faultCode(hasTorque);
        duty.measured(reportedRpm, !hasTorque || shaft.isTripped());
        speed.publish(reportedRpm, reportedRpm, nowNanos, Quality.GOOD);
        current.publish(shaft.amps(), shaft.amps(), nowNanos, Quality.GOOD);
        fault.publish(faultCode, faultCode, nowNanos, Quality.GOOD);
        mine.framesGood++;
        mine.lastGoodFrameNanos = nowNanos;
    }

    private int faultCode(boolean hasTorque) {
        if (!hasTorque) {
            return FAULT_NO_TORQUE;
        }
        return ownFaultCode != 0 ? ownFaultCode : isHot ? FAULT_HOT : 0;
    }

    private boolean hasTorque() {
        for (int i = 0; i < power.size(); i++) {
            if (!power.get(i).isOn()) {
                return false;
            }
        }
        return true;
    }

    /// Takes the speed that it was told, without time. Twin's thread only.
    public void settle() {
        shaft.settle(hasTorque());
    }

    /// Follows another law from now on.
    void follow(ShaftLaw law) {
        shaft.follow(law);
    }

    /// Speed of the pump's shaft now, for whatever it drives. Twin's thread only.
    public double shaftRpm() {
        return shaft.shaftRpm();
    }

    /// What its motor does, whatever it reports. Twin's thread only.
    ///
    /// @param pump name of its pump
    public List<Signal> signals(String pump) {
        return List.of(
                new Signal(pump + ".motor-rpm", "rpm", "speed of its motor", shaft::motorRpm),
                new Signal(pump + ".current-a", "A", "current of its motor", shaft::amps));
    }

    @Override
    public List<DriveFault> happenings() {
        return List.of(DriveFault.values());
    }

    @Override
    public void happen(DriveFault what, double amount) {
        shaft.happen(what, amount);
        switch (what) {
            case FROZEN -> isFrozen = true;
            case SIGN -> hasWrongSign = true;
            case SILENT_LINE -> isLineCut = true;
            case HOT -> isHot = true;
            case TRIPPED -> ownFaultCode = (int) Math.rint(amount);
            case REBOOTED -> reboot(Math.round(amount * NANOS_PER_MS));
            case JAMMED, SLIP, SLOW, DECOUPLED, RUNAWAY, REVERSED, IGNORES_STOP -> {}
        }
    }

    private void reboot(long nanos) {
        awayNanos = nanos;
        isRebooted = true;
        isHeard = false; // nor does it wait for anybody to fall silent
        shaft.forget();
    }

    /// What rebooted stays so: its supply is back at once, what it knew is not.
    @Override
    public void mend() {
        shaft.mend();
        awayNanos = 0;
        isFrozen = false;
        hasWrongSign = false;
        isLineCut = false;
        isHot = false;
        ownFaultCode = 0;
    }
}
