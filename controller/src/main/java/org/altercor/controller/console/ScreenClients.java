package org.altercor.controller.console;

import io.javalin.http.sse.SseClient;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// All screens that listen.
///
/// Any thread.
final class ScreenClients {
    /// Screens at a time: one in theatre, one on the bench, one for teaching, and their reloads. Our own judgement.
    static final int MOST = 8;

    /// A screen that has not taken a picture for so long is dropped. Our own judgement.
    private static final long LAG_NANOS = 5_000_000_000L;

    private final List<ScreenClient> clients = new CopyOnWriteArrayList<>();

    /// Takes a screen in, if there is room for it.
    void add(SseClient connection, String hello) {
        synchronized (clients) {
            if (!isFull()) {
                connection.keepAlive();
                clients.add(new ScreenClient(connection, hello));
            }
        }
    }

    /// Whether there is no room.
    boolean isFull() {
        return count() >= MOST;
    }

    /// Gives every screen a picture.
    void offer(String picture) {
        drop();
        clients.forEach(client -> client.offer(picture));
    }

    /// How many there are.
    int count() {
        drop();
        return clients.size();
    }

    void close() {
        clients.forEach(ScreenClient::close);
        clients.clear();
    }

    private void drop() {
        long nowNanos = System.nanoTime();
        for (ScreenClient client : clients) {
            if (client.lags(nowNanos, LAG_NANOS)) {
                client.close();
            }
        }
        clients.removeIf(client -> !client.isOpen());
    }
}
