package org.altercor.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.altercor.bench.screen.ScreenAct;
import org.altercor.config.Machine;
import org.altercor.config.Pump;
import org.altercor.config.PumpRole;
import org.altercor.config.Sensor;
import org.altercor.config.SensorKind;
import tools.jackson.databind.JsonNode;

/// What an operator does, touch by touch, so that a machine has something to do: pumps are started and their flows
/// changed; now and then more is asked than a pump can give; and every six seconds the air detector sees air, the
/// arterial pump is stopped by it, the detector is mended, latches are reset, and the pump is started again.
///
/// ```
/// touch  0 ─── 5 ─────── 12 ──────────────────────────────── 29 │ 0 …     five touches a second
///            air      no air   reset, start, changes
/// ```
///
/// It looks at the newest picture as an operator does, and is told nothing else. Owner: one thread.
final class LoadStory {
    /// Touches from one alarm to the next.
    private static final int TOUCHES = 30;

    private static final int AIR = 5;
    private static final int NO_AIR = 12;

    /// Every seventh touch asks for what no pump can give.
    private static final int UNREASONABLE = 7;

    private static final double UNREASONABLE_ML_PER_MIN = 50_000;

    /// How a flow is changed from touch to touch, as a share of itself. Our own judgement.
    private static final double STEP = 0.05;

    private static final int STEPS = 3;

    /// A pump and the flow that it is usually asked for.
    private record Asked(String pump, double mlPerMin) {}

    private final List<Asked> pumps;
    private final Optional<String> detector;
    private long touches;

    private LoadStory(List<Asked> pumps, Optional<String> detector) {
        this.pumps = List.copyOf(pumps);
        this.detector = detector;
    }

    /// The story of a machine: its arterial pump, a sucker and a vent, where it has them.
    static LoadStory of(Machine machine) {
        List<Asked> asked = new ArrayList<>();
        first(machine, PumpRole.ARTERIAL).ifPresent(pump -> asked.add(new Asked(pump.name(), 3_600)));
        first(machine, PumpRole.SUCTION).ifPresent(pump -> asked.add(new Asked(pump.name(), 400)));
        first(machine, PumpRole.VENT).ifPresent(pump -> asked.add(new Asked(pump.name(), 300)));
        String arterial = asked.getFirst().pump();
        return new LoadStory(
                asked,
                machine.sensors().stream()
                        .filter(sensor -> sensor.kind() == SensorKind.AIR
                                && sensor.pumps().contains(arterial))
                        .map(Sensor::name)
                        .findFirst());
    }

    private static Optional<Pump> first(Machine machine, PumpRole role) {
        return machine.pumps().stream().filter(pump -> pump.role() == role).findFirst();
    }

    /// The pump that everything turns on.
    String arterial() {
        return pumps.getFirst().pump();
    }

    /// The next touch.
    ///
    /// @param picture the newest
    ScreenAct next(JsonNode picture) {
        long touch = touches++;
        int now = (int) (touch % TOUCHES);
        if (detector.isPresent() && now == AIR) {
            return ScreenAct.outside(detector.get() + ".stuck-dry", 0);
        }
        if (detector.isPresent() && now == NO_AIR) {
            return ScreenAct.outside(detector.get() + ".none", 0);
        }
        if (now % UNREASONABLE == UNREASONABLE - 1) {
            return ScreenAct.changeFlow(arterial(), UNREASONABLE_ML_PER_MIN);
        }
        Asked asked = pumps.get((int) (touch % pumps.size()));
        JsonNode strip = strip(picture, asked.pump());
        if (!strip.path("mode").asString("").equals("stopped")) {
            return ScreenAct.changeFlow(asked.pump(), asked.mlPerMin() * (1 + STEP * (touch / pumps.size() % STEPS)));
        }
        return strip.path("mayStart").asBoolean(false)
                ? ScreenAct.startFlow(asked.pump(), asked.mlPerMin())
                : ScreenAct.reset();
    }

    /// What a picture shows of a pump.
    static JsonNode strip(JsonNode picture, String pump) {
        return StreamSupport.stream(picture.path("pumps").spliterator(), false)
                .filter(each -> each.path("name").asString("").equals(pump))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no picture of pump " + pump));
    }

    /// How many pumps a picture shows turning.
    static int turning(JsonNode picture) {
        return (int) StreamSupport.stream(picture.path("pumps").spliterator(), false)
                .filter(each -> each.path("speedRpm").path("now").asDouble(0) != 0)
                .count();
    }

    /// Codes of the alarms that a picture shows as active.
    static Set<String> active(JsonNode picture) {
        return StreamSupport.stream(picture.path("alarms").spliterator(), false)
                .filter(each -> each.path("state").asString("").equals("active"))
                .map(each -> each.path("code").asString(""))
                .collect(Collectors.toUnmodifiableSet());
    }
}
