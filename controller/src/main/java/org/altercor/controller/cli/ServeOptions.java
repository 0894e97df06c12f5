package org.altercor.controller.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.altercor.config.Machine;
import org.altercor.config.Pump;
import org.altercor.config.PumpRole;
import org.altercor.config.load.Checked;
import org.altercor.config.load.MachineFiles;
import org.altercor.config.rig.Bus;
import org.altercor.config.rig.Drive;
import org.altercor.config.rig.ModbusDriveMap;
import org.altercor.config.rig.SerialSettings;
import org.altercor.controller.scenario.LoadedScenario;
import org.altercor.controller.scenario.ScenarioResult;
import org.altercor.controller.scenario.ScenarioText;
import org.altercor.controller.scenario.ServedTwin;
import org.altercor.hal.line.LineOpener;
import org.altercor.hal.modbus.DriveServer.ServedDrive;
import org.altercor.hal.realtime.RealTime;
import org.altercor.hal.realtime.ThreadedExecutor;
import org.altercor.hal.time.ThreadRole;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// The options of `altercor twin --serve`, and what they ask for: one scenario in real time on a thread of its own,
/// one pump of it behind the registers of a Modbus drive.
///
/// Registers, line and what the drive does in silence are those of a machine's rig; the device and the address may be
/// others.
final class ServeOptions {
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    /// How often the line is looked at, to tell when it goes and comes.
    private static final long LOOK_NANOS = 100_000_000;

    @CommandLine.Option(
            names = "--serve",
            required = true,
            paramLabel = "DEVICE",
            description = "Serial device to answer on: a port, or one end of a pseudo-terminal pair.")
    @SuppressWarnings("NullAway.Init") // set by picocli, with the group
    String device;

    @CommandLine.Option(
            names = "--pump",
            required = true,
            paramLabel = "NAME",
            description = "Pump of the scenario's circuit that the master on the line drives.")
    @SuppressWarnings("NullAway.Init")
    String pump;

    @CommandLine.Option(
            names = "--slave",
            paramLabel = "N",
            description = "Modbus address, 1 to 247. Default: that of the rig's drive.")
    private @Nullable Integer slave;

    @CommandLine.Option(
            names = "--machine",
            paramLabel = "FILE",
            defaultValue = "serial-bench",
            description = "Machine whose rig says the drive's registers, its line and what it does in silence. "
                    + "Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init")
    private String machineFile;

    @CommandLine.Option(
            names = "--drive",
            paramLabel = "NAME",
            description = "Pump of that machine whose drive is meant. Default: its arterial pump.")
    private @Nullable String driveName;

    @CommandLine.Option(
            names = "--for",
            paramLabel = "TIME",
            converter = DurationWord.class,
            description = "How long, as 30s or 5min. Default: until stopped.")
    private @Nullable Duration howLong;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init")
    private CommandLine.Model.CommandSpec spec;

    /// What is served, and on which line.
    private record Wiring(ServedDrive drive, SerialSettings line) {}

    /// Serves until the time is over or the process is stopped.
    ///
    /// @return whether it ran as asked and every expectation so far holds
    boolean run(LoadedScenario scenario, Function<SerialSettings, LineOpener> openers, PrintWriter out)
            throws InterruptedException {
        var reader = new MachineFiles(LocalDate.now(ZoneId.systemDefault()));
        return switch (reader.machine(machineFile)) {
            case Checked.Whole(Machine machine) -> serve(scenario, wiring(machine), openers, out);
            case Checked.Refused refused -> {
                out.print(refused.render());
                out.flush();
                yield false;
            }
            case Checked.Part part -> throw new IllegalStateException("a machine was asked for: " + part);
        };
    }

    private Wiring wiring(Machine machine) {
        Pump wanted = machine.pumps().stream()
                .filter(each -> driveName == null
                        ? each.role() == PumpRole.ARTERIAL
                        : each.name().equals(driveName))
                .findFirst()
                .orElseThrow(() -> refused("machine " + machine.name() + " has no such pump; --drive takes "
                        + String.join(
                                ", ", machine.pumps().stream().map(Pump::name).toList())));
        Drive drive = machine.rig().drive(wanted.name()).orElseThrow();
        return switch (drive.driver()) {
            case Drive.Driver.Modbus(var busName, var map, var _) -> {
                Bus bus = machine.rig().buses().stream()
                        .filter(each -> each.name().equals(busName))
                        .findFirst()
                        .orElseThrow();
                yield new Wiring(
                        new ServedDrive(addressed(map), drive.silence(), wanted.onLoss(machine.profile())),
                        onDevice(bus.serial()));
            }
            case Drive.Driver.Twin() ->
                throw refused("pump " + wanted.name() + " of machine " + machine.name()
                        + " has no Modbus drive, so that there are no registers to serve");
        };
    }

