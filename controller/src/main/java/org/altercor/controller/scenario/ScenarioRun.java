package org.altercor.controller.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.altercor.config.scenario.Act;
import org.altercor.config.scenario.Scenario;
import org.altercor.config.scenario.Scenario.Event;
import org.altercor.controller.operator.Desk;
import org.altercor.controller.operator.PumpAct;
import org.altercor.controller.scenario.TwinSource.Stage;
import org.altercor.hal.bus.KeptCommand;
import org.altercor.hal.twin.Signal;
import org.altercor.hal.twin.TwinWorld;

/// One scenario on its way through one world, step by step.
///
/// ```
/// step:  ramps ─ commands ─ the world ─ means ─ acts whose time has come ─ expectations ─ recorder
/// ```
///
/// An act of time t happens after the step that reaches t; those of time 0 before the first step. A scenario that
/// begins settled starts the pumps that it drives at 0 s beforehand, and its time begins when all has come to rest
/// and the sensors have seen it.
///
/// Owner: one thread. A step allocates nothing of its own.
public final class ScenarioRun {
    /// Longest time that pumps may take to accept their first command before a settled start: far more than the two
    /// steps that a drive without a fault needs. Our own judgement.
    private static final int LONGEST_START_STEPS = 1_000;

    /// What an act of the file has become.
    @FunctionalInterface
    private interface Happening {
        void happen(long step);
    }

    private final Scenario scenario;
    private final TwinWorld world;
    private final Optional<Desk> desk;
    private final Recorder recorder;
    private final long lastStep;

    private final Map<String, KeptCommand> pumpsByName = new HashMap<>();
    private final List<KeptCommand> pumps = new ArrayList<>();
    private final List<Ramp> ramps = new ArrayList<>();
    private final List<Judgement> judgements = new ArrayList<>();
    private final Happening[] happenings;
    private final long[] dueSteps;

    private int nextHappening;
    private long step;

    /// A run that has not begun, in a world without an operator.
    ///
    /// @param scenario without a problem for this world: see [ScenarioChecks]
    /// @param world    new, and used for this run only
    /// @param recorder what is recorded on the way
    public ScenarioRun(Scenario scenario, TwinWorld world, Recorder recorder) {
        this(scenario, new Stage(world, Optional.empty()), recorder);
    }

    /// A run that has not begun.
    ///
    /// @param scenario without a problem for this world: see [ScenarioChecks]
    /// @param stage    new, and used for this run only; with a desk when the scenario has an operator
    /// @param recorder what is recorded on the way
    public ScenarioRun(Scenario scenario, Stage stage, Recorder recorder) {
        this.scenario = scenario;
        world = stage.world();
        desk = stage.desk();
        this.recorder = recorder;
        lastStep = Steps.notBefore(scenario.lastsSeconds());
        Map<String, Signal> signals =
                world.signals().stream().collect(Collectors.toMap(Signal::name, Function.identity()));
        List<Event> events = scenario.events();
        happenings = new Happening[events.size()];
        dueSteps = new long[events.size()];
        for (int i = 0; i < happenings.length; i++) {
            happenings[i] = happening(events.get(i), signals);
            dueSteps[i] = Steps.notBefore(events.get(i).atSeconds());
        }
    }

    private Happening happening(Event event, Map<String, Signal> signals) {
        return switch (event.act()) {
            case Act.Drive(var name, var speedRpm) -> {
                KeptCommand pump = pump(name);
                yield _ -> pump.ask(speedRpm);
            }
            case Act.Stop(var name, var isDemanded) -> {
                KeptCommand pump = pump(name);
                yield isDemanded ? _ -> pump.demandStop() : _ -> pump.releaseStop();
            }
            case Act.Change change -> change(change);
            case Act.Air(var part, var volumeMl) -> _ -> world.injectAir(part, volumeMl);
            case Act.Give(var part, var volumeMl, var haematocritPercent) ->
                _ -> world.give(part, volumeMl, haematocritPercent);
            case Act.Fault(var device, var fault, var amount) -> _ -> world.fault(device, fault, amount);
            case Act.Clamp(var clamp, var isClosed) -> _ -> world.clamp(clamp, isClosed);
            case Act.Ask(var name, var asked) -> {
                Desk its = desk.orElseThrow();
                PumpAct act = pumpAct(asked);
                yield _ -> its.ask(name, act);
            }
            case Act.Setting(var setting, var value) -> {
                Desk its = desk.orElseThrow();
                yield _ -> its.set(setting, value.orElse(0));
            }
            case Act.Order(var ordered) -> order(desk.orElseThrow(), ordered);
            case Act.Expect expect -> {
                Signal signal = signals.get(expect.signal());
                if (signal == null) {
                    throw new IllegalArgumentException("there is no signal " + expect.signal());
                }
                var judgement = new Judgement(event.atSeconds(), event.line(), expect, signal);
                judgements.add(judgement);
                yield judgement::begin;
            }
        };
    }

