package org.altercor.hal.modbus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.altercor.config.LossPolicy;
import org.altercor.config.rig.CommandWord;
import org.altercor.config.rig.ModbusDriveMap;
import org.altercor.config.rig.Parity;
import org.altercor.config.rig.RegisterField;
import org.altercor.config.rig.RegisterField.Table;
import org.altercor.config.rig.SerialSettings;
import org.altercor.config.rig.Silence;
import org.altercor.config.rig.WriteFunction;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.line.SimulatedLine;
import org.altercor.hal.port.DriveStatus;
import org.altercor.hal.port.Reading;

/// A bus with simulated slaves, a control loop that commands every 10 ms and a supervisor that beats every 5 ms.
final class BusRig {
    static final long MS = 1_000_000;
    static final SerialSettings SETTINGS = new SerialSettings("simulated", 57_600, 8, Parity.EVEN, 1, false);

    final SimulatedLine line = new SimulatedLine();
    final SupervisorBeat beat = new SupervisorBeat(Duration.ofMillis(100));
    final List<SimulatedSlave> slaves = new ArrayList<>();
    final List<ModbusDrive> drives = new ArrayList<>();
    final ModbusBus bus;

    final DriveStatus status = new DriveStatus();
    final Reading reading = new Reading();

    long nowMs;
    boolean supervisorAlive = true;
    boolean loopAlive = true;
    double[] speedsRpm;

    BusRig(LossPolicy policy, ModbusDriveMap... maps) {
        this(policy, new Silence.Nothing(), maps);
    }

    /// @param silence what every drive is declared to do when nobody speaks to it
    BusRig(LossPolicy policy, Silence silence, ModbusDriveMap... maps) {
        for (ModbusDriveMap map : maps) {
            slaves.add(new SimulatedSlave(map.slave()));
            drives.add(new ModbusDrive(map, silence, policy, beat, Duration.ZERO));
        }
        speedsRpm = new double[maps.length];
        line.farEnd((far, frame, length) -> {
            for (int i = 0; i < slaves.size(); i++) {
                slaves.get(i).receive(far, frame, length);
            }
        });
        bus = new ModbusBus(SETTINGS, line, drives);
    }

    /// A signed drive with an enable word, current and fault.
    static ModbusDriveMap map(int slave) {
        return new ModbusDriveMap(
                slave,
                Duration.ofMillis(10),
                WriteFunction.SINGLE,
                new RegisterField(SimulatedSlave.SET_SPEED, Table.HOLDING, true, 1),
                new RegisterField(SimulatedSlave.ACTUAL_SPEED, Table.INPUT, true, 1),
                Optional.of(new CommandWord(SimulatedSlave.ENABLE, 1, 0)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new RegisterField(SimulatedSlave.CURRENT, Table.INPUT, false, 0.01)),
                Optional.of(new RegisterField(SimulatedSlave.FAULT, Table.INPUT, false, 1)),
                Optional.empty(),
                Optional.empty());
    }

    /// An unsigned drive with direction words and a watchdog, written by function 16.
    static ModbusDriveMap unsignedMap(int slave) {
        return new ModbusDriveMap(
                slave,
                Duration.ofMillis(10),
                WriteFunction.MULTIPLE,
                new RegisterField(SimulatedSlave.SET_SPEED, Table.HOLDING, false, 0.1),
                new RegisterField(SimulatedSlave.ACTUAL_SPEED, Table.HOLDING, false, 0.1),
                Optional.of(new CommandWord(SimulatedSlave.ENABLE, 1, 0)),
                Optional.of(new CommandWord(SimulatedSlave.DIRECTION, 1, 2)),
                Optional.of(new RegisterField(SimulatedSlave.ACTUAL_DIRECTION, Table.HOLDING, false, 1)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new RegisterField(SimulatedSlave.WATCHDOG, Table.HOLDING, false, 1)),
                Optional.of(Duration.ofMillis(250)));
    }

