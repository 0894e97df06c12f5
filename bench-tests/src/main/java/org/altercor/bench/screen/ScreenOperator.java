package org.altercor.bench.screen;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody at a screen who acts as its page does: a token that is spent, the newest picture, a fresh touch.
///
/// Owner: one thread.
public final class ScreenOperator {
    private static final int ACCEPTED = 200;
    private static final int REFUSED = 409;

    /// Far longer than the console waits for a loop. Our own judgement.
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);

    private final ScreenReader screen;

    /// What the console said.
    ///
    /// @param accepted whether it was done
    /// @param text     what was done, or why not
    public record Answer(boolean accepted, String text) {}

    public ScreenOperator(ScreenReader screen) {
        this.screen = screen;
    }

    /// Acts, and waits for the answer.
    ///
    /// @throws IOException when the console is gone, or takes nothing from this screen
    public Answer act(ScreenAct act) throws IOException, InterruptedException {
        JsonNode picture = screen.picture().orElseThrow(() -> new IOException("the screen is still dark"));
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("token", screen.token().orElseThrow(() -> new IOException("the screen has no token")));
        message.put("frame", picture.path("frame").longValue());
        message.put("touchAgeMs", 0);
        message.putAll(act.fields());
        var response = screen.send(HttpRequest.newBuilder(screen.page().resolve("/acts"))
                .timeout(LONGEST_ANSWER)
                .header("Content-Type", "application/json")
                .header("Origin", "http://" + screen.page().getAuthority())
                .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(message)))
                .build());
        if (response.statusCode() != ACCEPTED && response.statusCode() != REFUSED) {
            throw new IOException(
                    "the console did not take " + act + ": " + response.statusCode() + " " + response.body());
        }
        JsonNode answer = JsonMapper.shared().readTree(response.body());
        screen.keep(answer.path("token").stringValue());
        return new Answer(response.statusCode() == ACCEPTED, answer.path("text").stringValue());
    }
}
