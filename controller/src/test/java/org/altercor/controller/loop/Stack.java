package org.altercor.controller.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.altercor.config.Machine;
import org.altercor.config.load.Checked;
import org.altercor.config.load.MachineFiles;
import org.altercor.controller.operator.Desk;
import org.altercor.controller.operator.PumpAct;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.hal.port.SwitchReading;
import org.altercor.hal.rig.Rig;
import org.altercor.hal.rig.RigBinder;
import org.altercor.hal.rig.UnboundDriverException;
import org.altercor.hal.time.CyclicTask;
import org.altercor.hal.time.DeterministicExecutor;
import org.altercor.hal.time.ThreadRole;
import org.altercor.safety.frame.FrameCell;
import org.altercor.safety.supervise.ControlSnapshot;
import org.altercor.safety.supervise.OperatorOrders;
import org.altercor.safety.supervise.SafetyReport;
import org.altercor.safety.supervise.SupervisorCore;

/// Both loops over the twin of a shipped machine under the deterministic executor, with threads that can die.
final class Stack {
    static final long MS = 1_000_000;
    static final long SECOND = 1_000 * MS;
    private static final long FRESH_NANOS = 2 * MS;

    final Machine machine;
    final Rig rig;
    final LoopPair loops;
    final PumpRequests asked;
    final OperatorOrders ordered;
    final ControlSnapshot snapshot;
    final SafetyReport report;
    DeterministicExecutor executor = new DeterministicExecutor(1);
    boolean controlLives = true;
    boolean supervisorLives = true;
    boolean pulseThreadLives = true;

    private final Desk desk;
    private final FrameCell<ControlSnapshot>.Reader snapshots;
    private final FrameCell<SafetyReport>.Reader reports;

    Stack(String name) {
        machine = ((Checked.Whole) new MachineFiles(LocalDate.of(2026, 11, 23)).machine(name)).machine();
        SupervisorBeat beat = LoopPair.newBeat();
        try {
            rig = RigBinder.bind(machine, beat);
        } catch (UnboundDriverException e) {
            throw new AssertionError(e);
        }
        loops = LoopPair.over(machine, rig, beat);
        desk = new Desk(loops.layout(), loops.settings(), loops.requests(), loops.cells());
        asked = new PumpRequests(machine.pumps().size());
        ordered = new OperatorOrders(machine.pumps().size(), loops.settings().size());
        snapshot = new ControlSnapshot(machine.pumps().size());
        report = SupervisorCore.reportFor(machine, loops.layout());
        snapshots = loops.cells().control().reader();
        reports = loops.cells().reports().reader();
    }

    /// Starts everything and lets it live for half a second.
    void start(long seed) {
        executor = new DeterministicExecutor(seed);
        for (Rig.Task task : rig.tasks()) {
            CyclicTask mortal = task.role() == ThreadRole.PULSES
                    ? now -> {
                        if (pulseThreadLives) {
                            task.task().cycle(now);
                        }
                    }
                    : task.task();
            executor.every(task.role(), task.name(), task.periodNanos(), mortal);
        }
        executor.every(ThreadRole.SUPERVISOR, "supervisor", LoopPair.SUPERVISOR_PERIOD_NANOS, now -> {
            if (supervisorLives) {
                loops.supervisor().cycle(now);
            }
        });
        executor.every(ThreadRole.CONTROL, "control", LoopPair.CONTROL_PERIOD_NANOS, now -> {
            if (controlLives) {
                loops.control().cycle(now);
            }
        });
        run(15 * SECOND); // the slowest sensor is known by then
    }

    void run(long nanos) {
        executor.runFor(nanos);
        snapshots.tryRead(snapshot);
        reports.tryRead(report);
    }

    int pump(String name) {
        return loops.layout().pumps().indexOf(name);
    }

    /// Does as an operator does. Not together with the other ways to ask, which number their requests alike.
    void act(String pump, PumpAct act) {
        desk.ask(pump, act);
    }

    /// Orders a setting to be changed. Not together with the other ways to order.
    void set(String setting, double value) {
        desk.set(setting, value);
    }

    /// Lets something happen to the circuit, the patient or a device.
    void happen(String what, double amount) {
        rig.outside().orElseThrow().perform(what, amount);
    }

    /// What the flow probe says now, in mL/min; NaN when it says nothing.
    double probedMlPerMin() {
        var flow = new Reading();
        rig.sensors().flow().get("flow-arterial").readMlPerMin(flow);
        return flow.quality() == Quality.GOOD ? flow.value() : Double.NaN;
    }

    /// The mean of the flow probe over whole seconds.
    double meanMlPerMin(int seconds) {
        double sum = 0;
        for (int i = 0; i < 10 * seconds; i++) {
            run(SECOND / 10);
            sum += probedMlPerMin();
        }
        return sum / (10 * seconds);
    }

    /// The lowest of the flow probe over a time.
    double lowestMlPerMin(long nanos) {
        double lowest = Double.POSITIVE_INFINITY;
        for (long passed = 0; passed < nanos; passed += SECOND / 10) {
            run(SECOND / 10);
            lowest = Math.min(lowest, probedMlPerMin());
        }
        return lowest;
    }

    /// Pressure of the arterial line in mmHg.
    double linePressureMmHg() {
        var pressure = new Reading();
        rig.sensors().pressure().get("pressure-line").readMmHg(pressure);
        return pressure.value();
    }

    /// Blood in the reservoir in mL, as its sensor says.
    double levelMl() {
        var level = new Reading();
        rig.sensors().level().get("level").readMl(level);
        return level.value();
    }

    /// Asks one pump for a speed.
    void ask(String pump, double speedRpm) {
        asked.askSpeed(pump(pump), speedRpm);
        loops.requests().publish(asked);
    }

    /// Asks the arterial pump for a speed, and when it turns all others for another: cardioplegia needs its flow.
    void turn(double arterialRpm, double otherRpm) {
        ask("arterial", arterialRpm);
        run(5 * SECOND);
        for (int pump = 0; pump < asked.id.length; pump++) {
            if (pump != pump("arterial")) {
                asked.askSpeed(pump, otherRpm);
            }
        }
        loops.requests().publish(asked);
        run(5 * SECOND);
    }

    void stop(String pump) {
        ordered.stops[pump(pump)]++;
        loops.cells().orders().publish(ordered);
    }

    void reset() {
        ordered.resets++;
        loops.cells().orders().publish(ordered);
    }

    double speedRpm(int pump) {
        var reading = new Reading();
        rig.drives().get(pump).readSpeedRpm(reading);
        assertThat(reading.quality()).isEqualTo(Quality.GOOD);
        return reading.value();
    }

    double speedRpm(String pump) {
        return speedRpm(pump(pump));
    }

    boolean isActive(Consumer<SwitchReading> port) {
        var contact = new SwitchReading();
        port.accept(contact);
        assertThat(contact.isUsable(executor.nanoTime(), FRESH_NANOS)).isTrue();
        return contact.rawActive();
    }
}
