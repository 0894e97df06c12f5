package org.altercor.controller.console;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.altercor.controller.console.ActAnswer.Verdict;
import org.altercor.controller.console.ActDoor.Reply;
import org.altercor.controller.operator.Outcome;
import org.altercor.controller.operator.PumpAct;
import org.altercor.safety.frame.FrameCell;
import org.altercor.safety.setting.SettingSlot;
import org.altercor.safety.supervise.Answer;
import org.altercor.safety.supervise.ControlSnapshot;
import org.altercor.safety.supervise.InterlockState;
import org.altercor.safety.supervise.OperatorOrders;
import org.altercor.safety.supervise.SafetyReport;
import org.altercor.safety.supervise.StopState;
import org.altercor.safety.supervise.SupervisorCore;
import org.altercor.safety.supervise.SupervisorInputs;

/// Waits for what becomes of an act, and puts it into words.
///
/// Any thread; callers wait for each other only while a frame is copied.
final class Answers {
    /// How long an act waits for the loop that judges it: forty control cycles. Our own judgement.
    static final long PATIENCE_NANOS = 400_000_000;

    private static final long LOOK_MS = 5;

    private final MachineView view;
    private final Catalogue catalogue;
    private final Aims aims;
    private final AlarmList alarms;
    private final FrameCell<ControlSnapshot>.Reader controlReader;
    private final FrameCell<SafetyReport>.Reader reportReader;
    private final FrameCell<OperatorOrders>.Reader orderReader;
    private final FrameCell<SupervisorInputs>.Reader seenReader;
    private final ControlSnapshot control;
    private final SafetyReport report;
    private final OperatorOrders orders;
    private final SupervisorInputs seen;

    /// What is asked of a pump now.
    ///
    /// @param request number of the newest request judged for it, whoever asked
    record Asked(PumpAct act, long request) {}

    Answers(MachineView view, Catalogue catalogue, Aims aims, AlarmList alarms) {
        this.view = view;
        this.catalogue = catalogue;
        this.aims = aims;
        this.alarms = alarms;
        int pumps = view.layout().pumps().size();
        controlReader = view.cells().control().reader();
        reportReader = view.cells().reports().reader();
        orderReader = view.cells().orders().reader();
        seenReader = view.cells().seen().reader();
        control = new ControlSnapshot(pumps);
        orders = new OperatorOrders(
                pumps, SettingSlot.of(view.machine(), view.layout()).size());
        seen = SupervisorCore.inputsFor(view.machine(), view.layout());
        report = SupervisorCore.reportFor(view.machine(), view.layout());
    }

    synchronized Asked asked(String pump) {
        look();
        int i = index(pump);
        return new Asked(PumpAct.now(control, i), control.requestId[i]);
    }

    /// Whether the control loop has spoken lately.
    synchronized boolean controlSpeaks() {
        look();
        return control.nowNanos != 0 && view.clock().nanoTime() - control.nowNanos < Screen.SILENCE_NANOS;
    }

    /// The answer to a request of the control loop.
    Reply toRequest(String pump, PumpAct aim, long request) {
        await(() -> !(view.desk().outcome(pump, request) instanceof Outcome.Waiting), PATIENCE_NANOS);
        return switch (view.desk().outcome(pump, request)) {
            case Outcome.Waiting() -> reply(Verdict.REFUSED, "refused.control-silent");
            case Outcome.Overtaken() -> reply(Verdict.REFUSED, "refused.later-act", Catalogue.title(pump));
            case Outcome.Judged(var answer, var bound) ->
                answer == Answer.ACCEPTED
                        ? reply(Verdict.ACCEPTED, "accepted.pump", Catalogue.title(pump), aims.words(pump, aim))
                        : reply(
                                Verdict.REFUSED,
                                "refused.judged",
                                Catalogue.title(pump),
                                why(pump, aim, answer, bound));
        };
    }

    /// The answer to a stop: of the control loop, or of the supervisor, which does not need it.
    Reply toStop(String pump, long request) {
        String title = Catalogue.title(pump);
        long order = ordered(pump);
        await(() -> isJudged(pump, request) || (isTaken(pump, order) && !controlSpeaks()), PATIENCE_NANOS);
        if (isJudged(pump, request)) {
            return reply(Verdict.ACCEPTED, "accepted.stop", title);
        }
        return isTaken(pump, order)
                ? reply(Verdict.ACCEPTED, "accepted.stop-by-supervisor", title)
                : reply(Verdict.REFUSED, "refused.nobody-stops", title);
    }

