package org.altercor.controller.console;

import java.util.Optional;
import org.altercor.controller.operator.Outcome;
import org.altercor.controller.operator.PumpAct;
import org.altercor.safety.event.EventKind;
import org.altercor.safety.supervise.PumpMode;

/// Where acts from screens come in: each is checked, done through the desk, and answered in words.
///
/// A stop is checked least: it needs a token and a fresh touch, but no fresh picture, and it goes to the supervisor
/// though the control loop hangs. Any thread; an act waits for its own answer only.
final class ActDoor {
    /// How long a start must be held. The ring of the page fills in this time.
    static final double HOLD_MS = 600;

    /// What a clock of a page may be off by when it measures a hold.
    private static final double HOLD_TOLERANCE_MS = 20;

    private final MachineView view;
    private final Catalogue catalogue;
    private final Tokens tokens;
    private final ViewWatch watch;
    private final Screen screen;
    private final Aims aims;
    private final Answers answers;
    private final SettingDoor settings;

    ActDoor(MachineView view, Catalogue catalogue, Tokens tokens, ViewWatch watch, Screen screen) {
        this.view = view;
        this.catalogue = catalogue;
        this.tokens = tokens;
        this.watch = watch;
        this.screen = screen;
        aims = new Aims(view.machine(), catalogue);
        answers = new Answers(view, catalogue, aims, screen.alarms());
        settings = new SettingDoor(view, catalogue);
    }

    /// Answers one message.
    ActAnswer answer(ActMessage message) {
        Optional<String> sender = tokens.spend(message.token());
        if (sender.isEmpty()) {
            return new ActAnswer(ActAnswer.Verdict.NOT_OURS, catalogue.text("refused.token"), "");
        }
        Reply reply = checked(message, sender.get());
        note(message.act(), reply);
        return new ActAnswer(reply.verdict(), reply.text(), tokens.issue(sender.get()));
    }

    private Reply checked(ActMessage message, String sender) {
        boolean isLate = message.touchAgeMs() < 0 || message.touchAgeMs() * 1e6 > ViewWatch.OLDEST_NANOS;
        if (isLate && !(message.act() instanceof ConsoleAct.Stop)) { // whoever pressed STOP is not asked again
            return refused("refused.late");
        }
        return switch (message.act()) {
            case ConsoleAct.Stop(var pump) -> isThere(pump) ? stop(pump, sender) : refused("refused.no-pump");
            case ConsoleAct.Start(var pump, var aim, var heldMs) ->
                isThere(pump) ? start(pump, aim, heldMs, message, sender) : refused("refused.no-pump");
            case ConsoleAct.Change(var pump, var aim, var confirmed) ->
                isThere(pump) ? change(pump, aim, confirmed, message, sender) : refused("refused.no-pump");
            case ConsoleAct.Reset() -> isOld(message) ? refused("refused.old-view") : answers.toReset();
            case ConsoleAct.PauseSound() -> pauseSound();
            case ConsoleAct.Acknowledge() -> acknowledge(message);
            case ConsoleAct.CrossClamp(var on) -> crossClamp(on);
            case ConsoleAct.Set(var setting, var value, var confirmed) ->
                isOld(message) ? refused("refused.old-view") : settings.change(setting, value, confirmed);
            case ConsoleAct.TakeZero(var setting, var confirmed) ->
                isOld(message) ? refused("refused.old-view") : settings.takeZero(setting, confirmed);
            case ConsoleAct.Outside(var name, var amount) -> outside(name, amount);
        };
    }

    private boolean isThere(String pump) {
        return view.layout().pumps().contains(pump);
    }

    private boolean isOld(ActMessage message) {
        return watch.isTooOld(message.frame(), view.clock().nanoTime());
    }

    private Reply stop(String pump, String sender) {
        long request = watch.ask(pump, sender, () -> view.desk().ask(pump, new PumpAct.Stop()));
        return answers.toStop(pump, request);
    }

    /// A pump that stands is started, and one that holds zero flow: to pump again is the same act for the patient.
    private Reply start(String pump, PumpAct aim, double heldMs, ActMessage message, String sender) {
        if (heldMs < HOLD_MS - HOLD_TOLERANCE_MS) {
            return refused("refused.not-held");
        }
        Answers.Asked asked = answers.asked(pump);
        Optional<Reply> unfit = unfitView(pump, asked, message, sender);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        return switch (asked.act().mode()) {
            case STOPPED, ZERO_FLOW -> ask(pump, aim, asked.act(), sender);
            case SPEED, FLOW, PULSATILE, FOLLOWER -> refused("refused.turns-already", Catalogue.title(pump));
        };
    }

