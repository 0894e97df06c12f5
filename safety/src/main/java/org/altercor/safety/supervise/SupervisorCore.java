package org.altercor.safety.supervise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.altercor.config.Machine;
import org.altercor.hal.port.AlarmSignal;
import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;
import org.altercor.safety.interlock.Duty;
import org.altercor.safety.interlock.InterlockInstance;
import org.altercor.safety.interlock.Response;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.setting.SettingSlot;

/// The supervisor's decisions: one pure step from inputs and state to a report.
///
/// ```
/// beats ─ settings ─ orders ─ interlocks ─ strongest response per pump ─ guards ─ permits, outputs, alarms
/// ```
///
/// It reads no clock and no port. The same step serves the thread, a replay, a second process and the specification
/// of a microcontroller. The state is the fields of this object, exchanged as a frame; the step allocates nothing.
public final class SupervisorCore implements Frame {
    /// Silence after which a witness of the control loop's death speaks: five control periods. Our own judgement.
    public static final long CONTROL_SILENCE_NANOS = 50_000_000;

    /// How long the control loop may be dead before the roles that stop lose their power. Their stops are demanded
    /// at once; what still turns now coasts, which is the quicker way. Our own judgement: the second within which a
    /// rig's own drives have to stop on silence.
    public static final long RUN_POWER_SILENCE_NANOS = 1_000_000_000;

    /// Line pressure that a centrifugal head must be able to hold when nobody knows what it has to: the highest of the
    /// table of holding speeds, above what a patient on bypass and his height over the reservoir ask for [D] (J).
    public static final double HOLDING_MMHG = 150;

    private final List<WatchedPump> pumps = new ArrayList<>();
    private final List<PumpGuard> guards = new ArrayList<>();
    private final List<InterlockWatch> watches = new ArrayList<>();
    private final BeatWatch control = new BeatWatch(CONTROL_SILENCE_NANOS);
    private final ControlLostCondition controlLost = new ControlLostCondition();
    private final SettingKeeper settings;
    private final OrdersSeen orders;
    private final AlarmVoice voice;
    private final Response[] strongest;
    private final int[] cause;
    private boolean everAlive;
    private long aliveNanos;
    private int latchesLeft;

    /// The supervisor of a machine.
    public SupervisorCore(Machine machine, MachineLayout layout) {
        for (int i = 0; i < layout.pumps().size(); i++) {
            var pump = WatchedPump.of(machine, layout, i);
            pumps.add(pump);
            guards.add(new PumpGuard(pump));
        }
        settings = new SettingKeeper(machine, layout, pumps);
        var conditions = new Watches(machine, layout, pumps, guards, controlLost, settings);
        InterlockInstance.of(machine, layout).forEach(each -> watches.add(conditions.watch(each)));
        orders = new OrdersSeen(pumps.size());
        voice = new AlarmVoice(machine.profile().alarms().audioPause().toNanos());
        strongest = new Response[pumps.size()];
        cause = new int[pumps.size()];
        Arrays.fill(cause, SafetyReport.NOBODY);
    }

    /// Inputs of the shape that this supervisor reads; nothing is known.
    public static SupervisorInputs inputsFor(Machine machine, MachineLayout layout) {
        return new SupervisorInputs(layout, SettingSlot.of(machine, layout).size());
    }

    /// A report of the shape that this supervisor fills.
    public static SafetyReport reportFor(Machine machine, MachineLayout layout) {
        return new SafetyReport(
                layout.pumps().size(),
                layout.clamps().size(),
                layout.stos().size(),
                InterlockInstance.of(machine, layout).size(),
                SettingSlot.of(machine, layout));
    }

    /// Judges one cycle. Fills `report` completely.
    public void step(SupervisorInputs inputs, SafetyReport report) {
        report.nowNanos = inputs.nowNanos;
        hearControl(inputs, report);
        settings.step(inputs);
        for (int i = 0; i < watches.size(); i++) {
            watches.get(i).step(inputs);
        }
        obey(inputs);
        stopPumps(inputs);
        reportPumps(inputs, report);
        reportOutputs(report);
        reportInterlocks(report);
        settings.tell(report.settings);
        control.beat(report.beat, inputs.control.beat, inputs.nowNanos);
    }

