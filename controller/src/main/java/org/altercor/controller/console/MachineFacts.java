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
import org.altercor.config.schema.OperatorSetting;
import org.altercor.controller.loop.ControlledPump;
import org.altercor.safety.observe.Quantity;
import org.altercor.safety.setting.SettingSlot;

/// What a screen must know once: what the machine has, what limits its gauges show, and every word.
///
/// @param title      of the machine
/// @param profile    of the limits in force
/// @param banner     of the rig; empty on a rig that has none
/// @param maySendActs whether this listener takes acts at all
/// @param pumps      from left to right
/// @param patient    keys of the patient column's numbers, in their order
/// @param curves     of the trend
/// @param settings   what the operator may set
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
        List<SettingFacts> settings,
        List<Limit> limits,
        Map<String, Band> targets,
        List<TrainerActs.Act> trainer,
        Map<String, String> texts) {

    /// One pump.
    ///
    /// @param leader the pump that it may follow, by its name beside its own; empty where there is none
    /// @param gauge  limits of its line pressure; empty where none is measured or limited
    /// @param probed whether its flow is measured and not counted
    /// @param modes  what it can be asked for here, the one to start with first
    record PumpFacts(
            String name,
            String title,
            String role,
            String head,
            Optional<String> leader,
            Optional<Gauge> gauge,
            boolean probed,
            List<ModeFacts> modes) {}

    /// Marks of a gauge in mmHg.
    ///
    /// @param warnSetting the operator setting that moves the mark; empty where none does
    /// @param stopSetting the operator setting that moves the mark; empty where none does
    record Gauge(double warn, double stop, double full, Optional<String> warnSetting, Optional<String> stopSetting) {}

    /// One curve of the trend.
    record CurveFacts(String key, String unit) {}

    /// One limit, for reading.
    record Limit(String name, String value) {}

    /// What a number should stay between; either end may be absent.
    ///
    /// @param lowSetting the operator setting that moves the lower end; empty where none does
    record Band(OptionalDouble low, OptionalDouble high, Optional<String> lowSetting) {}

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
                        .map(pump -> pump(pump, view, catalogue))
                        .toList(),
                patient,
                Arrays.stream(TrendHistory.Curve.values())
                        .map(curve -> new CurveFacts(curve.key(), curve.unit()))
                        .toList(),
                SettingFacts.of(view.desk().settings(), catalogue),
                limits(profile, catalogue),
                targets(view),
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

    private static PumpFacts pump(Pump pump, MachineView view, Catalogue catalogue) {
        Profile profile = view.machine().profile();
        int index = view.layout().pumps().indexOf(pump.name());
        boolean probed = view.layout()
                .value(each -> each.is(Quantity.FLOW, pump.role().line()) && each.serves(pump.name()))
                .isPresent();
        return new PumpFacts(
                pump.name(),
                Catalogue.title(pump.name()),
                pump.role().word(),
                pump.head().word(),
                Aims.leader(pump),
                gauge(pump, view),
                probed,
                ModeFacts.of(pump, ControlledPump.of(view.machine(), view.layout(), index), profile, catalogue));
    }

    private static Optional<Gauge> gauge(Pump pump, MachineView view) {
        Profile profile = view.machine().profile();
        return switch (pump.role()) {
            case ARTERIAL ->
                Optional.of(gauge(
                        profile.linePressure().warnMmHg(),
                        profile.linePressure().stopMmHg(),
                        setting(OperatorSetting.LINE_WARN, view),
                        setting(OperatorSetting.LINE_STOP, view)));
            case CARDIOPLEGIA ->
                Optional.of(gauge(
                        profile.cardioplegiaLine().warnMmHg(),
                        profile.cardioplegiaLine().stopMmHg(),
                        Optional.empty(),
                        Optional.empty()));
            case HAEMOFILTRATION, VENT, SUCTION -> Optional.empty();
        };
    }

    private static Gauge gauge(double warn, double stop, Optional<String> warnSetting, Optional<String> stopSetting) {
        return new Gauge(warn, stop, Math.rint(stop * GAUGE_FULL), warnSetting, stopSetting);
    }

    private static Optional<String> setting(OperatorSetting setting, MachineView view) {
        return view.desk().settings().stream()
                .filter(slot -> slot.setting() == setting)
                .map(SettingSlot::name)
                .findFirst();
    }

    private static List<Limit> limits(Profile profile, Catalogue catalogue) {
        List<Limit> limits = new ArrayList<>();
        Profile.LinePressure line = profile.linePressure();
        limit(limits, catalogue, "line-slow", line.stopMmHg() - line.regulateMmHg(), "mmHg");
        limit(limits, catalogue, "plegia-warn", profile.cardioplegiaLine().warnMmHg(), "mmHg");
        limit(limits, catalogue, "plegia-stop", profile.cardioplegiaLine().stopMmHg(), "mmHg");
        limit(limits, catalogue, "level-stop", profile.level().stopMl(), "mL");
        limit(limits, catalogue, "arterial-flow", profile.maxFlow().arterialMlPerMin() / 1_000, "L/min");
        limit(limits, catalogue, "arterial-warm", profile.temperature().arterialAlarmCelsius(), "°C");
        return List.copyOf(limits);
    }

    private static void limit(List<Limit> limits, Catalogue catalogue, String key, double value, String unit) {
        String figure = value == Math.rint(value) ? Figures.of(value, 0) : Figures.of(value, 1);
        limits.add(new Limit(catalogue.text("limit." + key), figure + " " + unit));
    }

    private static Map<String, Band> targets(MachineView view) {
        Profile profile = view.machine().profile();
        Profile.Targets targets = profile.targets();
        return Map.of(
                "pressure-patient", band(targets.meanLowMmHg(), targets.meanHighMmHg()),
                "saturation-venous-line", band(targets.svO2LowPercent(), targets.svO2HighPercent()),
                "haematocrit-venous-line", from(targets.haematocritLowPercent()),
                "oxygen-delivery", from(targets.oxygenDeliveryMlPerMinM2()),
                "level-reservoir",
                        new Band(
                                OptionalDouble.of(profile.level().alertMl()),
                                OptionalDouble.empty(),
                                setting(OperatorSetting.LEVEL_ALERT, view)),
                "temperature-arterial-line",
                        new Band(
                                OptionalDouble.empty(),
                                OptionalDouble.of(profile.temperature().arterialWarnCelsius()),
                                Optional.empty()));
    }

    private static Band band(double low, double high) {
        return new Band(OptionalDouble.of(low), OptionalDouble.of(high), Optional.empty());
    }

    private static Band from(double low) {
        return new Band(OptionalDouble.of(low), OptionalDouble.empty(), Optional.empty());
    }
}