    private Reply change(String pump, PumpAct aim, boolean confirmed, ActMessage message, String sender) {
        Answers.Asked asked = answers.asked(pump);
        Optional<Reply> unfit = unfitView(pump, asked, message, sender);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        if (asked.act().mode() == PumpMode.STOPPED) {
            return refused("refused.stands", Catalogue.title(pump));
        }
        if (!confirmed && aims.isLarge(pump, aim, asked.act())) {
            return new Reply(
                    ActAnswer.Verdict.ASKS, catalogue.text("asks.large", Catalogue.title(pump), aims.words(pump, aim)));
        }
        return ask(pump, aim, asked.act(), sender);
    }

    private Optional<Reply> unfitView(String pump, Answers.Asked asked, ActMessage message, String sender) {
        if (watch.isTooOld(message.frame(), view.clock().nanoTime()) || message.since() > message.frame()) {
            return Optional.of(refused("refused.old-view"));
        }
        if (watch.isOvertaken(pump, message.since(), sender, asked.request())) {
            return Optional.of(refused("refused.overtaken", Catalogue.title(pump)));
        }
        return answers.controlSpeaks() ? Optional.empty() : Optional.of(refused("refused.control-silent"));
    }

    /// Asks, and takes back what nobody judged: a loop that comes back must not do late what was called refused.
    ///
    /// @param asItIs what to ask for instead, so that nothing changes
    private Reply ask(String pump, PumpAct aim, PumpAct asItIs, String sender) {
        long request = watch.ask(pump, sender, () -> view.desk().ask(pump, aim));
        Reply reply = answers.toRequest(pump, aim, request);
        if (view.desk().outcome(pump, request) instanceof Outcome.Waiting) {
            watch.ask(pump, sender, () -> view.desk().ask(pump, asItIs));
        }
        return reply;
    }

    private Reply pauseSound() {
        view.desk().pauseSound();
        return accepted("accepted.pause");
    }

    private Reply acknowledge(ActMessage message) {
        if (isOld(message)) {
            return refused("refused.old-view");
        }
        if (watch.misses(message.frame())) {
            return refused("refused.new-alarm");
        }
        view.desk().acknowledge();
        return accepted("accepted.seen");
    }

    private Reply crossClamp(boolean on) {
        screen.crossClamp(on);
        return accepted(on ? "accepted.clamp-on" : "accepted.clamp-off");
    }

    private Reply outside(String name, double amount) {
        if (view.trainer().isEmpty()) {
            return refused("refused.no-twin");
        }
        try {
            view.trainer().get().perform(name, amount);
            return accepted("accepted.outside", name);
        } catch (IllegalArgumentException e) {
            return refused("refused.outside", String.valueOf(e.getMessage()));
        }
    }

    private Reply accepted(String key, String... fillings) {
        return new Reply(ActAnswer.Verdict.ACCEPTED, catalogue.text(key, fillings));
    }

    private Reply refused(String key, String... fillings) {
        return new Reply(ActAnswer.Verdict.REFUSED, catalogue.text(key, fillings));
    }

    private void note(ConsoleAct act, Reply reply) {
        String subject = switch (act) {
            case ConsoleAct.Stop(var pump) -> pump;
            case ConsoleAct.Start(var pump, var _, var _) -> pump;
            case ConsoleAct.Change(var pump, var _, var _) -> pump;
            case ConsoleAct.Reset(),
                    ConsoleAct.PauseSound(),
                    ConsoleAct.Acknowledge(),
                    ConsoleAct.CrossClamp _,
                    ConsoleAct.Set _,
                    ConsoleAct.TakeZero _,
                    ConsoleAct.Outside _ -> "";
        };
        EventKind kind = act instanceof ConsoleAct.Outside ? EventKind.OUTSIDE : EventKind.ACT;
        boolean isTaken = reply.verdict() == ActAnswer.Verdict.ACCEPTED;
        view.events()
                .add(
                        view.clock().nanoTime(),
                        kind,
                        isThere(subject) ? subject : "",
                        isTaken ? 1 : 0,
                        catalogue.text(isTaken ? "event.accepted" : "event.refused", reply.text()));
    }

    /// What became of an act, before it gets its token.
    record Reply(ActAnswer.Verdict verdict, String text) {}
}
