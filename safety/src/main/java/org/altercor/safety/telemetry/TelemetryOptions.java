package org.altercor.safety.telemetry;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Where telemetry goes, and as whom.
///
/// @param broker      `mqtt://host[:1883]` or `mqtts://host[:8883]`; `tcp` and `ssl` are understood as well
/// @param site        where the machine stands: a level of every topic
/// @param device      which machine of the site
/// @param tls         files for an encrypted link; without effect on a plain one
/// @param credentials for the broker
/// @param period      between two messages of metrics, 100 ms to 1 s
/// @param timing      of the link
public record TelemetryOptions(
        URI broker,
        String site,
        String device,
        TlsFiles tls,
        Optional<Credentials> credentials,
        Duration period,
        LinkTiming timing) {
    /// Time between two messages of metrics when nobody says. Our own judgement: smooth for the eye, cheap to keep.
    public static final Duration USUAL_PERIOD = Duration.ofMillis(200);

    private static final Duration SHORTEST_PERIOD = Duration.ofMillis(100);
    private static final Duration LONGEST_PERIOD = Duration.ofSeconds(1);
    private static final Pattern LEVEL = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
    private static final Set<String> PLAIN = Set.of("mqtt", "tcp");
    private static final Set<String> ENCRYPTED = Set.of("mqtts", "ssl");
    private static final int PLAIN_PORT = 1883;
    private static final int ENCRYPTED_PORT = 8883;

    public TelemetryOptions {
        String scheme = Optional.ofNullable(broker.getScheme()).orElse("");
        if (!PLAIN.contains(scheme) && !ENCRYPTED.contains(scheme)) {
            throw new IllegalArgumentException(broker + ": a broker is mqtt://host:port or mqtts://host:port");
        }
        if (broker.getHost() == null) {
            throw new IllegalArgumentException(broker.getScheme() + ": no host can be read from the broker's address");
        }
        if (broker.getRawUserInfo() != null) { // not repeated in the message
            throw new IllegalArgumentException("user and password belong in " + Credentials.USER_VARIABLE + " and "
                    + Credentials.PASSWORD_VARIABLE + ", not in the broker's address");
        }
        level("site", site);
        level("device", device);
        if (period.compareTo(SHORTEST_PERIOD) < 0 || period.compareTo(LONGEST_PERIOD) > 0) {
            throw new IllegalArgumentException(
                    "metrics go out every 100 ms to 1 s, not every " + period.toMillis() + " ms");
        }
        if (credentials.isPresent() && PLAIN.contains(scheme) && !isLoopback(broker.getHost())) {
            throw new IllegalArgumentException(
                    "a password would travel readable to " + broker.getHost() + ": use mqtts://");
        }
    }

    /// Options with what is usual for the rest.
    public static TelemetryOptions of(URI broker, String site, String device) {
        return new TelemetryOptions(
                broker, site, device, TlsFiles.none(), Optional.empty(), USUAL_PERIOD, LinkTiming.USUAL);
    }

    /// These, with files for an encrypted link.
    public TelemetryOptions with(TlsFiles files) {
        return new TelemetryOptions(broker, site, device, files, credentials, period, timing);
    }

    /// These, with a name and a password.
    public TelemetryOptions with(Credentials known) {
        return new TelemetryOptions(broker, site, device, tls, Optional.of(known), period, timing);
    }

    /// These, with other times of the link.
    public TelemetryOptions with(LinkTiming other) {
        return new TelemetryOptions(broker, site, device, tls, credentials, period, other);
    }

    /// These, with another time between two messages of metrics.
    public TelemetryOptions every(Duration other) {
        return new TelemetryOptions(broker, site, device, tls, credentials, other, timing);
    }

    boolean isEncrypted() {
        return ENCRYPTED.contains(broker.getScheme());
    }

    int port() {
        if (broker.getPort() != -1) {
            return broker.getPort();
        }
        return isEncrypted() ? ENCRYPTED_PORT : PLAIN_PORT;
    }

    private static void level(String what, String word) {
        if (!LEVEL.matcher(word).matches()) {
            throw new IllegalArgumentException(
                    what + " '" + word + "': small letters, digits and hyphens, at most 32, as a level of a topic");
        }
    }

    /// Only names and addresses that need no name server are asked.
    private static boolean isLoopback(String host) {
        if (host.equals("localhost")) {
            return true;
        }
        boolean isAddress = host.startsWith("[") || host.matches("[0-9.]+");
        try {
            return isAddress && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
