package org.altercor.controller.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.altercor.controller.console.ConsoleOptions;
import org.altercor.safety.telemetry.Credentials;
import org.altercor.safety.telemetry.TelemetryOptions;
import org.altercor.safety.telemetry.TlsFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// Options of `altercor run` that say where the machine is shown, and where it is told of.
final class OutletOptions {
    private static final String OFF = "off";
    private static final String EMBEDDED = "embedded";

    @CommandLine.Option(
            names = "--console",
            paramLabel = "HOST:PORT|off",
            defaultValue = "127.0.0.1:8080",
            description = "Where the console listens; port 0 takes any that is free. Default: ${DEFAULT-VALUE}. On any "
                    + "address but this computer's own it only shows, and takes no acts.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private String console;

    @CommandLine.Option(
            names = "--mqtt",
            paramLabel = "URI|embedded|off",
            defaultValue = EMBEDDED,
            description = "Broker for telemetry: mqtt://host:1883, mqtts://host:8883, a demo broker of its own, or "
                    + "none. Default: ${DEFAULT-VALUE}. Name and password come from " + Credentials.USER_VARIABLE
                    + " and " + Credentials.PASSWORD_VARIABLE + ".")
    @SuppressWarnings("NullAway.Init")
    private String mqtt;

    @CommandLine.Option(
            names = "--journal",
            paramLabel = "FOLDER|off",
            description =
                    "Where the journal is kept. Default: altercor/MACHINE in the folder for state of whoever runs "
                            + "this (XDG_STATE_HOME, or ~/.local/state).")
    private @Nullable String journal;

    @CommandLine.Option(
            names = "--site",
            paramLabel = "NAME",
            defaultValue = "bench",
            description = "Where the machine stands, a level of every topic. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init")
    private String site;

    @CommandLine.Option(
            names = "--device",
            paramLabel = "NAME",
            description = "Which machine of the site. Default: the name of the machine.")
    private @Nullable String device;

    @CommandLine.Option(
            names = "--mqtt-ca",
            paramLabel = "FILE",
            description = "Certificates that are believed (PEM, or PKCS#12 by .p12).")
    private @Nullable Path authority;

    @CommandLine.Option(names = "--mqtt-cert", paramLabel = "FILE", description = "Certificate of this machine.")
    private @Nullable Path certificate;

    @CommandLine.Option(names = "--mqtt-key", paramLabel = "FILE", description = "Its private key, PEM.")
    private @Nullable Path key;

    /// Where the console listens; empty for nowhere.
    ///
    /// @throws IllegalArgumentException when it is no address
    Optional<ConsoleOptions> console() {
        return console.equals(OFF) ? Optional.empty() : Optional.of(ConsoleOptions.of(console));
    }

    /// Folder of the journal; empty when none is wanted.
    ///
    /// @param machine     name of the machine
    /// @param environment of this process
    Optional<Path> journal(String machine, Map<String, String> environment) {
        if (journal != null) {
            return journal.equals(OFF) ? Optional.empty() : Optional.of(Path.of(journal));
        }
        String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
        String state = environment.getOrDefault("XDG_STATE_HOME", home + "/.local/state");
        return Optional.of(Path.of(state, "altercor", machine));
    }

    /// Whether a demo broker is wanted.
    boolean wantsDemoBroker() {
        return mqtt.equals(EMBEDDED);
    }

    /// The broker that was named; empty when none was.
    Optional<URI> broker() {
        return mqtt.equals(EMBEDDED) || mqtt.equals(OFF) ? Optional.empty() : Optional.of(URI.create(mqtt));
    }

    /// How to tell a broker of a machine.
    ///
    /// @param machine name of the machine
    /// @throws IllegalArgumentException when anything of it cannot be
    TelemetryOptions telemetry(URI broker, String machine) {
        var files = new TlsFiles(
                Optional.ofNullable(authority), Optional.ofNullable(certificate), Optional.ofNullable(key), "");
        TelemetryOptions options = TelemetryOptions.of(broker, site, device == null ? machine : device)
                .with(files.with(System.getenv()));
        return Credentials.from(System.getenv()).map(options::with).orElse(options);
    }
}
