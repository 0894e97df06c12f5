package org.altercor.bench.screen;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A screen that listens: it takes every picture that the console's event stream brings, and keeps the newest.
///
/// A thread of its own reads; everything else is for any thread.
public final class ScreenReader implements AutoCloseable {
    private static final String KIND = "event: ";
    private static final String DATA = "data: ";
    private static final int OK = 200;
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

    private final HttpClient client;
    private final URI page;
    private final InputStream stream;
    private final Queue<String> tokens = new ConcurrentLinkedQueue<>();
    private final AtomicLong pictures = new AtomicLong();
    private volatile @Nullable Picture newest;
    private volatile boolean isOpen = true;

    /// A picture, which is read when somebody looks at it, and once only.
    private static final class Picture {
        private final String text;
        private @Nullable JsonNode read;

        Picture(String text) {
            this.text = text;
        }

        synchronized JsonNode read() {
            JsonNode known = read;
            if (known == null) {
                known = JsonMapper.shared().readTree(text);
                read = known;
            }
            return known;
        }
    }

    private ScreenReader(HttpClient client, URI page, InputStream stream) {
        this.client = client;
        this.page = page;
        this.stream = stream;
    }

    /// Connects to a console.
    ///
    /// @param page address of its page
    /// @throws IOException when it is not there, or has no room for another screen
    public static ScreenReader open(URI page) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(LONGEST_CONNECT)
                .build();
        try {
            var reader = new ScreenReader(client, page, listen(client, page));
            Thread.ofPlatform().daemon().name("screen").start(reader::read);
            return reader;
        } catch (IOException | InterruptedException e) {
            client.shutdownNow();
            throw e;
        }
    }

    private static InputStream listen(HttpClient client, URI page) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(page.resolve("/state"))
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != OK) {
            response.body().close();
            throw new IOException("the console lets no screen listen: status " + response.statusCode());
        }
        return response.body();
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            String kind = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(KIND)) {
                    kind = line.substring(KIND.length());
                } else if (line.startsWith(DATA)) {
                    take(kind, line.substring(DATA.length()));
                }
            }
        } catch (IOException hungUp) {
            // told as not connected
        }
        isOpen = false;
    }

    private void take(String kind, String data) {
        switch (kind) {
            case "hello" ->
                JsonMapper.shared().readTree(data).path("tokens").forEach(token -> tokens.add(token.stringValue()));
            case "state" -> {
                newest = new Picture(data);
                pictures.incrementAndGet();
            }
            default -> {} // whatever else a console says is not for a screen of this age
        }
    }

    /// The page that this screen belongs to.
    public URI page() {
        return page;
    }

    /// Whether the console still talks to it.
    public boolean isConnected() {
        return isOpen;
    }

    /// Pictures taken since it was opened.
    public long pictures() {
        return pictures.get();
    }

    /// The newest picture; empty before the first.
    public Optional<JsonNode> picture() {
        return Optional.ofNullable(newest).map(Picture::read);
    }

    /// One of its tokens, which is spent by taking it; empty when it has none left.
    Optional<String> token() {
        return Optional.ofNullable(tokens.poll());
    }

    /// Keeps a token that came with an answer.
    void keep(String token) {
        tokens.add(token);
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        isOpen = false;
        try {
            stream.close();
        } catch (IOException e) {
            // it hung up first
        }
        client.shutdownNow();
    }
}
