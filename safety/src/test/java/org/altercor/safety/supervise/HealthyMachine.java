package org.altercor.safety.supervise;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.altercor.config.Machine;
import org.altercor.config.load.Checked;
import org.altercor.config.load.MachineFiles;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.hal.port.SwitchReading;
import org.altercor.safety.interlock.Interlock;
import org.altercor.safety.interlock.InterlockInstance;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.observe.Quantity;

/// A shipped machine on which everything is well, cycle after cycle, until a test says otherwise: what is set here is
/// measured anew every 5 ms. Both loops live. Shafts, clamps and flows do nothing by themselves.
final class HealthyMachine {
    static final long MS = 1_000_000;
    static final long CYCLE_NANOS = 5 * MS;

    /// Read once: many tests build many machines.
    private static final Map<String, Machine> SHIPPED = new ConcurrentHashMap<>();

    final Machine machine;
    final MachineLayout layout;
    final SupervisorCore core;
    final SupervisorInputs inputs;
    final SafetyReport report;
    final List<InterlockInstance> interlocks;

    final double[] rpm;
    final double[] values;
    final boolean[] switches;
    final long[] activations;
    final boolean[] isValueKnown;
    final boolean[] isSwitchKnown;

    /// Numbers that are not measured anew: they keep their time and grow old.
    final boolean[] isValueFrozen;
    final boolean[] isLinked;
    final boolean[] isJoined;
    final double[] clampPercent;
    final boolean[] isClampKnown;
    boolean controlLives = true;

    /// Whether anything is measured anew; if not, every reading keeps its time and grows old.
    boolean isMeasuring = true;
    long nowNanos;

    private final BeatWatch controlSide = new BeatWatch(100 * MS);
    private long sample;

    HealthyMachine(String name) {
        this(name, 0);
    }

    /// @param startNanos what the monotonic clock says at the start
    HealthyMachine(String name, long startNanos) {
        this(SHIPPED.computeIfAbsent(name, HealthyMachine::read), startNanos);
    }

    private static Machine read(String name) {
        return ((Checked.Whole) new MachineFiles(LocalDate.of(2026, 11, 23)).machine(name)).machine();
    }

    private HealthyMachine(Machine machine, long startNanos) {
        this.machine = machine;
        nowNanos = startNanos;
        layout = MachineLayout.of(machine);
        core = new SupervisorCore(machine, layout);
        inputs = SupervisorCore.inputsFor(machine, layout);
        inputs.ordersKnown = true;
        report = SupervisorCore.reportFor(machine, layout);
        interlocks = InterlockInstance.of(machine, layout);
        rpm = new double[layout.pumps().size()];
        values = layout.values().stream()
                .mapToDouble(channel -> healthy(channel.quantity()))
                .toArray();
        switches = new boolean[layout.switches().size()];
        activations = new long[switches.length];
        isValueKnown = filled(values.length);
        isSwitchKnown = filled(switches.length);
        isValueFrozen = new boolean[values.length];
        isLinked = filled(rpm.length);
        isJoined = filled(rpm.length);
        clampPercent = new double[layout.clamps().size()];
        isClampKnown = filled(clampPercent.length);
    }

    private static boolean[] filled(int length) {
        var all = new boolean[length];
        Arrays.fill(all, true);
        return all;
    }

    private static double healthy(Quantity quantity) {
        return switch (quantity) {
            case LEVEL -> 1_000;
            case PRESSURE -> 120;
            case FLOW -> 4_500;
            case TEMPERATURE -> 36;
            case GAS_FLOW -> 2_500;
            case OXYGEN_FRACTION -> 60;
            case VENOUS_SATURATION -> 75;
            case HAEMATOCRIT -> 28;
            case BATTERY_TIME -> 90;
            case SHAFT_SPEED, DETENTS -> 0;
            case AIR_SEEN, BELOW_MARK, LID_OPEN, PUSHED, STOP_PRESSED, MAINS_PRESENT -> Double.NaN;
        };
    }

