package org.altercor.config.load;

import static org.altercor.config.schema.ScenarioKeys.*;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.altercor.config.circuit.Parameter;
import org.altercor.config.circuit.PartKind;
import org.altercor.config.circuit.PartKind.Shape;
import org.altercor.config.schema.CircuitKeys;
import org.altercor.config.schema.Key;
import org.altercor.config.schema.ScenarioKeys.Does;
import org.altercor.config.schema.Spelling;
import org.altercor.config.schema.TextKey;
import org.altercor.config.schema.Unit;
import org.altercor.config.schema.Verdict;

/// What must be true of the events of a scenario: times in order and within it, parts that are there and can be done to
/// what is done to them, expectations that can fail and can be met. Signals and words of faults are known by whoever
/// runs it.
final class ScenarioChecks {
    private final FileValues file;
    private final boolean hasCircuit;
    private final Optional<ScenarioMachineChecks> machine;
    private final Problems problems;
    private final boolean hasOperator;
    private double latest;

    private ScenarioChecks(
            FileValues file, boolean hasCircuit, Optional<ScenarioMachineChecks> machine, Problems problems) {
        this.file = file;
        this.hasCircuit = hasCircuit;
        this.machine = machine;
        this.problems = problems;
        hasOperator =
                file.all(AT).stream().flatMap(at -> at.find(DOES).stream()).anyMatch(Does::isOperators);
    }

    /// @param hasCircuit whether the parts of its circuit are known
    /// @param machine    looks after the devices of the machine; empty over a circuit alone
    static void check(FileValues file, boolean hasCircuit, Optional<ScenarioMachineChecks> machine, Problems problems) {
        var checks = new ScenarioChecks(file, hasCircuit, machine, problems);
        checks.settled();
        for (Values at : file.all(AT)) {
            checks.event(at);
        }
    }

    private void event(Values at) {
        at.find(TIME).ifPresent(time -> time(at, time));
        at.find(DOES).ifPresent(does -> {
            switch (does) {
                case DRIVE, STOP, RELEASE -> machine.ifPresentOrElse(its -> its.pump(at), () -> head(at, PUMP));
                case SET -> {
                    part(at, PART, _ -> true, "part").ifPresent(kind -> change(at, kind));
                    machine.ifPresent(its -> its.change(at));
                }
                case INJECT_AIR -> {
                    part(at, PART, kind -> kind.shape() != Shape.DESCRIBES, "part that holds or leads blood");
                    at.find(VOLUME)
                            .filter(volume -> volume <= 0)
                            .ifPresent(volume -> problems.add(
                                    at.spot(VOLUME), Unit.ML.show(volume) + " of air", "a bubble of more than 0 mL"));
                }
                case GIVE -> part(at, PART, kind -> kind.shape() == Shape.HOLDS, "part that holds blood");
                case FAULT -> machine.ifPresentOrElse(its -> its.device(at), () -> head(at, DEVICE));
                case CLAMP, UNCLAMP -> machine.ifPresentOrElse(its -> its.clamp(at), () -> clampOfNoMachine(at));
                case ASK_STOP, ASK_SPEED, ASK_FLOW, ASK_PULSATILE, ASK_FOLLOW, ASK_ZERO_FLOW ->
                    machine.ifPresentOrElse(its -> its.pump(at), () -> operatorOfNoMachine(at));
                case CHANGE_SETTING, TAKE_ZERO, RESET, ACKNOWLEDGE, PAUSE_SOUND -> {
                    if (machine.isEmpty()) {
                        operatorOfNoMachine(at);
                    }
                }
                case EXPECT -> expectation(at);
            }
            if (hasOperator && does.isTheLoops()) {
                problems.add(
                        at.spot(DOES),
                        String.format(Locale.ROOT, "%s, beside an operator", does.word()),
                        "what an operator asks: the loops of the machine drive, stop and clamp it then");
            }
        });
    }

    private void operatorOfNoMachine(Values at) {
        if (file.top().isMarked(MACHINE)) {
            return; // it could not be read
        }
        problems.add(
                at.spot(DOES),
                "an operator, over a circuit alone",
                "machine = \"…\": its loops hear what is asked; on a circuit, drive a head");
    }

    /// An operator starts what turns: nothing has come to rest before he came.
    private void settled() {
        if (hasOperator && file.top().find(SETTLED).orElse(false)) {
            problems.add(
                    file.top().spot(SETTLED),
                    "a settled start, with an operator",
                    "no settled start: pumps stand until the operator asks");
        }
    }

    private void head(Values at, TextKey key) {
        part(at, key, kind -> kind.shape() == Shape.PUMPS, "pump head");
    }

