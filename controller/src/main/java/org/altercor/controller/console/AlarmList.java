package org.altercor.controller.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.altercor.config.Machine;
import org.altercor.hal.port.AlarmSignal;
import org.altercor.safety.interlock.Interlock;
import org.altercor.safety.interlock.InterlockInstance;
import org.altercor.safety.supervise.InterlockState;
import org.altercor.safety.supervise.SafetyReport;

/// What is wrong, in the order in which a person should look at it: the highest priority first; of one priority what is
/// there before what has gone and what is not known; of these the first cause first.
///
/// Owner: the console's thread.
final class AlarmList {
    private record Ranked(Interlock interlock, InterlockState state, long sinceNanos, ScreenState.AlarmState shown) {}

    private static final Comparator<Ranked> ORDER = Comparator.comparing(
                    (Ranked each) -> each.interlock().priority(), Comparator.reverseOrder())
            .thenComparingInt(each -> urgency(each.state()))
            .thenComparingLong(Ranked::sinceNanos);

    private final Machine machine;
    private final List<InterlockInstance> interlocks;
    private final Catalogue catalogue;

    AlarmList(Machine machine, List<InterlockInstance> interlocks, Catalogue catalogue) {
        this.machine = machine;
        this.interlocks = interlocks;
        this.catalogue = catalogue;
    }

    /// Every alarm of a report.
    ///
    /// @param supervisorDead whether the control loop says so: nobody can report his own death
    /// @param evidence       what is known of an interlock's subject, in words
    List<ScreenState.AlarmState> of(
            SafetyReport report, boolean supervisorDead, long nowNanos, Function<InterlockInstance, String> evidence) {
        List<Ranked> found = new ArrayList<>();
        if (supervisorDead) {
            found.add(ranked(
                    new InterlockInstance(Interlock.SUPERVISOR_LOST, InterlockInstance.PROGRAM, List.of()),
                    InterlockState.ACTIVE,
                    report.nowNanos,
                    nowNanos,
                    false,
                    ""));
        }
        for (int i = 0; i < interlocks.size(); i++) {
            InterlockInstance instance = interlocks.get(i);
            if (report.interlock[i].isAlarm(instance, machine)) {
                found.add(ranked(
                        instance,
                        report.interlock[i],
                        report.sinceNanos[i],
                        nowNanos,
                        report.acknowledged[i],
                        evidence.apply(instance)));
            }
        }
        return found.stream().sorted(ORDER).map(Ranked::shown).toList();
    }

    /// One interlock in a sentence: what, where, and what to do.
    String sentence(int index, InterlockState state) {
        InterlockInstance instance = interlocks.get(index);
        return catalogue.text(
                "alarm.sentence",
                what(index, state),
                Catalogue.title(instance.subject()),
                act(instance.interlock(), state));
    }

    private String act(Interlock interlock, InterlockState state) {
        return state == InterlockState.UNKNOWN ? catalogue.text("alarm.unknown-act") : interlock.act();
    }

    private String look(InterlockInstance instance, InterlockState state) {
        return state == InterlockState.UNKNOWN
                ? catalogue.text("alarm.unknown-look", Catalogue.title(instance.subject()))
                : instance.interlock().look();
    }

    /// One interlock in a few words.
    String what(int index, InterlockState state) {
        return what(interlocks.get(index).interlock(), state);
    }

    /// What it is: the hazard, or that nobody knows whether it is there.
    private String what(Interlock interlock, InterlockState state) {
        String what = interlock.what();
        return state == InterlockState.UNKNOWN
                ? catalogue.text("alarm.unknown-what", Character.toLowerCase(what.charAt(0)) + what.substring(1))
                : what;
    }

    private Ranked ranked(
            InterlockInstance instance,
            InterlockState state,
            long sinceNanos,
            long nowNanos,
            boolean acknowledged,
            String evidence) {
        Interlock interlock = instance.interlock();
        return new Ranked(
                interlock,
                state,
                sinceNanos,
                new ScreenState.AlarmState(
                        instance.alarmCode(),
                        word(interlock.priority()),
                        word(state),
                        what(interlock, state),
                        Catalogue.title(instance.subject()),
                        look(instance, state),
                        act(interlock, state),
                        Math.max(0, (nowNanos - sinceNanos) / 1_000_000_000),
                        acknowledged,
                        evidence));
    }

    private static int urgency(InterlockState state) {
        return switch (state) {
            case ACTIVE -> 0;
            case LATCHED -> 1;
            case UNKNOWN -> 2;
            case PENDING, CLEAR -> 3;
        };
    }

    /// Stable word of a priority for the page.
    static String word(AlarmSignal priority) {
        return switch (priority) {
            case SILENT -> "silent";
            case LOW -> "low";
            case MEDIUM -> "medium";
            case HIGH -> "high";
        };
    }

    private static String word(InterlockState state) {
        return switch (state) {
            case CLEAR -> "clear";
            case PENDING -> "pending";
            case ACTIVE -> "active";
            case UNKNOWN -> "unknown";
            case LATCHED -> "latched";
        };
    }
}
