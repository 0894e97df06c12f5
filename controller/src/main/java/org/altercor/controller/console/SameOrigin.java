package org.altercor.controller.console;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether a request comes from our own page on this machine. A browser tells the page it is on in `Origin`, and the
/// name that it was given in `Host`: a foreign page that sends acts shows by the first, and one that has its name point
/// to this machine by the second.
///
/// Immutable.
final class SameOrigin {
    private final Set<String> hosts;

    /// @param port that is listened on
    SameOrigin(int port) {
        hosts = Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
    }

    /// Whether the request was sent to a name of this machine.
    boolean isOurs(@Nullable String host) {
        return host != null && hosts.contains(host);
    }

    /// Whether an act comes from the page that this server gave out. No origin is not ours.
    boolean isFromOurPage(@Nullable String host, @Nullable String origin) {
        return isOurs(host) && origin != null && origin.equals("http://" + host);
    }
}
