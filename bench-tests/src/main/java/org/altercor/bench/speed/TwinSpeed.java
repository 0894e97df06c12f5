package org.altercor.bench.speed;

import java.util.Arrays;
import org.altercor.bench.figures.Sketch;
import org.altercor.config.circuit.Circuit;
import org.altercor.config.circuit.Part;
import org.altercor.config.circuit.PartKind;
import org.altercor.hal.realtime.ThreadMeter;
import org.altercor.hal.twin.network.CircuitModel;

/// Measures the twin on the thread that calls. Blocks of steps; of several blocks the median counts.
final class TwinSpeed {
    private static final int WARM_UP_STEPS = 200_000;
    private static final double BORE_MM = 9.525;
    private static final double LENGTH_CM = 20;
    private static final double STEPS_PER_SECOND = 1 / CircuitModel.STEP_SECONDS;

    /// What was measured of one circuit.
    ///
    /// @param parts       parts that hold or lead blood
    /// @param nanosAStep  CPU time of a step, median of the blocks
    /// @param bytesAStep  allocated in a step, of the block that took least
    record Measured(int parts, double nanosAStep, double bytesAStep) {
        /// Simulated seconds in a second of one core.
        double realTimeFactor() {
            return 1e9 / (nanosAStep * STEPS_PER_SECOND);
        }

        double nanosAPart() {
            return nanosAStep / parts;
        }
    }

    private final ThreadMeter meter = new ThreadMeter();
    private final int blocks;
    private final int stepsABlock;

    /// @param blocks      how many
    /// @param stepsABlock steps of each
    TwinSpeed(int blocks, int stepsABlock) {
        this.blocks = blocks;
        this.stepsABlock = stepsABlock;
    }

    /// Measures a circuit, its pumps turning.
    Measured measure(Circuit circuit, double speedRpm) {
        var model = new CircuitModel(circuit, 1);
        for (Part part : circuit.parts()) {
            if (part.kind().shape() == PartKind.Shape.PUMPS) {
                model.turn(part.name(), speedRpm);
            }
        }
        run(model, WARM_UP_STEPS);
        long thread = Thread.currentThread().threadId();
        long ofTheMeter = bytesOfTheMeter(thread);
        double[] nanos = new double[blocks];
        double fewestBytes = Double.POSITIVE_INFINITY;
        for (int i = 0; i < blocks; i++) {
            long bytes = meter.allocatedBytes(thread);
            long start = meter.cpuNanos(thread);
            run(model, stepsABlock);
            nanos[i] = (meter.cpuNanos(thread) - start) / (double) stepsABlock;
            fewestBytes = Math.min(fewestBytes, (double) (meter.allocatedBytes(thread) - bytes - ofTheMeter));
        }
        Arrays.sort(nanos);
        int parts = (int) circuit.parts().stream()
                .filter(part -> part.kind().shape() != PartKind.Shape.DESCRIBES)
                .count();
        return new Measured(parts, nanos[blocks / 2], fewestBytes / stepsABlock);
    }

    /// What two looks at the clocks allocate themselves.
    private long bytesOfTheMeter(long thread) {
        long fewest = Long.MAX_VALUE;
        for (int i = 0; i < 100; i++) {
            long bytes = meter.allocatedBytes(thread);
            long start = meter.cpuNanos(thread);
            long taken = meter.cpuNanos(thread) - start;
            fewest = Math.min(fewest, taken < 0 ? Long.MAX_VALUE : meter.allocatedBytes(thread) - bytes);
        }
        return fewest;
    }

    private static void run(CircuitModel model, int steps) {
        for (int i = 0; i < steps; i++) {
            model.step();
        }
    }

    /// Volume that rounding has lost or made after some hours, in mL.
    double volumeErrorMl(Circuit circuit, double speedRpm, double hours) {
        var model = new CircuitModel(circuit, 1);
        model.turn("arterial", speedRpm);
        long steps = Math.round(hours * 3_600 * STEPS_PER_SECOND);
        for (long i = 0; i < steps; i++) {
            model.step();
        }
        return model.volumeErrorMl();
    }

    /// Tubes in a row between two tanks: a circuit of any size.
    static Circuit row(int tubes) {
        var row = new Sketch().tank("source", 100).tank("sink", 0);
        for (int i = 0; i < tubes; i++) {
            boolean isLast = i == tubes - 1;
            if (!isLast) {
                row.junction("junction-" + i);
            }
            String from = i == 0 ? "source" : "junction-" + (i - 1);
            row.tube(from, "tube-" + i, isLast ? "sink" : "junction-" + i, BORE_MM, LENGTH_CM);
        }
        return row.circuit("row-of-" + tubes, "tubes in a row");
    }
}