    /// An unsigned drive with an enable word and direction words, in whole rpm, without a watchdog.
    static ModbusDriveMap directionMap(int slave) {
        return new ModbusDriveMap(
                slave,
                Duration.ofMillis(10),
                WriteFunction.SINGLE,
                new RegisterField(SimulatedSlave.SET_SPEED, Table.HOLDING, false, 1),
                new RegisterField(SimulatedSlave.ACTUAL_SPEED, Table.HOLDING, false, 1),
                Optional.of(new CommandWord(SimulatedSlave.ENABLE, 1, 0)),
                Optional.of(new CommandWord(SimulatedSlave.DIRECTION, 1, 2)),
                Optional.of(new RegisterField(SimulatedSlave.ACTUAL_DIRECTION, Table.HOLDING, false, 1)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// A signed drive that runs on its set-point alone.
    ///
    /// @param watchdogMs what its watchdog register is set to; 0 when it has none
    static ModbusDriveMap bareMap(int slave, int watchdogMs) {
        boolean hasWatchdog = watchdogMs > 0;
        return new ModbusDriveMap(
                slave,
                Duration.ofMillis(10),
                WriteFunction.SINGLE,
                new RegisterField(SimulatedSlave.SET_SPEED, Table.HOLDING, true, 1),
                new RegisterField(SimulatedSlave.ACTUAL_SPEED, Table.INPUT, true, 1),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                hasWatchdog
                        ? Optional.of(new RegisterField(SimulatedSlave.WATCHDOG, Table.HOLDING, false, 1))
                        : Optional.empty(),
                hasWatchdog ? Optional.of(Duration.ofMillis(watchdogMs)) : Optional.empty());
    }

    void run(long ms) {
        for (long end = nowMs + ms; nowMs < end; nowMs++) {
            step();
        }
    }

    /// One millisecond. Allocates nothing of its own.
    void step() {
        long nowNanos = nowMs * MS;
        line.nowNanos = nowNanos;
        if (supervisorAlive && nowMs % 5 == 0) {
            beat.beat(nowNanos);
        }
        for (int i = 0; i < drives.size(); i++) {
            if (loopAlive && nowMs % 10 == 0) {
                drives.get(i).command(speedsRpm[i], nowNanos + 300 * MS);
            }
            slaves.get(i).run();
        }
        bus.cycle(nowNanos);
    }

    /// The loop takes a release for what it is, and starts drive `index` anew: zero, then its old speed.
    void startAnew(int index) {
        double oldRpm = speedsRpm[index];
        speedsRpm[index] = 0;
        run(20);
        speedsRpm[index] = oldRpm;
    }

    /// Lets drive 0 turn at `rpm`.
    void turning(double rpm) {
        run(100);
        speedsRpm[0] = rpm;
        run(300);
    }

    /// Runs until something is the case.
    void until(String what, BooleanSupplier condition) {
        for (long end = nowMs + 10_000; !condition.getAsBoolean(); nowMs++) {
            if (nowMs == end) {
                throw new AssertionError("never came about: " + what);
            }
            step();
        }
    }

    /// Lets drive 0 carry out a write of `value` to `register`, and spoils its echo, as long as `spoils` says so.
    void spoilEcho(int register, int value, BooleanSupplier spoils) {
        SimulatedSlave slave = slaves.getFirst();
        line.farEnd((far, frame, length) -> {
            slave.spoilAnswers = frame[1] == 6 && frame[3] == register && frame[5] == value && spoils.getAsBoolean();
            slave.receive(far, frame, length);
        });
    }

    DriveStatus status() {
        drives.getFirst().readStatus(status);
        return status;
    }

    Reading speed() {
        drives.getFirst().readSpeedRpm(reading);
        return reading;
    }

    int actualRpm() {
        return (short) slaves.getFirst().registers[SimulatedSlave.ACTUAL_SPEED];
    }
}
