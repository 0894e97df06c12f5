package org.altercor.bench.screen;

import java.util.Map;

/// One touch of a screen, as the console's page sends it.
///
/// @param fields what it says, beside token, picture and age of the touch
public record ScreenAct(Map<String, Object> fields) {
    /// How long a start is held: longer than the ring of the page takes to fill. Source: `ActDoor`.
    private static final int HELD_MS = 700;

    public ScreenAct {
        fields = Map.copyOf(fields);
    }

    /// A pump that stands is to deliver so much.
    public static ScreenAct startFlow(String pump, double mlPerMin) {
        return new ScreenAct(
                Map.of("act", "start", "pump", pump, "mode", "flow", "flowMlPerMin", mlPerMin, "heldMs", HELD_MS));
    }

    /// A pump that turns is to deliver so much; whoever was asked said yes.
    public static ScreenAct changeFlow(String pump, double mlPerMin) {
        return new ScreenAct(
                Map.of("act", "change", "pump", pump, "mode", "flow", "flowMlPerMin", mlPerMin, "confirmed", true));
    }

    /// A pump is to stand.
    public static ScreenAct stop(String pump) {
        return new ScreenAct(Map.of("act", "stop", "pump", pump));
    }

    /// Latches whose cause is gone are to be free.
    public static ScreenAct reset() {
        return new ScreenAct(Map.of("act", "reset"));
    }

    /// Something happens to the world of a twin.
    public static ScreenAct outside(String name, double amount) {
        return new ScreenAct(Map.of("act", "outside", "name", name, "amount", amount));
    }
}
