package org.altercor.bench.timing;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.altercor.bench.load.MachineLoad;
import org.altercor.config.Machine;
import org.altercor.controller.loop.LoopPair;
import org.altercor.controller.run.RunningMachine;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.realtime.RealTime;
import org.altercor.hal.realtime.ThreadedExecutor;
import org.altercor.hal.rig.Rig;
import org.altercor.hal.rig.RigBinder;
import org.altercor.hal.rig.UnboundDriverException;
import org.altercor.hal.time.ThreadRole;

/// A machine whose two loops are timed: in use, as `altercor run` has it, or its loops alone.
///
/// Owner: one thread.
public final class TimedMachine {
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final Machine machine;
    private final RealTime realTime;
    private final Optional<Cyclictest> peer;
    private final Consumer<String> progress;

    /// @param machine  as read
    /// @param realTime makes its threads
    /// @param peer     the C tool, when it is installed
    /// @param progress told now and then, in words
    public TimedMachine(Machine machine, RealTime realTime, Optional<Cyclictest> peer, Consumer<String> progress) {
        this.machine = machine;
        this.realTime = realTime;
        this.peer = peer;
        this.progress = progress;
    }

    /// Times the loops over the machine's ports, with buses and twin beside them and nothing else. Nothing is asked to
    /// turn.
    public TimingResult alone(double seconds) throws IOException, InterruptedException, UnboundDriverException {
        SupervisorBeat beat = LoopPair.newBeat();
        Rig rig = RigBinder.bind(machine, beat);
        LoopPair loops = LoopPair.over(machine, rig, beat);
        var others = new ThreadedExecutor(
                realTime, (name, thrown) -> progress.accept("thread '" + name + "' ended: " + thrown));
        rig.scheduleOn(others);
        others.start();
        try {
            return new TimingRun(realTime, timed(loops), peer, progress).run(seconds);
        } finally {
            others.stop(LONGEST_STOP);
        }
    }

    /// Times the loops of the machine in use: with its clerk, its console and three screens, its telemetry to a broker,
    /// and an operator who acts. Pumps turn.
    ///
    /// @throws IllegalArgumentException when something of the machine can move
    public TimingResult inUse(double seconds) throws IOException, InterruptedException, UnboundDriverException {
        SupervisorBeat beat = LoopPair.newBeat();
        Rig rig = RigBinder.bind(machine, beat);
        List<TimedLoop> loops = new ArrayList<>();
        try (var running = new RunningMachine(
                        machine,
                        rig,
                        beat,
                        realTime,
                        Clock.systemUTC(),
                        progress,
                        (pair, _) -> loops.addAll(timed(pair)));
                MachineLoad load = loaded(running, loops)) {
            return new TimingRun(realTime, loops, peer, progress, Optional.of(load::figures)).run(seconds);
        }
    }

    /// The load comes while nobody times the loops yet.
    private MachineLoad loaded(RunningMachine running, List<TimedLoop> loops) throws IOException, InterruptedException {
        progress.accept("waiting for broker, screens and pumps");
        try (LoopThreads untimed = LoopThreads.aside(loops)) {
            var load = new MachineLoad(running);
            try {
                load.awaitFull();
                untimed.throwIfAny();
            } catch (InterruptedException | RuntimeException e) {
                load.close();
                throw e;
            }
            return load;
        }
    }

    private static List<TimedLoop> timed(LoopPair loops) {
        return List.of(
                new TimedLoop(
                        "supervisor", ThreadRole.SUPERVISOR, LoopPair.SUPERVISOR_PERIOD_NANOS, loops.supervisor()),
                new TimedLoop("control", ThreadRole.CONTROL, LoopPair.CONTROL_PERIOD_NANOS, loops.control()));
    }
}
