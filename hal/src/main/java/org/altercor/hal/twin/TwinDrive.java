package org.altercor.hal.twin;

import java.time.Duration;
import org.altercor.config.Commissioning;
import org.altercor.config.LossPolicy;
import org.altercor.hal.bus.DriveDuty;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.cell.DriveStatusCell;
import org.altercor.hal.cell.ReadingCell;
import org.altercor.hal.port.DriveStatus;
import org.altercor.hal.port.DriveStop;
import org.altercor.hal.port.PumpDrive;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;

/// A simulated drive that behaves as its commissioning data say: a speed loop with lag and a ramp limit, and a braking
/// law of its own. Lease, stop slot and restart rules are the ones real drives are served by.
///
/// Left in silence it goes on as told last. Its motor current is not modelled and therefore never measured. Owner: the
/// twin's thread, but for the ports' calls. Allocates nothing after construction.
public final class TwinDrive implements PumpDrive, DriveStop {
    /// The brake beats the commissioned standstill time by this share, so that the twin stays within its own envelope.
    private static final double BRAKE_SHARE = 0.8;

    private final DriveDuty duty;
    private final double rampRpmPerSecond;
    private final double lagSeconds;
    private final double brakeRpmPerSecond;

    private final ReadingCell speed = new ReadingCell();
    private final ReadingCell fault = new ReadingCell();
    private final DriveStatusCell status = new DriveStatusCell();
    private final DriveStatus mine = new DriveStatus();

    private double speedRpm;
    private double targetRpm;
    private boolean braking;

    /// @param commissioning how it follows and stops
    /// @param policy        what happens when its command runs out
    /// @param beat          the supervisor's sign of life
    public TwinDrive(Commissioning commissioning, LossPolicy policy, SupervisorBeat beat) {
        duty = new DriveDuty(policy, beat, Duration.ZERO);
        rampRpmPerSecond = commissioning.rampRpmPerSecond();
        lagSeconds = commissioning.lagMillis() / 1e3;
        brakeRpmPerSecond = commissioning.maxSpeedRpm()
                / (BRAKE_SHARE * commissioning.stop().standstillMillis() / 1e3);
        mine.connections = 1;
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
        obey(duty.decide(nowNanos, speedRpm, true), nowNanos);
        move(stepSeconds);
        duty.measured(speedRpm, false);
        speed.publish(speedRpm, speedRpm, nowNanos, Quality.GOOD);
        fault.publish(0, 0, nowNanos, Quality.GOOD);
        duty.describe(mine);
        mine.framesGood++;
        mine.lastGoodFrameNanos = nowNanos;
        status.publish(mine);
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
        speedRpm += Math.clamp(followedRpm, -largestRpm, largestRpm);
    }

    /// Speed of the shaft now, for whatever it drives. Twin's thread only.
    double speedRpm() {
        return speedRpm;
    }
}