    /// Every pump turns at a speed, as asked.
    void turnAll(double speedRpm) {
        for (int pump = 0; pump < rpm.length; pump++) {
            turn(pump, speedRpm);
        }
    }

    /// A pump turns at a speed, as asked.
    void turn(int pump, double speedRpm) {
        rpm[pump] = speedRpm;
        inputs.seen.drives[pump].busRpm = speedRpm;
        inputs.control.mode[pump] = speedRpm == 0 ? PumpMode.STOPPED : PumpMode.SPEED;
        inputs.control.commandedRpm[pump] = speedRpm;
        inputs.control.requestId[pump]++;
        inputs.control.answer[pump] = Answer.ACCEPTED;
        layout.value(channel -> channel.quantity() == Quantity.SHAFT_SPEED
                        && channel.serves(layout.pumps().get(pump)))
                .ifPresent(index -> values[index] = speedRpm);
    }

    int value(String channel) {
        return layout.value(each -> each.name().equals(channel)).orElseThrow();
    }

    int aSwitch(String channel) {
        return layout.aSwitch(each -> each.name().equals(channel)).orElseThrow();
    }

    int pump(String name) {
        return layout.pumps().indexOf(name);
    }

    int interlock(Interlock interlock, String subject) {
        return IntStream.range(0, interlocks.size())
                .filter(i -> interlocks.get(i).interlock() == interlock
                        && interlocks.get(i).subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    /// The report's cause of a pump's stop or limit.
    Interlock cause(String pump) {
        return interlocks.get(report.cause[pump(pump)]).interlock();
    }

    /// Nothing of a drive is seen any more.
    void lose(String pump) {
        isLinked[pump(pump)] = false;
        inputs.seen.drives[pump(pump)].speedRpm.copyFrom(new Reading());
    }

    /// The operator resets, and a cycle passes.
    void reset() {
        inputs.orders.resets++;
        cycle();
    }

    InterlockState state(Interlock interlock, String subject) {
        return report.interlock[interlock(interlock, subject)];
    }

    /// Lets time pass, in cycles of 5 ms.
    void run(long millis) {
        for (long i = 0; i < millis * MS / CYCLE_NANOS; i++) {
            cycle();
        }
    }

    void cycle() {
        cycle(CYCLE_NANOS);
    }

    /// One cycle, so much later than the last one.
    void cycle(long periodNanos) {
        nowNanos += periodNanos;
        inputs.nowNanos = nowNanos;
        inputs.controlReadable = true;
        if (controlLives) {
            controlSide.beat(inputs.control.beat, report.beat, nowNanos);
        }
        if (isMeasuring) {
            measure();
        }
        core.step(inputs, report);
    }

    private void measure() {
        sample++;
        for (int pump = 0; pump < rpm.length; pump++) {
            inputs.seen.drives[pump].isLinked = isLinked[pump];
            inputs.seen.drives[pump].isJoined = isJoined[pump];
            if (isLinked[pump]) {
                inputs.seen.drives[pump].speedRpm.set(rpm[pump], rpm[pump], nowNanos, sample, Quality.GOOD);
            }
        }
        for (int i = 0; i < values.length; i++) {
            if (!isValueFrozen[i]) {
                measure(inputs.seen.values[i], values[i], isValueKnown[i]);
            }
        }
        for (int i = 0; i < switches.length; i++) {
            SwitchReading into = inputs.seen.switches[i];
            into.set(
                    switches[i],
                    activations[i],
                    nowNanos,
                    sample,
                    isSwitchKnown[i] ? Quality.GOOD : Quality.DISCONNECTED);
        }
        for (int i = 0; i < clampPercent.length; i++) {
            measure(inputs.outputs.clamps[i].closedPercent, clampPercent[i], isClampKnown[i]);
        }
    }

    private void measure(Reading into, double value, boolean isKnown) {
        into.set(value, value, nowNanos, sample, isKnown ? Quality.GOOD : Quality.DISCONNECTED);
    }
}