    /// Resets, and says what is left.
    Reply toReset() {
        long number = view.desk().reset();
        await(() -> resets() >= number, PATIENCE_NANOS);
        if (resets() < number) {
            return reply(Verdict.REFUSED, "refused.supervisor-silent");
        }
        List<String> left = latched();
        return left.isEmpty()
                ? reply(Verdict.ACCEPTED, "accepted.reset")
                : reply(Verdict.REFUSED, "refused.reset", left.getFirst());
    }

    private boolean isJudged(String pump, long request) {
        return !(view.desk().outcome(pump, request) instanceof Outcome.Waiting);
    }

    /// Number of the newest order to stop a pump.
    private synchronized long ordered(String pump) {
        return orderReader.tryRead(orders) ? orders.stops[index(pump)] : Long.MAX_VALUE;
    }

    /// Whether the supervisor has taken an order: what it saw in its last cycle says so.
    private synchronized boolean isTaken(String pump, long order) {
        return seenReader.tryRead(seen) && seen.ordersKnown && seen.orders.stops[index(pump)] >= order;
    }

    private synchronized long resets() {
        look();
        return report.resets;
    }

    /// What a reset left, in sentences.
    private synchronized List<String> latched() {
        List<String> left = new ArrayList<>();
        for (int i = 0; i < report.interlock.length; i++) {
            boolean acts = report.interlock[i] == InterlockState.LATCHED
                    || (report.interlock[i] == InterlockState.ACTIVE
                            && view.interlocks().get(i).interlock().latches());
            if (acts) {
                left.add(alarms.sentence(i, report.interlock[i]));
            }
        }
        return left;
    }

    /// Why a request was refused, and what would make it possible.
    private synchronized String why(String pump, PumpAct aim, Answer answer, double bound) {
        look();
        int i = index(pump);
        return switch (answer) {
            case START_NOT_PERMITTED -> whyNot(i, aim, report.startBlockedBy[i]);
            case INCREASE_NOT_PERMITTED -> whyNot(i, aim, report.cause[i]);
            case ABOVE_MAXIMUM -> catalogue.text("why.at-most", answer.words(), aims.bound(aim, bound));
            case TOO_SLOW -> catalogue.text("why.at-least", answer.words(), aims.bound(aim, bound));
            case PEAK_OUT_OF_REACH -> catalogue.text("why.peak", Figures.of(bound / 1_000, 2));
            case SENSOR_MISSING -> catalogue.text(aim instanceof PumpAct.Follow ? "why.no-leader" : "why.no-probe");
            case NONE, ACCEPTED, NOT_A_NUMBER, TURNING_THE_OTHER_WAY, NOT_THIS_MODE, OUT_OF_RANGE -> answer.words();
        };
    }

    private String whyNot(int pump, PumpAct aim, int interlock) {
        if (interlock != SafetyReport.NOBODY) {
            return alarms.sentence(interlock, report.interlock[interlock]);
        }
        if (!control.supervisorAlive) {
            return catalogue.text("why.no-supervisor");
        }
        if (aim instanceof PumpAct.Pulsatile && report.mayIncrease[pump]) {
            return catalogue.text("why.no-pulses");
        }
        return catalogue.text(report.stop[pump] == StopState.NONE ? "why.drive" : "why.stopping");
    }

    private int index(String pump) {
        return view.layout().pumps().indexOf(pump);
    }

    private void look() {
        controlReader.tryRead(control);
        reportReader.tryRead(report);
    }

    private Reply reply(Verdict verdict, String key, String... fillings) {
        return new Reply(verdict, catalogue.text(key, fillings));
    }

    /// Waits on the wall's time: the machine's own may stand still.
    static void await(BooleanSupplier done, long patienceNanos) {
        long startNanos = System.nanoTime();
        while (!done.getAsBoolean() && System.nanoTime() - startNanos < patienceNanos) {
            try {
                Thread.sleep(LOOK_MS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
