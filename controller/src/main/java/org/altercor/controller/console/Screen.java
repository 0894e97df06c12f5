package org.altercor.controller.console;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.altercor.config.PumpRole;
import org.altercor.hal.port.AlarmSignal;
import org.altercor.safety.event.Event;
import org.altercor.safety.event.EventKind;
import org.altercor.safety.frame.FrameCell;
import org.altercor.safety.interlock.InterlockInstance;
import org.altercor.safety.setting.SettingSlot;
import org.altercor.safety.supervise.ControlSnapshot;
import org.altercor.safety.supervise.PumpMode;
import org.altercor.safety.supervise.SafetyReport;
import org.altercor.safety.supervise.SupervisorCore;
import org.altercor.safety.supervise.SupervisorInputs;

/// Draws one picture of the machine out of the newest frames. A frame that could not be read leaves the one before, and
/// its own time, which the screens watch, stands still.
///
/// Owner: one thread, except for the timers' touch and the history.
final class Screen {
    /// A loop that was silent for so long is called dead on the screen: that of the page's own watch. Our own
    /// judgement.
    static final long SILENCE_NANOS = 500_000_000;

    /// Events shown; a touch screen has no long lists.
    private static final int EVENTS_SHOWN = 8;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final MachineView view;
    private final Catalogue catalogue;
    private final PatientColumn patient;
    private final AlarmList alarms;
    private final PumpStrips strips;
    private final CaseTimers timers = new CaseTimers();
    private final TrendHistory history = new TrendHistory();
    private final FrameCell<SupervisorInputs>.Reader seenReader;
    private final FrameCell<ControlSnapshot>.Reader controlReader;
    private final FrameCell<SafetyReport>.Reader reportReader;
    private final SupervisorInputs seen;
    private final ControlSnapshot control;
    private final SafetyReport report;
    private final List<SettingSlot> slots;
    private long frame;
    private long markedEvents;

    Screen(MachineView view, Catalogue catalogue) {
        this.view = view;
        this.catalogue = catalogue;
        patient = new PatientColumn(view, catalogue);
        alarms = new AlarmList(view.machine(), view.interlocks(), catalogue);
        strips = new PumpStrips(view, alarms, catalogue);
        seenReader = view.cells().seen().reader();
        controlReader = view.cells().control().reader();
        reportReader = view.cells().reports().reader();
        seen = SupervisorCore.inputsFor(view.machine(), view.layout());
        control = new ControlSnapshot(view.layout().pumps().size());
        slots = view.desk().settings();
        report = SupervisorCore.reportFor(view.machine(), view.layout());
        markedEvents = view.events().newest();
    }

    /// Keys of the patient column.
    List<String> patientKeys() {
        return patient.keys();
    }

    AlarmList alarms() {
        return alarms;
    }

    /// The trend so far. Any thread.
    TrendHistory.Whole history() {
        return history.whole();
    }

    /// The aorta is clamped, or no longer. Any thread.
    void crossClamp(boolean on) {
        synchronized (timers) {
            timers.crossClamp(on);
        }
    }

    /// Draws the next picture.
    ///
    /// @param wall time of day
    ScreenState draw(long nowNanos, ZonedDateTime wall) {
        seenReader.tryRead(seen);
        controlReader.tryRead(control);
        reportReader.tryRead(report);
        ShownValue[] values = patient.look(seen.seen, seen.nowNanos, beatLooks());
        Map<String, ShownValue> column = patient.of(seen.seen, seen.nowNanos, values);
        boolean controlSpeaks = speaks(control.nowNanos, nowNanos);
        boolean supervisorDead = controlSpeaks && !control.supervisorAlive;
        markEvents();
        return new ScreenState(
                ++frame,
                LocalTime.from(wall).format(TIME),
                report.nowNanos / 1_000_000,
                control.nowNanos / 1_000_000,
                timers(nowNanos),
                strips.of(seen, control, report, values),
                column,
                settings(),
                alarms.of(report, supervisorDead, nowNanos, instance -> evidence(instance, values)),
                sound(supervisorDead),
                words(nowNanos, controlSpeaks, supervisorDead),
                events(wall.getZone()),
                history.take(nowNanos, curves(column)));
    }

    private Map<String, Double> settings() {
        Map<String, Double> inForce = new TreeMap<>();
        for (int i = 0; i < slots.size(); i++) {
            inForce.put(slots.get(i).name(), report.settings.value[i]);
        }
        return inForce;
    }

    /// Looks in whole beats of the pump that pulses: only the arterial one can.
    private int beatLooks() {
        return Arrays.stream(control.setRatePerMin)
                .mapToInt(Shown::ofWholeBeats)
                .max()
                .orElse(1);
    }

