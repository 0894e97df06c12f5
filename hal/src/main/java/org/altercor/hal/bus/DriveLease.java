package org.altercor.hal.bus;

import org.altercor.config.LossPolicy;
import org.altercor.hal.port.DriveStatus.Lease;

/// Which speed the control loop's commands ask for, now that some of them may be old.
///
/// | newest command | policy | supervisor's beat | state | asks for |
/// |---|---|---|---|---|
/// | none, or forgotten | any | any | `NONE` | 0 |
/// | valid | any | fresh | `VALID` | its speed |
/// | valid | any | stale | `VALID` | its speed, never more than before: no start, no increase, no reversal |
/// | valid, finish time over | stop | stale | `STOPPING` | 0 |
/// | run out | hold | fresh | `HOLDING` | the last speed |
/// | run out | hold | stale | `SILENT` | nothing: the drive's own behaviour on silence decides |
/// | run out | stop | any | `STOPPING` | 0 |
/// | run out, hold time not over | hold, then stop | any | `HOLDING` | the last speed |
/// | run out, hold time over | hold, then stop | any | `STOPPING` | 0 |
///
/// The finish time runs from the last fresh beat. A fresh command ends every state but one: what was stopped
/// because its lease ran out does not start again by itself ([RestartGuard]). Owner: the bus thread. Allocates
/// nothing.
public final class DriveLease {
    /// Longest lease that is granted, whatever the command says: a loop that asks for an hour has a defect. Our own
    /// judgement, three times the lease of 300 ms that the loop is expected to ask for.
    public static final long LONGEST_LEASE_NANOS = 1_000_000_000;

    private final boolean holds;
    private final long holdNanos;
    private final long finishNanos; // without a beat

    private boolean commanded;
    private double commandRpm;
    private long validUntilNanos;
    private double askedRpm;
    private long beatNanos;
    private Lease state = Lease.NONE;

    public DriveLease(LossPolicy policy) {
        switch (policy) {
            case LossPolicy.Hold() -> {
                holds = true;
                holdNanos = 0;
                finishNanos = Long.MAX_VALUE;
            }
            case LossPolicy.Stop(var finish) -> {
                holds = false;
                holdNanos = 0;
                finishNanos = finish.toNanos();
            }
            case LossPolicy.HoldThenStop(var hold) -> {
                holds = false;
                holdNanos = hold.toNanos();
                finishNanos = Long.MAX_VALUE;
            }
        }
    }

    /// Takes a fresh command.
    ///
    /// @param speedRpm   finite
    /// @param untilNanos end of the lease; cut to [#LONGEST_LEASE_NANOS] from now
    public void accept(double speedRpm, long untilNanos, long nowNanos) {
        commanded = true;
        commandRpm = speedRpm;
        validUntilNanos = nowNanos + Math.min(untilNanos - nowNanos, LONGEST_LEASE_NANOS);
    }

    /// Forgets every command so far: a stop was demanded.
    public void forget() {
        commanded = false;
        commandRpm = 0;
        askedRpm = 0;
        state = Lease.NONE;
    }

    /// Brings state and asked speed up to now.
    public Lease judge(long nowNanos, boolean beatIsFresh) {
        long lateNanos = nowNanos - validUntilNanos;
        beatNanos = beatIsFresh ? nowNanos : beatNanos;
        boolean isFinished = !beatIsFresh && nowNanos - beatNanos >= finishNanos;
        if (!commanded) {
            state = Lease.NONE;
            askedRpm = 0;
        } else if (isFinished) {
            state = Lease.STOPPING;
            askedRpm = 0;
        } else if (lateNanos < 0) {
            state = Lease.VALID;
            askedRpm = beatIsFresh ? commandRpm : notMoreThanBefore(commandRpm);
        } else if (holds) {
            state = beatIsFresh ? Lease.HOLDING : Lease.SILENT;
        } else if (lateNanos < holdNanos) {
            state = Lease.HOLDING;
        } else {
            state = Lease.STOPPING;
            askedRpm = 0;
        }
        return state;
    }

    private double notMoreThanBefore(double wantedRpm) {
        boolean sameDirection = Math.signum(wantedRpm) == Math.signum(askedRpm);
        return sameDirection ? Math.signum(wantedRpm) * Math.min(Math.abs(wantedRpm), Math.abs(askedRpm)) : 0;
    }

    /// As of the last [#judge].
    public Lease state() {
        return state;
    }

    /// Speed asked for, as of the last [#judge]. While `SILENT` the speed that nobody refreshes any more.
    public double askedRpm() {
        return askedRpm;
    }
}
