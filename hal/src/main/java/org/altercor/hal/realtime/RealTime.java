package org.altercor.hal.realtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.altercor.hal.realtime.RealTimeStatus.Need;
import org.altercor.hal.realtime.RealTimeStatus.Provision;
import org.altercor.hal.time.DeadlineSleeper;
import org.altercor.hal.time.MonotonicClock;
import org.altercor.hal.time.ParkSleeper;
import org.altercor.hal.time.ThreadRole;
import org.jspecify.annotations.Nullable;

/// Real time for this process: asks the system for it once, says honestly what came of it, and makes the threads.
///
/// Whatever is missing, everything still runs; [#status] then says NOT REAL-TIME and why. Thread-safe. Close it
/// when the last real-time thread has ended.
public final class RealTime implements AutoCloseable {
    private static final Path PREEMPT_RT_MARK = Path.of("/sys/kernel/realtime");
    private static final Path KERNEL_VERSION = Path.of("/proc/version");

    private static final boolean IS_LINUX_64 =
            System.getProperty("os.name").equals("Linux") && ValueLayout.ADDRESS.byteSize() == Long.BYTES;

    private final List<Provision> provisions;
    private final ConcurrentLinkedQueue<Provision> refusedThreads = new ConcurrentLinkedQueue<>();
    private final boolean isAsked;
    private final @Nullable AwakeCores awakeCores;

    private RealTime(List<Provision> provisions, boolean isAsked, @Nullable AwakeCores awakeCores) {
        this.provisions = List.copyOf(provisions);
        this.isAsked = isAsked;
        this.awakeCores = awakeCores;
    }

    /// Locks memory, keeps the cores awake, proves the clock and tries the highest priority of the thread table on
    /// a thread that ends at once. Call once, early: what is locked stays locked until the process ends.
    public static RealTime obtain() {
        if (!IS_LINUX_64) {
            return without("real time is for 64-bit Linux; this is " + System.getProperty("os.name"));
        }
        List<Provision> provisions = new ArrayList<>();
        provisions.add(Provisioning.tryFifo());
        provisions.add(Provisioning.tryLockedMemory());
        provisions.add(Provisioning.tryAbsoluteSleep(System::nanoTime, LinuxCalls::monotonicNanos));
        AwakeCores awakeCores = null;
        try {
            awakeCores = AwakeCores.hold(AwakeCores.DEVICE);
            provisions.add(new Provision.Obtained(Need.AWAKE_CORES));
        } catch (IOException e) {
            provisions.add(Provisioning.sleepyCores(e));
        }
        provisions.add(Provisioning.tryCollector());
        return new RealTime(provisions, true, awakeCores);
    }

    /// Real time that nobody asked for: ordinary threads and parked sleep.
    ///
    /// @param why shown as the reason
    public static RealTime without(String why) {
        List<Provision> provisions = Arrays.stream(Need.values())
                .<Provision>map(need -> new Provision.Missing(need, why, "start with real time on a 64-bit Linux"))
                .toList();
        return new RealTime(provisions, false, null);
    }

    /// What was obtained so far. A thread that was refused its priority later counts as well.
    public RealTimeStatus status() {
        List<Provision> all = new ArrayList<>(provisions);
        all.addAll(refusedThreads);
        return new RealTimeStatus(all, kernel());
    }

    /// A thread of `role` that has not started. It takes its priority before it runs `body`; without the right it
    /// runs as an ordinary thread and [#status] says so.
    public Thread newThread(ThreadRole role, String name, Runnable body) {
        Objects.requireNonNull(body, "body");
        return Thread.ofPlatform().name(name).daemon(false).unstarted(() -> {
            takePriority(role, name);
            body.run();
        });
    }

    /// The best sleeper there is, for one thread that keeps its time by [MonotonicClock#SYSTEM].
    public DeadlineSleeper newSleeper() {
        return has(Need.ABSOLUTE_SLEEP) ? new AbsoluteSleeper() : new ParkSleeper(MonotonicClock.SYSTEM);
    }

    /// The `SCHED_FIFO` priority of the calling thread as the kernel has it; 0 for an ordinary thread.
    public static int fifoPriorityOfThisThread() {
        return IS_LINUX_64 ? LinuxCalls.fifoPriority() : 0;
    }

    private boolean has(Need need) {
        return provisions.contains(new Provision.Obtained(need));
    }

    private void takePriority(ThreadRole role, String name) {
        if (isAsked && role.isRealTime()) {
            Provisioning.setFifo(role.fifoPriority())
                    .map(why -> new Provision.Missing(
                            Need.FIFO_SCHEDULING, "thread '" + name + "': " + why, Provisioning.FIFO_REMEDY))
                    .filter(_ -> has(Need.FIFO_SCHEDULING)) // otherwise it is known already
                    .ifPresent(refusedThreads::add);
        }
    }

    @Override
    public void close() {
        if (awakeCores != null) {
            try {
                awakeCores.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String kernel() {
        String banner;
        try {
            banner = Files.readString(KERNEL_VERSION);
        } catch (IOException _) {
            banner = "";
        }
        return System.getProperty("os.name") + " " + System.getProperty("os.version")
                + (isPreemptRt(banner, Files.exists(PREEMPT_RT_MARK)) ? ", PREEMPT_RT" : ", not PREEMPT_RT");
    }

    /// Whether this is a real-time kernel. It says so in its version, whose words its build makes of its configuration;
    /// kernels of the time of the patch set have a mark besides, or only that. Source: Linux `init/Makefile`.
    static boolean isPreemptRt(String kernelVersion, boolean isMarked) {
        return isMarked || kernelVersion.contains("PREEMPT_RT");
    }
}
