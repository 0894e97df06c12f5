package org.altercor.bench.walls;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// The walls between packages. Those between modules are the module descriptors, which the compiler guards.
final class Walls {
    private static final String[] ACTUATORS = {
        "PumpDrive", "DriveStop", "LineClamp", "RunPulses", "SafeTorqueOff", "Annunciator", "OutsideWorld"
    };

    private static final Set<String> OF_THE_SUPERVISOR = Set.of(
            "org.altercor.hal.port.DriveStop",
            "org.altercor.hal.port.LineClamp",
            "org.altercor.hal.port.RunPulses",
            "org.altercor.hal.port.SafeTorqueOff",
            "org.altercor.hal.port.Annunciator",
            "org.altercor.hal.rig.PumpPorts",
            "org.altercor.hal.rig.OutputPorts",
            "org.altercor.safety.supervise.SupervisorOutputs");

    private Walls() {}

    /// Every wall, by the sentence it stands for.
    static Map<String, ArchRule> all() {
        var walls = new LinkedHashMap<String, ArchRule>();
        walls.put("config knows nobody above it", below("config", "hal", "safety", "controller", "bench"));
        walls.put("hal knows nobody above it", below("hal", "safety", "controller", "bench"));
        walls.put("safety compiles without the controller", below("safety", "controller", "bench"));
        walls.put("the controller knows no bench", below("controller", "bench"));

        walls.put("jSerialComm stays in hal.serial", only("com.fazecast..", "org.altercor.hal.serial.."));
        walls.put("Pi4J stays in hal.pi", only("com.pi4j..", "org.altercor.hal.pi.."));
        walls.put("Paho stays in safety.telemetry", only("org.eclipse.paho..", "org.altercor.safety.telemetry.."));
        walls.put(
                "the web server stays in controller.console",
                only("io.javalin..", "org.altercor.controller.console.."));
        walls.put(
                "Jetty stays in controller.console", only("org.eclipse.jetty..", "org.altercor.controller.console.."));
        walls.put("the TOML library stays in config.load", only("org.tomlj..", "org.altercor.config.load.."));

        walls.put(
                "the supervisor sees frames and ports, and no driver, journal or network",
                classes()
                        .that()
                        .resideInAPackage("org.altercor.safety.supervise..")
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage(
                                "java.lang..",
                                "java.util",
                                "java.util.function",
                                "java.util.stream",
                                "java.time",
                                "org.jspecify..",
                                "org.altercor.config",
                                "org.altercor.config.rig", // outputs, as configuration has them
                                "org.altercor.config.schema", // what an operator may set
                                "org.altercor.hal.port",
                                "org.altercor.hal.cell",
                                "org.altercor.hal.time",
                                "org.altercor.safety.frame",
                                "org.altercor.safety.interlock",
                                "org.altercor.safety.observe",
                                "org.altercor.safety.setting",
                                "org.altercor.safety.supervise"))
                        .allowEmptyShould(true));
        walls.put(
                "safety can start nothing: it never touches the port that commands a drive",
                noClasses()
                        .that()
                        .resideInAPackage("org.altercor.safety..")
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("org.altercor.hal.port.PumpDrive"));
        walls.put(
                "what people read is written the same in every country",
                noClasses()
                        .that()
                        .resideInAnyPackage(
                                "org.altercor.config..",
                                "org.altercor.safety..",
                                "org.altercor.controller..",
                                "org.altercor.bench..")
                        .should()
                        .callMethod(String.class, "formatted", Object[].class)
                        .orShould()
                        .callMethod(String.class, "format", String.class, Object[].class)
                        .orShould()
                        .callMethod(PrintWriter.class, "printf", String.class, Object[].class)
                        .orShould()
                        .callMethod(PrintStream.class, "printf", String.class, Object[].class)
                        .orShould()
                        .callMethod(String.class, "toLowerCase")
                        .orShould()
                        .callMethod(String.class, "toUpperCase"));
        walls.put(
                "nothing of ours subscribes to a broker",
                noClasses()
                        .that()
                        .resideInAPackage("org.altercor..")
                        .should()
                        .callMethodWhere(DescribedPredicate.describe(
                                "subscribe of an MQTT client",
                                call -> call.getTarget().getName().startsWith("subscribe")
                                        && call.getTargetOwner()
                                                .getPackageName()
                                                .startsWith("org.eclipse.paho"))));
        walls.put(
                "no loop knows the log of events, telemetry or a lock that they hold",
                noClasses()
                        .that()
                        .resideInAnyPackage(
                                "org.altercor.safety.supervise..",
                                "org.altercor.safety.frame..",
                                "org.altercor.controller.loop..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.altercor.safety.telemetry..")
                        .orShould()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("org.altercor.safety.event.EventLog")
                        .orShould()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("org.altercor.safety.event.EventClerk"));
        walls.put(
                "telemetry cannot reach an actuator",
                noClasses()
                        .that()
                        .resideInAPackage("org.altercor.safety.telemetry..")
                        .should()
                        .transitivelyDependOnClassesThat(areActuators())
                        .allowEmptyShould(true));
        walls.put(
                "the console cannot reach an actuator",
                noClasses()
                        .that()
                        .resideInAPackage("org.altercor.controller.console..")
                        .should()
                        .transitivelyDependOnClassesThat(areActuators())
                        .allowEmptyShould(true));
        walls.put(
                "the controller cannot reach what the supervisor stops, clamps, cuts and sounds with",
                noClasses()
                        .that()
                        .resideInAPackage("org.altercor.controller..")
                        .and()
                        .doNotHaveFullyQualifiedName("org.altercor.controller.loop.LoopPair") // hands them over
                        .should()
                        .dependOnClassesThat(areOfTheSupervisor())
                        .allowEmptyShould(true));
        walls.put(
                "only hal.rig and scenarios know the twin",
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "org.altercor.hal.twin..",
                                "org.altercor.hal.rig..",
                                "org.altercor.controller.scenario..",
                                "org.altercor.bench..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.altercor.hal.twin..")
                        .allowEmptyShould(true));
        walls.put(
                "what decides asks no clock",
                noClasses()
                        .that()
                        .resideInAnyPackage(
                                "org.altercor.config",
                                "org.altercor.safety.frame..",
                                "org.altercor.safety.interlock..",
                                "org.altercor.safety.observe..",
                                "org.altercor.safety.setting..",
                                "org.altercor.safety.supervise..",
                                "org.altercor.controller.loop..",
                                "org.altercor.controller.scenario..",
                                "org.altercor.hal.bus..",
                                "org.altercor.hal.modbus..",
                                "org.altercor.hal.emtec..",
                                "org.altercor.hal.twin..")
                        .should()
                        .callMethod(System.class, "nanoTime")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .callMethod(java.time.LocalDate.class, "now")
                        .orShould()
                        .callMethod(java.time.Instant.class, "now")
                        .orShould()
                        .callMethod(Math.class, "random")
                        .orShould()
                        .accessField(org.altercor.hal.time.MonotonicClock.class, "SYSTEM"));
        return walls;
    }

    private static ArchRule below(String module, String... above) {
        var packages = new String[above.length];
        for (int i = 0; i < above.length; i++) {
            packages[i] = "org.altercor." + above[i] + "..";
        }
        return noClasses()
                .that()
                .resideInAPackage("org.altercor." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }

    private static ArchRule only(String library, String home) {
        return noClasses()
                .that()
                .resideInAPackage("org.altercor..")
                .and()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    private static DescribedPredicate<JavaClass> areOfTheSupervisor() {
        return DescribedPredicate.describe(
                "are the supervisor's own", type -> OF_THE_SUPERVISOR.contains(type.getFullName()));
    }

    private static DescribedPredicate<JavaClass> areActuators() {
        return DescribedPredicate.describe("are actuator ports", type -> {
            for (String actuator : ACTUATORS) {
                if (type.getFullName().equals("org.altercor.hal.port." + actuator)) {
                    return true;
                }
            }
            return false;
        });
    }
}
