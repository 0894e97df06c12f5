package org.altercor.bench.telemetry;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.altercor.safety.telemetry.Telemetry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Debian's `mosquitto_sub`, which shares no code with us: it hears everything on the broker and checks it against the
/// published schemas. Its session is kept by the broker while either is away.
final class Observer implements AutoCloseable {
    static final String PROGRAM = "/usr/bin/mosquitto_sub";

    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private final Process process;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final List<String> wrong = new CopyOnWriteArrayList<>();

    record Heard(String topic, boolean retained, JsonNode message) {
        String text(String property) {
            return message.get(property).asString();
        }
    }

    private Observer(Process process) {
        this.process = process;
        Thread.ofPlatform().daemon().name("observer").start(this::listen);
    }

    /// Listens for as long as it is not closed.
    static Observer start(int port) throws IOException {
        return new Observer(command(port, "-i", "observer", "-c", "-q", "1", "-k", "5"));
    }

    /// Listens for as long as it is not closed, and hears nothing of what was said before.
    static Observer startAnew(int port) throws IOException {
        return new Observer(command(port, "-i", "latecomer", "-q", "1", "-k", "5"));
    }

    /// What a broker keeps, for whoever comes now.
    static List<Heard> retained(int port) throws IOException, InterruptedException {
        var latecomer = new Observer(command(port, "-q", "1", "--retained-only", "-W", "2"));
        latecomer.process.waitFor(60, TimeUnit.SECONDS);
        org.altercor.bench.peer.Peers.await("the latecomer has ended", () -> latecomer.ended);
        return List.copyOf(latecomer.heard);
    }

    private volatile boolean ended;

    private static Process command(int port, String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of(PROGRAM, "-h", "127.0.0.1", "-p", Integer.toString(port)));
        words.addAll(List.of("-t", "altercor/#", "-F", "%j"));
        words.addAll(List.of(options));
        return new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void listen() {
        try (BufferedReader said = process.inputReader()) {
            said.lines().forEach(line -> {
                JsonNode one = JSON.readTree(line);
                String topic = one.get("topic").asString();
                String payload = one.get("payload").asString();
                schema(topic)
                        .validate(payload, InputFormat.JSON)
                        .forEach(error -> wrong.add(topic + ": " + error + " in " + payload));
                heard.add(new Heard(topic, one.get("retain").asInt() == 1, JSON.readTree(payload)));
            });
        } catch (IOException | UncheckedIOException closed) {
            // told as the end
        }
        ended = true;
    }

    private static Schema schema(String topic) {
        return SCHEMAS.computeIfAbsent(topic.split("/", -1)[4], name -> {
            try (InputStream in = Telemetry.class.getResourceAsStream(name + ".schema.json")) {
                return REGISTRY.getSchema(Objects.requireNonNull(in, name), InputFormat.JSON);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    List<Heard> on(String topicEnd) {
        return heard.stream().filter(each -> each.topic().endsWith(topicEnd)).toList();
    }

    /// What was said that no schema allows.
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /// Numbers of the events heard, without those that came again: a number that is lower than the one before and was
    /// not heard yet stands out of order.
    List<Long> numbers() {
        return on("/event").stream()
                .map(each -> each.message().get("seq").asLong())
                .distinct()
                .toList();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
