package org.altercor.controller.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.altercor.config.Machine;
import org.altercor.config.load.Checked;
import org.altercor.config.load.MachineFiles;
import org.altercor.controller.console.ConsoleOptions;
import org.altercor.controller.loop.LoopPair;
import org.altercor.controller.operator.PumpAct;
import org.altercor.controller.run.Attached;
import org.altercor.controller.run.Demo;
import org.altercor.controller.run.RunningMachine;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.realtime.RealTime;
import org.altercor.hal.rig.Rig;
import org.altercor.hal.rig.RigBinder;
import org.altercor.hal.rig.UnboundDriverException;
import org.altercor.safety.journal.Journal;
import org.altercor.safety.telemetry.TelemetryOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// `altercor run`: runs a machine until it is stopped, or for a time.
@CommandLine.Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Run a machine: its pumps, its supervisor, its console and its telemetry.",
            "Without --machine it is an adult bypass on the digital twin, and nothing of it can move anything.",
            "On hardware the program does not end while an arterial pump turns: stop the pump first."
        },
        footer = {
            "",
            "Exit code: 0 when it ran and ended as asked.",
            "",
            "Examples:",
            "  altercor run",
            "  altercor run --for 30s",
            "  altercor run --machine serial-bench"
        })
public final class RunCommand implements Command {
    /// How often the main thread looks whether anything is to be done. Our own judgement: no one waits for it.
    private static final long LOOK_MILLIS = 50;

    /// How long pumps may take to stand before the program ends. Our own judgement: the slowest ramp of a shipped
    /// machine takes 2.7 s.
    private static final Duration LONGEST_STANDSTILL = Duration.ofSeconds(5);

    /// How long the control loop may take to its first cycle before nobody waits for it. Our own judgement: two
    /// hundred cycles; what is wrong then is shown by those who watch the loop.
    private static final Duration FIRST_CYCLE_PATIENCE = Duration.ofSeconds(2);

