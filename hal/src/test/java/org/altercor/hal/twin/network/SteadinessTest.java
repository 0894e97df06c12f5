package org.altercor.hal.twin.network;

import static org.altercor.config.circuit.PartKind.*;
import static org.altercor.hal.twin.network.HydraulicsTest.now;
import static org.altercor.hal.twin.network.HydraulicsTest.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.altercor.hal.twin.Signal;
import org.junit.jupiter.api.Test;

/// What holds for every circuit: the same again, nothing allocated, stable however stiff.
class SteadinessTest {
    private static double[] eventful(long seed) {
        var model = new CircuitModel(PatientTest.loop().circuit(), seed);
        model.set("heart", "strength-percent", 80);
        model.turn("pump", 90);
        run(model, 5);
        model.injectAir("suction", 4);
        run(model, 5);
        model.set("drain", "closed-percent", 100);
        run(model, 20);
        return model.signals().stream().mapToDouble(Signal::now).toArray();
    }

    @Test
    void theSameSeedGivesTheSameBitsAndOnAnotherThreadToo() throws InterruptedException {
        double[] here = eventful(7);
        double[][] there = new double[1][];
        Thread other = new Thread(() -> there[0] = eventful(7));
        other.start();
        other.join();
        assertThat(Arrays.equals(eventful(7), here)).isTrue();
        assertThat(Arrays.equals(there[0], here)).isTrue();
    }

    @Test
    void aStepAllocatesNothing() {
        var model = PatientTest.loop().model();
        model.set("heart", "strength-percent", 50);
        model.turn("pump", 100);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long fewest = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            model.injectAir("suction", 1);
            run(model, 2);
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 20_000; i++) {
                model.step();
            }
            fewest = Math.min(fewest, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(fewest).isZero();
    }

    @Test
    void aNumberThatChangesEveryMillisecondAllocatesNothing() {
        var model = PatientTest.loop().model();
        model.turn("pump", 100);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long fewest = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 20_000; i++) {
                model.set("arterial-line", "closed-percent", i / 250.0);
                model.step();
            }
            fewest = Math.min(fewest, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(fewest).isZero();
    }

    @Test
    void theStiffestLineStaysStableUnderEverySuddenClamp() {
        var model = new Circuits()
                .part("source", TANK)
                .part("a", JUNCTION, "compliance-ml-per-mmhg", 0.0005, "bursts-at-mmhg", 5_000)
                .part("b", JUNCTION, "compliance-ml-per-mmhg", 0.0005, "bursts-at-mmhg", 5_000)
                .part("sink", TANK, "pressure-mmhg", 80)
                .from("source", "in", TUBE, "a", "bore-mm", 3, "length-cm", 1, "wall-ml-per-mmhg-m", 0.0005)
                .from(
                        "a",
                        "pump",
                        CENTRIFUGAL,
                        "b",
                        "head-a-mmhg-per-rpm2",
                        1.9583e-5,
                        "head-r2",
                        2.8864,
                        "inertance-mmhg-s2-per-ml",
                        0.0001)
                .from("b", "out", TUBE, "sink", "bore-mm", 12.7, "length-cm", 1, "wall-ml-per-mmhg-m", 0.0005)
                .model();
        model.turn("pump", 4_000);
        for (int i = 0; i < 200; i++) {
            model.set("out", "closed-percent", i % 2 == 0 ? 100 : 0);
            model.set("in", "closed-percent", i % 3 == 0 ? 99 : 0);
            run(model, 0.05);
            assertThat(now(model, "b.pressure-mmhg")).isBetween(-800.0, 800.0);
            assertThat(Math.abs(now(model, "out.flow-ml-per-min"))).isLessThan(50_000);
        }
    }
}
