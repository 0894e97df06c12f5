package org.altercor.bench.load;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.altercor.bench.ScratchFolder;
import org.altercor.bench.broker.ChildBroker;
import org.altercor.bench.screen.ScreenReader;
import org.altercor.controller.cli.DemoBroker;
import org.altercor.controller.console.ConsoleOptions;
import org.altercor.controller.run.Attached;
import org.altercor.controller.run.RunningMachine;
import org.altercor.safety.journal.Journal;
import org.altercor.safety.telemetry.TelemetryOptions;
import org.altercor.safety.telemetry.TelemetryState;

/// What a machine bears in use: a journal, telemetry to a broker in a process of its own, a console with screens that
/// listen, and an operator who acts at one of them.
///
/// For machines that are all twin: its operator starts pumps. Owner: one thread.
public final class MachineLoad implements AutoCloseable {
    private static final int SCREENS = 3;
    private static final String ANY_LOOPBACK_PORT = "127.0.0.1:0";

    /// How long pumps may take to turn. Our own judgement: the slowest sensor of a shipped machine is known after ten
    /// seconds, and this computer may be busy.
    private static final long LONGEST_START_NANOS = 60_000_000_000L;

    private static final long LOOK_MILLIS = 50;

    /// What had been counted when counting began.
    private record Count(
            long nanos, List<Long> pictures, TelemetryState telemetry, long events, ActingOperator.Count operator) {}

    private final RunningMachine machine;
    private final Deque<Runnable> endings = new ArrayDeque<>(); // of what was started last first
    private final List<ScreenReader> screens = new ArrayList<>();
    private final Attached attached;
    private final ActingOperator operator;
    private Count start;

    /// Puts a machine under load, and returns before anything turns.
    ///
    /// @param machine whose loops run already, or soon
    /// @throws IllegalArgumentException when something of it can move
    /// @throws IOException              when broker or console do not start; nothing is left of them then
    public MachineLoad(RunningMachine machine) throws IOException, InterruptedException {
        if (!machine.isAllTwin()) {
            throw new IllegalArgumentException("under load pumps turn: that is for a machine that is all twin");
        }
        this.machine = machine;
        try {
            attached = attach();
            URI page = URI.create(attached.page().orElseThrow());
            for (int i = 0; i < SCREENS; i++) {
                var screen = ScreenReader.open(page);
                endings.push(screen::close);
                screens.add(screen);
            }
            operator = new ActingOperator(screens.getFirst(), LoadStory.of(machine.machine()));
            endings.push(operator::close);
            operator.start();
            start = count();
        } catch (IOException | InterruptedException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private Attached attach() throws IOException {
        DemoBroker.Running broker = new ChildBroker().start();
        endings.push(broker::close);
        var telemetry =
                TelemetryOptions.of(broker.uri(), "bench", machine.machine().name());
        var folder = ScratchFolder.make("altercor-load");
        endings.push(folder::close);
        Journal journal = machine.keep(Journal.in(folder.path()), Clock.systemUTC());
        endings.push(journal::close);
        var both = Attached.to(
                machine,
                Optional.of(journal),
                Optional.of(telemetry),
                Optional.of(ConsoleOptions.of(ANY_LOOPBACK_PORT)));
        endings.push(both::close);
        return both;
    }

    /// Waits until all of it is there: the broker acknowledges, every screen has a picture, the arterial pump turns.
    /// What is counted counts from then on.
    ///
    /// @throws IllegalStateException when it does not come
    public void awaitFull() throws InterruptedException {
        long startNanos = System.nanoTime();
        while (!isFull()) {
            if (System.nanoTime() - startNanos > LONGEST_START_NANOS) {
                throw new IllegalStateException("the load did not come: " + figures());
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        start = count();
    }

    private boolean isFull() {
        return attached.telemetry().orElseThrow().word() == TelemetryState.Word.OK
                && screens.stream().allMatch(screen -> screen.pictures() > 0)
                && operator.mostTurning() > 0;
    }

    private Count count() {
        return new Count(
                System.nanoTime(),
                screens.stream().map(ScreenReader::pictures).toList(),
                attached.telemetry().orElseThrow(),
                machine.log().newest(),
                operator.count());
    }

    /// What it was, since [#awaitFull] returned.
    public LoadFigures figures() {
        Count now = count();
        List<Long> pictures = new ArrayList<>();
        for (int i = 0; i < screens.size(); i++) {
            pictures.add(now.pictures().get(i) - start.pictures().get(i));
        }
        return new LoadFigures(
                machine.machine().name(),
                (now.nanos() - start.nanos()) / 1e9,
                machine.machine().pumps().size(),
                operator.mostTurning(),
                (int) screens.stream().filter(ScreenReader::isConnected).count(),
                pictures,
                now.telemetry().handed() - start.telemetry().handed(),
                now.telemetry().dropped() - start.telemetry().dropped(),
                now.events() - start.events(),
                now.operator().alarms() - start.operator().alarms(),
                now.operator().accepted() - start.operator().accepted(),
                now.operator().refused() - start.operator().refused(),
                operator.trouble());
    }

    /// Ends all of it, the operator first, the broker's process last.
    @Override
    public void close() {
        while (!endings.isEmpty()) {
            endings.pop().run();
        }
    }
}
