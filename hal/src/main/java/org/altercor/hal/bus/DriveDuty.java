package org.altercor.hal.bus;

import java.time.Duration;
import org.altercor.config.LossPolicy;
import org.altercor.hal.bus.RestartGuard.Verdict;
import org.altercor.hal.port.DriveStatus;
import org.altercor.hal.port.DriveStatus.Lease;

/// What a bus thread owes one drive at this moment, whatever protocol the drive speaks.
///
/// ```
/// stop slot ──set──────────────────────────────────────────────► STOP (and every command so far is forgotten)
/// command ─► lease ─► silent ───────────────────────────────────► SILENCE
///               └──► restart guard ─ watch ─────────────────────► WATCH
///                          └──── speed ─► direction lock ───────► SPEED, of orderRpm
/// ```
///
/// Three threads leave something here (control loop: [#command]; supervisor: [#demandStop], [#releaseStop]);
/// everything else belongs to the bus thread. Allocates nothing.
public final class DriveDuty {
    /// What is to be said to the drive.
    public enum Order {
        /// A speed, which may be zero.
        SPEED,
        /// Standstill, at once and again and again.
        STOP,
        /// No speed; reading is allowed.
        WATCH,
        /// Nothing at all: even a poll would feed the drive's own watchdog.
        SILENCE
    }

    private final CommandCell commands = new CommandCell();
    private final StopSlot slot = new StopSlot();
    private final SupervisorBeat beat;
    private final DriveLease lease;
    private final RestartGuard restart = new RestartGuard();
    private final DirectionLock direction = new DirectionLock();
    private final long joinWindowNanos;

    private volatile long supervisorsDemand; // supervisor only
    private volatile long oldCommands; // commands up to this number came before a release; supervisor only

    private boolean started;
    private long startedNanos;
    private boolean wasStopped;
    private long seenDemands;
    private long seenReleased;
    private boolean stopIsUrgent;
    private Order order = Order.SPEED;
    private double orderRpm;
    private boolean zeroTold;
    private boolean stood; // read standing since zero was told

    /// @param policy     what happens when the command runs out
    /// @param beat       the supervisor's sign of life
    /// @param joinWindow how long after start a drive that is found turning is only watched while no command
    /// has come (a restarted program may adopt its speed); zero when it is to be told to stand still at once
    public DriveDuty(LossPolicy policy, SupervisorBeat beat, Duration joinWindow) {
        this.beat = beat;
        lease = new DriveLease(policy);
        joinWindowNanos = joinWindow.toNanos();
    }

    /// Asks for a speed. Control loop only.
    public void command(double speedRpm, long validUntilNanos) {
        if (Double.isFinite(speedRpm)) {
            commands.issue(speedRpm, validUntilNanos);
        } else {
            commands.refuse();
        }
    }

    /// Counts a command that the drive's registers cannot carry; it renews nothing. Control loop only.
    public void refuseCommand() {
        commands.refuse();
    }

    /// Demands standstill. Supervisor only.
    public void demandStop() {
        supervisorsDemand = slot.demand();
    }

    /// Releases the supervisor's demand. Without one it changes nothing. Supervisor only.
    public void releaseStop() {
        if (slot.isSet()) {
            oldCommands = commands.issued();
            slot.release(supervisorsDemand);
        }
    }

    /// The link was lost, or the drive no longer answers.
    public void driveLost() {
        restart.lost();
        direction.lost();
    }

    /// The drive has no torque, because somebody cut its power: the motion it had is over, also when the power is
    /// back before the shaft stands. Say so in every turn until it has torque again.
    public void torqueLost() {
        restart.stopped();
        told(0);
    }

    /// A new reading of the shaft.
    ///
    /// @param rpm NaN when the drive answers and does not tell: that is neither turning nor standing
    public void measured(double rpm, boolean faulty) {
        restart.measured(rpm, faulty);
        direction.measured(rpm);
        stood = Math.abs(rpm) < RestartGuard.STANDSTILL_RPM && (stood || zeroTold);
    }

