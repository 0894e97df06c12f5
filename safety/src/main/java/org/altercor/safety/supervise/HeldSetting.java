package org.altercor.safety.supervise;

import java.util.function.DoubleSupplier;
import org.altercor.config.schema.OperatorSetting.Who;
import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;
import org.altercor.safety.setting.SettingAnswer;
import org.altercor.safety.setting.SettingSlot;
import org.altercor.safety.setting.SettingStates;

/// One operator setting: the value in force, and the judge of orders to change it.
///
/// What is ordered is judged in the cycle in which it is first seen; a zero is measured in the second after that, and
/// given up when its pump turns or its sensor is lost. Whatever is refused leaves the value as it is. Pure; the state
/// is exchanged as a frame; allocates nothing.
final class HeldSetting implements Frame, DoubleSupplier {
    /// Largest standard deviation of a pressure that is open to air, from physics 5.3.
    static final double STILL_MMHG = 1;

    /// Largest standard deviation of a flow that stands: half of what a probe's zero drifts. Our own judgement.
    static final double STILL_ML_PER_MIN = 50;

    private final SettingSlot slot;
    private final boolean isOnABench;
    private final SettingWatch watch;
    private DoubleSupplier lowest;
    private DoubleSupplier highest;
    private final ZeroTaking taking = new ZeroTaking();
    private double value;
    private long number;
    private SettingAnswer answer = SettingAnswer.NONE;
    private double detail;

    /// @param isOnABench whether the rig says of itself that it is a bench
    /// @param watch      looks at the sensor and its pumps
    HeldSetting(SettingSlot slot, boolean isOnABench, SettingWatch watch) {
        this.slot = slot;
        this.isOnABench = isOnABench;
        this.watch = watch;
        lowest = slot::lowest;
        highest = slot::highest;
        value = slot.initial();
    }

    /// A limit that warns stays below the one that stops, whichever of the two is set.
    static void keepInOrder(HeldSetting warns, HeldSetting stops) {
        warns.highest = stops;
        stops.lowest = warns;
    }

    /// Judges one cycle.
    ///
    /// @param isListening whether an order that is new was ordered of this supervisor
    /// @param factor      by which its sensor's values are multiplied
    void step(SupervisorInputs inputs, int index, boolean isListening, double factor) {
        long newest = inputs.orders.settings.number[index];
        if (newest != number) {
            number = newest;
            answer = SettingAnswer.NONE;
            if (isListening) {
                judge(inputs, inputs.orders.settings.value[index]);
            }
        }
        if (answer == SettingAnswer.TAKING) {
            take(inputs, factor);
        }
    }

    private void judge(SupervisorInputs inputs, double wanted) {
        detail = 0;
        if (slot.setting().who() == Who.ENGINEER && !isOnABench) {
            answer = SettingAnswer.BENCH_ONLY;
        } else if (slot.isTaken() && Double.isFinite(wanted)) {
            taking.begin();
            answer = SettingAnswer.TAKING;
        } else {
            set(wanted, inputs);
        }
    }

    private void set(double wanted, SupervisorInputs inputs) {
        answer = judged(wanted, watch.mayTurn(inputs));
        if (answer == SettingAnswer.ACCEPTED) {
            value = wanted;
        }
    }

    private SettingAnswer judged(double wanted, boolean mayTurn) {
        if (!Double.isFinite(wanted)) {
            return SettingAnswer.NOT_A_NUMBER;
        }
        double nearest = Math.max(lowest.getAsDouble(), Math.min(highest.getAsDouble(), wanted));
        if (nearest != wanted) {
            detail = nearest;
            return SettingAnswer.OUT_OF_RANGE;
        }
        return switch (slot.setting().whileRunning()) {
            case YES -> SettingAnswer.ACCEPTED;
            case LOWER -> mayTurn && wanted > value ? SettingAnswer.ONLY_SAFER_WHILE_TURNING : SettingAnswer.ACCEPTED;
            case NO -> mayTurn ? SettingAnswer.NOT_WHILE_TURNING : SettingAnswer.ACCEPTED;
        };
    }

    private void take(SupervisorInputs inputs, double factor) {
        if (watch.mayTurn(inputs)) {
            answer = SettingAnswer.NOT_WHILE_TURNING;
        } else if (!watch.isKnown(inputs)) {
            answer = SettingAnswer.SENSOR_UNKNOWN;
        } else if (!watch.isLineShut(inputs)) {
            answer = SettingAnswer.LINE_OPEN;
        } else if (taking.take(watch.reading(inputs))) {
            double deviation = taking.deviation();
            if (deviation > watch.still()) {
                answer = SettingAnswer.UNSTEADY;
                detail = deviation;
            } else {
                set(value + taking.mean() / factor, inputs); // what is seen is corrected by the zero before
            }
        }
    }

    /// The value in force.
    @Override
    public double getAsDouble() {
        return value;
    }

    void tell(SettingStates states, int index) {
        states.value[index] = value;
        states.number[index] = number;
        states.answer[index] = answer;
        states.detail[index] = detail;
    }

    @Override
    public void exchange(FieldExchange fields) {
        fields.part("taking", taking);
        value = fields.float64("value", value);
        number = fields.int64("number", number);
        answer = SettingAnswer.ofCode(fields.int8("answer", answer.code()));
        detail = fields.float64("detail", detail);
    }
}
