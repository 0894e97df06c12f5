package org.altercor.controller.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.altercor.config.Machine;
import org.altercor.config.load.Checked;
import org.altercor.config.load.MachineFiles;
import org.altercor.controller.loop.LoopPair;
import org.altercor.controller.operator.Outcome;
import org.altercor.controller.operator.PumpAct;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.realtime.RealTime;
import org.altercor.hal.rig.RigBinder;
import org.altercor.hal.rig.UnboundDriverException;
import org.altercor.safety.event.Event;
import org.altercor.safety.event.EventKind;
import org.altercor.safety.supervise.Answer;
import org.altercor.safety.supervise.SupervisorCore;
import org.junit.jupiter.api.Test;

/// Machines on real threads; every wait has a deadline.
class RunningMachineTest {
    private static final long LONGEST_WAIT_NANOS = 20_000_000_000L;

    private final List<String> trouble = new ArrayList<>();

    private RunningMachine start(String name) throws UnboundDriverException {
        Machine machine = ((Checked.Whole) new MachineFiles(LocalDate.of(2026, 11, 23)).machine(name)).machine();
        SupervisorBeat beat = LoopPair.newBeat();
        return new RunningMachine(
                machine,
                RigBinder.bind(machine, beat),
                beat,
                RealTime.without("a test"),
                Clock.systemUTC(),
                trouble::add);
    }

    private static void await(String what, BooleanSupplier isSo) throws InterruptedException {
        long deadlineNanos = System.nanoTime() + LONGEST_WAIT_NANOS;
        while (!isSo.getAsBoolean()) {
            assertThat(System.nanoTime() - deadlineNanos)
                    .as("waited for: " + what)
                    .isNegative();
            Thread.sleep(5);
        }
    }

    private static double rpm(RunningMachine machine, int pump) {
        var seen = SupervisorCore.inputsFor(machine.machine(), machine.layout());
        return machine.cells().seen().reader().tryRead(seen)
                ? seen.seen.drives[pump].knownRpm(seen.nowNanos)
                : Double.NaN;
    }

    @Test
    void whatIsAskedAtTheDeskTurnsThePumpAndEverythingIsNumbered() throws Exception {
        try (RunningMachine machine = start("adult-bypass")) {
            long[] request = new long[1];
            await("a start that is accepted", () -> {
                request[0] = machine.desk().ask("arterial", new PumpAct.Speed(60));
                return judged(machine, request[0]) == Answer.ACCEPTED;
            });
            await("the pump to turn", () -> Math.abs(rpm(machine, 0) - 60) < 1);

            machine.desk().ask("arterial", new PumpAct.Stop());
            await("the pump to stand", machine::isStill);
            await(
                    "the stop in the log",
                    () -> machine.log().newest(50).stream()
                            .anyMatch(event -> event.kind() == EventKind.STOP
                                    && event.subject().equals("arterial")));

            List<Event> events = machine.log().after(0, 10_000);
            assertThat(events.getFirst().kind()).isEqualTo(EventKind.STARTED);
            for (int i = 0; i < events.size(); i++) {
                assertThat(events.get(i).sequence()).isEqualTo(i + 1);
            }
            assertThat(machine.whyGoOn()).as("twins may end at any time").isEmpty();
        }
        assertThat(trouble).isEmpty();
    }

    private static Answer judged(RunningMachine machine, long request) {
        for (int i = 0; i < 100; i++) {
            if (machine.desk().outcome("arterial", request) instanceof Outcome.Judged(var answer, var _)) {
                return answer;
            }
            try {
                Thread.sleep(2);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return Answer.NONE;
    }

    @Test
    void aDemoIsRefusedWhereSomethingCanMove() throws Exception {
        try (RunningMachine machine = start("serial-bench")) {
            assertThat(machine.isAllTwin()).isFalse();
            assertThatThrownBy(() -> new Demo(machine, trouble::add)).hasMessageContaining("can move");
        }
    }
}
