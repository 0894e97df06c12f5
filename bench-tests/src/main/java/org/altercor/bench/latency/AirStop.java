package org.altercor.bench.latency;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.Histogram;
import org.altercor.bench.ShippedMachine;
import org.altercor.bench.latency.StopLatency.Milliseconds;
import org.altercor.bench.line.ModbusPeer;
import org.altercor.bench.line.ThrottledLine;
import org.altercor.config.LossPolicy;
import org.altercor.config.Machine;
import org.altercor.config.rig.SerialSettings;
import org.altercor.config.rig.Silence;
import org.altercor.controller.loop.LoopPair;
import org.altercor.controller.operator.Outcome;
import org.altercor.controller.operator.PumpAct;
import org.altercor.controller.run.RunningMachine;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.modbus.ModbusBus;
import org.altercor.hal.modbus.ModbusDrive;
import org.altercor.hal.port.AirSensor;
import org.altercor.hal.port.DriveStatus;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.SwitchReading;
import org.altercor.hal.realtime.RealTime;
import org.altercor.hal.rig.PumpPorts;
import org.altercor.hal.rig.Rig;
import org.altercor.hal.rig.RigBinder;
import org.altercor.hal.rig.UnboundDriverException;
import org.altercor.hal.serial.SerialPorts;
import org.altercor.hal.time.ThreadRole;
import org.altercor.safety.event.Event;
import org.altercor.safety.observe.DriveLook;
import org.altercor.safety.supervise.InterlockState;
import org.altercor.safety.supervise.SafetyReport;
import org.altercor.safety.supervise.SupervisorCore;
import org.altercor.safety.supervise.SupervisorInputs;

/// From air at the input of the arterial detector to the last byte of the stop frame at the drive: both loops, the
/// twin and a bus thread with a dead slave beside the drive, each on the thread that the thread table gives it.
///
/// ```
/// trial: turning at 100 rpm ── random wait (seeded) ── air ── supervisor ── stop slot ── last byte of the stop frame
///                                                       │◄──────────────────── measured ─────────────────────►│
/// ```
///
/// Then air goes, the latch is reset a second later, and the pump is started anew.
public final class AirStop implements AutoCloseable {
    private static final String ARTERIAL = "arterial";
    private static final String DETECTOR = "air-arterial";
    private static final double RUNNING_RPM = 100;
    private static final long DEADLINE_NANOS = 5_000_000_000L;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private static final long RESET_PAUSE_NANOS = 50_000_000;

    /// Events that a trial tells when it waits in vain.
    private static final int NEWEST = 20;

    /// A detector whose input a trial sets.
    private static final class Detector implements AirSensor {
        private volatile boolean seesAir;
        private volatile long bubbles;
        private long looks;

        @Override
        public synchronized void readAirSeen(SwitchReading into) {
            into.set(seesAir, bubbles, System.nanoTime(), ++looks, Quality.GOOD);
        }

        synchronized void set(boolean air) {
            seesAir = air;
            bubbles += air ? 1 : 0;
        }
    }

    private final ThrottledLine line;
    private final ModbusPeer peer;
    private final ModbusDrive dead;
    private final ModbusBus bus;
    private final RunningMachine machine;
    private final Detector detector = new Detector();
    private final Random random;
    private final Histogram nanos = new Histogram(DEADLINE_NANOS, 3);
    private final SupervisorInputs seen;
    private final SafetyReport report;
    private long lost;

    /// @param seed     of the phases
    /// @param realTime makes the threads
    public AirStop(long seed, RealTime realTime) throws IOException, UnboundDriverException {
        random = new Random(seed);
        line = new ThrottledLine(StopLatency.SETTINGS, seed, realTime);
        try {
            peer = ModbusPeer.start(line.farPath(), StopLatency.SETTINGS, StopLatency.LIVE);
        } catch (IOException e) {
            line.close();
            throw e;
        }
        SupervisorBeat beat = LoopPair.newBeat();
        Machine adult = ShippedMachine.adult();
        Rig rig = RigBinder.bind(adult, beat);
        var live = drive(StopLatency.LIVE, beat);
        dead = drive(StopLatency.DEAD, beat);
        SerialSettings port = StopLatency.at(line.nearPath());
        bus = new ModbusBus(port, SerialPorts.opener(port), List.of(live, dead));
        rig.sensors().air().put(DETECTOR, detector);
        machine = new RunningMachine(adult, withDrive(rig, live), beat, realTime, Clock.systemUTC(), trouble -> {
            throw new IllegalStateException(trouble);
        });
        seen = SupervisorCore.inputsFor(adult, machine.layout());
        report = SupervisorCore.reportFor(adult, machine.layout());
    }

    private static ModbusDrive drive(int slave, SupervisorBeat beat) {
        return new ModbusDrive(
                StopLatency.map(slave), new Silence.Nothing(), new LossPolicy.Hold(), beat, Duration.ZERO);
    }

    /// The rig with a real line in place of the twin's arterial drive.
    private Rig withDrive(Rig rig, ModbusDrive live) {
        List<PumpPorts> pumps = new ArrayList<>();
        for (PumpPorts each : rig.pumps()) {
            pumps.add(each.name().equals(ARTERIAL) ? new PumpPorts(ARTERIAL, live, live) : each);
        }
        List<Rig.Task> tasks = new ArrayList<>(rig.tasks());
        tasks.add(new Rig.Task(ThreadRole.DRIVE_BUS, "bus arterial", RigBinder.BUS_PERIOD_NANOS, bus));
        return new Rig(pumps, rig.sensors(), rig.outputs(), rig.outside(), tasks);
    }

