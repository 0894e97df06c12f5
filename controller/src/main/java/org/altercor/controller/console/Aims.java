package org.altercor.controller.console;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.altercor.config.Machine;
import org.altercor.config.Pump;
import org.altercor.controller.loop.AskedNumber;
import org.altercor.controller.operator.PumpAct;

/// What is asked of pumps, as numbers, in steps and in words.
///
/// Immutable.
final class Aims {
    /// Steps beyond this share of what is asked now, and beyond a small step, ask.
    private static final double LARGE_SHARE = 0.1;

    private static final double ROUNDING = 1e-6;

    private final Machine machine;
    private final Catalogue catalogue;

    Aims(Machine machine, Catalogue catalogue) {
        this.machine = machine;
        this.catalogue = catalogue;
    }

    /// The numbers of an act.
    static Map<AskedNumber, Double> numbers(PumpAct act) {
        Map<AskedNumber, Double> numbers = new EnumMap<>(AskedNumber.class);
        switch (act) {
            case PumpAct.Stop(), PumpAct.ZeroFlow() -> {}
            case PumpAct.Speed(var rpm) -> numbers.put(AskedNumber.SPEED, rpm);
            case PumpAct.Flow(var mlPerMin) -> numbers.put(AskedNumber.FLOW, mlPerMin);
            case PumpAct.Pulsatile(var mlPerMin, var ratePerMin, var widthPercent, var basePercent) -> {
                numbers.put(AskedNumber.FLOW, mlPerMin);
                numbers.put(AskedNumber.RATE, ratePerMin);
                numbers.put(AskedNumber.WIDTH, widthPercent);
                numbers.put(AskedNumber.BASE, basePercent);
            }
            case PumpAct.Follow(var ratio) -> numbers.put(AskedNumber.RATIO, ratio);
        }
        return numbers;
    }

    /// Whether an act must be asked for twice: it changes the mode, or a number by more than a small step and a tenth.
    /// Zero flow never: whoever is about to clamp has no time for a question, and gets less flow, not more.
    boolean isLarge(String pump, PumpAct aim, PumpAct now) {
        if (aim instanceof PumpAct.ZeroFlow) {
            return false;
        }
        if (aim.mode() != now.mode()) {
            return true;
        }
        Pump facts = machine.pump(pump).orElseThrow();
        Map<AskedNumber, Double> asked = numbers(now);
        return numbers(aim).entrySet().stream()
                .anyMatch(each ->
                        isLarge(each.getKey(), each.getValue(), asked.getOrDefault(each.getKey(), Double.NaN), facts));
    }

    private static boolean isLarge(AskedNumber number, double wanted, double asked, Pump pump) {
        if (number == AskedNumber.RATIO) {
            return !(Math.abs(Ratios.rung(wanted) - Ratios.rung(asked)) <= 1 + ROUNDING);
        }
        double most = Math.max(Steps.small(number, pump), LARGE_SHARE * Math.abs(asked)) + ROUNDING;
        return !(Math.abs(wanted - asked) <= most); // what is asked now and is not known cannot be near
    }

    /// An act in words.
    String words(String pump, PumpAct act) {
        return catalogue.text("aim." + act.mode().word(), fillings(pump, act));
    }

    /// A bound that the control loop named for the first number of an act, in words.
    String bound(PumpAct act, double bound) {
        AskedNumber first = AskedNumber.of(act.mode()).getFirst();
        return figure(first, bound) + ' ' + catalogue.text("unit." + first.word());
    }

    /// What a mode is told beside a flow or a speed, in words; empty when that is nothing.
    Optional<String> beside(String pump, PumpAct act) {
        return switch (act) {
            case PumpAct.Stop(), PumpAct.Speed _, PumpAct.Flow _, PumpAct.ZeroFlow() -> Optional.empty();
            case PumpAct.Pulsatile _, PumpAct.Follow _ ->
                Optional.of(catalogue.text("told." + act.mode().word(), fillings(pump, act)));
        };
    }

    /// Its numbers as people read them, then the name of the leader.
    private String[] fillings(String pump, PumpAct act) {
        List<String> figures = numbers(act).entrySet().stream()
                .map(each -> figure(each.getKey(), each.getValue()))
                .toList();
        String[] fillings = figures.toArray(new String[figures.size() + 1]);
        fillings[figures.size()] = leader(machine.pump(pump).orElseThrow()).orElse("");
        return fillings;
    }

    /// The name of a pump's leader beside its own: of two that begin alike the beginning is left out.
    static Optional<String> leader(Pump pump) {
        return pump.follows().map(leader -> {
            String kind = pump.role().word() + '-';
            boolean isAlike = pump.name().startsWith(kind) && leader.startsWith(kind);
            return (isAlike ? leader.substring(kind.length()) : leader).replace('-', ' ');
        });
    }

    private static String figure(AskedNumber number, double value) {
        return number == AskedNumber.RATIO
                ? Ratios.words(value)
                : Figures.of(value / Steps.scale(number), Steps.decimals(number));
    }
}
