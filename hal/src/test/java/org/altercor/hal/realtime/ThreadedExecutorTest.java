package org.altercor.hal.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.altercor.hal.time.PeriodicRunner;
import org.altercor.hal.time.ThreadRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThreadedExecutorTest {
    private static final long MS = 1_000_000;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    private final Map<String, Throwable> failures = new ConcurrentHashMap<>();
    private final CountDownLatch oneFailed = new CountDownLatch(1);
    private final ThreadedExecutor executor = new ThreadedExecutor(RealTime.without("a unit test"), (name, thrown) -> {
        failures.put(name, thrown);
        oneFailed.countDown();
    });

    @AfterEach
    void stopAll() throws InterruptedException {
        assertThat(executor.stop(LONG_ENOUGH)).isEmpty();
    }

    @Test
    void everyTaskRunsOnAThreadOfItsOwnByItsName() throws InterruptedException {
        CountDownLatch control = new CountDownLatch(3);
        CountDownLatch supervisor = new CountDownLatch(3);
        Map<String, Thread> threads = new ConcurrentHashMap<>();
        Map.of("control", control, "supervisor", supervisor)
                .forEach((name, cycles) -> executor.every(ThreadRole.CONTROL, name, MS, _ -> {
                    threads.put(Thread.currentThread().getName(), Thread.currentThread());
                    cycles.countDown();
                }));
        executor.start();

        assertThat(control.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(supervisor.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(executor.stop(LONG_ENOUGH)).isEmpty();
        assertThat(threads).containsOnlyKeys("control", "supervisor");
        assertThat(executor.status()).allSatisfy(status -> {
            assertThat(status.state()).isEqualTo(PeriodicRunner.State.STOPPED);
            assertThat(status.cycles()).isPositive();
            assertThat(status.failure()).isEmpty();
        });
    }

    @Test
    void noCycleRunsAfterStop() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        executor.every(ThreadRole.CONTROL, "control", MS, _ -> first.countDown());
        executor.start();
        assertThat(first.await(20, TimeUnit.SECONDS)).isTrue();

        assertThat(executor.stop(LONG_ENOUGH)).isEmpty();
        long cycles = executor.status().getFirst().cycles();
        assertThat(executor.stop(LONG_ENOUGH)).isEmpty(); // and stopping twice is harmless
        assertThat(executor.status().getFirst().cycles()).isEqualTo(cycles);
    }

    @Test
    void aTaskThatThrowsEndsAloneAndIsToldByName() throws InterruptedException {
        CountDownLatch othersGoOn = new CountDownLatch(20);
        executor.every(ThreadRole.CONTROL, "control", MS, _ -> {
            throw new IllegalStateException("defect");
        });
        executor.every(ThreadRole.SUPERVISOR, "supervisor", MS, _ -> othersGoOn.countDown());
        executor.start();

        assertThat(oneFailed.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(othersGoOn.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(executor.stop(LONG_ENOUGH)).isEmpty();
        assertThat(failures).containsOnlyKeys("control");
        assertThat(executor.status().getFirst()).satisfies(status -> {
            assertThat(status.state()).isEqualTo(PeriodicRunner.State.FAILED);
            assertThat(status.failure().orElseThrow()).contains("defect");
            assertThat(status.cycles()).isZero();
        });
        assertThat(executor.status().getLast().failure()).isEmpty();
    }

    @Test
    void aTaskThatDoesNotReturnIsNamedByStop() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch mayLeave = new CountDownLatch(1);
        executor.every(ThreadRole.CONTROL, "hung", MS, _ -> {
            entered.countDown();
            try {
                mayLeave.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        executor.start();
        assertThat(entered.await(20, TimeUnit.SECONDS)).isTrue();

        assertThat(executor.stop(Duration.ZERO)).containsExactly("hung");
        mayLeave.countDown();
    }

    @Test
    void anInterruptedStopHasToldEveryThreadToEnd() throws InterruptedException {
        executor.every(ThreadRole.CONTROL, "control", MS, _ -> {});
        executor.every(ThreadRole.SUPERVISOR, "supervisor", MS, _ -> {});
        executor.start();

        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> executor.stop(LONG_ENOUGH));
        long deadlineNanos = System.nanoTime() + LONG_ENOUGH.toNanos();
        while (executor.status().stream().anyMatch(each -> each.state() != PeriodicRunner.State.STOPPED)) {
            assertThat(System.nanoTime() - deadlineNanos).isNegative();
            Thread.onSpinWait();
        }
    }

    @Test
    void misuseIsRefused() {
        executor.every(ThreadRole.CONTROL, "control", MS, _ -> {});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> executor.every(ThreadRole.CONTROL, "control", MS, _ -> {}));
        executor.start();
        assertThatIllegalStateException().isThrownBy(executor::start);
        assertThatIllegalStateException().isThrownBy(() -> executor.every(ThreadRole.TWIN, "late", MS, _ -> {}));
    }
}
