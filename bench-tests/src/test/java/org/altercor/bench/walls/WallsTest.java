package org.altercor.bench.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WallsTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.altercor");

    /// For each wall a class that breaks it, in the place where a hurried hand would put it.
    private static final Map<String, Class<?>> BREACHES = Map.ofEntries(
            Map.entry("config knows nobody above it", org.altercor.config.BreachUpwards.class),
            Map.entry("hal knows nobody above it", org.altercor.hal.port.BreachUpwards.class),
            Map.entry("safety compiles without the controller", org.altercor.safety.frame.BreachUpwards.class),
            Map.entry("the controller knows no bench", org.altercor.controller.loop.BreachUpwards.class),
            Map.entry("jSerialComm stays in hal.serial", org.altercor.hal.port.BreachLibraries.class),
            Map.entry("Pi4J stays in hal.pi", org.altercor.hal.port.BreachLibraries.class),
            Map.entry("Paho stays in safety.telemetry", org.altercor.hal.port.BreachLibraries.class),
            Map.entry("the web server stays in controller.console", org.altercor.hal.port.BreachLibraries.class),
            Map.entry("Jetty stays in controller.console", org.altercor.hal.port.BreachLibraries.class),
            Map.entry("the TOML library stays in config.load", org.altercor.hal.port.BreachLibraries.class),
            Map.entry(
                    "the supervisor sees frames and ports, and no driver, journal or network",
                    org.altercor.safety.supervise.BreachNetwork.class),
            Map.entry(
                    "safety can start nothing: it never touches the port that commands a drive",
                    org.altercor.safety.supervise.BreachCommand.class),
            Map.entry("what people read is written the same in every country", org.altercor.config.BreachLocale.class),
            Map.entry("nothing of ours subscribes to a broker", org.altercor.safety.telemetry.BreachSubscription.class),
            Map.entry(
                    "no loop knows the log of events, telemetry or a lock that they hold",
                    org.altercor.safety.supervise.BreachLog.class),
            Map.entry("telemetry cannot reach an actuator", org.altercor.safety.telemetry.BreachActuator.class),
            Map.entry("the console cannot reach an actuator", org.altercor.controller.console.BreachActuator.class),
            Map.entry(
                    "the controller cannot reach what the supervisor stops, clamps, cuts and sounds with",
                    org.altercor.controller.loop.BreachOutput.class),
            Map.entry("only hal.rig and scenarios know the twin", org.altercor.safety.frame.BreachTwin.class),
            Map.entry("what decides asks no clock", org.altercor.safety.supervise.BreachClock.class));

    static Stream<String> walls() {
        return Walls.all().keySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("walls")
    void theWallStands(String wall) {
        rule(wall).check(PRODUCT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("walls")
    void aBreachOfTheWallIsSeen(String wall) {
        Class<?> breach = BREACHES.get(wall);
        assertThat(breach).as("a breach to try the wall with").isNotNull();
        JavaClasses breached = new ClassFileImporter().importClasses(breach);
        assertThatThrownBy(() -> rule(wall).check(breached))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(breach.getSimpleName());
    }

    @Test
    void theWholeProductIsLookedAt() {
        for (String module : List.of("config", "hal", "safety", "controller", "bench")) {
            assertThat(PRODUCT.stream().filter(type -> type.getPackageName().startsWith("org.altercor." + module)))
                    .as(module)
                    .isNotEmpty();
        }
    }

    private static ArchRule rule(String wall) {
        return Walls.all().get(wall).because(wall);
    }
}