    private static boolean speaks(long framesNanos, long nowNanos) {
        return framesNanos != 0 && nowNanos - framesNanos < SILENCE_NANOS;
    }

    private ScreenState.Timers timers(long nowNanos) {
        synchronized (timers) {
            timers.advance(nowNanos, isOnBypass());
            return new ScreenState.Timers(timers.bypass(), timers.crossClamp());
        }
    }

    private boolean isOnBypass() {
        for (int i = 0; i < control.mode.length; i++) {
            boolean isArterial = view.machine().pumps().get(i).role() == PumpRole.ARTERIAL;
            if (isArterial && pumps(control.mode[i])) {
                return true;
            }
        }
        return false;
    }

    private static boolean pumps(PumpMode mode) {
        return switch (mode) {
            case STOPPED, ZERO_FLOW -> false;
            case SPEED, FLOW, PULSATILE, FOLLOWER -> true;
        };
    }

    /// The value of the sensor that an interlock watches.
    private String evidence(InterlockInstance instance, ShownValue[] values) {
        OptionalInt index = view.layout().value(channel -> channel.sensor().equals(instance.subject()));
        if (index.isEmpty() || !values[index.getAsInt()].isKnown()) {
            return "";
        }
        double value = values[index.getAsInt()].now().getAsDouble();
        String unit = view.layout().values().get(index.getAsInt()).quantity().unit();
        return catalogue.text("alarm.evidence", Figures.of(value, 0), unit);
    }

    private ScreenState.Sound sound(boolean supervisorDead) {
        return new ScreenState.Sound(
                AlarmList.word(supervisorDead ? AlarmSignal.HIGH : report.light),
                report.sound != AlarmSignal.SILENT,
                (report.pausedNanos + 999_999_999) / 1_000_000_000);
    }

    private List<ScreenState.Word> words(long nowNanos, boolean controlSpeaks, boolean supervisorDead) {
        boolean supervisorSpeaks = speaks(report.nowNanos, nowNanos);
        boolean controlIsWell = controlSpeaks && (report.controlAlive || !supervisorSpeaks);
        return List.of(
                word("RT", view.realTime().get()),
                word("SUP", loop(supervisorSpeaks && !supervisorDead, "supervisor")),
                word("CTL", loop(controlIsWell, "control")),
                word("JRN", view.journal().get()),
                word("MQTT", view.broker().get()));
    }

    private StateWord loop(boolean isWell, String name) {
        return isWell
                ? new StateWord(StateWord.Health.OK, catalogue.text("word." + name + ".ok"))
                : new StateWord(StateWord.Health.FAILED, catalogue.text("word." + name + ".failed"));
    }

    private static ScreenState.Word word(String name, StateWord state) {
        return new ScreenState.Word(name, state.health(), state.why());
    }

    /// The newest events, less what each act says again: that it was judged.
    private List<ScreenState.EventLine> events(ZoneId zone) {
        long logged = view.logged().getAsLong();
        return view.events().newest(2 * EVENTS_SHOWN).stream()
                .filter(event -> event.kind() != EventKind.ANSWER && event.kind() != EventKind.SETTING_REFUSED)
                .limit(EVENTS_SHOWN)
                .map(event -> line(event, zone, event.sequence() <= logged))
                .toList();
    }

    private static ScreenState.EventLine line(Event event, ZoneId zone, boolean isLogged) {
        return new ScreenState.EventLine(
                event.sequence(),
                event.at().atZone(zone).format(TIME),
                event.kind().word(),
                Catalogue.title(event.text()),
                isLogged);
    }

    private void markEvents() {
        for (Event event : view.events().after(markedEvents, 100)) {
            markedEvents = event.sequence();
            switch (event.kind()) {
                case STOP, MODE, ACT, OUTSIDE, SETTING -> history.mark(event);
                case STARTED,
                        INTERLOCK,
                        CLAMP,
                        POWER,
                        RUN_POWER,
                        ANSWER,
                        LIMIT,
                        ACKNOWLEDGED,
                        RESET,
                        SOUND_PAUSE,
                        SUPERVISOR,
                        LOST,
                        SETTING_REFUSED -> {}
            }
        }
    }

    private static List<OptionalDouble> curves(Map<String, ShownValue> column) {
        return Arrays.stream(TrendHistory.Curve.values())
                .map(curve -> {
                    ShownValue value = column.get(curve.key());
                    return value == null ? OptionalDouble.empty() : value.now();
                })
                .toList();
    }
}