    /// Makes `trials` trials.
    public void measure(int trials) {
        for (int trial = 0; trial < trials; trial++) {
            await("the pump turns", this::isTurning);
            LockSupport.parkNanos(random.nextLong(60_000_000));
            once();
            await("the latch is reset", this::isReset);
        }
    }

    private boolean isTurning() {
        if (!machine.cells().seen().reader().tryRead(seen)) {
            return false;
        }
        double rpm = seen.seen.drives[0].knownRpm(seen.nowNanos);
        if (Math.abs(rpm - RUNNING_RPM) < 1) {
            return true;
        }
        if (seen.seen.drives[0].isApart(seen.nowNanos)) {
            // It came back slower than it was by then asked, and is only watched: whoever stands there begins anew.
            machine.desk().ask(ARTERIAL, new PumpAct.Stop());
            LockSupport.parkNanos(RESET_PAUSE_NANOS);
            return false;
        }
        boolean mayStart = machine.cells().reports().reader().tryRead(report) && report.mayStart[0];
        if (!mayStart) {
            machine.desk().reset(); // on a busy machine the peer may have been away for long enough to be lost
            LockSupport.parkNanos(RESET_PAUSE_NANOS);
        } else if (seen.control.targetRpm[0] != RUNNING_RPM) {
            long request = machine.desk().ask(ARTERIAL, new PumpAct.Speed(RUNNING_RPM));
            waitFor(() -> !(machine.desk().outcome(ARTERIAL, request) instanceof Outcome.Waiting), DEADLINE_NANOS);
        }
        return false;
    }

    private void once() {
        int fromByte = line.arrivedAtPeer();
        long airNanos = System.nanoTime();
        detector.set(true);
        long[] arrivedNanos = {ThrottledLine.NOT_ARRIVED};
        boolean arrived = waitFor(
                () -> {
                    arrivedNanos[0] = line.arrivalAtPeer(StopLatency.STOP_FRAME, fromByte, airNanos);
                    return arrivedNanos[0] != ThrottledLine.NOT_ARRIVED;
                },
                DEADLINE_NANOS);
        if (arrived) {
            nanos.recordValue(arrivedNanos[0] - airNanos);
        } else {
            lost++;
        }
        detector.set(false);
    }

    private boolean isReset() {
        machine.desk().reset();
        LockSupport.parkNanos(RESET_PAUSE_NANOS);
        return machine.cells().reports().reader().tryRead(report)
                && report.interlock[0] == InterlockState.CLEAR
                && !report.stopDemanded[0];
    }

    private void await(String what, BooleanSupplier condition) {
        if (!waitFor(condition, PATIENCE_NANOS)) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "after %d trials waited %d s in vain until %s: %s; %s; %s",
                    nanos.getTotalCount() + lost,
                    PATIENCE_NANOS / 1_000_000_000,
                    what,
                    troubles(),
                    pump(),
                    machine.log().newest(NEWEST).stream().map(Event::text).toList()));
        }
    }

    /// What is asked of the pump, and what its drive does.
    private String pump() {
        DriveLook drive = seen.seen.drives[0];
        return String.format(
                Locale.ROOT,
                "%s, target %.1f, commanded %.1f, limiter %s, may start %b; bus %.1f rpm, lease %s, linked %b, "
                        + "joined %b, awaits zero %b; the drive turns at %.1f rpm",
                seen.control.mode[0],
                seen.control.targetRpm[0],
                seen.control.commandedRpm[0],
                seen.control.limiter[0],
                report.mayStart[0],
                drive.busRpm,
                drive.lease,
                drive.isLinked,
                drive.isJoined,
                drive.awaitsZero,
                drive.knownRpm(seen.nowNanos));
    }

    /// The interlocks that are not clear.
    private List<String> troubles() {
        machine.cells().reports().reader().tryRead(report);
        List<String> troubles = new ArrayList<>();
        for (int i = 0; i < report.interlock.length; i++) {
            if (report.interlock[i] != InterlockState.CLEAR) {
                troubles.add(machine.interlocks().get(i).alarmCode() + ' ' + report.interlock[i]);
            }
        }
        return troubles;
    }

    private static boolean waitFor(BooleanSupplier condition, long atMostNanos) {
        long startNanos = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - startNanos > atMostNanos) {
                return false;
            }
            LockSupport.parkNanos(500_000);
        }
        return true;
    }

    /// The figures so far.
    public Figures figures() {
        var status = new DriveStatus();
        dead.readStatus(status);
        return new Figures(nanos.getTotalCount() + lost, lost, status.timeouts, Milliseconds.of(nanos));
    }

    /// How long it took.
    ///
    /// @param trials            made
    /// @param lost              no stop frame within 5 s
    /// @param deadSlaveTimeouts of the slave that never answers
    /// @param all               of all trials
    public record Figures(long trials, long lost, long deadSlaveTimeouts, Milliseconds all) {}

    @Override
    public void close() {
        machine.close();
        bus.close();
        peer.close();
        line.close();
    }
}
