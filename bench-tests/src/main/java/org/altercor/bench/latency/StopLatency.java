package org.altercor.bench.latency;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.Histogram;
import org.altercor.bench.line.CountedLine;
import org.altercor.bench.line.ModbusPeer;
import org.altercor.bench.line.ThrottledLine;
import org.altercor.config.LossPolicy;
import org.altercor.config.rig.CommandWord;
import org.altercor.config.rig.ModbusDriveMap;
import org.altercor.config.rig.ModbusTiming;
import org.altercor.config.rig.Parity;
import org.altercor.config.rig.RegisterField;
import org.altercor.config.rig.RegisterField.Table;
import org.altercor.config.rig.SerialSettings;
import org.altercor.config.rig.Silence;
import org.altercor.config.rig.WriteFunction;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.modbus.ModbusBus;
import org.altercor.hal.modbus.ModbusDrive;
import org.altercor.hal.port.DriveStatus;
import org.altercor.hal.port.Reading;
import org.altercor.hal.realtime.CyclicThread;
import org.altercor.hal.realtime.RealTime;
import org.altercor.hal.rig.RigBinder;
import org.altercor.hal.serial.SerialPorts;
import org.altercor.hal.time.CycleObserver;
import org.altercor.hal.time.ThreadRole;
import org.jspecify.annotations.Nullable;

/// From setting a stop slot to the last byte of the stop frame at the drive, with a dead slave on the same line.
///
/// ```
/// trial: running at 300 rpm ── random wait (seeded) ── demand ── … ── last byte of the stop frame arrives ──
/// release
///                                                      │◄──────────── measured ───────────────►│
/// ```
///
/// In every third trial the dead slave is asked just before, so that the time-out of a silent device is met far more
/// often than by chance. The bus runs every millisecond on a thread of its own role in the thread table; without
/// real-time rights its wake-up is part of the figures.
///
/// A trial also checks order: between demand and stop frame the bus may send no frame but the one that its running
/// cycle had chosen already. Trials in which the machine took the processor from either thread are told apart.
public final class StopLatency implements AutoCloseable {
    /// 57,600 baud with 11 bits a character, as some blood pump drives have it (8E1). A pseudo-terminal
    /// knows no parity; two stop bits take the same time.
    static final SerialSettings SETTINGS = at("");

    static final int LIVE = 1;
    static final int DEAD = 2;

    /// Speed 0 to register 1 of slave 1 by function 06; CRC by pymodbus' own calculation.
    static final byte[] STOP_FRAME = {1, 6, 0, 1, 0, 0, (byte) 0xD8, 0x0A};

    private static final double RUNNING_RPM = 300;
    private static final long LOOP_CYCLES = 10;
    private static final long LEASE_NANOS = 300_000_000;
    private static final long DEADLINE_NANOS = 5_000_000_000L;

    /// How long the drive may take to join and to turn, which is not measured. Our own judgement: far longer than a
    /// server that shares a busy machine needs.
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    /// A trial is undisturbed when neither the bus thread nor the relay that measures was away for longer. Our own
    /// judgement: five bus cycles.
    private static final long ON_TIME_NANOS = 5_000_000;

    private final ThrottledLine line;
    private final ModbusPeer peer;
    private final ModbusDrive live;
    private final ModbusDrive dead;
    private final CountedLine counted;
    private final ModbusBus bus;
    private final SupervisorBeat beat = new SupervisorBeat(Duration.ofSeconds(1));
    private final CyclicThread busThread;
    private final Random random;
    private final Histogram nanos = new Histogram(DEADLINE_NANOS, 3);
    private final Histogram undisturbed = new Histogram(DEADLINE_NANOS, 3);
    private final DriveStatus status = new DriveStatus();
    private final Reading reading = new Reading();

    private volatile double wantedRpm;
    private volatile long longestNapNanos;
    private volatile @Nullable Throwable failure;
    private long lastCycleNanos;
    private long cycles;
    private long overtaken;
    private long lost;

