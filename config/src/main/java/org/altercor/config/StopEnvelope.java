package org.altercor.config;

import java.util.List;

/// The speed a stopping shaft must have fallen below: a falling curve, then standstill.
///
/// ```
/// 100 % ┐
///       └──┐           share of the speed at the stop
///          └────┐
///   0 %         └───── standstillMillis
/// ```
///
/// Outside the envelope the drive is not believed to stop, and its power goes by the second path.
///
/// @param points          corners of the curve, time rising, percent falling; each bounds the speed *from* its time
/// @param standstillMillis time after the stop at which the shaft stands, in ms
public record StopEnvelope(List<Point> points, double standstillMillis) {
    /// One corner.
    ///
    /// @param millis  time after the stop
    /// @param percent share of the speed at the stop that may be left from then on
    public record Point(double millis, double percent) {}

    public StopEnvelope {
        points = List.copyOf(points);
    }

    /// Share of the speed at the stop, in percent, that may be left `millis` after it; nothing for NaN. Allocates
    /// nothing.
    public double allowedPercent(double millis) {
        if (!(millis < standstillMillis)) {
            return 0;
        }
        double allowed = 100;
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            if (millis >= point.millis()) {
                allowed = point.percent();
            }
        }
        return allowed;
    }
}
