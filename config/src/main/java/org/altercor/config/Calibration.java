package org.altercor.config;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What was measured on one pump: what a turn displaces, and how its drive follows and stops.
///
/// @param name          name of the calibration
/// @param displacement  what a turn does to the blood
/// @param displacedBy   where that is known from
/// @param commissioning how the drive behaves
/// @param commissionedBy where that is known from
public record Calibration(
        String name, Displacement displacement, Basis displacedBy, Commissioning commissioning, Basis commissionedBy) {

    /// What a turn of the shaft does to the blood.
    public sealed interface Displacement {
        /// Kind of head it belongs to.
        PumpHead head();

        /// A roller displaces a volume with each turn.
        ///
        /// @param raceway        bore of the head
        /// @param tubing         tubing in it
        /// @param strokeVolumeMl volume of a turn in mL
        record Stroke(Raceway raceway, Tubing tubing, double strokeVolumeMl) implements Displacement {
            @Override
            public PumpHead head() {
                return PumpHead.ROLLER;
            }
        }

        /// A centrifugal head holds a pressure without flow: `P = c · N²`.
        ///
        /// @param shutOffMmHgPerRpm2 c, in mmHg per rpm²
        record ShutOff(double shutOffMmHgPerRpm2) implements Displacement {
            @Override
            public PumpHead head() {
                return PumpHead.CENTRIFUGAL;
            }
        }
    }

    /// Where a figure comes from.
    public sealed interface Basis {
        /// Somebody measured it.
        ///
        /// @param by         who
        /// @param on         when
        /// @param instrument with what
        /// @param serial     serial number of the instrument
        /// @param expiresOn  first day on which it no longer counts
        /// @param points     what was measured; empty for commissioning data
        /// @param residualPercent largest deviation of a point in percent; absent without points
        record Measured(
                String by,
                LocalDate on,
                String instrument,
                String serial,
                LocalDate expiresOn,
                List<Point> points,
                Optional<Double> residualPercent)
                implements Basis {
            /// Days of warning before it expires (our own judgement: a month to find a quiet afternoon).
            public static final int DUE_DAYS = 30;

            public Measured {
                points = List.copyOf(points);
            }

            /// Whether it no longer counts today.
            public boolean isExpired(LocalDate today) {
                return !today.isBefore(expiresOn);
            }

            /// Whether it is time to repeat it: it still counts, and not for long.
            public boolean isDue(LocalDate today) {
                return !isExpired(today) && !today.plusDays(DUE_DAYS).isBefore(expiresOn);
            }
        }

        /// Common knowledge of the trade. Good for a bench that says so, and for nothing else.
        record Handbook() implements Basis {}

        /// The digital twin is built that way. It cannot be wrong, and says nothing about a real pump.
        record Twin() implements Basis {}
    }

    /// One point of a calibration.
    ///
    /// @param revolutions turns of the shaft; for a centrifugal head, its speed in rpm, squared
    /// @param volumeMl    volume caught in mL; for a centrifugal head, its pressure without flow in mmHg
    public record Point(double revolutions, double volumeMl) {}
}
