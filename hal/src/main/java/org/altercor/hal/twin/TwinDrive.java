package org.altercor.hal.twin;

import java.time.Duration;
import org.altercor.config.Commissioning;
import org.altercor.config.LossPolicy;
import org.altercor.hal.bus.DriveDuty;
import org.altercor.hal.bus.ServedDrive;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.port.Quality;

/// A simulated drive that behaves as its commissioning data say: a speed loop with lag and a ramp limit, and a braking
/// law of its own. Lease, stop slot and restart rules are the ones real drives are served by.
///
/// Left in silence it goes on as told last. Its motor current is not modelled and therefore never measured. Owner: the
/// twin's thread, but for the ports' calls. Allocates nothing after construction.
public final class TwinDrive extends ServedDrive {
    /// The brake beats the commissioned standstill time by this share, so that the twin stays within its own envelope.
    private static final double BRAKE_SHARE = 0.8;

    private final double rampRpmPerSecond;
    private final double lagSeconds;
    private final double brakeRpmPerSecond;

    private double speedRpm;
    private double targetRpm;
    private boolean braking;

    /// @param commissioning how it follows and stops
    /// @param policy        what happens when its command runs out
    /// @param beat          the supervisor's sign of life
    public TwinDrive(Commissioning commissioning, LossPolicy policy, SupervisorBeat beat) {
        super(new DriveDuty(policy, beat, Duration.ZERO));
        rampRpmPerSecond = commissioning.rampRpmPerSecond();
        lagSeconds = commissioning.lagMillis() / 1e3;
        brakeRpmPerSecond = commissioning.maxSpeedRpm()
                / (BRAKE_SHARE * commissioning.stop().standstillMillis() / 1e3);
        mine.connections = 1;
    }

    /// Moves the shaft by one step.
    void step(long nowNanos, double stepSeconds) {
        obey(duty.decide(nowNanos, speedRpm, true), nowNanos);
        move(stepSeconds);
        duty.measured(speedRpm, false);
        speed.publish(speedRpm, speedRpm, nowNanos, Quality.GOOD);
        fault.publish(0, 0, nowNanos, Quality.GOOD);
        mine.framesGood++;
        mine.lastGoodFrameNanos = nowNanos;
        publishStatus();
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
                stopSent(nowNanos);
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
