package org.altercor.hal.bus;

import org.altercor.hal.cell.DriveStatusCell;
import org.altercor.hal.port.DriveStatus;
import org.altercor.hal.port.DriveStop;
import org.altercor.hal.port.PumpDrive;
import org.altercor.hal.port.Reading;

/// A drive that a bus thread serves: the two ports behind which it is known, whatever protocol it speaks.
///
/// ```
/// control loop ─ command ─┐             ┌─► what is said to the drive
///                         ├─► [DriveDuty]
/// supervisor ─── demand ──┘             └─► status ─┐
///                                                   ├─► both loops
/// what the drive answers ─► speed, current, fault ──┘
/// ```
///
/// The ports' calls may come from any loop and return at once; everything protected belongs to the bus thread.
/// Allocates nothing after construction.
public abstract class ServedDrive implements PumpDrive, DriveStop {
    /// What is owed to the drive.
    protected final DriveDuty duty;

    /// Measured speed, in rpm, signed.
    protected final MeasuredQuantity speed = new MeasuredQuantity();

    /// Motor current, in ampere.
    protected final MeasuredQuantity current = new MeasuredQuantity();

    /// The drive's own fault code, 0 for none.
    protected final MeasuredQuantity fault = new MeasuredQuantity();

    /// What the bus thread knows of its link, until [#publishStatus] shows it.
    protected final DriveStatus mine = new DriveStatus();

    private final DriveStatusCell status = new DriveStatusCell();

    /// @param duty what is owed to the drive, for this drive alone
    protected ServedDrive(DriveDuty duty) {
        this.duty = duty;
    }

    @Override
    public void command(double speedRpm, long validUntilNanos) {
        duty.command(speedRpm, validUntilNanos);
    }

    @Override
    public final void readSpeedRpm(Reading into) {
        speed.copyTo(into);
    }

    @Override
    public final void readCurrentAmps(Reading into) {
        current.copyTo(into);
    }

    @Override
    public final void readFaultCode(Reading into) {
        fault.copyTo(into);
    }

    @Override
    public final void readStatus(DriveStatus into) {
        status.copyTo(into);
    }

    @Override
    public final void demand() {
        duty.demandStop();
    }

    @Override
    public final void release() {
        duty.releaseStop();
    }

    /// A stop frame was handed to the port.
    protected final void stopSent(long nowNanos) {
        duty.stopSent();
        mine.stopsSent++;
        mine.lastStopSentNanos = nowNanos;
    }

    /// Shows the loops what is known now. Once per bus cycle.
    protected final void publishStatus() {
        duty.describe(mine);
        status.publish(mine);
    }
}