    private void clampOfNoMachine(Values at) {
        if (file.top().isMarked(MACHINE)) {
            return; // it could not be read
        }
        problems.add(
                at.spot(DOES),
                "a clamp, over a circuit alone",
                "machine = \"…\" with a clamp in its rig; on a circuit, set closed-percent of a tube");
    }

    private void time(Values at, double time) {
        if (time < latest) {
            problems.add(
                    at.spot(TIME),
                    String.format(Locale.ROOT, "%s, after something at %s", Unit.S.show(time), Unit.S.show(latest)),
                    "events in order of time, so that they read as they happen");
        }
        latest = Math.max(latest, time);
        double longest = Math.max(at.find(FOR).orElse(0.0), at.find(WITHIN).orElse(0.0));
        file.top()
                .find(LASTS)
                .filter(lasts -> time + longest > lasts)
                .ifPresent(lasts -> problems.add(
                        at.spot(TIME),
                        longest > 0
                                ? String.format(Locale.ROOT, "%s and %s more", Unit.S.show(time), Unit.S.show(longest))
                                : Unit.S.show(time),
                        String.format(Locale.ROOT, "within the scenario, which lasts %s", Unit.S.show(lasts))));
        at.find(MEAN)
                .filter(mean -> mean > time)
                .ifPresent(mean -> problems.add(
                        at.spot(MEAN),
                        String.format(Locale.ROOT, "%s before %s", Unit.S.show(mean), Unit.S.show(time)),
                        "at most the time since the start"));
    }

    /// The kind of the part that an event names, if it is there and of a fitting kind.
    private Optional<PartKind> part(Values at, TextKey key, Predicate<PartKind> fits, String what) {
        Optional<String> name = at.find(key);
        if (name.isEmpty() || !hasCircuit) {
            return Optional.empty();
        }
        Optional<Values> part = file.named(CircuitKeys.PART, name.get());
        Optional<PartKind> kind = part.flatMap(values -> values.find(CircuitKeys.TYPE));
        boolean isUnknown = part.isEmpty() && file.isComplete();
        if (isUnknown || kind.filter(fits.negate()).isPresent()) {
            if (problems.isFullFor(file.file())) {
                problems.count(file.file());
                return Optional.empty();
            }
            List<String> fitting = file.all(CircuitKeys.PART).stream()
                    .filter(values -> values.find(CircuitKeys.TYPE).filter(fits).isPresent())
                    .map(Values::name)
                    .toList();
            problems.add(
                    at.spot(key),
                    kind.map(found -> String.format(Locale.ROOT, "%s, of type %s", name.get(), found.word()))
                            .orElse(String.format(
                                    Locale.ROOT, "the part %s, which the circuit does not have", name.get())),
                    String.format(Locale.ROOT, "a %s: %s", what, String.join(", ", fitting)),
                    Spelling.didYouMean(name.get(), fitting));
        }
        return kind.filter(fits);
    }

    private void change(Values at, PartKind kind) {
        at.find(KEY).ifPresent(key -> {
            Optional<Parameter> parameter = kind.parameter(key);
            if (parameter.isEmpty()) {
                List<String> keys =
                        kind.parameters().stream().map(Parameter::key).toList();
                problems.add(
                        at.spot(KEY),
                        String.format(Locale.ROOT, "the key %s, which a %s does not have", key, kind.word()),
                        "one of: " + String.join(", ", keys),
                        Spelling.didYouMean(key, keys));
                return;
            }
            at.find(VALUE).ifPresent(value -> {
                if (CircuitKeys.number(parameter.get()).read(value)
                        instanceof Verdict.Misfit<Double>(var shown, var allowed, var suggestion)) {
                    problems.add(at.spot(VALUE), shown, allowed, suggestion);
                }
            });
        });
    }

    private void expectation(Values at) {
        Optional<Double> least = at.find(AT_LEAST);
        Optional<Double> most = at.find(AT_MOST);
        if (isAbsent(at, AT_LEAST) && isAbsent(at, AT_MOST)) {
            problems.add(
                    at.heading(), "an expectation of nothing", "at-least, at-most, or both: else it can never fail");
        }
        if (least.isPresent() && most.isPresent() && least.get() > most.get()) {
            problems.add(
                    at.spot(AT_MOST),
                    String.format(
                            Locale.ROOT, "%s, while at-least is %s", Unit.number(most.get()), Unit.number(least.get())),
                    "at least that much: else it can never be met");
        }
        if (at.find(FOR).isPresent() && at.find(WITHIN).isPresent()) {
            problems.add(
                    at.spot(WITHIN),
                    "within-s together with for-s",
                    "one of them: it becomes true in time, or stays true");
        }
    }

    private static boolean isAbsent(Values at, Key<?> key) {
        return !at.isMarked(key);
    }
}