    /// A speed was handed to the port.
    public void told(double rpm) {
        restart.told(rpm);
        direction.told(rpm);
        zeroTold = rpm == 0;
        stood &= zeroTold;
    }

    /// A stop frame was handed to the port.
    public void stopSent() {
        stopIsUrgent = false;
        told(0);
    }

    /// Decides what is owed now.
    ///
    /// @param measuredRpm the shaft as read back since the drive was last lost; NaN when not known
    /// @param answering   whether the drive answers
    public Order decide(long nowNanos, double measuredRpm, boolean answering) {
        if (!started) {
            started = true;
            startedNanos = nowNanos;
        }
        noticeStop();
        boolean freshCommand = commands.look() && !wasStopped && commands.number() > oldCommands;
        if (freshCommand) {
            lease.accept(commands.speedRpm(), commands.validUntilNanos(), nowNanos);
        }
        double beforeRpm = lease.askedRpm();
        Lease state = lease.judge(nowNanos, beat.isFresh(nowNanos));
        if (wasStopped || stopIsUrgent) {
            order = Order.STOP;
            orderRpm = 0;
            return order;
        }
        if (state == Lease.STOPPING && beforeRpm != 0) {
            restart.ranOut();
        }
        if (state == Lease.VALID && commands.speedRpm() == 0) {
            restart.zeroCommanded();
        }
        if (state == Lease.VALID && commands.speedRpm() != 0 && lease.askedRpm() == 0) {
            restart.heldBack(); // nobody supervises
        }
        order = orderFor(state, nowNanos, measuredRpm, answering);
        return order;
    }

    private void noticeStop() {
        long demands = slot.demands();
        long released = slot.released();
        boolean isSet = demands > released;
        boolean isNew = demands != seenDemands && (!wasStopped || released != seenReleased);
        stopIsUrgent |= isNew; // also one that was released again between two looks
        if (isSet || isNew) {
            lease.forget();
            restart.stopped();
        }
        seenDemands = demands;
        seenReleased = released;
        wasStopped = isSet;
    }

    private Order orderFor(Lease state, long nowNanos, double measuredRpm, boolean answering) {
        if (state == Lease.SILENT) {
            restart.lost();
            return Order.SILENCE;
        }
        if (state == Lease.NONE && !restart.hasJoined() && nowNanos - startedNanos < joinWindowNanos) {
            boolean standing = Math.abs(measuredRpm) < RestartGuard.STANDSTILL_RPM;
            if (!standing) {
                return Order.WATCH;
            }
        }
        Verdict verdict = restart.judge(lease.askedRpm(), measuredRpm, answering);
        switch (verdict) {
            case SEND -> {
                orderRpm = direction.pass(lease.askedRpm());
                if (orderRpm == 0 && lease.askedRpm() != 0) {
                    restart.heldBack();
                }
            }
            case SEND_ZERO -> orderRpm = 0;
            case WATCH -> {
                return Order.WATCH;
            }
        }
        return Order.SPEED;
    }

    /// As of the last [#decide].
    public Order order() {
        return order;
    }

    /// The speed to send while the order is `SPEED`.
    public double orderRpm() {
        return orderRpm;
    }

    /// Whether a stop was demanded that has not yet been sent at all: it goes out before anything else.
    public boolean stopIsUrgent() {
        return stopIsUrgent;
    }

    /// Whether standstill is owed and was not read since it was told: the shaft may be turning.
    public boolean stopIsPending() {
        boolean owed = order == Order.STOP || (order == Order.SPEED && orderRpm == 0);
        return owed && !stood;
    }

    /// Fills in what is known here.
    public void describe(DriveStatus into) {
        into.lease = wasStopped ? Lease.STOPPED_BY_SUPERVISOR : lease.state();
        into.commandedRpm = orderRpm;
        into.commandsRefused = commands.refused();
        into.awaitsZeroCommand = restart.wantsZero();
        into.joined = restart.hasJoined();
    }
}
