package org.altercor.hal.twin;

import java.time.Duration;
import java.util.List;
import org.altercor.config.Commissioning;
import org.altercor.config.LossPolicy;
import org.altercor.config.PumpHead;
import org.altercor.hal.bus.DriveDuty;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.cell.DriveStatusCell;
import org.altercor.hal.cell.ReadingCell;
import org.altercor.hal.port.DriveStatus;
import org.altercor.hal.port.DriveStop;
import org.altercor.hal.port.PumpDrive;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;

/// A simulated drive that behaves as its commissioning data say: a speed loop with lag and a ramp limit, and a
/// braking law of its own. Lease, stop slot and restart rules are the ones real drives are served by.
///
/// Left in silence it goes on as told last. Without power it coasts, whatever it is told, and reports
/// [#FAULT_NO_TORQUE]; its electronics live on, so that it still answers. With its power back it stands until it
/// has heard zero, and then a speed. Its motor current is not modelled and therefore never measured. Owner: the
/// twin's thread, but for the ports' calls. Allocates nothing after construction.
public final class TwinDrive implements PumpDrive, DriveStop {
    /// The brake beats the commissioned standstill time by this share, so that the twin stays within its own
    /// envelope.
    private static final double BRAKE_SHARE = 0.8;

    /// The twin's own fault code for a drive whose power is cut; 0 is none.
    public static final int FAULT_NO_TORQUE = 1;

    private final DriveDuty duty;
    private final double rampRpmPerSecond;
    private final double lagSeconds;
    private final double brakeRpmPerSecond;
    private final double coastRpmPerSecond;
    private final List<DrivePower> power;

    private final ReadingCell speed = new ReadingCell();
    private final ReadingCell fault = new ReadingCell();
    private final DriveStatusCell status = new DriveStatusCell();
    private final DriveStatus mine = new DriveStatus();

    private double speedRpm;
    private double targetRpm;
    private boolean braking;

    /// A drive of a roller whose power nobody can cut.
    ///
    /// @param commissioning how it follows and stops
    /// @param policy        what happens when its command runs out
    /// @param beat          the supervisor's sign of life
    public TwinDrive(Commissioning commissioning, LossPolicy policy, SupervisorBeat beat) {
        this(commissioning, PumpHead.ROLLER, policy, beat, List.of());
    }

    /// @param commissioning how it follows and stops
    /// @param head          what it turns: decides how it coasts
    /// @param policy        what happens when its command runs out
    /// @param beat          the supervisor's sign of life
    /// @param power         everything that can cut its power; it has torque while all of it is on
    public TwinDrive(
            Commissioning commissioning,
            PumpHead head,
            LossPolicy policy,
            SupervisorBeat beat,
            List<DrivePower> power) {
        duty = new DriveDuty(policy, beat, Duration.ZERO);
        rampRpmPerSecond = commissioning.rampRpmPerSecond();
        lagSeconds = commissioning.lagMillis() / 1e3;
        brakeRpmPerSecond = commissioning.maxSpeedRpm()
                / (BRAKE_SHARE * commissioning.stop().standstillMillis() / 1e3);
        coastRpmPerSecond = commissioning.maxSpeedRpm() / coastSeconds(head);
        this.power = List.copyOf(power);
        mine.connections = 1;
    }

    /// How long an unpowered shaft turns from full speed, in s: a roller is stopped by the friction of its tube
    /// within half a second, a centrifugal rotor by its blood within 0.2 to 0.7 s [U]. The longest is taken, at a
    /// constant deceleration.
    private static double coastSeconds(PumpHead head) {
        return switch (head) {
            case ROLLER -> 0.5;
            case CENTRIFUGAL -> 0.7;
        };
    }

    @Override
    public void command(double wantedRpm, long validUntilNanos) {
        duty.command(wantedRpm, validUntilNanos);
    }

    @Override
    public void readSpeedRpm(Reading into) {
        speed.copyTo(into);
    }

    @Override
    public void readCurrentAmps(Reading into) {}

    @Override
    public void readFaultCode(Reading into) {
        fault.copyTo(into);
    }

    @Override
    public void readStatus(DriveStatus into) {
        status.copyTo(into);
    }

    @Override
    public void demand() {
        duty.demandStop();
    }

    @Override
    public void release() {
        duty.releaseStop();
    }

    /// Moves the shaft by one step.
    void step(long nowNanos, double stepSeconds) {
        boolean hasTorque = hasTorque();
        obey(duty.decide(nowNanos, speedRpm, true), nowNanos);
        if (hasTorque) {
            move(stepSeconds);
        } else {
            duty.torqueLost();
            targetRpm = 0;
            approach(0, coastRpmPerSecond * stepSeconds);
        }
        duty.measured(speedRpm, !hasTorque);
        int faultCode = hasTorque ? 0 : FAULT_NO_TORQUE;
        speed.publish(speedRpm, speedRpm, nowNanos, Quality.GOOD);
        fault.publish(faultCode, faultCode, nowNanos, Quality.GOOD);
        duty.describe(mine);
        mine.framesGood++;
        mine.lastGoodFrameNanos = nowNanos;
        status.publish(mine);
    }

    private boolean hasTorque() {
        for (int i = 0; i < power.size(); i++) {
            if (!power.get(i).isOn()) {
                return false;
            }
        }
        return true;
    }

    private void obey(DriveDuty.Order order, long nowNanos) {
        switch (order) {
            case SPEED -> {
                targetRpm = duty.orderRpm();
                braking = false;
                duty.told(targetRpm);
            }
            case STOP -> {
                targetRpm = 0;
                braking = true;
                duty.stopSent();
                mine.stopsSent++;
                mine.lastStopSentNanos = nowNanos;
            }
            case WATCH, SILENCE -> {} // goes on as told last
        }
    }

    private void move(double stepSeconds) {
        double missingRpm = targetRpm - speedRpm;
        double largestRpm = (braking ? brakeRpmPerSecond : rampRpmPerSecond) * stepSeconds;
        double followedRpm = braking || lagSeconds <= stepSeconds ? missingRpm : missingRpm * stepSeconds / lagSeconds;
        approach(speedRpm + followedRpm, largestRpm);
    }

    private void approach(double wantedRpm, double largestRpm) {
        speedRpm += Math.clamp(wantedRpm - speedRpm, -largestRpm, largestRpm);
    }

    /// Speed of the shaft now, for whatever it drives. Twin's thread only.
    double speedRpm() {
        return speedRpm;
    }
}
