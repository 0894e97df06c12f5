package org.altercor.config.load;

import static org.altercor.config.schema.CalibrationKeys.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.altercor.config.Calibration;
import org.altercor.config.Calibration.Basis;
import org.altercor.config.Calibration.Displacement;
import org.altercor.config.Commissioning;
import org.altercor.config.PumpHead;
import org.altercor.config.StopEnvelope;
import org.altercor.config.Tubing;
import org.altercor.config.VolumetricFit;
import org.altercor.config.schema.CommonKeys;
import org.altercor.config.schema.HardLimit;
import org.altercor.config.schema.PairsKey.Pair;
import org.altercor.config.schema.Unit;

/// Makes a calibration of what was read, and checks that it can be true: within geometry, as its points say, not
/// expired, with a stop envelope that falls.
final class CalibrationReader {
    /// How far a stated stroke volume may lie from what its points say, in percent: rounding, no more (J).
    private static final double ROUNDING_PERCENT = 0.5;

    /// How far a stated residual may lie from the recomputed one, in percentage points (J).
    private static final double RESIDUAL_ROUNDING = 0.1;

    private final LocalDate today;
    private final Problems problems;

    private CalibrationReader(LocalDate today, Problems problems) {
        this.today = today;
        this.problems = problems;
    }

    /// The calibration; empty when a section is not clean. Checks what can be checked either way.
    static Optional<Calibration> read(FileValues file, LocalDate today, Problems problems) {
        var reader = new CalibrationReader(today, problems);
        file.one("displacement").ifPresent(reader::checkDisplacement);
        file.one("commissioning").ifPresent(reader::checkCommissioning);
        Optional<Values> displacement = file.clean("displacement").findFirst();
        Optional<Values> commissioning = file.clean("commissioning").findFirst();
        if (!file.isClean() || displacement.isEmpty() || commissioning.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Calibration(
                file.top().of(CommonKeys.NAME),
                displacement(displacement.get()),
                basis(displacement.get(), true),
                commissioning(commissioning.get()),
                basis(commissioning.get(), false)));
    }

    private void checkDisplacement(Values values) {
        checkDates(values);
        var raceway = values.find(RACEWAY);
        var tubing = values.find(TUBING);
        var stroke = values.find(STROKE_VOLUME);
        if (raceway.isPresent()
                && tubing.isPresent()
                && stroke.isPresent()
                && !tubing.get().canDisplace(stroke.get(), raceway.get())) {
            double bound = tubing.get().boundMlPerRev(raceway.get());
            problems.add(
                    values.spot(STROKE_VOLUME),
                    Unit.ML_PER_REV.show(stroke.get()),
                    String.format(
                            Locale.ROOT,
                            "%.1f to %.1f mL/rev: half to all of the lumen of %s tubing in a %s raceway",
                            Tubing.LEAST_SHARE_OF_BOUND * bound,
                            bound,
                            tubing.get().word(),
                            raceway.get().word()),
                    Optional.of(String.format(
                            Locale.ROOT,
                            "the handbook has %.1f mL/rev; is the tubing really %s?",
                            tubing.get().handbookMlPerRev(raceway.get()),
                            tubing.get().word())));
        }
        values.find(POINTS).ifPresent(points -> checkFit(values, points));
    }

    private void checkFit(Values values, List<Pair> points) {
        Optional<PumpHead> head = values.find(HEAD);
        Optional<Double> stated = head.flatMap(kind -> switch (kind) {
            case ROLLER -> values.find(STROKE_VOLUME);
            case CENTRIFUGAL -> values.find(SHUT_OFF);
        });
        if (head.isEmpty() || stated.isEmpty()) {
            return;
        }
        VolumetricFit fit = VolumetricFit.of(points(points, head.get()));
        if (Math.abs(stated.get() / fit.slope() - 1) * 100 > ROUNDING_PERCENT) {
            var key = switch (head.get()) {
                case ROLLER -> STROKE_VOLUME;
                case CENTRIFUGAL -> SHUT_OFF;
            };
            problems.add(
                    values.spot(key),
                    Unit.number(stated.get()),
                    String.format(
                            Locale.ROOT,
                            "%.4g, which is what the points say, give or take %s %%",
                            fit.slope(),
                            Unit.number(ROUNDING_PERCENT)));
        }
        values.find(RESIDUAL)
                .filter(residual -> Math.abs(residual - fit.residualPercent()) > RESIDUAL_ROUNDING)
                .ifPresent(residual -> problems.add(
                        values.spot(RESIDUAL),
                        Unit.PERCENT.show(residual),
                        String.format(Locale.ROOT, "%.2f %%, recomputed from the points", fit.residualPercent())));
        if (fit.residualPercent() > HardLimit.RESIDUAL.max()) {
            problems.add(
                    values.spot(POINTS),
                    String.format(Locale.ROOT, "points that lie up to %.1f %% off a line", fit.residualPercent()),
                    "at most " + Unit.PERCENT.show(HardLimit.RESIDUAL.max())
                            + ": measure again, or look for the point that was misread");
        }
    }

