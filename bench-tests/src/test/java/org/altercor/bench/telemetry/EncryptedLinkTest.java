package org.altercor.bench.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.altercor.bench.peer.Peers;
import org.altercor.safety.telemetry.LinkTiming;
import org.altercor.safety.telemetry.Telemetry;
import org.altercor.safety.telemetry.TelemetryOptions;
import org.altercor.safety.telemetry.TelemetryState.Word;
import org.altercor.safety.telemetry.TlsFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whom the link believes, and who is believed.
class EncryptedLinkTest {
    private static final LinkTiming TIMING = new LinkTiming(
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofMillis(200),
            Duration.ofSeconds(1));

    @TempDir
    private Path folder;

    private Certificates ours;

    @BeforeEach
    void anAuthority() throws Exception {
        Peers.requireProgram(Mosquitto.PROGRAM, "mosquitto");
        Peers.requireProgram(Certificates.PROGRAM, "openssl");
        ours = Certificates.in(folder.resolve("ours"))
                .sign("here", "DNS:localhost")
                .sign("elsewhere", "DNS:broker.example")
                .sign("device", "DNS:pump-1");
    }

    private Mosquitto broker(String certificate, boolean wantsOurs) throws Exception {
        var broker = new Mosquitto(
                folder,
                "cafile " + ours.file("ca.crt"),
                "certfile " + ours.file(certificate + ".crt"),
                "keyfile " + ours.file(certificate + ".key"),
                "require_certificate " + wantsOurs);
        broker.start();
        return broker;
    }

    private static TlsFiles believing(Path authority) {
        return new TlsFiles(Optional.of(authority), Optional.empty(), Optional.empty(), "");
    }

    private static TelemetryOptions options(Mosquitto broker, TlsFiles files) {
        return TelemetryOptions.of(URI.create("mqtts://localhost:" + broker.port), "bench", "twin-1")
                .with(files)
                .with(TIMING);
    }

    /// What becomes of a link.
    private static void assertThatItIs(Word word, Mosquitto broker, TlsFiles files, String why) throws Exception {
        try (LiveTwin twin = new LiveTwin();
                Telemetry telemetry = twin.tell(options(broker, files))) {
            Peers.await("the link is up or lost", () -> telemetry.state().word() != Word.CONNECTING);
            assertThat(telemetry.state().word()).as(telemetry.state().reason()).isEqualTo(word);
            assertThat(telemetry.state().reason()).contains(why);
            if (word == Word.LOST) {
                assertThat(broker.read("mosquitto.log"))
                        .as("never told in the clear instead")
                        .doesNotContain("as altercor-");
            } else {
                Peers.await(
                        "the broker has every event", () -> telemetry.state().waiting() == 0);
            }
        }
    }

    @Test
    void aBrokerOfTheRightAuthorityAndTheRightNameIsBelieved() throws Exception {
        try (var broker = broker("here", false)) {
            assertThatItIs(Word.OK, broker, believing(ours.file("ca.crt")), "");
        }
    }

    @Test
    void aBrokerWithTheCertificateOfAnotherHostIsRefused() throws Exception {
        try (var broker = broker("elsewhere", false)) {
            assertThatItIs(Word.LOST, broker, believing(ours.file("ca.crt")), "matching localhost found");
        }
    }

    @Test
    void aBrokerOfAnotherAuthorityIsRefused() throws Exception {
        Certificates others = Certificates.in(folder.resolve("others"));
        try (var broker = broker("here", false)) {
            assertThatItIs(Word.LOST, broker, believing(others.file("ca.crt")), "the broker is not believed");
        }
    }

    @Test
    void aBrokerOfAnAuthorityThatNobodyNamedIsRefused() throws Exception {
        try (var broker = broker("here", false)) {
            assertThatItIs(Word.LOST, broker, TlsFiles.none(), "the broker is not believed");
        }
    }

    @Test
    void aBrokerThatWantsOurCertificateGetsItFromPem() throws Exception {
        var files = new TlsFiles(
                Optional.of(ours.file("ca.crt")),
                Optional.of(ours.file("device.crt")),
                Optional.of(ours.file("device.key")),
                "");
        try (var broker = broker("here", true)) {
            assertThatItIs(Word.OK, broker, files, "");
        }
    }

    @Test
    void aBrokerThatWantsOurCertificateGetsItFromAStore() throws Exception {
        var files = new TlsFiles(
                Optional.of(ours.file("ca.crt")),
                Optional.of(ours.store("device", "canary-4711")),
                Optional.empty(),
                "canary-4711");
        try (var broker = broker("here", true)) {
            assertThatItIs(Word.OK, broker, files, "");
        }
    }

    @Test
    void aBrokerThatWantsOurCertificateHearsNothingWithoutIt() throws Exception {
        try (var broker = broker("here", true)) {
            assertThatItIs(Word.LOST, broker, believing(ours.file("ca.crt")), "");
        }
    }

    @Test
    void aFileThatIsNotThereIsNamed() throws Exception {
        try (var broker = broker("here", false)) {
            assertThatItIs(Word.LOST, broker, believing(ours.file("no-such.crt")), "no-such.crt");
        }
    }
}