    private ModbusDriveMap addressed(ModbusDriveMap map) {
        if (slave == null) {
            return map;
        }
        if (slave < 1 || slave > 247) {
            throw refused("--slave is " + slave + "; allowed: 1 to 247.");
        }
        return map.at(slave);
    }

    private SerialSettings onDevice(SerialSettings line) {
        return new SerialSettings(device, line.baud(), line.dataBits(), line.parity(), line.stopBits(), line.rs485());
    }

    private CommandLine.ParameterException refused(String why) {
        return new CommandLine.ParameterException(spec.commandLine(), why);
    }

    private boolean serve(
            LoadedScenario scenario, Wiring wiring, Function<SerialSettings, LineOpener> openers, PrintWriter out)
            throws InterruptedException {
        var ended = new CountDownLatch(1);
        var told = new CountDownLatch(1);
        var failure = new AtomicReference<Optional<Throwable>>(Optional.empty());
        long startNanos = System.nanoTime();
        try (RealTime realTime = RealTime.obtain();
                ServedTwin twin = scenario.served(pump, wiring.drive(), wiring.line(), openers.apply(wiring.line()))) {
            var executor = new ThreadedExecutor(realTime, (name, thrown) -> {
                failure.set(Optional.of(thrown));
                ended.countDown();
            });
            executor.every(ThreadRole.TWIN, "twin", ServedTwin.PERIOD_NANOS, twin);
            announce(wiring, realTime, out);
            executor.start();
            var hook = EndHook.add("twin-stopped", () -> stopped(ended, told));
            try {
                await(ended, twin, out);
                boolean isStill = executor.stop(LONGEST_STOP).isEmpty();
                failure.get().ifPresent(thrown -> out.println("the twin ended: " + thrown.getMessage()));
                boolean allHold = report(twin, System.nanoTime() - startNanos, out);
                return isStill && allHold && failure.get().isEmpty();
            } finally {
                told.countDown();
                hook.remove();
            }
        }
    }

    private void announce(Wiring wiring, RealTime realTime, PrintWriter out) {
        ModbusDriveMap map = wiring.drive().map();
        SerialSettings line = wiring.line();
        out.printf(
                Locale.ROOT,
                "serving pump %s as Modbus drive %d on %s, %d Bd %s, %d stop bits%n",
                pump,
                map.slave(),
                line.device(),
                line.baud(),
                line.parity(),
                line.stopBits());
        out.printf(
                Locale.ROOT,
                "registers and silence of %s: %s%n",
                machineFile,
                wiring.drive().silence().text());
        out.println(realTime.status().banner());
        out.println(howLong == null ? "until stopped (Ctrl-C)" : "for " + howLong.toMillis() / 1e3 + " s");
        out.flush();
    }

    /// Waits for the end, and tells whenever the line goes or comes back.
    private void await(CountDownLatch ended, ServedTwin twin, PrintWriter out) throws InterruptedException {
        long startNanos = System.nanoTime();
        String told = "";
        boolean goesOn = true;
        while (goesOn) {
            long waitNanos = Math.max(0, Math.min(left(startNanos), LOOK_NANOS));
            goesOn = !ended.await(waitNanos, TimeUnit.NANOSECONDS) && left(startNanos) > 0;
            String trouble = twin.trouble();
            if (!trouble.equals(told)) {
                told = trouble;
                out.println("the line: " + (trouble.isEmpty() ? "open again" : trouble));
                out.flush();
            }
        }
    }

    private long left(long startNanos) {
        return howLong == null ? LOOK_NANOS : howLong.toNanos() - (System.nanoTime() - startNanos);
    }

    /// On the way out by a signal: first the twin's thread ends and what came of it is told, then the process ends.
    private static void stopped(CountDownLatch ended, CountDownLatch told) {
        ended.countDown();
        try {
            boolean ignored = told.await(2 * LONGEST_STOP.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean report(ServedTwin twin, long wallNanos, PrintWriter out) {
        if (twin.stepsLeftOut() > 0) {
            out.println(twin.stepsLeftOut() + " ms of simulated time left out: this computer was away");
        }
        ScenarioResult result = twin.result(wallNanos);
        out.print(ScenarioText.of(result));
        out.flush();
        return result.failed() == 0;
    }
}
