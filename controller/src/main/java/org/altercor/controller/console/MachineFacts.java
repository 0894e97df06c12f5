package org.altercor.controller.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.altercor.config.Calibration.Displacement;
import org.altercor.config.Profile;
import org.altercor.config.Pump;
import org.altercor.config.PumpHead;
import org.altercor.config.PumpRole;
import org.altercor.safety.observe.Quantity;

/// What a screen must know once: what the machine has, what limits its gauges show, and every word.
///
/// @param title      of the machine
/// @param profile    of the limits in force
/// @param banner     of the rig; empty on a rig that has none
/// @param maySendActs whether this listener takes acts at all
/// @param pumps      from left to right
/// @param patient    keys of the patient column's numbers, in their order
/// @param curves     of the trend
/// @param limits     of the profile, for reading
/// @param targets    of the patient column's numbers, by key
/// @param trainer    what can be done to a twin; empty on hardware
/// @param texts      the catalogue
record MachineFacts(
        String title,
        String profile,
        Optional<String> banner,
        boolean maySendActs,
        List<PumpFacts> pumps,
        List<String> patient,
        List<CurveFacts> curves,
        List<Limit> limits,
        Map<String, Band> targets,
        List<TrainerActs.Act> trainer,
        Map<String, String> texts) {

    /// One pump.
    ///
    /// @param smallRpm      a small step of speed; larger ones ask
    /// @param smallMlPerMin a small step of flow
    /// @param startRpm      speed that a start is offered at first
    /// @param startMlPerMin flow that a start is offered at first
    /// @param gauge         limits of its line pressure; empty where none is measured or limited
    /// @param probed        whether its flow is measured and not counted
    /// @param modes         what it can be asked for here
    record PumpFacts(
            String name,
            String title,
            String role,
            String head,
            double maxRpm,
            double maxMlPerMin,
            double smallRpm,
            double smallMlPerMin,
            double startRpm,
            double startMlPerMin,
            Optional<Gauge> gauge,
            boolean probed,
            List<String> modes) {}

    /// Marks of a gauge in mmHg.
    record Gauge(double warn, double stop, double full) {}

    /// One curve of the trend.
    record CurveFacts(String key, String unit) {}

    /// One limit, for reading.
    record Limit(String name, String value) {}

    /// What a number should stay between; either end may be absent.
    record Band(OptionalDouble low, OptionalDouble high) {}

    /// A gauge goes on behind its last mark, by so much. Our own judgement.
    private static final double GAUGE_FULL = 1.15;

    static MachineFacts of(MachineView view, boolean maySendActs, Catalogue catalogue, List<String> patient) {
        Profile profile = view.machine().profile();
        return new MachineFacts(
                view.machine().title(),
                profile.title(),
                view.machine().rig().bench(),
                maySendActs,
                PumpStrips.inOrder(view.machine().pumps()).stream()
                        .map(pump -> pump(pump, view))
                        .toList(),
                patient,
                Arrays.stream(TrendHistory.Curve.values())
                        .map(curve -> new CurveFacts(curve.key(), curve.unit()))
                        .toList(),
                limits(profile, catalogue),
                targets(profile),
                maySendActs ? view.trainer().map(TrainerActs::list).orElse(List.of()) : List.of(),
                catalogue.all());
    }

    /// Volume of a turn of a roller head in mL.
    static OptionalDouble strokeMl(Pump pump) {
        return switch (pump.calibration().displacement()) {
            case Displacement.Stroke stroke -> OptionalDouble.of(stroke.strokeVolumeMl());
            case Displacement.ShutOff _ -> OptionalDouble.empty();
        };
    }

    /// A small step of flow in mL/min: a fortieth of an adult's arterial flow, less where flows are small. Our own
    /// judgement.
    static double smallMlPerMin(PumpRole role) {
        return switch (role) {
            case ARTERIAL -> 100;
            case VENT, SUCTION -> 50;
            case CARDIOPLEGIA, HAEMOFILTRATION -> 10;
        };
    }

    /// A small step of speed in rpm, by what a turn moves. Our own judgement.
    static double smallRpm(PumpHead head) {
        return switch (head) {
            case ROLLER -> 1;
            case CENTRIFUGAL -> 50;
        };
    }

    private static PumpFacts pump(Pump pump, MachineView view) {
        Profile profile = view.machine().profile();
        double maxMlPerMin = profile.maxFlow().of(pump.role());
        double startMlPerMin = startMlPerMin(pump.role());
        double startRpm = switch (pump.head()) {
            case ROLLER -> Math.max(5, Math.rint(startMlPerMin / strokeMl(pump).orElseThrow()));
            case CENTRIFUGAL -> Math.rint(profile.centrifugal().lowSpeedGuardRpm() / 50) * 50;
        };
        boolean probed = view.layout()
                .value(each -> each.is(Quantity.FLOW, pump.role().line()) && each.serves(pump.name()))
                .isPresent();
        return new PumpFacts(
                pump.name(),
                Catalogue.title(pump.name()),
                pump.role().word(),
                pump.head().word(),
                pump.maxSpeedRpm(),
                maxMlPerMin,
                smallRpm(pump.head()),
                smallMlPerMin(pump.role()),
                startRpm,
                startMlPerMin,
                gauge(pump.role(), profile),
                probed,
                List.of("flow", "speed"));
    }

    /// Where a start begins: low enough to look at before it is raised. Our own judgement.
    private static double startMlPerMin(PumpRole role) {
        return switch (role) {
            case ARTERIAL -> 1_000;
            case VENT, SUCTION -> 200;
            case CARDIOPLEGIA, HAEMOFILTRATION -> 100;
        };
    }

    private static Optional<Gauge> gauge(PumpRole role, Profile profile) {
        return switch (role) {
            case ARTERIAL ->
                Optional.of(gauge(
                        profile.linePressure().warnMmHg(),
                        profile.linePressure().stopMmHg()));
            case CARDIOPLEGIA ->
                Optional.of(gauge(
                        profile.cardioplegiaLine().warnMmHg(),
                        profile.cardioplegiaLine().stopMmHg()));
            case HAEMOFILTRATION, VENT, SUCTION -> Optional.empty();
        };
    }

    private static Gauge gauge(double warn, double stop) {
        return new Gauge(warn, stop, Math.rint(stop * GAUGE_FULL));
    }

    private static List<Limit> limits(Profile profile, Catalogue catalogue) {
        List<Limit> limits = new ArrayList<>();
        limit(limits, catalogue, "line-warn", profile.linePressure().warnMmHg(), "mmHg");
        limit(limits, catalogue, "line-slow", profile.linePressure().regulateMmHg(), "mmHg");
        limit(limits, catalogue, "line-stop", profile.linePressure().stopMmHg(), "mmHg");
        limit(limits, catalogue, "plegia-warn", profile.cardioplegiaLine().warnMmHg(), "mmHg");
        limit(limits, catalogue, "plegia-stop", profile.cardioplegiaLine().stopMmHg(), "mmHg");
        limit(limits, catalogue, "level-alert", profile.level().alertMl(), "mL");
        limit(limits, catalogue, "level-stop", profile.level().stopMl(), "mL");
        limit(limits, catalogue, "arterial-flow", profile.maxFlow().arterialMlPerMin() / 1_000, "L/min");
        limit(limits, catalogue, "arterial-warm", profile.temperature().arterialAlarmCelsius(), "°C");
        return List.copyOf(limits);
    }

    private static void limit(List<Limit> limits, Catalogue catalogue, String key, double value, String unit) {
        String figure = value == Math.rint(value) ? Figures.of(value, 0) : Figures.of(value, 1);
        limits.add(new Limit(catalogue.text("limit." + key), figure + " " + unit));
    }

    private static Map<String, Band> targets(Profile profile) {
        Profile.Targets targets = profile.targets();
        return Map.of(
                "pressure-patient", band(targets.meanLowMmHg(), targets.meanHighMmHg()),
                "saturation-venous-line", band(targets.svO2LowPercent(), targets.svO2HighPercent()),
                "haematocrit-venous-line", from(targets.haematocritLowPercent()),
                "oxygen-delivery", from(targets.oxygenDeliveryMlPerMinM2()),
                "level-reservoir", from(profile.level().alertMl()),
                "temperature-arterial-line",
                        new Band(
                                OptionalDouble.empty(),
                                OptionalDouble.of(profile.temperature().arterialWarnCelsius())));
    }

    private static Band band(double low, double high) {
        return new Band(OptionalDouble.of(low), OptionalDouble.of(high));
    }

    private static Band from(double low) {
        return new Band(OptionalDouble.of(low), OptionalDouble.empty());
    }
}
