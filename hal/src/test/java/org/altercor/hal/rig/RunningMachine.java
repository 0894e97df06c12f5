package org.altercor.hal.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.altercor.config.Machine;
import org.altercor.config.load.Checked;
import org.altercor.config.load.MachineFiles;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.line.LineOpener.Opening;
import org.altercor.hal.port.LineClamp;
import org.altercor.hal.port.OutsideWorld;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.hal.port.SwitchReading;
import org.altercor.hal.time.DeterministicExecutor;
import org.altercor.hal.time.ThreadRole;

/// A machine that runs with somebody who commands its arterial pump.
final class RunningMachine {
    static final long MS = 1_000_000;
    private static final long LEASE_NANOS = 300 * MS;

    private final Rig rig;
    private final OutsideWorld outside;
    private final DeterministicExecutor executor = new DeterministicExecutor(1);
    private double arterialRpm;

    /// @param name of a shipped machine that is all twin
    RunningMachine(String name) {
        Machine machine = whole(name);
        var beat = new SupervisorBeat(Duration.ofMillis(100));
        try {
            rig = RigBinder.bind(machine, beat, _ -> () -> new Opening.Refused("no port in this test"));
        } catch (UnboundDriverException e) {
            throw new AssertionError(e);
        }
        outside = rig.outside().orElseThrow();
        rig.outputs().clamps().values().forEach(LineClamp::open); // of a centrifugal head it is found shut
        rig.scheduleOn(executor);
        executor.every(ThreadRole.CONTROL, "operator", 10 * MS, nowNanos -> {
            beat.beat(nowNanos);
            rig.drives().getFirst().command(arterialRpm, nowNanos + LEASE_NANOS);
        });
    }

    private static Machine whole(String name) {
        return switch (new MachineFiles(LocalDate.of(2026, 11, 23)).machine(name)) {
            case Checked.Whole(Machine machine) -> machine;
            case Checked.Refused refused -> throw new AssertionError(refused.render());
            case Checked.Part part -> throw new AssertionError(part);
        };
    }

    Rig rig() {
        return rig;
    }

    SensorPorts sensors() {
        return rig.sensors();
    }

    OutsideWorld outside() {
        return outside;
    }

    long nowNanos() {
        return executor.nanoTime();
    }

    static Reading read(Consumer<Reading> port) {
        var reading = new Reading();
        port.accept(reading);
        return reading;
    }

    static SwitchReading look(Consumer<SwitchReading> port) {
        var reading = new SwitchReading();
        port.accept(reading);
        return reading;
    }

    /// What the arterial pump is told from now on.
    void command(double speedRpm) {
        arterialRpm = speedRpm;
    }

    void run(int milliseconds) {
        executor.runFor(milliseconds * MS);
    }

    /// Turns the arterial pump, and lets flow and pressures find their level.
    void turnAt(double speedRpm) {
        command(0);
        run(100);
        command(speedRpm);
        run(10_000);
    }

    /// Mean of the next three seconds: rollers pulse.
    double flowMlPerMin() {
        double sum = 0;
        for (int i = 0; i < 30; i++) {
            run(100);
            Reading reading = read(rig.sensors().flow().get("flow-arterial")::readMlPerMin);
            assertThat(reading.quality()).isEqualTo(Quality.GOOD);
            sum += reading.value();
        }
        return sum / 30;
    }

    double lineMmHg() {
        return read(rig.sensors().pressure().get("pressure-line")::readMmHg).value();
    }

    /// What every analogue port of the machine reads, and how often air was seen: everything in it, to the bit.
    List<Object> everything() {
        List<Object> all = new ArrayList<>();
        SensorPorts ports = rig.sensors();
        ports.pressure().values().forEach(port -> note(read(port::readMmHg), all));
        ports.flow().values().forEach(port -> note(read(port::readMlPerMin), all));
        ports.level().values().forEach(port -> note(read(port::readMl), all));
        ports.temperature().values().forEach(port -> note(read(port::readCelsius), all));
        ports.gas().values().forEach(port -> note(read(port::readMlPerMin), all));
        ports.blood().values().forEach(port -> note(read(port::readSvO2Percent), all));
        ports.tachometers().values().forEach(port -> note(read(port::readSpeedRpm), all));
        rig.drives().forEach(drive -> note(read(drive::readCurrentAmps), all));
        ports.air().values().forEach(port -> {
            SwitchReading seen = look(port::readAirSeen);
            all.add(seen.rawActive());
            all.add(seen.activations());
        });
        return all;
    }

    private static void note(Reading reading, List<Object> into) {
        into.add(Double.doubleToRawLongBits(reading.value()));
        into.add(reading.sampledAtNanos());
        into.add(reading.sample());
        into.add(reading.quality());
    }
}
