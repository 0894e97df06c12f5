package org.altercor.controller.console;

import io.javalin.http.sse.SseClient;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// One screen that listens, with a thread that writes to it and one slot for what it has not got yet: the newest wins,
/// and nobody waits for a screen that does not read.
final class ScreenClient {
    private final SseClient connection;
    private final Object slot = new Object();
    private final AtomicBoolean isOpen = new AtomicBoolean(true);
    private @Nullable String newest;
    private long writingSinceNanos;
    private boolean isWriting;

    /// @param connection kept open by this
    /// @param hello      what it is told first
    ScreenClient(SseClient connection, String hello) {
        this.connection = connection;
        Thread.ofVirtual().name("console-screen").start(() -> write(hello));
    }

    /// Leaves a picture for it.
    void offer(String picture) {
        synchronized (slot) {
            newest = picture;
            slot.notifyAll();
        }
    }

    /// Whether it is still there.
    boolean isOpen() {
        return isOpen.get() && !connection.terminated();
    }

    /// Whether it has not taken one picture for so long.
    boolean lags(long nowNanos, long atMostNanos) {
        synchronized (slot) {
            return isWriting && nowNanos - writingSinceNanos > atMostNanos;
        }
    }

    /// Lets go of it.
    void close() {
        isOpen.set(false);
        synchronized (slot) {
            slot.notifyAll();
        }
        connection.close();
    }

    private void write(String hello) {
        try {
            connection.sendEvent("hello", hello);
            while (isOpen()) {
                String picture = take();
                if (picture != null) {
                    connection.sendEvent("state", picture);
                    written();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    private @Nullable String take() throws InterruptedException {
        synchronized (slot) {
            while (newest == null && isOpen()) {
                slot.wait();
            }
            String picture = newest;
            newest = null;
            isWriting = picture != null;
            writingSinceNanos = System.nanoTime();
            return picture;
        }
    }

    private void written() {
        synchronized (slot) {
            isWriting = false;
        }
    }
}
