package org.altercor.hal.realtime;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.altercor.hal.time.ThreadRole;

/// A program of its own: obtains what real time it can, runs two loops at their own rates until its input ends, and
/// reports. One loop starts a thread, `heir`, which must not inherit its priority. For tests that watch from
/// outside.
final class RealTimeProbe {
    private RealTimeProbe() {}

    public static void main(String[] arguments) throws Exception {
        try (RealTime realTime = RealTime.obtain()) {
            ThreadedExecutor executor = new ThreadedExecutor(realTime, (name, thrown) -> thrown.printStackTrace());
            AtomicReference<Thread> heir = new AtomicReference<>();
            executor.every(ThreadRole.SUPERVISOR, "supervisor", 5_000_000, _ -> {
                if (heir.get() == null) {
                    heir.set(Thread.ofPlatform().name("heir").daemon().start(LockSupport::park));
                }
            });
            executor.every(ThreadRole.CONTROL, "control", 10_000_000, _ -> {});
            executor.start();
            while (executor.status().stream().anyMatch(status -> status.cycles() < 20)) {
                Thread.onSpinWait();
            }
            while (heir.get().getState() != Thread.State.WAITING) { // by then the kernel knows its name
                Thread.onSpinWait();
            }
            System.out.println("sleeper " + realTime.newSleeper().getClass().getSimpleName());
            System.out.println("banner " + realTime.status().banner());
            realTime.status().remedies().forEach(remedy -> System.out.println("remedy " + remedy));
            executor.status()
                    .forEach(status -> System.out.println("thread " + status.name() + " " + status.fifoPriority()));
            System.out.println("ready");
            while (System.in.read() >= 0) { // until whoever started us closes it
                Thread.onSpinWait();
            }
            System.out.println("stopped " + executor.stop(Duration.ofSeconds(10)));
        }
    }
}