    private static PumpAct pumpAct(Act.Asked asked) {
        return switch (asked) {
            case Act.Asked.Stop() -> new PumpAct.Stop();
            case Act.Asked.Speed(var rpm) -> new PumpAct.Speed(rpm);
            case Act.Asked.Flow(var mlPerMin) -> new PumpAct.Flow(mlPerMin);
            case Act.Asked.Pulsatile(var mlPerMin, var ratePerMin, var widthPercent, var basePercent) ->
                new PumpAct.Pulsatile(mlPerMin, ratePerMin, widthPercent, basePercent);
            case Act.Asked.Follow(var ratio) -> new PumpAct.Follow(ratio);
            case Act.Asked.ZeroFlow() -> new PumpAct.ZeroFlow();
        };
    }

    private static Happening order(Desk desk, Act.Ordered ordered) {
        return switch (ordered) {
            case RESET -> _ -> desk.reset();
            case ACKNOWLEDGE -> _ -> desk.acknowledge();
            case PAUSE_SOUND -> _ -> desk.pauseSound();
        };
    }

    private KeptCommand pump(String name) {
        return pumpsByName.computeIfAbsent(name, _ -> {
            var pump = world.kept(name);
            pumps.add(pump);
            return pump;
        });
    }

    private Happening change(Act.Change change) {
        List<Ramp> earlier =
                ramps.stream().filter(ramp -> ramp.changesTheSameAs(change)).toList();
        if (Steps.notBefore(change.overSeconds()) == 0) {
            return _ -> {
                earlier.forEach(Ramp::cancel);
                world.set(change.part(), change.key(), change.value());
            };
        }
        var ramp = new Ramp(world, change);
        ramps.add(ramp);
        return now -> {
            earlier.forEach(Ramp::cancel);
            ramp.begin(now);
        };
    }

    /// Begins: everything of time 0 happens. Once, before the first step.
    public void begin() {
        if (scenario.isSettled()) {
            startPumps();
            settle();
            watch();
        }
        arrive();
    }

    private void settle() {
        try {
            world.settle();
        } catch (IllegalStateException e) {
            throw new ActRefusedException(e);
        }
    }

    /// Lets the machine see the rest that its scenario begins with.
    private void watch() {
        int steps = world.watchSteps();
        for (int i = 0; i < steps; i++) {
            renewCommands();
            world.watch();
        }
    }

    private void startPumps() {
        for (Event event : scenario.events()) {
            if (event.act() instanceof Act.Drive(var name, var speedRpm) && Steps.notBefore(event.atSeconds()) == 0) {
                pump(name).ask(speedRpm);
            }
        }
        for (int i = 0; i < LONGEST_START_STEPS && isAnyStarting(); i++) {
            renewCommands();
            world.step(); // the last one takes the speed
        }
    }

    private boolean isAnyStarting() {
        for (int i = 0; i < pumps.size(); i++) {
            if (pumps.get(i).isStarting()) {
                return true;
            }
        }
        return false;
    }

    /// Lets one millisecond pass. After the end of the scenario the world goes on, and the pumps with it.
    public void step() {
        for (int i = 0; i < ramps.size(); i++) {
            ramps.get(i).advance(step + 1);
        }
        renewCommands();
        world.step();
        step++;
        arrive();
    }

    private void renewCommands() {
        long nowNanos = world.nowNanos();
        for (int i = 0; i < pumps.size(); i++) {
            pumps.get(i).renew(nowNanos);
        }
    }

    private void arrive() {
        if (step > lastStep) {
            return;
        }
        for (int i = 0; i < judgements.size(); i++) {
            judgements.get(i).observe(step);
        }
        while (nextHappening < happenings.length && dueSteps[nextHappening] <= step) {
            happen(nextHappening);
            nextHappening++;
        }
        for (int i = 0; i < judgements.size(); i++) {
            judgements.get(i).judge(step);
        }
        recorder.sample(step);
    }

    private void happen(int index) {
        try {
            happenings[index].happen(step);
        } catch (IllegalArgumentException e) {
            throw new ActRefusedException(scenario.events().get(index), e);
        }
    }

    /// Simulated time since the beginning, in whole steps of a millisecond.
    public long stepsDone() {
        return step;
    }

    /// Whether its time is over.
    public boolean isOver() {
        return step >= lastStep;
    }

    /// What has come of it so far: of a run that is not over only what is decided already. Allocates.
    ///
    /// @param wallNanos time it took on this computer
    public ScenarioResult result(long wallNanos) {
        return new ScenarioResult(
                scenario.name(),
                scenario.title(),
                scenario.seed(),
                scenario.lastsSeconds(),
                step,
                wallNanos,
                judgements.stream()
                        .filter(each -> isOver() || each.isDecided())
                        .map(each -> each.verdict(Math.min(step, lastStep)))
                        .toList(),
                world.signals().stream()
                        .map(signal -> new ScenarioResult.FinalValue(
                                signal.name(), signal.unit(), signal.value().getAsDouble()))
                        .toList());
    }
}
