package org.altercor.bench.peer;

import org.altercor.hal.cell.ReadingCell;
import org.altercor.hal.port.DriveStatus;
import org.altercor.hal.port.DriveStop;
import org.altercor.hal.port.PumpDrive;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;

/// A drive that turns at once as it is told, as long as its lease is valid, and after a stop wants zero first. Owner:
/// one
/// thread, but for [#turningRpm] and [#isStopped].
final class TurningDrive implements PumpDrive, DriveStop {
    private final ReadingCell speed = new ReadingCell();
    private boolean joined;
    private boolean awaitsZero;
    private double toldRpm;
    private long validUntilNanos;
    private volatile boolean stopped;
    private volatile double turningRpm;

    double turningRpm() {
        return turningRpm;
    }

    boolean isStopped() {
        return stopped;
    }

    void step(long nowNanos) {
        boolean isCommanded = joined && !awaitsZero && !stopped && nowNanos - validUntilNanos <= 0;
        turningRpm = isCommanded ? toldRpm : 0;
        speed.publish(turningRpm, turningRpm, nowNanos, Quality.GOOD);
    }

    @Override
    public void command(double wantedRpm, long untilNanos) {
        toldRpm = wantedRpm;
        validUntilNanos = untilNanos;
        if (wantedRpm == 0 && !stopped) {
            joined = true;
            awaitsZero = false;
        }
    }

    @Override
    public void readSpeedRpm(Reading into) {
        speed.copyTo(into);
    }

    @Override
    public void readCurrentAmps(Reading into) {}

    @Override
    public void readFaultCode(Reading into) {
        into.set(0, 0, 0, 1, Quality.GOOD);
    }

    @Override
    public void readStatus(DriveStatus into) {
        into.joined = joined;
        into.awaitsZeroCommand = awaitsZero;
    }

    @Override
    public void demand() {
        stopped = true;
        awaitsZero = true;
    }

    @Override
    public void release() {
        stopped = false;
    }
}
