package org.altercor.hal.rig;

import org.altercor.hal.port.DriveStatus;
import org.altercor.hal.port.PumpDrive;
import org.altercor.hal.port.Reading;

/// A drive whose positive turns its pump backwards, as the loops want it: positive is forward.
///
/// Every speed changes its sign on the way down and on the way up; nothing else changes. What a reading keeps
/// as raw is still what the device said. Allocates nothing.
final class MirroredDrive implements PumpDrive {
    private final PumpDrive drive;

    /// @param drive the drive as its manual has it
    MirroredDrive(PumpDrive drive) {
        this.drive = drive;
    }

    @Override
    public void command(double speedRpm, long validUntilNanos) {
        drive.command(opposite(speedRpm), validUntilNanos);
    }

    @Override
    public void readSpeedRpm(Reading into) {
        drive.readSpeedRpm(into);
        into.set(opposite(into.value()), into.raw(), into.sampledAtNanos(), into.sample(), into.quality());
    }

    @Override
    public void readCurrentAmps(Reading into) {
        drive.readCurrentAmps(into);
    }

    @Override
    public void readFaultCode(Reading into) {
        drive.readFaultCode(into);
    }

    @Override
    public void readStatus(DriveStatus into) {
        drive.readStatus(into);
        into.commandedRpm = opposite(into.commandedRpm);
    }

    /// By subtraction: standstill stays a plain zero, and what is not a number stays none.
    private static double opposite(double speedRpm) {
        return 0.0 - speedRpm;
    }
}
