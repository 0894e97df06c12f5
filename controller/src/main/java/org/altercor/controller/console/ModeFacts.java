package org.altercor.controller.console;

import java.util.ArrayList;
import java.util.List;
import org.altercor.config.Profile;
import org.altercor.config.Pump;
import org.altercor.config.PumpRole;
import org.altercor.controller.loop.AskedNumber;
import org.altercor.controller.loop.ControlledPump;
import org.altercor.safety.supervise.PumpMode;

/// A mode that a screen may ask a pump for.
///
/// @param mode    its word
/// @param name    for people
/// @param means   what it does, where its name does not say so
/// @param numbers what it is told; a hand changes the first most
record ModeFacts(String mode, String name, String means, List<NumberFacts> numbers) {
    /// A number that a mode is told, between two bounds that the control loop accepts.
    ///
    /// @param key      its name in messages
    /// @param scale    what it is divided by for people
    /// @param step     a small step
    /// @param leap     how many of them a large one is
    /// @param start    what is offered at first
    /// @param rungs    the values there are, from little flow to much; empty where every step is one
    record NumberFacts(
            String key,
            String name,
            String unit,
            double scale,
            int decimals,
            double smallest,
            double largest,
            double step,
            int leap,
            double start,
            List<Rung> rungs) {}

    /// One of several values, and what people call it.
    record Rung(double value, String name) {}

    /// Beats that are offered at first: those of a resting heart, of which half is pulse. Our own judgement.
    private static final double START_PER_MIN = 60;

    private static final double START_PERCENT = 50;

    /// The usual parts of blood to one of crystalloid [GFK].
    private static final double START_RATIO = 4;

    /// The modes of a pump; the one to start with first: a pump that has a leader follows it.
    static List<ModeFacts> of(Pump pump, ControlledPump controlled, Profile profile, Catalogue catalogue) {
        List<ModeFacts> modes = new ArrayList<>();
        for (PumpMode mode :
                List.of(PumpMode.FOLLOWER, PumpMode.FLOW, PumpMode.SPEED, PumpMode.PULSATILE, PumpMode.ZERO_FLOW)) {
            if (controlled.has(mode)) {
                modes.add(new ModeFacts(
                        mode.word(),
                        catalogue.text("mode." + mode.word(), Aims.leader(pump).orElse("")),
                        catalogue.text("means." + mode.word()),
                        AskedNumber.of(mode).stream()
                                .map(number -> number(number, mode, pump, controlled, profile, catalogue))
                                .toList()));
            }
        }
        return List.copyOf(modes);
    }

    private static NumberFacts number(
            AskedNumber number,
            PumpMode mode,
            Pump pump,
            ControlledPump controlled,
            Profile profile,
            Catalogue catalogue) {
        AskedNumber.Range range = number.range(controlled);
        boolean isMean = mode == PumpMode.PULSATILE && number == AskedNumber.FLOW;
        double step = Steps.small(number, pump);
        boolean hasRungs = number == AskedNumber.RATIO;
        return new NumberFacts(
                number.word(),
                catalogue.text(isMean ? "number.mean" : "number." + number.word()),
                catalogue.text("unit." + number.word()),
                Steps.scale(number),
                Steps.decimals(number),
                hasRungs ? range.smallest() : Math.ceil(range.smallest() / step) * step,
                hasRungs ? range.largest() : Math.floor(range.largest() / step) * step,
                step,
                Steps.leap(number),
                start(number, pump, controlled, profile),
                hasRungs ? rungs(range) : List.of());
    }

    private static List<Rung> rungs(AskedNumber.Range range) {
        return Ratios.all().stream()
                .filter(ratio -> ratio >= range.smallest() && ratio <= range.largest())
                .map(ratio -> new Rung(ratio, Ratios.words(ratio)))
                .toList();
    }

    private static double start(AskedNumber number, Pump pump, ControlledPump controlled, Profile profile) {
        double mlPerMin = startMlPerMin(pump.role());
        return switch (number) {
            case FLOW -> mlPerMin;
            case SPEED ->
                switch (controlled.head()) {
                    case ControlledPump.Head.Roller(var strokeMl) -> Math.max(5, Math.rint(mlPerMin / strokeMl));
                    case ControlledPump.Head.Centrifugal _ ->
                        Math.rint(profile.centrifugal().lowSpeedGuardRpm() / 50) * 50;
                };
            case RATE -> START_PER_MIN;
            case WIDTH, BASE -> START_PERCENT;
            case RATIO -> START_RATIO;
        };
    }

    /// Where a start begins: low enough to look at before it is raised. Our own judgement.
    private static double startMlPerMin(PumpRole role) {
        return switch (role) {
            case ARTERIAL -> 1_000;
            case VENT, SUCTION -> 200;
            case CARDIOPLEGIA, HAEMOFILTRATION -> 100;
        };
    }
}