    private void hearControl(SupervisorInputs inputs, SafetyReport report) {
        if (inputs.controlReadable) {
            control.hear(inputs.control.beat, inputs.nowNanos);
        }
        report.controlAlive = control.isAlive(inputs.nowNanos);
        controlLost.hear(report.controlAlive);
        if (report.controlAlive) {
            everAlive = true;
            aliveNanos = inputs.nowNanos;
        }
        report.runPower = everAlive && inputs.nowNanos - aliveNanos <= RUN_POWER_SILENCE_NANOS;
    }

    private void obey(SupervisorInputs inputs) {
        orders.read(inputs);
        for (int pump = 0; pump < guards.size(); pump++) {
            if (orders.isStopNew(pump)) {
                guards.get(pump).orderStop();
            }
        }
        if (orders.isResetNew()) {
            latchesLeft = 0;
            for (int i = 0; i < watches.size(); i++) {
                latchesLeft += watches.get(i).reset(inputs.nowNanos) ? 0 : 1;
            }
        }
        if (orders.isPauseNew()) {
            voice.pause(inputs.nowNanos);
        }
        if (orders.isAcknowledgementNew()) {
            for (int i = 0; i < watches.size(); i++) {
                watches.get(i).acknowledge();
            }
        }
    }

    /// Finds the strongest response for each pump, and who wanted it first: the first cause stays the cause while it
    /// lasts, what follows from it does not take its place.
    private void stopPumps(SupervisorInputs inputs) {
        Arrays.fill(strongest, Response.NONE);
        for (int i = 0; i < watches.size(); i++) {
            InterlockWatch watch = watches.get(i);
            int[] affected = watch.pumps();
            for (int position = 0; position < affected.length; position++) {
                Response wanted = watch.response(position);
                if (wanted.compareTo(strongest[affected[position]]) > 0) {
                    strongest[affected[position]] = wanted;
                }
            }
        }
        for (int pump = 0; pump < guards.size(); pump++) {
            if (!isStillTheCause(cause[pump], pump)) {
                cause[pump] = firstCause(pump);
            }
            guards.get(pump).step(inputs, strongest[pump]);
        }
    }

    private boolean isStillTheCause(int index, int pump) {
        return index != SafetyReport.NOBODY
                && responseOf(index, pump).endsFlow() == strongest[pump].endsFlow()
                && responseOf(index, pump).compareTo(Response.ALARM) > 0;
    }

    private int firstCause(int pump) {
        int first = SafetyReport.NOBODY;
        for (int i = 0; i < watches.size(); i++) {
            Response wanted = responseOf(i, pump);
            boolean counts = wanted.compareTo(Response.ALARM) > 0 && wanted.endsFlow() == strongest[pump].endsFlow();
            if (counts
                    && (first == SafetyReport.NOBODY
                            || watches.get(i).sinceNanos() - watches.get(first).sinceNanos() < 0)) {
                first = i;
            }
        }
        return first;
    }

    private Response responseOf(int index, int pump) {
        int[] affected = watches.get(index).pumps();
        for (int position = 0; position < affected.length; position++) {
            if (affected[position] == pump) {
                return watches.get(index).response(position);
            }
        }
        return Response.NONE;
    }

