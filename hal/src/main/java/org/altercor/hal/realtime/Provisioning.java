package org.altercor.hal.realtime;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.altercor.hal.realtime.RealTimeStatus.Need;
import org.altercor.hal.realtime.RealTimeStatus.Provision;
import org.altercor.hal.time.ThreadRole;

/// Tries to obtain each [Need] from the system, and puts what the system says into words. For start-up.
final class Provisioning {
    /// How often the two clocks are compared. Our own judgement: one lucky hit between two readings proves nothing.
    private static final int CLOCK_COMPARISONS = 8;

    static final String FIFO_REMEDY = "LimitRTPRIO=" + highestPriority()
            + " in the service unit, or '@altercor - rtprio " + highestPriority()
            + "' in /etc/security/limits.d and the user in that group";

    private Provisioning() {}

    private static int highestPriority() {
        return Arrays.stream(ThreadRole.values())
                .mapToInt(ThreadRole::fifoPriority)
                .max()
                .orElseThrow();
    }

    /// Puts the calling thread under `SCHED_FIFO` and reads it back.
    ///
    /// @return why not; empty when the kernel confirms it
    static Optional<String> setFifo(int priority) {
        int error = LinuxCalls.becomeFifo(priority);
        if (error != 0) {
            return Optional.of("SCHED_FIFO %d: %s, RLIMIT_RTPRIO is %s"
                    .formatted(
                            priority,
                            LinuxCalls.describe(error),
                            ProcessLimits.own().realTimePriority()));
        }
        int obtained = LinuxCalls.fifoPriority();
        return obtained == priority
                ? Optional.empty()
                : Optional.of("SCHED_FIFO %d was accepted and reads back as %d".formatted(priority, obtained));
    }

    static Provision tryFifo() {
        List<Provision> outcome = new ArrayList<>();
        Thread trial = Thread.ofPlatform()
                .name("fifo-trial")
                .start(() -> outcome.add(setFifo(highestPriority())
                        .<Provision>map(why -> new Provision.Missing(Need.FIFO_SCHEDULING, why, FIFO_REMEDY))
                        .orElse(new Provision.Obtained(Need.FIFO_SCHEDULING))));
        boolean interrupted = false;
        while (trial.isAlive()) {
            try {
                trial.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return outcome.getFirst();
    }

    static Provision tryLockedMemory() {
        int error = LinuxCalls.lockMemory();
        return error == 0
                ? new Provision.Obtained(Need.LOCKED_MEMORY)
                : new Provision.Missing(
                        Need.LOCKED_MEMORY,
                        "mlockall: %s, RLIMIT_MEMLOCK is %s"
                                .formatted(
                                        LinuxCalls.describe(error),
                                        ProcessLimits.own().lockedMemoryBytes()),
                        "LimitMEMLOCK=infinity in the service unit, or '@altercor - memlock unlimited'"
                                + " in /etc/security/limits.d and the user in that group");
    }

    /// Proves that the clock of the loops is the clock that the kernel sleeps by: each reading of the kernel's must
    /// lie between two of ours.
    static Provision tryAbsoluteSleep(LongSupplier ours, LongSupplier kernels) {
        for (int i = 0; i < CLOCK_COMPARISONS; i++) {
            long before = ours.getAsLong();
            long between = kernels.getAsLong();
            long after = ours.getAsLong();
            if (between - before < 0 || after - between < 0) {
                return new Provision.Missing(
                        Need.ABSOLUTE_SLEEP,
                        "System.nanoTime() is not CLOCK_MONOTONIC: %d is not between %d and %d"
                                .formatted(between, before, after),
                        "use a HotSpot JDK, whose System.nanoTime() is CLOCK_MONOTONIC");
            }
        }
        return new Provision.Obtained(Need.ABSOLUTE_SLEEP);
    }

    static Provision sleepyCores(IOException e) {
        String device = AwakeCores.DEVICE.toString();
        return switch (e) {
            case AccessDeniedException _ ->
                new Provision.Missing(
                        Need.AWAKE_CORES,
                        device + ": this user may not write it",
                        "a udev rule 'KERNEL==\"cpu_dma_latency\", GROUP=\"altercor\", MODE=\"0660\"'");
            case NoSuchFileException _ ->
                new Provision.Missing(
                        Need.AWAKE_CORES,
                        device + ": the kernel has no such device",
                        "a kernel with CONFIG_CPU_IDLE, or 'cpuidle.off=1' on its command line");
            default -> new Provision.Missing(Need.AWAKE_CORES, device + ": " + e.getMessage(), "see the kernel's log");
        };
    }

    static Provision tryCollector() {
        List<String> names = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(bean -> bean.getName())
                .toList();
        return names.stream().allMatch(name -> name.startsWith("ZGC"))
                ? new Provision.Obtained(Need.SHORT_COLLECTOR_PAUSES)
                : new Provision.Missing(
                        Need.SHORT_COLLECTOR_PAUSES,
                        "the collector is " + String.join(", ", names),
                        "start the JVM with -XX:+UseZGC");
    }
}
