package org.altercor.safety.observe;

import org.altercor.hal.port.DriveStatus;
import org.altercor.hal.port.DriveStatus.Lease;
import org.altercor.hal.port.MeasuredDrive;
import org.altercor.hal.port.Reading;
import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;
import org.altercor.safety.frame.ReadingFields;

/// One look at a drive: what it measures, and what its bus thread knows about its link.
///
/// A bag without an invariant; a new one knows nothing. Owner: one thread. Allocates nothing.
public final class DriveLook implements Frame {
    /// Oldest speed that still counts as known, for both loops: the bus thread's.
    public static final long SPEED_AGE_NANOS = DriveStatus.SPEED_AGE_NANOS;

    /// Speed as the drive measures it, in rpm, positive forward.
    public final Reading speedRpm = new Reading();

    /// Motor current in ampere.
    public final Reading currentAmps = new Reading();

    /// The drive's own fault code, 0 for none.
    public final Reading faultCode = new Reading();

    /// Whether a good frame came from the drive within [#SPEED_AGE_NANOS].
    public boolean isLinked;

    /// Whether the drive answers, is set up, and has been told a speed since its link came up.
    public boolean isJoined;

    /// Whether the drive is kept at zero until it hears zero.
    public boolean awaitsZero;

    /// What the bus thread is doing with it.
    public Lease lease = Lease.NONE;

    /// Speed that the bus thread asks of the drive.
    public double busRpm;

    /// How often a stop was sent.
    public long stopsSent;

    private final DriveStatus status = new DriveStatus();

    /// Looks at a drive.
    void look(MeasuredDrive drive, long nowNanos) {
        drive.readSpeedRpm(speedRpm);
        drive.readCurrentAmps(currentAmps);
        drive.readFaultCode(faultCode);
        drive.readStatus(status);
        isLinked = status.isLinked(nowNanos, SPEED_AGE_NANOS);
        isJoined = status.joined;
        awaitsZero = status.awaitsZeroCommand;
        lease = status.lease;
        busRpm = status.commandedRpm;
        stopsSent = status.stopsSent;
    }

    /// Whether the drive is kept at zero whatever it is asked: the supervisor stopped it, or it lost its motion and
    /// waits to be started anew.
    public boolean isKeptAtZero() {
        return lease == Lease.STOPPED_BY_SUPERVISOR || awaitsZero;
    }

    /// Speed of the shaft in rpm; NaN when it is not known.
    public double knownRpm(long nowNanos) {
        return speedRpm.isUsable(nowNanos, SPEED_AGE_NANOS) ? speedRpm.value() : Double.NaN;
    }

    /// Whether it answers and turns, and is told nothing: it was found turning otherwise than it is asked, and its bus
    /// thread only watches it.
    public boolean isApart(long nowNanos) {
        return isLinked && !isJoined && Math.abs(knownRpm(nowNanos)) >= DriveStatus.STANDSTILL_RPM;
    }

    @Override
    public void exchange(FieldExchange fields) {
        ReadingFields.exchange(fields, "speedRpm", 0, speedRpm);
        ReadingFields.exchange(fields, "currentAmps", 0, currentAmps);
        ReadingFields.exchange(fields, "faultCode", 0, faultCode);
        isLinked = fields.flag("isLinked", isLinked);
        isJoined = fields.flag("isJoined", isJoined);
        awaitsZero = fields.flag("awaitsZero", awaitsZero);
        lease = Lease.ofCode(fields.int8("lease", lease.code()));
        busRpm = fields.float64("busRpm", busRpm);
        stopsSent = fields.int64("stopsSent", stopsSent);
    }
}