    private void checkCommissioning(Values values) {
        checkDates(values);
        values.find(STOP_ENVELOPE).ifPresent(points -> {
            for (int i = 1; i < points.size(); i++) {
                if (points.get(i).first() <= points.get(i - 1).first()
                        || points.get(i).second() > points.get(i - 1).second()) {
                    problems.add(
                            values.spot(STOP_ENVELOPE),
                            String.format(
                                    Locale.ROOT,
                                    "pair %d, [%s, %s], after [%s, %s]",
                                    i + 1,
                                    Unit.number(points.get(i).first()),
                                    Unit.number(points.get(i).second()),
                                    Unit.number(points.get(i - 1).first()),
                                    Unit.number(points.get(i - 1).second())),
                            "a falling curve: each time later, no percentage higher");
                    return;
                }
            }
            values.find(STANDSTILL)
                    .filter(standstill -> standstill < points.getLast().first())
                    .ifPresent(standstill -> problems.add(
                            values.spot(STANDSTILL),
                            Unit.MS.show(standstill),
                            "not before the last point of the stop envelope, "
                                    + Unit.MS.show(points.getLast().first())));
        });
    }

    private void checkDates(Values values) {
        Dates.notInFuture(values, ON, today, problems);
        values.find(EXPIRES_ON)
                .filter(day -> !today.isBefore(day))
                .ifPresent(day -> problems.add(
                        values.spot(EXPIRES_ON),
                        day + ": it has expired",
                        "a day after today, " + today + ": measure again"));
        Optional<LocalDate> on = values.find(ON);
        values.find(EXPIRES_ON)
                .filter(day -> on.isPresent() && !day.isAfter(on.get()))
                .ifPresent(day -> problems.add(
                        values.spot(EXPIRES_ON), day.toString(), "a day after the measurement, " + on.orElseThrow()));
    }

    private static List<Calibration.Point> points(List<Pair> pairs, PumpHead head) {
        List<Calibration.Point> points = new ArrayList<>();
        for (Pair pair : pairs) {
            double abscissa = switch (head) {
                case ROLLER -> pair.first();
                case CENTRIFUGAL -> pair.first() * pair.first(); // P = c · N²
            };
            points.add(new Calibration.Point(abscissa, pair.second()));
        }
        return points;
    }

    private static Displacement displacement(Values values) {
        return switch (values.of(HEAD)) {
            case ROLLER -> new Displacement.Stroke(values.of(RACEWAY), values.of(TUBING), values.of(STROKE_VOLUME));
            case CENTRIFUGAL -> new Displacement.ShutOff(values.of(SHUT_OFF));
        };
    }

    private static Commissioning commissioning(Values values) {
        List<StopEnvelope.Point> points = values.of(STOP_ENVELOPE).stream()
                .map(pair -> new StopEnvelope.Point(pair.first(), pair.second()))
                .toList();
        return new Commissioning(
                values.of(RAMP),
                values.of(LAG),
                values.of(DRIVE_MAX_SPEED),
                new StopEnvelope(points, values.of(STANDSTILL)));
    }

    private static Basis basis(Values values, boolean hasPoints) {
        return switch (values.of(BASIS)) {
            case MEASURED ->
                new Basis.Measured(
                        values.of(BY),
                        values.of(ON),
                        values.of(INSTRUMENT),
                        values.of(SERIAL),
                        values.of(EXPIRES_ON),
                        hasPoints ? points(values.of(POINTS), values.of(HEAD)) : List.of(),
                        hasPoints ? values.find(RESIDUAL) : Optional.empty());
            case HANDBOOK -> new Basis.Handbook();
            case TWIN -> new Basis.Twin();
        };
    }
}
