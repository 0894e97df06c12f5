package org.altercor.hal.twin;

import org.altercor.hal.cell.ReadingCell;
import org.altercor.hal.port.FlowSensor;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;

/// A simulated flow probe on the line of one roller head: calibrated stroke volume times speed, no ripple, no leak.
///
/// Owner: the twin's thread, but for the port's call. Allocates nothing after construction.
public final class TwinFlow implements FlowSensor, TwinStep {
    private final TwinDrive drive;
    private final double strokeVolumeMl;
    private final long periodNanos;
    private final ReadingCell flow = new ReadingCell();
    private long dueNanos;
    private boolean started;

    /// @param drive          turns the head
    /// @param strokeVolumeMl volume of a turn in mL
    /// @param periodNanos    time between two values of the probe
    public TwinFlow(TwinDrive drive, double strokeVolumeMl, long periodNanos) {
        this.drive = drive;
        this.strokeVolumeMl = strokeVolumeMl;
        this.periodNanos = periodNanos;
    }

    @Override
    public void readMlPerMin(Reading into) {
        flow.copyTo(into);
    }

    /// Measures when its period has passed.
    @Override
    public void step(long nowNanos) {
        if (!started || nowNanos - dueNanos >= 0) {
            started = true;
            dueNanos = nowNanos + periodNanos;
            double flowMlPerMin = strokeVolumeMl * drive.shaftRpm();
            flow.publish(flowMlPerMin, flowMlPerMin, nowNanos, Quality.GOOD);
        }
    }
}