    private void reportPumps(SupervisorInputs inputs, SafetyReport report) {
        for (int pump = 0; pump < guards.size(); pump++) {
            // A speed that is not known is not zero: what cannot be watched may not be started, nor raised.
            boolean isSeen = !Double.isNaN(inputs.seen.drives[pump].knownRpm(inputs.nowNanos));
            boolean isFree = strongest[pump].compareTo(Response.ALARM) <= 0
                    && guards.get(pump).state() == StopState.NONE;
            int blockedBy = startBlockedBy(pump);
            report.limitRpm[pump] = guards.get(pump).demandsStop() ? 0 : Double.POSITIVE_INFINITY;
            report.mayIncrease[pump] = report.controlAlive && isSeen && isFree;
            report.mayStart[pump] = report.mayIncrease[pump]
                    && blockedBy == SafetyReport.NOBODY
                    && isCovered(pumps.get(pump).duty());
            report.startBlockedBy[pump] = blockedBy;
            report.holdZeroFlow[pump] = guards.get(pump).holdsZeroFlow();
            report.stop[pump] = guards.get(pump).state();
            report.cause[pump] = cause[pump];
            report.lineShut[pump] = pumps.get(pump).hasClamp()
                    && inputs.outputs.clamps[pumps.get(pump).clamp()].isShut(inputs.nowNanos);
        }
    }

    /// Whether every row that its duty needs is in the table of this version.
    static boolean isCovered(Duty duty) {
        return switch (duty) {
            case ARTERIAL_ROLLER, ARTERIAL_CENTRIFUGAL, CARDIOPLEGIA, VENT, SUCTION -> true;
            case HAEMOFILTRATION -> false; // nobody watches its transmembrane pressure yet
        };
    }

    private int startBlockedBy(int pump) {
        for (int i = 0; i < watches.size(); i++) {
            int[] affected = watches.get(i).pumps();
            for (int position = 0; position < affected.length; position++) {
                if (affected[position] == pump && watches.get(i).forbidsStart(position)) {
                    return i;
                }
            }
        }
        return SafetyReport.NOBODY;
    }

    private void reportOutputs(SafetyReport report) {
        Arrays.fill(report.clampTold, false);
        Arrays.fill(report.clampClosed, false);
        Arrays.fill(report.stoTripped, false);
        for (int i = 0; i < pumps.size(); i++) {
            WatchedPump pump = pumps.get(i);
            PumpGuard guard = guards.get(i);
            report.stopDemanded[i] = guard.demandsStop();
            if (pump.hasClamp()) {
                report.clampTold[pump.clamp()] |= guard.tellsClamp();
                report.clampClosed[pump.clamp()] |= guard.shutsClamp();
            }
            if (guard.cuts()) {
                if (pump.sto() != WatchedPump.NONE) {
                    report.stoTripped[pump.sto()] = true;
                } else if (pump.runPower() != WatchedPump.NONE) {
                    report.runPower = false;
                }
            }
        }
    }

    private void reportInterlocks(SafetyReport report) {
        AlarmSignal highest = AlarmSignal.SILENT;
        long alarms = 0;
        for (int i = 0; i < watches.size(); i++) {
            InterlockWatch watch = watches.get(i);
            report.interlock[i] = watch.state();
            report.sinceNanos[i] = watch.sinceNanos();
            report.trips[i] = watch.trips();
            report.acknowledged[i] = watch.isAcknowledged();
            alarms += watch.alarms();
            if (watch.alarm().compareTo(highest) > 0) {
                highest = watch.alarm();
            }
        }
        report.light = highest;
        report.sound = voice.sound(highest, alarms, report.nowNanos);
        report.pausedNanos = voice.pausedNanos(report.nowNanos);
        report.resets = orders.resets();
        report.latchesLeft = latchesLeft;
    }

    @Override
    public void exchange(FieldExchange fields) {
        fields.part("control", control);
        for (int i = 0; i < guards.size(); i++) {
            fields.part("guard", i, guards.get(i));
        }
        for (int i = 0; i < watches.size(); i++) {
            fields.part("watch", i, watches.get(i));
        }
        fields.part("settings", settings);
        orders.exchange(fields);
        voice.exchange(fields);
        for (int i = 0; i < cause.length; i++) {
            fields.enter("cause", i);
            cause[i] = fields.int32("interlock", cause[i]);
            fields.leave();
        }
        everAlive = fields.flag("everAlive", everAlive);
        aliveNanos = fields.int64("aliveNanos", aliveNanos);
        latchesLeft = fields.int32("latchesLeft", latchesLeft);
    }
}