    @CommandLine.Option(
            names = "--machine",
            paramLabel = "FILE|NAME",
            defaultValue = "adult-bypass",
            description = "Machine file, or the name of a shipped one. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private String machineFile;

    @CommandLine.Option(
            names = "--rig",
            paramLabel = "FILE|NAME",
            description = "Rig to use instead of the machine's own.")
    private @Nullable String rigFile;

    @CommandLine.Option(
            names = "--for",
            paramLabel = "TIME",
            converter = DurationWord.class,
            description = "End by itself after 500ms, 30s, 5min, 2h. On a machine that is all twin a demo is played "
                    + "meanwhile.")
    private @Nullable Duration howLong;

    @CommandLine.Option(names = "--no-demo", description = "Play no demo: pumps stand until somebody asks.")
    private boolean noDemo;

    @CommandLine.Mixin
    @SuppressWarnings("NullAway.Init")
    private OutletOptions outlets;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init")
    private CommandLine.Model.CommandSpec spec;

    private final CountDownLatch askedToEnd = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    @Override
    public Integer call() throws IOException, InterruptedException, UnboundDriverException {
        var reader = new MachineFiles(LocalDate.now(ZoneId.systemDefault()));
        return switch (rigFile == null ? reader.machine(machineFile) : reader.machine(machineFile, rigFile)) {
            case Checked.Whole(Machine machine) -> {
                run(machine);
                yield TRUE;
            }
            case Checked.Refused refused -> {
                spec.commandLine().getErr().print(refused.render());
                spec.commandLine().getErr().flush();
                yield FALSE;
            }
            case Checked.Part part -> throw new IllegalStateException("a machine was asked for: " + part);
        };
    }

    private void run(Machine machine) throws IOException, InterruptedException, UnboundDriverException {
        Optional<ConsoleOptions> console =
                outlets.console(); // what is wrong with an option is said before anything runs
        Optional<TelemetryOptions> named = outlets.broker().map(uri -> outlets.telemetry(uri, machine.name()));
        SupervisorBeat beat = LoopPair.newBeat();
        Rig rig = RigBinder.bind(machine, beat);
        var hook = EndHook.add("end", this::holdUntilEnded);
        try (RealTime realTime = RealTime.obtain();
                var running = new RunningMachine(machine, rig, beat, realTime, Clock.systemUTC(), this::say)) {
            Optional<Path> folder = outlets.journal(machine.name(), System.getenv());
            Optional<Journal> journal = folder.map(path -> running.keep(Journal.in(path), Clock.systemUTC()));
            try {
                greet(running);
                say("journal:   " + folder.map(Path::toString).orElse("none"));
                show(running, journal, named, console);
                standStill(running);
            } finally {
                journal.ifPresent(Journal::close);
            }
        } finally {
            ended.countDown();
            hook.remove();
        }
    }

    /// Seconds since this process began.
    private static double sinceStart() {
        Instant now = Instant.now();
        Instant start = ProcessHandle.current().info().startInstant().orElse(now);
        return Duration.between(start, now).toMillis() / 1e3;
    }

    private void greet(RunningMachine running) throws InterruptedException {
        running.machine().rig().bench().ifPresent(this::say);
        say(running.machine().title() + ", " + running.realTime().banner());
        running.realTime().remedies().forEach(this::say);
        running.machine().cautions().forEach(this::say);
        if (running.awaitControl(FIRST_CYCLE_PATIENCE)) {
            say(String.format(Locale.ROOT, "loops:     first control cycle %.1f s after the start", sinceStart()));
        }
        say(howLong == null ? "running until stopped (Ctrl-C)" : "running for " + howLong.toMillis() / 1e3 + " s");
    }

    /// With console and telemetry around it. They come after the pumps, and go before them.
    private void show(
            RunningMachine running,
            Optional<Journal> journal,
            Optional<TelemetryOptions> named,
            Optional<ConsoleOptions> console)
            throws IOException, InterruptedException {
        Optional<DemoBroker> demo = outlets.wantsDemoBroker() ? DemoBroker.find() : Optional.empty();
        DemoBroker.@Nullable Running broker = demo.isPresent() ? demo.get().start() : null;
        try {
            Optional<TelemetryOptions> telemetry = broker == null
                    ? named
                    : Optional.of(
                            outlets.telemetry(broker.uri(), running.machine().name()));
            try (Attached attached = Attached.to(running, journal, telemetry, console)) {
                attached.page()
                        .ifPresent(page -> say(String.format(
                                Locale.ROOT, "console:   %s  (%.1f s after the start)", page, sinceStart())));
                say("telemetry: " + telemetry.map(RunCommand::where).orElse("none"));
                live(running);
            }
        } finally {
            if (broker != null) {
                broker.close();
            }
        }
    }

    private static String where(TelemetryOptions options) {
        return options.broker() + "  altercor/v1/" + options.site() + '/' + options.device() + "/#";
    }

    private void live(RunningMachine running) throws InterruptedException {
        Optional<Demo> demo = howLong != null && !noDemo && running.isAllTwin()
                ? Optional.of(new Demo(running, this::say))
                : Optional.empty();
        long startNanos = System.nanoTime();
        String told = "";
        boolean goesOn = true;
        while (goesOn) {
            boolean isAsked = askedToEnd.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            long sinceNanos = System.nanoTime() - startNanos;
            if (demo.isPresent()) {
                demo.get().play(sinceNanos / 1e9);
            }
            boolean isOver = isAsked || (howLong != null && sinceNanos >= howLong.toNanos());
            Optional<String> whyGoOn = isOver ? running.whyGoOn() : Optional.empty();
            if (whyGoOn.isPresent() && !whyGoOn.get().equals(told)) {
                told = whyGoOn.get();
                say("not ending: " + told);
            }
            goesOn = !isOver || whyGoOn.isPresent();
            if (isAsked && goesOn) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
        }
    }

    /// Whatever may be stopped is stopped before its loops end.
    private static void standStill(RunningMachine running) throws InterruptedException {
        running.layout().pumps().forEach(pump -> running.desk().ask(pump, new PumpAct.Stop()));
        long deadlineNanos = System.nanoTime() + LONGEST_STANDSTILL.toNanos();
        while (!running.isStill() && deadlineNanos - System.nanoTime() > 0) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    /// On the way out by a signal: the process ends when the machine has.
    private void holdUntilEnded() {
        askedToEnd.countDown();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(String words) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, "%s%n", words);
        out.flush();
    }
}