    /// @param seed     of the phases
    /// @param realTime makes the threads of bus and wire
    public StopLatency(long seed, RealTime realTime) throws IOException {
        random = new Random(seed);
        line = new ThrottledLine(SETTINGS, seed, realTime);
        try {
            peer = ModbusPeer.start(line.farPath(), SETTINGS, LIVE);
        } catch (IOException e) {
            line.close();
            throw e;
        }
        live = new ModbusDrive(map(LIVE), new Silence.Nothing(), new LossPolicy.Hold(), beat, Duration.ZERO);
        dead = new ModbusDrive(map(DEAD), new Silence.Nothing(), new LossPolicy.Hold(), beat, Duration.ZERO);
        SerialSettings port = at(line.nearPath());
        counted = new CountedLine(SerialPorts.opener(port), STOP_FRAME);
        bus = new ModbusBus(port, counted, List.of(live, dead));
        lastCycleNanos = System.nanoTime();
        busThread = new CyclicThread(
                realTime,
                ThreadRole.DRIVE_BUS,
                "bus",
                RigBinder.BUS_PERIOD_NANOS,
                this::cycle,
                CycleObserver.NONE,
                (_, thrown) -> failure = thrown);
        busThread.start();
    }

    /// The line under another device.
    static SerialSettings at(String device) {
        return new SerialSettings(device, 57_600, 8, Parity.NONE, 2, false);
    }

    static ModbusDriveMap map(int slave) {
        return new ModbusDriveMap(
                slave,
                Duration.ofMillis(15),
                WriteFunction.SINGLE,
                new RegisterField(1, Table.HOLDING, true, 1),
                new RegisterField(10, Table.INPUT, true, 1),
                Optional.of(new CommandWord(2, 1, 0)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new RegisterField(11, Table.INPUT, false, 0.01)),
                Optional.of(new RegisterField(12, Table.INPUT, false, 1)),
                Optional.empty(),
                Optional.empty());
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // a reset that is lost only makes a trial look disturbed
    private void cycle(long nowNanos) {
        longestNapNanos = Math.max(longestNapNanos, nowNanos - lastCycleNanos);
        lastCycleNanos = nowNanos;
        beat.beat(nowNanos);
        if (cycles++ % LOOP_CYCLES == 0) {
            live.command(wantedRpm, nowNanos + LEASE_NANOS);
        }
        bus.cycle(nowNanos);
    }

    /// Makes `trials` trials.
    public void measure(int trials) {
        await("the drive has joined", () -> {
            live.readStatus(status);
            return status.joined;
        });
        for (int trial = 0; trial < trials; trial++) {
            await("the drive turns", this::isTurning);
            LockSupport.parkNanos(random.nextLong(60_000_000));
            if (trial % 3 == 0) {
                askTheDeadSlave();
            }
            once();
        }
    }

    /// Plays the operator: starts the drive, and once more from zero when it was lost for a moment (a peer that
    /// misses three time-outs on a busy machine has to join anew).
    private boolean isTurning() {
        live.readStatus(status);
        wantedRpm = status.joined && !status.awaitsZeroCommand ? RUNNING_RPM : 0;
        live.readSpeedRpm(reading);
        return reading.isUsable(System.nanoTime(), 100_000_000) && reading.value() == RUNNING_RPM;
    }

    /// Has the dead slave asked, and returns while its time-out is still running, or just over.
    private void askTheDeadSlave() {
        dead.demand(); // its back-off begins anew, and it is asked at once
        LockSupport.parkNanos(random.nextLong(20_000_000));
        dead.release();
    }

    private void once() {
        int fromByte = line.arrivedAtPeer();
        line.forgetNaps();
        longestNapNanos = 0;
        counted.arm();
        long demandedNanos = System.nanoTime();
        live.demand();
        long framesWhenDemanded = counted.frames(); // read late on a busy machine: then too many, never too few
        long[] arrivedNanos = {ThrottledLine.NOT_ARRIVED};
        boolean arrived = waitFor(
                () -> {
                    arrivedNanos[0] = line.arrivalAtPeer(STOP_FRAME, fromByte, demandedNanos);
                    return arrivedNanos[0] != ThrottledLine.NOT_ARRIVED;
                },
                DEADLINE_NANOS);
        if (arrived) {
            nanos.recordValue(arrivedNanos[0] - demandedNanos);
            overtaken += counted.framesBetween(framesWhenDemanded) > 1 ? 1 : 0;
            if (Math.max(line.longestNapNanos(), longestNapNanos) <= ON_TIME_NANOS) {
                undisturbed.recordValue(arrivedNanos[0] - demandedNanos);
            }
        } else {
            lost++;
        }
        live.release();
    }

    private void await(String what, BooleanSupplier condition) {
        if (!waitFor(condition, PATIENCE_NANOS)) {
            if (failure != null) {
                throw new IllegalStateException("the bus thread ended", failure);
            }
            live.readStatus(status);
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "waited a minute in vain until %s: lease %s, joined %b, awaits zero %b, %d good, %d bad, %d timed out",
                    what,
                    status.lease,
                    status.joined,
                    status.awaitsZeroCommand,
                    status.framesGood,
                    status.framesBad,
                    status.timeouts));
        }
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

