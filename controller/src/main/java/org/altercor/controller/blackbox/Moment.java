package org.altercor.controller.blackbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.altercor.config.Machine;
import org.altercor.config.Profile;
import org.altercor.config.schema.Unit;
import org.altercor.hal.port.AlarmSignal;
import org.altercor.safety.interlock.InterlockInstance;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.setting.SettingSlot;
import org.altercor.safety.supervise.ControlSnapshot;
import org.altercor.safety.supervise.InterlockState;
import org.altercor.safety.supervise.SafetyReport;
import org.altercor.safety.supervise.StopState;

/// How things stood in the cycle of the alarm, in words.
///
/// @param index    of that cycle in the window
/// @param causes   what stopped or held back pumps first, each in a sentence; none when nothing did
/// @param alarms   that stood, the highest priority first, and of one priority the oldest first
/// @param pumps    a row for each
/// @param settings what the operator could set, as it was in force
/// @param limits   that nobody could set
record Moment(
        int index,
        List<String> causes,
        List<Standing> alarms,
        List<PumpRow> pumps,
        List<Setting> settings,
        List<Limit> limits) {
    /// An alarm.
    ///
    /// @param priority of it
    /// @param what     has happened, and where
    /// @param state    of its interlock
    /// @param seconds  since when, from the alarm
    /// @param isSeen   whether somebody had said so
    /// @param instance with where to look and what to do
    record Standing(
            AlarmSignal priority,
            String what,
            String state,
            double seconds,
            boolean isSeen,
            InterlockInstance instance) {}

    /// A pump. Numbers that are not known are NaN.
    record PumpRow(
            String pump,
            String mode,
            double commandedRpm,
            double measuredRpm,
            double ceilingRpm,
            String limiter,
            String stop,
            String cause,
            boolean mayStart,
            boolean mayIncrease) {}

    /// An operator setting.
    record Setting(String what, String sensor, double value, double initial, String unit, String lastOrder) {
        boolean isChanged() {
            return value != initial;
        }
    }

    /// A limit of the reviewed profile.
    record Limit(String what, double value, String unit) {}

    static Moment of(int index, long zeroNanos, Machine machine, MachineLayout layout, Cycle cycle) {
        List<InterlockInstance> interlocks = InterlockInstance.of(machine, layout);
        return new Moment(
                index,
                causes(zeroNanos, layout, interlocks, cycle.report()),
                alarms(zeroNanos, machine, interlocks, cycle.report()),
                pumps(layout, interlocks, cycle),
                settings(SettingSlot.of(machine, layout), cycle.report()),
                limits(machine.profile()));
    }

    private static List<String> causes(
            long zeroNanos, MachineLayout layout, List<InterlockInstance> interlocks, SafetyReport report) {
        Map<Integer, List<String>> pumps =
                new TreeMap<>(Comparator.comparingLong((Integer cause) -> report.sinceNanos[cause])
                        .thenComparing(cause -> cause));
        for (int i = 0; i < report.cause.length; i++) {
            if (report.cause[i] != SafetyReport.NOBODY) {
                String does = report.stop[i] == StopState.NONE ? "holds back " : "stops ";
                pumps.computeIfAbsent(report.cause[i], _ -> new ArrayList<>())
                        .add(does + layout.pumps().get(i));
            }
        }
        List<String> causes = new ArrayList<>();
        pumps.forEach((cause, does) -> causes.add(String.format(
                Locale.ROOT,
                "%s, %s: %s",
                interlocks.get(cause).words(),
                since((report.sinceNanos[cause] - zeroNanos) / 1e9),
                String.join(", ", does))));
        return causes;
    }

    private static String since(double seconds) {
        return Math.abs(seconds) < 5e-4
                ? "since the moment of this alarm"
                : "since " + Markup.seconds(seconds) + " from this alarm";
    }

    private static List<Standing> alarms(
            long zeroNanos, Machine machine, List<InterlockInstance> interlocks, SafetyReport report) {
        List<Standing> alarms = new ArrayList<>();
        for (int i = 0; i < interlocks.size(); i++) {
            InterlockInstance instance = interlocks.get(i);
            if (report.interlock[i].isAlarm(instance, machine)) {
                alarms.add(new Standing(
                        instance.interlock().priority(),
                        instance.words(),
                        state(report.interlock[i]),
                        (report.sinceNanos[i] - zeroNanos) / 1e9,
                        report.acknowledged[i],
                        instance));
            }
        }
        return alarms.stream()
                .sorted(Comparator.comparing(Standing::priority, Comparator.reverseOrder())
                        .thenComparingDouble(Standing::seconds))
                .toList();
    }

    private static String state(InterlockState state) {
        return switch (state) {
            case CLEAR -> "clear";
            case PENDING -> "not yet for long enough";
            case ACTIVE -> "there";
            case UNKNOWN -> "not known";
            case LATCHED -> "gone, and latched";
        };
    }

    private static List<PumpRow> pumps(MachineLayout layout, List<InterlockInstance> interlocks, Cycle cycle) {
        ControlSnapshot control = cycle.inputs().control;
        SafetyReport report = cycle.report();
        boolean isHeard = cycle.isControlHeard();
        List<PumpRow> rows = new ArrayList<>();
        for (int i = 0; i < layout.pumps().size(); i++) {
            rows.add(new PumpRow(
                    layout.pumps().get(i),
                    isHeard ? control.mode[i].word() : "not known",
                    isHeard ? control.commandedRpm[i] : Double.NaN,
                    cycle.inputs().seen.drives[i].knownRpm(cycle.inputs().nowNanos),
                    isHeard ? control.ceilingRpm[i] : Double.NaN,
                    isHeard ? control.limiter[i].words() : "not known",
                    PumpPanels.words(report.stop[i]),
                    report.cause[i] == SafetyReport.NOBODY
                            ? ""
                            : interlocks.get(report.cause[i]).words(),
                    report.mayStart[i],
                    report.mayIncrease[i]));
        }
        return rows;
    }

    private static List<Setting> settings(List<SettingSlot> slots, SafetyReport report) {
        List<Setting> settings = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            SettingSlot slot = slots.get(i);
            settings.add(new Setting(
                    slot.setting().words(),
                    slot.channel().sensor(),
                    report.settings.value[i],
                    slot.initial(),
                    slot.setting().range().unit().symbol(),
                    report.settings.answer[i].words()));
        }
        return settings;
    }

    private static List<Limit> limits(Profile profile) {
        return List.of(
                new Limit(
                        "line pressure: slows from, below the stop in force",
                        profile.linePressure().stopMmHg()
                                - profile.linePressure().regulateMmHg(),
                        Unit.MMHG.symbol()),
                new Limit(
                        "cardioplegia pressure: stops",
                        profile.cardioplegiaLine().stopMmHg(),
                        Unit.MMHG.symbol()),
                new Limit("reservoir: slows below", profile.level().regulateMl(), Unit.ML.symbol()),
                new Limit("reservoir: stops below", profile.level().stopMl(), Unit.ML.symbol()),
                new Limit("flow backwards: alarms below", profile.flow().backflowMlPerMin(), Unit.ML_PER_MIN.symbol()),
                new Limit(
                        "speed above command: alarms from", profile.overspeed().marginPercent(), "%"),
                new Limit("and, of a roller, at least", profile.overspeed().rollerMarginRpm(), Unit.RPM.symbol()),
                new Limit(
                        "and, of a centrifugal head, at least",
                        profile.overspeed().centrifugalMarginRpm(),
                        Unit.RPM.symbol()));
    }
}
