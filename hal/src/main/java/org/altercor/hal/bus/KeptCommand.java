package org.altercor.hal.bus;

import org.altercor.hal.port.DriveStatus;
import org.altercor.hal.port.DriveStop;
import org.altercor.hal.port.PumpDrive;

/// Keeps a drive at an asked speed for somebody who asks once: commands it again and again on a short lease, as a
/// control loop would, and takes every start through the command of zero that drives want first.
///
/// A speed asked for during a stop reaches the drive, which does not obey; the release forgets it. A start that the
/// drive does not take within [#LONGEST_START_NANOS] is forgotten too: a drive that comes back later stands until it
/// is asked for a speed again. Owner: the thread that would be the control loop's and the supervisor's. Allocates
/// nothing after construction.
public final class KeptCommand {
    /// Time between two commands: the period of the control loop.
    public static final long RENEWAL_NANOS = 10_000_000;

    /// Lease of each command: ten of its periods, so that a late one costs nothing. Our own judgement.
    public static final long LEASE_NANOS = 100_000_000;

    /// How long a start waits for its drive. A drive on the bus takes one within two turns of it; a second later nobody
    /// expects the pump to start any more. Our own judgement.
    public static final long LONGEST_START_NANOS = 1_000_000_000;

    private final PumpDrive drive;
    private final DriveStop stop;
    private final DriveStatus status = new DriveStatus();
    private double wantedRpm;
    private boolean starting;
    private boolean startIsNew; // and its time does not run yet
    private long startNanos;
    private boolean stopped;
    private boolean renewed;
    private long renewedNanos;

    /// @param drive the drive
    /// @param stop  the hold on the same drive
    public KeptCommand(PumpDrive drive, DriveStop stop) {
        this.drive = drive;
        this.stop = stop;
    }

    /// Asks for a speed, until another one is asked for.
    public void ask(double speedRpm) {
        wantedRpm = speedRpm;
        starting = speedRpm != 0 && !stopped;
        startIsNew = starting;
    }

    /// Demands a stop, and asks for zero from then on.
    public void demandStop() {
        stop.demand();
        ask(0);
        stopped = true;
    }

    /// Takes the stop back. Nothing starts by it.
    public void releaseStop() {
        stop.release();
        ask(0);
        stopped = false;
    }

    /// Whether a speed was asked for that the drive does not take yet.
    public boolean isStarting() {
        return starting;
    }

    /// Commands what is wanted, when it is time. To be called at least every [#RENEWAL_NANOS].
    ///
    /// @param nowNanos on the drive's clock
    public void renew(long nowNanos) {
        if (starting) {
            start(nowNanos);
        } else if (!renewed || nowNanos - renewedNanos >= RENEWAL_NANOS) {
            command(wantedRpm, nowNanos);
        }
    }

    private void start(long nowNanos) {
        if (startIsNew) {
            startIsNew = false;
            startNanos = nowNanos;
        }
        drive.readStatus(status);
        starting = !status.joined || status.awaitsZeroCommand;
        command(starting ? 0 : wantedRpm, nowNanos);
        if (starting && nowNanos - startNanos >= LONGEST_START_NANOS) {
            starting = false;
            wantedRpm = 0;
        }
    }

    private void command(double speedRpm, long nowNanos) {
        renewed = true;
        renewedNanos = nowNanos;
        drive.command(speedRpm, nowNanos + LEASE_NANOS);
    }
}
