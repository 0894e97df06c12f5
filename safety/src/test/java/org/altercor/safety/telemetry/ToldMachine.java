package org.altercor.safety.telemetry;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.altercor.config.Machine;
import org.altercor.config.load.Checked;
import org.altercor.config.load.MachineFiles;
import org.altercor.hal.port.Quality;
import org.altercor.safety.event.EventKind;
import org.altercor.safety.event.EventLog;
import org.altercor.safety.event.EventMemory;
import org.altercor.safety.interlock.Interlock;
import org.altercor.safety.interlock.InterlockInstance;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.supervise.ControlSnapshot;
import org.altercor.safety.supervise.InterlockState;
import org.altercor.safety.supervise.SafetyReport;
import org.altercor.safety.supervise.SupervisorCells;
import org.altercor.safety.supervise.SupervisorCore;
import org.altercor.safety.supervise.SupervisorInputs;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A shipped machine whose frames a test writes, a log, and a link over wires that do what the test says. Nothing moves
/// but by [#run].
final class ToldMachine {
    static final long MS = 1_000_000;
    static final long SECOND = 1_000 * MS;
    static final long TICK = 20 * MS;
    static final UUID BOOT = UUID.fromString("01234567-89ab-4def-8123-456789abcdef");
    private static final JsonMapper JSON = new JsonMapper();

    final Machine machine;
    final MachineLayout layout;
    final SupervisorCells cells;
    final SupervisorInputs seen;
    final ControlSnapshot control;
    final SafetyReport report;
    final List<InterlockInstance> interlocks;
    final EventLog log;
    final FakeWires wires = new FakeWires();
    final Outgoings out;
    final Link link;
    boolean controlLives = true;
    boolean supervisorLives = true;
    long nowNanos = 7_000 * SECOND;

    private long sample;

    ToldMachine(String name) {
        this(name, EventMemory.NONE);
    }

    ToldMachine(String name, EventMemory memory) {
        machine = ((Checked.Whole) new MachineFiles(LocalDate.of(2026, 11, 23)).machine(name)).machine();
        layout = MachineLayout.of(machine);
        cells = SupervisorCells.of(machine, layout);
        seen = SupervisorCore.inputsFor(machine, layout);
        control = new ControlSnapshot(layout.pumps().size());
        report = SupervisorCore.reportFor(machine, layout);
        java.util.Arrays.fill(report.interlock, InterlockState.CLEAR);
        interlocks = InterlockInstance.of(machine, layout);
        var wall = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
        log = new EventLog(BOOT, wall);
        var options = TelemetryOptions.of(URI.create("mqtt://localhost"), "theatre-1", "pump-1");
        out = new Outgoings(machine, layout, cells, log, memory, "0.1", new Messages(Topics.of(options), BOOT, wall));
        var backOff = new BackOff(options.timing(), new Random(1));
        link = new Link(options, wires, backOff, out, nowNanos);
    }

    /// Lets time pass: loops publish, telemetry works.
    void run(long nanos) {
        for (long left = nanos; left > 0; left -= TICK) {
            nowNanos += TICK;
            publish();
            link.work(nowNanos);
        }
    }

    private void publish() {
        sample++;
        if (supervisorLives) {
            seen.nowNanos = nowNanos;
            for (var drive : seen.seen.drives) {
                drive.speedRpm.set(100.123456, 100, nowNanos, sample, Quality.GOOD);
            }
            for (var value : seen.seen.values) {
                value.set(42.5, 42, nowNanos, sample, Quality.GOOD);
            }
            for (var contact : seen.seen.switches) {
                contact.set(true, 1, nowNanos, sample, Quality.GOOD);
            }
            cells.seen().publish(seen);
            report.nowNanos = nowNanos;
            cells.reports().publish(report);
        }
        if (controlLives) {
            control.nowNanos = nowNanos;
            cells.control().publish(control);
        }
    }

    int interlock(Interlock row) {
        for (int i = 0; i < interlocks.size(); i++) {
            if (interlocks.get(i).interlock() == row) {
                return i;
            }
        }
        throw new AssertionError(row);
    }

    void happen(int times) {
        for (int i = 0; i < times; i++) {
            log.add(nowNanos, EventKind.ACT, "", 0, "something");
        }
    }

    static JsonNode json(FakeWires.Handed handed) {
        return JSON.readTree(handed.message().json());
    }

    /// Numbers of the events that a wire was handed.
    static List<Long> numbers(FakeWires.Fake wire) {
        return wire.on("/event").stream()
                .map(each -> json(each).get("seq").asLong())
                .toList();
    }
}
