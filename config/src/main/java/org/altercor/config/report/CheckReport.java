package org.altercor.config.report;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.altercor.config.Calibration.Basis;
import org.altercor.config.Calibration.Displacement;
import org.altercor.config.LossPolicy;
import org.altercor.config.Machine;
import org.altercor.config.Pump;
import org.altercor.config.PumpRole;
import org.altercor.config.SourceFile;
import org.altercor.config.SpeedLimit;
import org.altercor.config.rig.Bus;
import org.altercor.config.rig.BusBudget;
import org.altercor.config.rig.Drive;
import org.altercor.config.rig.HardwareProtection;
import org.altercor.config.rig.Hazard;
import org.altercor.config.rig.SensorWiring;
import org.altercor.config.schema.Unit;

/// What an engineer wants to know of a machine before anything turns: what each pump is, what it does when nobody
/// commands it, who watches when the program is dead, and what its buses can promise.
public final class CheckReport {
    private final Machine machine;
    private final StringBuilder text = new StringBuilder();

    private CheckReport(Machine machine) {
        this.machine = machine;
    }

    /// The report as plain text that is Markdown as well.
    public static String of(Machine machine) {
        return new CheckReport(machine).render();
    }

    private String render() {
        text.append("# ").append(machine.title()).append("\n\n");
        machine.rig()
                .bench()
                .ifPresent(banner -> text.append("**").append(banner).append("**\n\n"));
        line("machine", machine.name());
        line(
                "profile",
                String.format(
                        Locale.ROOT,
                        "%s, reviewed by %s on %s",
                        machine.profile().name(),
                        machine.profile().reviewedBy(),
                        machine.profile().reviewedOn()));
        line("rig", machine.rig().name() + (machine.rig().isAllTwin() ? ", all twin" : ", moves real hardware"));
        machine.circuit()
                .ifPresent(circuit -> line("circuit", String.format(Locale.ROOT, "%s, on the twin", circuit.name())));
        line("files", machine.sources().stream().map(SourceFile::file).collect(Collectors.joining(", ")));
        line("fingerprint", machine.fingerprint());
        text.append('\n');
        pumps();
        limits();
        whoWatches();
        buses();
        sensors();
        if (!machine.cautions().isEmpty()) {
            text.append("## Worth knowing\n\n");
            machine.cautions()
                    .forEach(caution -> text.append("- ").append(caution).append('\n'));
            text.append('\n');
        }
        return text.toString();
    }

    private void line(String what, String value) {
        text.append("- ").append(what).append(": ").append(value).append('\n');
    }

    private void pumps() {
        text.append("## Pumps\n\n");
        Markdown table = new Markdown(
                "pump", "role", "head", "displaces", "known from", "drive", "command lost", "drive left alone");
        for (Pump pump : machine.pumps()) {
            Drive drive = drive(pump);
            table.row(
                    pump.name(),
                    pump.role().word(),
                    pump.head().word(),
                    displaces(pump),
                    known(pump.calibration().displacedBy()),
                    driver(drive),
                    policy(pump.onLoss(machine.profile())),
                    leftAlone(pump, drive));
        }
        text.append(table.render()).append('\n');
    }

    private void limits() {
        text.append("## How fast\n\n");
        Markdown table = new Markdown("pump", "pumps", "drive's positive", "at most", "because of", "flow then");
        for (Pump pump : machine.pumps()) {
            SpeedLimit limit = pump.speedLimit(machine.profile());
            table.row(
                    pump.name(),
                    pump.direction().word(),
                    positive(pump, drive(pump)),
                    rpm(limit.speedRpm()),
                    because(pump, limit.reason()),
                    limit.flowMlPerMin()
                            .map(flow -> String.format(Locale.ROOT, "%.0f mL/min", flow))
                            .orElse("NOT LIMITED: it depends on pressures too"));
        }
        text.append(table.render()).append('\n');
    }

    private static String positive(Pump pump, Drive drive) {
        return switch (drive.driver()) {
            case Drive.Driver.Modbus(var _, var _, var turns) ->
                turns == pump.direction() ? turns.word() : turns.word() + "; told the opposite";
            case Drive.Driver.Twin() -> "-";
        };
    }

    private String because(Pump pump, SpeedLimit.Reason reason) {
        return switch (reason) {
            case MACHINE -> "its highest speed";
            case PROFILE ->
                String.format(
                        Locale.ROOT,
                        "highest flow of %s in profile %s; the machine allows %s",
                        pump.role().word(),
                        machine.profile().name(),
                        rpm(pump.maxSpeedRpm()));
        };
    }

    private static String rpm(double speedRpm) {
        return Unit.RPM.show(Math.floor(speedRpm * 10) / 10);
    }

    private void whoWatches() {
        text.append("## Who watches when the program is dead\n\n");
        Markdown table =
                new Markdown("pump", "then it", "air", "level", "pressure", "overspeed", "supervisor alone dead");
        for (Pump pump : machine.pumps()) {
            table.row(
                    pump.name(),
                    leftAlone(pump, drive(pump)),
                    watcher(pump, Hazard.AIR),
                    watcher(pump, Hazard.LEVEL),
                    watcher(pump, Hazard.PRESSURE),
                    watcher(pump, Hazard.OVERSPEED),
                    unsupervised(pump.onLoss(machine.profile())));
        }
        text.append(table.render()).append('\n');
        machine.rig()
                .waiver()
                .ifPresent(waiver -> text.append("**NOBODY watches by wire where it says so.** Waived by ")
                        .append(waiver.by())
                        .append(" on ")
                        .append(waiver.on())
                        .append(": ")
                        .append(waiver.why())
                        .append(".\n\n"));
        for (HardwareProtection protection : machine.rig().protections()) {
            text.append(String.format(
                    Locale.ROOT,
                    "- %s: %s (proved by %s on %s)\n",
                    protection.name(),
                    protection.how(),
                    protection.provedBy(),
                    protection.provedOn()));
        }
        if (!machine.rig().protections().isEmpty()) {
            text.append('\n');
        }
    }

