package org.altercor.controller.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.altercor.config.circuit.Circuit;
import org.altercor.config.scenario.Act;
import org.altercor.config.scenario.Scenario;
import org.altercor.config.scenario.Scenario.Event;

/// Scenarios written in code, one act a line.
public final class Scenarios {
    private final List<Event> events = new ArrayList<>();
    private final String name;

    private Scenarios(String name) {
        this.name = name;
    }

    public static Scenarios named(String name) {
        return new Scenarios(name);
    }

    public Scenarios at(double seconds, Act act) {
        events.add(new Event(seconds, 10 + events.size(), act));
        return this;
    }

    public Scenario lasting(double seconds) {
        return scenario(seconds, false);
    }

    public Scenario settledLasting(double seconds) {
        return scenario(seconds, true);
    }

    private Scenario scenario(double seconds, boolean settled) {
        return new Scenario(
                name,
                "A title",
                new Circuit("bench", "A bench", List.of()),
                Optional.empty(),
                seconds,
                7,
                settled,
                events);
    }

    public static Act drive(double speedRpm) {
        return new Act.Drive("arterial", speedRpm);
    }

    static Act leak(double mlPerMin, double overSeconds) {
        return new Act.Change("reservoir", "leak-ml-per-min", mlPerMin, overSeconds);
    }

    static Act fault(String device, String fault) {
        return new Act.Fault(device, fault, OptionalDouble.empty());
    }

    /// What an expectation is written with.
    public record Claim(String signal, double atLeast, double atMost, double mean, double lasts, double within) {
        public static Claim of(String signal, double atLeast, double atMost) {
            return new Claim(signal, atLeast, atMost, 0, 0, 0);
        }

        Claim meanOver(double seconds) {
            return new Claim(signal, atLeast, atMost, seconds, lasts, within);
        }

        Claim lasting(double seconds) {
            return new Claim(signal, atLeast, atMost, mean, seconds, within);
        }

        Claim within(double seconds) {
            return new Claim(signal, atLeast, atMost, mean, lasts, seconds);
        }
    }

    public static Act expect(Claim claim) {
        return new Act.Expect(
                claim.signal,
                bound(claim.atLeast),
                bound(claim.atMost),
                claim.mean,
                claim.lasts,
                claim.within,
                Optional.of("because"));
    }

    private static OptionalDouble bound(double value) {
        return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
