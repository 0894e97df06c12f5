package org.altercor.safety.event;

import java.util.List;
import java.util.Locale;
import org.altercor.config.Machine;
import org.altercor.config.schema.Unit;
import org.altercor.safety.interlock.InterlockInstance;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.setting.SettingAnswer;
import org.altercor.safety.setting.SettingSlot;
import org.altercor.safety.supervise.Answer;
import org.altercor.safety.supervise.InterlockState;
import org.altercor.safety.supervise.Limiter;
import org.altercor.safety.supervise.PumpMode;
import org.altercor.safety.supervise.StopState;

/// Takes events out of the loops' rings, puts them into words and numbers them.
///
/// Owner: one thread, of ordinary priority.
public final class EventClerk {
    private final MachineLayout layout;
    private final List<InterlockInstance> interlocks;
    private final List<SettingSlot> settings;
    private final List<EventRing> rings;
    private final EventLog log;

    /// @param machine gives pumps, interlocks and settings their names
    /// @param layout  of that machine
    /// @param rings   of its loops
    /// @param log     where events go
    public EventClerk(Machine machine, MachineLayout layout, List<EventRing> rings, EventLog log) {
        this.layout = layout;
        interlocks = InterlockInstance.of(machine, layout);
        settings = SettingSlot.of(machine, layout);
        this.rings = List.copyOf(rings);
        this.log = log;
    }

    /// Takes everything that is there.
    public void work(long nowNanos) {
        for (EventRing ring : rings) {
            ring.drain(this::take);
            long lost = ring.takeLost();
            if (lost > 0) {
                log.add(
                        nowNanos,
                        EventKind.LOST,
                        "",
                        (double) lost,
                        lost + " events lost: a loop spoke faster than we write");
            }
        }
    }

    private void take(long nanos, EventKind kind, int subject, double value, long detail) {
        log.add(nanos, kind, subject(kind, subject), value, text(kind, subject, value, detail));
    }

    private String subject(EventKind kind, int index) {
        return switch (kind) {
            case INTERLOCK, ACKNOWLEDGED -> interlocks.get(index).alarmCode();
            case STOP, MODE, ANSWER, LIMIT -> layout.pumps().get(index);
            case CLAMP -> layout.clamps().get(index);
            case POWER -> layout.stos().get(index);
            case SETTING, SETTING_REFUSED -> settings.get(index).name();
            case STARTED, RUN_POWER, RESET, SOUND_PAUSE, SUPERVISOR, ACT, OUTSIDE, LOST -> "";
        };
    }

    private String text(EventKind kind, int index, double amount, long detail) {
        int value = (int) amount; // of most kinds, a code
        return switch (kind) {
            case INTERLOCK -> interlock(interlocks.get(index), InterlockState.ofCode(value));
            case STOP -> stop(layout.pumps().get(index), StopState.ofCode(value), (int) detail);
            case CLAMP -> layout.clamps().get(index) + (value == 1 ? " told to shut" : " told to open");
            case POWER -> layout.stos().get(index) + (value == 1 ? " cuts power" : " gives power back");
            case RUN_POWER -> value == 1 ? "run power given" : "run power withdrawn";
            case MODE ->
                layout.pumps().get(index) + ": " + PumpMode.ofCode(value).word();
            case ANSWER ->
                layout.pumps().get(index) + ": " + Answer.ofCode(value).words();
            case LIMIT -> layout.pumps().get(index) + ": " + limit(Limiter.ofCode(value));
            case ACKNOWLEDGED -> interlocks.get(index).interlock().what() + ": seen";
            case RESET -> value == 0 ? "reset" : "reset, " + value + " causes are not gone";
            case SOUND_PAUSE -> value == 1 ? "sound paused" : "sound back";
            case SUPERVISOR -> value == 1 ? "supervisor alive" : "supervisor dead";
            case SETTING -> setting(settings.get(index), amount, Double.longBitsToDouble(detail));
            case SETTING_REFUSED ->
                words(settings.get(index)) + " not changed: "
                        + SettingAnswer.ofCode(value).words();
            case STARTED, ACT, OUTSIDE, LOST -> "";
        };
    }

    private static String setting(SettingSlot slot, double now, double was) {
        Unit unit = slot.setting().range().unit();
        return String.format(
                Locale.ROOT, "%s: %s instead of %s %s", words(slot), Unit.number(now), Unit.number(was), unit.symbol());
    }

    private static String words(SettingSlot slot) {
        return slot.setting().words() + " (" + slot.channel().sensor() + ')';
    }

    private static String limit(Limiter limiter) {
        return limiter == Limiter.NONE ? limiter.words() : "limited by " + limiter.words();
    }

    private static String interlock(InterlockInstance instance, InterlockState state) {
        String what = instance.words();
        return switch (state) {
            case CLEAR -> what + ": clear";
            case PENDING -> what + ": not yet for long enough";
            case ACTIVE -> what;
            case UNKNOWN -> what + ": not known";
            case LATCHED -> what + ": gone, and latched";
        };
    }

    private String stop(String pump, StopState state, int cause) {
        String why = cause >= 0 && cause < interlocks.size()
                ? ": " + interlocks.get(cause).interlock().what()
                : " by the operator";
        return switch (state) {
            case NONE -> pump + " is free";
            case CLAMPING -> pump + " is being clamped" + why;
            case DEMANDED -> pump + " is stopped" + why;
            case STANDING -> pump + " stands";
            case CLAMPED -> pump + " is clamped" + why;
            case CUT -> pump + " has its power cut" + why;
        };
    }
}
