package org.altercor.hal.rig;

import static org.altercor.hal.rig.RunningMachine.MS;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.altercor.hal.time.ThreadRole;
import org.junit.jupiter.api.Test;

/// What a twin that runs for hours owes to everybody: no memory, and the same bits again.
class RigTwinSteadinessTest {
    @Test
    void aStepOfTheTwinWithAllItsSensorsAllocatesNothing() {
        var adult = new RunningMachine("adult-bypass");
        adult.turnAt(80);
        adult.outside().perform("pressure-line.hum", 10);
        adult.outside().perform("air-arterial.false-trips-per-hour", 36_000);
        adult.run(20_000); // so that the compiler has seen it
        var twin = adult.rig().tasks().stream()
                .filter(task -> task.role() == ThreadRole.TWIN)
                .findFirst()
                .orElseThrow()
                .task();
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long nowNanos = adult.nowNanos();
        long fewest = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 10_000; i++) {
                nowNanos += MS;
                twin.cycle(nowNanos);
            }
            fewest = Math.min(fewest, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(fewest).isZero();
    }

    /// A short and eventful case: everything that was read, ten times a second.
    private static List<Object> eventful() {
        var machine = new RunningMachine("adult-bypass");
        List<Object> all = new ArrayList<>();
        machine.command(0);
        machine.run(100);
        machine.command(80);
        for (int i = 0; i < 100; i++) {
            switch (i) {
                case 20 -> machine.outside().perform("pressure-line.drift-per-hour", 3_600);
                case 30 -> machine.outside().perform("flow-arterial.gain", 1.1);
                case 40 -> machine.outside().perform("air-arterial.false-trips-per-hour", 36_000);
                case 50 -> machine.outside().perform("arterial-line.air-ml", 2);
                case 60 -> machine.outside().perform("arterial.silent-line", 0);
                case 70 -> machine.outside().perform("arterial.none", 0);
                default -> {}
            }
            machine.run(100);
            all.addAll(machine.everything());
        }
        return all;
    }

    @Test
    void theSameCaseReadsTheSameToTheBitAndOnAnotherThreadToo() throws InterruptedException {
        List<Object> here = eventful();
        List<Object> there = new ArrayList<>();
        Thread other = new Thread(() -> there.addAll(eventful()));
        other.start();
        other.join();
        assertThat(here).hasSizeGreaterThan(5_000).isEqualTo(eventful());
        assertThat(there).isEqualTo(here);
    }
}
