package org.altercor.safety.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.altercor.safety.telemetry.TelemetryState.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The thread, with wires that misbehave.
@Timeout(60)
class TelemetryThreadTest {
    private static final LinkTiming HASTY = new LinkTiming(
            Duration.ofMillis(50),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofMillis(1),
            Duration.ofMillis(1));

    private final ToldMachine told = new ToldMachine("adult-bypass");

    private Telemetry over(Wire.Maker maker) {
        var options =
                TelemetryOptions.of(URI.create("mqtt://localhost"), "a", "b").with(HASTY);
        var backOff = new BackOff(HASTY, new Random(1));
        return new Telemetry(new Link(options, maker, backOff, told.out, System.nanoTime()), System::nanoTime);
    }

    @Test
    void aWireThatNeverReturnsKeepsNobodyWhoWritesOrAsks() throws Exception {
        var isInside = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        Telemetry telemetry = over((will, listener) -> new Silent() {
            @Override
            public void open() {
                isInside.countDown();
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        });
        assertThat(isInside.await(60, TimeUnit.SECONDS)).isTrue();
        told.happen(1_000); // the clerk
        for (int cycle = 0; cycle < 1_000; cycle++) {
            told.cells.reports().publish(told.report); // the supervisor
            told.cells.control().publish(told.control); // the control loop
        }
        assertThat(telemetry.state().word()).isEqualTo(Word.CONNECTING);
        never.countDown();
        telemetry.stop();
    }

    @Test
    void aDefectEndsTheConnectionAndNotTelemetry() throws Exception {
        var attempts = new Semaphore(0);
        try (Telemetry telemetry = over((will, listener) -> new Silent() {
            @Override
            public void open() {
                attempts.release();
                throw new IllegalStateException("not foreseen");
            }
        })) {
            assertThat(attempts.tryAcquire(3, 60, TimeUnit.SECONDS)).isTrue();
            assertThat(telemetry.state().word()).isEqualTo(Word.LOST);
            assertThat(telemetry.state().reason()).contains("not foreseen");
        }
    }

    @Test
    void whatWasStoppedSaysSoAndItsThreadHasEnded() {
        Telemetry telemetry = over((will, listener) -> new Silent());
        telemetry.stop();
        assertThat(telemetry.state().word()).isEqualTo(Word.STOPPED);
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("telemetry"));
    }

    private static class Silent implements Wire {
        @Override
        public void open() {}

        @Override
        public boolean publish(Message message, long ticket) {
            return false;
        }

        @Override
        public void leave() {}

        @Override
        public void close() {}
    }
}