    /// Trials whose stop frame arrived.
    public long arrived() {
        return nanos.getTotalCount();
    }

    /// Trials whose stop frame did not arrive within 5 s.
    public long lost() {
        return lost;
    }

    /// Trials in which the bus sent more before the stop frame than what its cycle had chosen already.
    public long overtaken() {
        return overtaken;
    }

    /// Time-outs of the dead slave.
    public long deadSlaveTimeouts() {
        dead.readStatus(status);
        return status.timeouts;
    }

    /// What the rig's budget promises for the two drives.
    static double budgetMilliseconds() {
        return ModbusTiming.worstStopNanos(SETTINGS, List.of(map(LIVE), map(DEAD))) / 1e6;
    }

    /// The figures so far.
    public Figures figures() {
        return new Figures(
                arrived() + lost,
                lost,
                overtaken,
                deadSlaveTimeouts(),
                Milliseconds.of(nanos),
                budgetMilliseconds(),
                undisturbed.getTotalCount(),
                Milliseconds.of(undisturbed));
    }

    /// How long the stop frames took.
    ///
    /// @param trials             made
    /// @param lost               no stop frame within 5 s
    /// @param overtaken          more was sent before the stop frame than what the bus cycle had chosen already
    /// @param deadSlaveTimeouts  of the slave that never answers
    /// @param all                of all trials
    /// @param budgetMs           what configuration would promise for this line
    /// @param undisturbedTrials  in which neither the bus thread nor the wire was kept from running for 5 ms
    /// @param undisturbed        of those trials
    public record Figures(
            long trials,
            long lost,
            long overtaken,
            long deadSlaveTimeouts,
            Milliseconds all,
            double budgetMs,
            long undisturbedTrials,
            Milliseconds undisturbed) {}

    /// Percentiles in milliseconds.
    public record Milliseconds(
            double p50, double p99, @JsonProperty("p99_9") double p999, double max) {
        static Milliseconds of(Histogram nanos) {
            return new Milliseconds(
                    nanos.getValueAtPercentile(50) / 1e6,
                    nanos.getValueAtPercentile(99) / 1e6,
                    nanos.getValueAtPercentile(99.9) / 1e6,
                    nanos.getMaxValue() / 1e6);
        }
    }

    @Override
    public void close() {
        busThread.stop();
        try {
            busThread.awaitEnd(System.nanoTime() + DEADLINE_NANOS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        bus.close();
        peer.close();
        line.close();
    }
}
