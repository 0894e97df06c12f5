package org.altercor.config;

import java.util.List;

/// The line that fits a set of measured points best, and how far the worst point lies from it.
///
/// A straight line through the origin by least squares: without turns there is no volume.
///
/// @param slope           volume per turn in mL/rev; for centrifugal points, pressure per speed squared
/// @param residualPercent largest relative deviation of a point, in percent
public record VolumetricFit(double slope, double residualPercent) {
    /// Fits `points`, each with positive revolutions and volume; at least one.
    public static VolumetricFit of(List<Calibration.Point> points) {
        double products = 0;
        double squares = 0;
        for (var point : points) {
            products += point.revolutions() * point.volumeMl();
            squares += point.revolutions() * point.revolutions();
        }
        double slope = products / squares;
        double worst = 0;
        for (var point : points) {
            worst = Math.max(worst, Math.abs(point.volumeMl() / (slope * point.revolutions()) - 1));
        }
        return new VolumetricFit(slope, worst * 100);
    }
}
