package org.altercor.controller.loop;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.altercor.config.Place;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.safety.observe.Channel;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.observe.Quantity;
import org.altercor.safety.setting.SettingSlot;
import org.altercor.safety.supervise.BeatWatch;
import org.altercor.safety.supervise.ControlSnapshot;
import org.altercor.safety.supervise.InterlockState;
import org.altercor.safety.supervise.PumpMode;
import org.altercor.safety.supervise.SafetyReport;

/// The control core with one pump and its leader, whose drives do at once what they are told, and whose sensors say
/// what a test wants.
final class OnePump {
    static final long MS = 1_000_000;
    static final long PERIOD_NANOS = 10 * MS;
    private static final long PROBE_PERIOD_NANOS = 100 * MS;
    private static final int PUMP = 0;
    private static final int LEADER = 1;

    final ControlCore core;
    final ControlInputs inputs;
    final SafetyReport safety;
    final ControlSnapshot snapshot = new ControlSnapshot(2);
    private final BeatWatch supervisorSide = new BeatWatch(50 * MS);
    private long sample;
    private long probedNanos = -PROBE_PERIOD_NANOS;

    long nowNanos;
    boolean supervisorLives = true;
    boolean seesShaft = true;
    boolean seesLeader = true;
    boolean seesFlow = true;
    boolean seesPressure = true;
    boolean seesLevel = true;
    double leaderRpm = 20;
    double pressureMmHg = 150;
    double levelMl = 1_000;
    DoubleUnaryOperator flowOfRpm = rpm -> rpm * TestPumps.STROKE_ML;

    /// A pump whose supervisor permits everything.
    OnePump(ControlledPump pump) {
        var leader = TestPumps.roller(TestPumps.MAXIMUM_RPM, 400);
        core = new ControlCore(List.of(pump, second(leader)));
        inputs = new ControlInputs(layout(), new SafetyReport(2, 1, 0, 1, List.of()));
        safety = inputs.safety;
        safety.interlock[0] = InterlockState.CLEAR;
        for (int i = 0; i < 2; i++) {
            safety.limitRpm[i] = Double.POSITIVE_INFINITY;
            safety.mayStart[i] = true;
            safety.mayIncrease[i] = true;
            inputs.seen.drives[i].isJoined = true;
        }
        inputs.requestsKnown = true;
        inputs.safetyReadable = true;
        cycles(3);
    }

    private static ControlledPump second(ControlledPump pump) {
        return new ControlledPump(
                LEADER,
                pump.limits(),
                pump.maxFlowMlPerMin(),
                pump.head(),
                false,
                pump.flow(),
                pump.pressure(),
                pump.level(),
                pump.linePressure(),
                pump.reservoir(),
                java.util.Optional.empty(),
                SettingSlot.NONE,
                List.of());
    }

    private static MachineLayout layout() {
        List<Channel> values = IntStream.range(0, 3)
                .mapToObj(i -> new Channel("value-" + i, "value", Quantity.FLOW, Place.ARTERIAL_LINE, List.of(), 1))
                .toList();
        return new MachineLayout(List.of("pump", "leader"), values, List.of(), List.of("clamp"), List.of(), List.of());
    }

    void cycle(long periodNanos) {
        nowNanos += periodNanos;
        sample++;
        inputs.nowNanos = nowNanos;
        see(inputs.seen.drives[PUMP].speedRpm, snapshot.commandedRpm[PUMP], seesShaft);
        see(inputs.seen.drives[LEADER].speedRpm, leaderRpm, seesLeader);
        see(inputs.seen.values[TestPumps.PRESSURE], pressureMmHg, seesPressure);
        see(inputs.seen.values[TestPumps.LEVEL], levelMl, seesLevel);
        if (!seesFlow || nowNanos - probedNanos >= PROBE_PERIOD_NANOS) {
            probedNanos = nowNanos;
            see(inputs.seen.values[TestPumps.FLOW], flowOfRpm.applyAsDouble(snapshot.commandedRpm[PUMP]), seesFlow);
        }
        if (supervisorLives) {
            supervisorSide.beat(safety.beat, snapshot.beat, nowNanos);
        }
        core.step(inputs, snapshot);
    }

    private void see(Reading reading, double value, boolean isSeen) {
        reading.set(value, value, nowNanos, sample, isSeen ? Quality.GOOD : Quality.DISCONNECTED);
    }

    void cycles(int count) {
        for (int i = 0; i < count; i++) {
            cycle(PERIOD_NANOS);
        }
    }

    void seconds(double seconds) {
        cycles((int) Math.round(seconds * 100));
    }

    void stop() {
        request(PumpMode.STOPPED);
    }

    void speed(double rpm) {
        inputs.requests.speedRpm[PUMP] = rpm;
        request(PumpMode.SPEED);
    }

    void flow(double mlPerMin) {
        inputs.requests.flowMlPerMin[PUMP] = mlPerMin;
        request(PumpMode.FLOW);
    }

    void pulses(double mlPerMin, double ratePerMin, double widthPercent, double basePercent) {
        inputs.requests.flowMlPerMin[PUMP] = mlPerMin;
        inputs.requests.ratePerMin[PUMP] = ratePerMin;
        inputs.requests.widthPercent[PUMP] = widthPercent;
        inputs.requests.basePercent[PUMP] = basePercent;
        request(PumpMode.PULSATILE);
    }

    void follow(double ratio) {
        inputs.requests.ratio[PUMP] = ratio;
        request(PumpMode.FOLLOWER);
    }

    void zeroFlow() {
        request(PumpMode.ZERO_FLOW);
    }

    private void request(PumpMode mode) {
        inputs.requests.id[PUMP]++;
        inputs.requests.mode[PUMP] = mode;
    }

    double commandedRpm() {
        return snapshot.commandedRpm[PUMP];
    }

    PumpMode mode() {
        return snapshot.mode[PUMP];
    }
}
