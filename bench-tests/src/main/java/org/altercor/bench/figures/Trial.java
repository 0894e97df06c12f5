package org.altercor.bench.figures;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import org.altercor.config.circuit.Parameter;
import org.altercor.hal.twin.Signal;
import org.altercor.hal.twin.network.CircuitModel;

/// A circuit in motion, and what can be read off it. Owner: the thread that made it.
final class Trial {
    private static final int HALVINGS = 40;

    private final CircuitModel model;
    private final Map<String, Signal> signals = new HashMap<>();
    private boolean restsWhenAsked = true;

    Trial(CircuitModel model) {
        this.model = model;
        model.signals().forEach(signal -> signals.put(signal.name(), signal));
    }

    /// Brings it to rest; no time passes. When it does not come to rest, nothing can be read off it any more.
    Trial settle() {
        restsWhenAsked &= model.settle();
        return this;
    }

    Trial run(double seconds) {
        long steps = Math.round(seconds / CircuitModel.STEP_SECONDS);
        for (long i = 0; i < steps; i++) {
            model.step();
        }
        return this;
    }

    Trial turn(String pump, double speedRpm) {
        model.turn(pump, speedRpm);
        return this;
    }

    Trial set(String part, Parameter parameter, double value) {
        model.set(part, parameter.key(), value);
        return this;
    }

    Trial injectAir(String part, double volumeMl) {
        model.injectAir(part, volumeMl);
        return this;
    }

    /// The value of a signal; NaN once the circuit did not come to rest.
    double now(String signal) {
        Signal found = signals.get(signal);
        if (found == null) {
            throw new IllegalArgumentException("there is no signal " + signal);
        }
        return restsWhenAsked ? found.now() : Double.NaN;
    }

    double pressure(String node) {
        return now(node + ".pressure-mmhg");
    }

    /// Pressure lost from the first end to the second.
    double drop(String branch) {
        return now(branch + ".difference-mmhg");
    }

    double litresPerMin(String branch) {
        return now(branch + ".flow-ml-per-min") / 1_000;
    }

    /// Seconds until a condition holds; NaN when it does not within the time given.
    double secondsUntil(double atMostSeconds, BooleanSupplier condition) {
        long steps = Math.round(atMostSeconds / CircuitModel.STEP_SECONDS);
        for (long i = 1; i <= steps; i++) {
            model.step();
            if (condition.getAsBoolean()) {
                return i * CircuitModel.STEP_SECONDS;
            }
        }
        return Double.NaN;
    }

    /// Mean of a quantity over some time.
    double mean(double seconds, DoubleSupplier quantity) {
        long steps = Math.round(seconds / CircuitModel.STEP_SECONDS);
        double sum = 0;
        for (long i = 0; i < steps; i++) {
            model.step();
            sum += quantity.getAsDouble();
        }
        return sum / steps;
    }

    /// Volume that passes a branch forward in some time, in mL.
    double passedMl(String branch, double seconds) {
        return mean(seconds, () -> litresPerMin(branch)) * 1_000 * seconds / 60;
    }

    /// The speed at which a head at rest sends so much through a branch, found by halving. The flow must grow with
    /// speed.
    double speedFor(String pump, String branch, double litresPerMin, double highestRpm) {
        double low = 0;
        double high = highestRpm;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            turn(pump, middle).settle();
            if (litresPerMin(branch) < litresPerMin) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return restsWhenAsked ? (low + high) / 2 : Double.NaN;
    }
}
