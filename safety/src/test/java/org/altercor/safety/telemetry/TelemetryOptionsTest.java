package org.altercor.safety.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelemetryOptionsTest {
    private static final Credentials KNOWN = new Credentials("pump", "canary-4711");

    @ParameterizedTest
    @ValueSource(strings = {"http://h", "h:1883", "mqtt:h", "mqtt://"})
    void whatIsNoBrokerIsRefused(String address) {
        assertThatThrownBy(() -> options(address)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void aPasswordInTheAddressIsRefusedAndNotRepeated() {
        assertThatThrownBy(() -> options("mqtt://me:canary-4711@host"))
                .hasMessageContaining(Credentials.PASSWORD_VARIABLE)
                .hasMessageNotContaining("canary-4711");
    }

    @Test
    void aPasswordDoesNotTravelReadable() {
        assertThatThrownBy(() -> options("mqtt://broker.example").with(KNOWN)).hasMessageContaining("mqtts://");
        assertThat(options("mqtts://broker.example").with(KNOWN).credentials()).isPresent();
        assertThat(options("mqtt://127.0.0.1").with(KNOWN).credentials()).isPresent();
    }

    @Test
    void noSecretIsPrinted() {
        var files = new TlsFiles(Optional.empty(), Optional.of(Path.of("a.p12")), Optional.empty(), "canary-4711");
        assertThat(options("mqtts://h").with(KNOWN).with(files).toString())
                .contains("pump", "a.p12")
                .doesNotContain("canary-4711");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "a/b", "a+", "#", "a b", "ä", "-a", "123456789012345678901234567890123"})
    void whatIsNoLevelOfATopicIsRefused(String site) {
        assertThatThrownBy(() -> TelemetryOptions.of(URI.create("mqtt://h"), site, "pump-1"))
                .hasMessageContaining("site");
        assertThatThrownBy(() -> TelemetryOptions.of(URI.create("mqtt://h"), "a", site))
                .hasMessageContaining("device");
    }

    @Test
    void metricsGoOutAtOneToTenHertz() {
        assertThatThrownBy(() -> options("mqtt://h").every(Duration.ofMillis(99)))
                .hasMessageContaining("99");
        assertThatThrownBy(() -> options("mqtt://h").every(Duration.ofMillis(1_001)))
                .hasMessageContaining("1001");
        assertThat(options("mqtt://h").every(Duration.ofMillis(100)).period()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void thePortIsTheUsualOneUnlessItIsSaid() {
        assertThat(options("mqtt://h").port()).isEqualTo(1883);
        assertThat(options("mqtts://h").port()).isEqualTo(8883);
        assertThat(options("mqtts://h:1").port()).isEqualTo(1);
    }

    @Test
    void credentialsComeFromTheEnvironmentBothOrNeither() {
        assertThat(Credentials.from(Map.of())).isEmpty();
        assertThat(Credentials.from(Map.of(Credentials.USER_VARIABLE, "u", Credentials.PASSWORD_VARIABLE, "p")))
                .contains(new Credentials("u", "p"));
        assertThatThrownBy(() -> Credentials.from(Map.of(Credentials.USER_VARIABLE, "u")))
                .hasMessageContaining("both");
    }

    @Test
    void aCertificateInPemNeedsItsKey() {
        assertThatThrownBy(() -> new TlsFiles(Optional.empty(), Optional.of(Path.of("a.crt")), Optional.empty(), ""))
                .hasMessageContaining("a.crt");
        assertThatThrownBy(() -> new TlsFiles(Optional.empty(), Optional.empty(), Optional.of(Path.of("a.key")), ""))
                .hasMessageContaining("a.key");
    }

    private static TelemetryOptions options(String address) {
        return TelemetryOptions.of(URI.create(address), "theatre-1", "pump-1");
    }
}