    private String watcher(Pump pump, Hazard hazard) {
        List<String> guards = machine.rig().guards(pump.name(), hazard).stream()
                .map(HardwareProtection::name)
                .toList();
        if (!guards.isEmpty()) {
            return String.join(", ", guards);
        }
        if (!drive(pump).isHardware()) {
            return "gone with it";
        }
        return pump.role() == PumpRole.ARTERIAL ? "NOBODY" : "nobody; it stops";
    }

    private void buses() {
        if (machine.rig().buses().isEmpty()) {
            return;
        }
        text.append(
                "## Buses\n\nWorst case: one slave is dead, and every answer comes at the last moment or not at all.\n\n");
        Markdown table =
                new Markdown("bus", "drives", "stop at worst", "allowed", "speed at worst", "allowed", "verdict");
        for (Bus bus : machine.rig().buses()) {
            BusBudget budget = BusBudget.of(
                    bus, machine.rig(), pump -> machine.pump(pump).orElseThrow().role());
            boolean hasDrives = !budget.drives().isEmpty();
            table.row(
                    bus.name() + ", " + bus.serial().baud() + " Bd",
                    hasDrives ? String.join(", ", budget.drives()) : "none",
                    hasDrives ? millis(budget.worstStop().toNanos()) : "-",
                    hasDrives ? millis(budget.stopBudget().toNanos()) : "-",
                    hasDrives ? millis(budget.worstAge().toNanos()) + " old" : "-",
                    hasDrives ? millis(budget.ageBudget().toNanos()) : "-",
                    budget.isStopInTime() && budget.isSpeedFresh() ? "met" : "BROKEN");
        }
        text.append(table.render()).append('\n');
    }

    private void sensors() {
        text.append("## Sensors\n\n");
        Markdown table = new Markdown("sensor", "measures", "place", "serves", "driver", "lost after");
        for (var sensor : machine.sensors()) {
            var wiring = machine.rig().sensor(sensor.name()).orElseThrow();
            table.row(
                    sensor.name(),
                    sensor.kind().word(),
                    sensor.place().word(),
                    sensor.pumps().isEmpty() ? "-" : String.join(", ", sensor.pumps()),
                    switch (wiring.driver()) {
                        case SensorWiring.Driver.Gpio(var line) -> line.chip() + " line " + line.line();
                        case SensorWiring.Driver.Modbus modbus -> "bus " + modbus.bus() + ", slave " + modbus.slave();
                        case SensorWiring.Driver.BioProTT(var bus, var _) -> "BioProTT, bus " + bus;
                        case SensorWiring.Driver.Twin() -> "twin";
                    },
                    wiring.lostAfter().toMillis() + " ms");
        }
        text.append(table.render()).append('\n');
    }

    private Drive drive(Pump pump) {
        return machine.rig().drive(pump.name()).orElseThrow();
    }

    private String leftAlone(Pump pump, Drive drive) {
        String own = drive.silence().text();
        return machine.rig().isFedByRunPulses(pump.name()) ? own + "; run power ceases at once" : own;
    }

    private static String displaces(Pump pump) {
        return switch (pump.calibration().displacement()) {
            case Displacement.Stroke(var raceway, var tubing, var strokeVolumeMl) ->
                String.format(
                        Locale.ROOT,
                        "%s, %s in %s",
                        Unit.ML_PER_REV.show(strokeVolumeMl),
                        tubing.word(),
                        raceway.word());
            case Displacement.ShutOff(var shutOff) -> Unit.MMHG_PER_RPM2.show(shutOff);
        };
    }

    private static String known(Basis basis) {
        return switch (basis) {
            case Basis.Measured measured ->
                String.format(
                        Locale.ROOT,
                        "measured by %s on %s, until %s",
                        measured.by(),
                        measured.on(),
                        measured.expiresOn());
            case Basis.Handbook() -> "handbook: NOT CALIBRATED";
            case Basis.Twin() -> "twin";
        };
    }

    private static String driver(Drive drive) {
        return switch (drive.driver()) {
            case Drive.Driver.Modbus(var bus, var map, var _) ->
                String.format(Locale.ROOT, "modbus, bus %s, slave %d", bus, map.slave());
            case Drive.Driver.Twin() -> "twin";
        };
    }

    private static String policy(LossPolicy policy) {
        return switch (policy) {
            case LossPolicy.Hold() -> "hold";
            case LossPolicy.Stop(var _) -> "stop";
            case LossPolicy.HoldThenStop(var hold) -> "hold " + seconds(hold) + ", then stop";
        };
    }

    private static String unsupervised(LossPolicy policy) {
        return switch (policy) {
            case LossPolicy.Hold _, LossPolicy.HoldThenStop _ -> "runs on; no start, no increase";
            case LossPolicy.Stop(var finish) ->
                finish.isZero()
                        ? "stops at once"
                        : "finishes within " + seconds(finish) + ", then stops; no start, no increase";
        };
    }

    private static String seconds(Duration time) {
        return Unit.S.show(time.toMillis() / 1e3);
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
    }
}
