package org.altercor.controller.run;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.altercor.config.Pump;
import org.altercor.config.PumpRole;
import org.altercor.controller.operator.Desk;
import org.altercor.controller.operator.Outcome;
import org.altercor.controller.operator.PumpAct;

/// A few acts of an operator, so that there is something to see: bypass is begun, raised, vented and ended.
///
/// It acts through the same desk as an operator does and may be refused as an operator may. On a machine that is all
/// twin only: nothing of it ever turns a real pump. Owner: one thread.
public final class Demo {
    /// Flows of the demo, in mL/min. A bypass is begun below full flow.
    private static final double BEGUN_ML_PER_MIN = 3_600;

    private static final double FULL_ML_PER_MIN = 4_500;
    private static final double SUCKER_ML_PER_MIN = 400;
    private static final double VENT_ML_PER_MIN = 300;

    /// One act.
    ///
    /// @param atSeconds after the start
    /// @param pump      who is asked
    /// @param act       for what
    private record Step(double atSeconds, String pump, PumpAct act) {}

    private final Desk desk;
    private final Consumer<String> told;
    private final List<Step> steps;
    private int next;

    /// A demo of a machine that is all twin.
    ///
    /// @param told each act, and what became of it
    /// @throws IllegalArgumentException when something of the machine can move
    public Demo(RunningMachine machine, Consumer<String> told) {
        if (!machine.isAllTwin()) {
            throw new IllegalArgumentException("a demo is for a machine that is all twin; this one can move");
        }
        desk = machine.desk();
        this.told = told;
        List<Pump> pumps = machine.machine().pumps();
        Pump arterial = first(pumps, pump -> pump.role() == PumpRole.ARTERIAL);
        steps = List.of(
                        new Step(3, arterial.name(), new PumpAct.Flow(BEGUN_ML_PER_MIN)),
                        new Step(8, first(pumps, is(PumpRole.SUCTION)).name(), new PumpAct.Flow(SUCKER_ML_PER_MIN)),
                        new Step(9, first(pumps, is(PumpRole.VENT)).name(), new PumpAct.Flow(VENT_ML_PER_MIN)),
                        new Step(12, arterial.name(), new PumpAct.Flow(FULL_ML_PER_MIN)),
                        new Step(24, first(pumps, is(PumpRole.VENT)).name(), new PumpAct.Stop()),
                        new Step(26, arterial.name(), new PumpAct.Stop()))
                .stream()
                .distinct()
                .toList();
    }

    private static Predicate<Pump> is(PumpRole role) {
        return pump -> pump.role() == role;
    }

    /// The first pump that is so, or the arterial one, which every machine has.
    private static Pump first(List<Pump> pumps, Predicate<Pump> wanted) {
        return pumps.stream().filter(wanted).findFirst().orElseGet(pumps::getFirst);
    }

    /// Does what is due.
    ///
    /// @param seconds since the machine was started
    public void play(double seconds) throws InterruptedException {
        while (next < steps.size() && steps.get(next).atSeconds() <= seconds) {
            Step step = steps.get(next++);
            long request = desk.ask(step.pump(), step.act());
            Outcome outcome = desk.outcome(step.pump(), request);
            for (int i = 0; i < 20 && outcome instanceof Outcome.Waiting; i++) {
                Thread.sleep(10);
                outcome = desk.outcome(step.pump(), request);
            }
            told.accept("demo: " + step.pump() + ' ' + words(step.act()) + ": " + words(outcome));
        }
    }

    private static String words(PumpAct act) {
        return switch (act) {
            case PumpAct.Stop() -> "stop";
            case PumpAct.Speed(var rpm) -> Math.round(rpm) + " rpm";
            case PumpAct.Flow(var mlPerMin) -> Math.round(mlPerMin) + " mL/min";
            case PumpAct.Pulsatile(var mlPerMin, var _, var _, var _) -> Math.round(mlPerMin) + " mL/min in beats";
            case PumpAct.Follow _ -> "follow";
            case PumpAct.ZeroFlow() -> "zero-flow";
        };
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Waiting() -> "not answered";
            case Outcome.Overtaken() -> "overtaken";
            case Outcome.Judged(var answer, var _) -> answer.words();
        };
    }
}
