package org.altercor.safety.telemetry;

/// The topics of one machine. A change of meaning is a new version of the root, never a new meaning of an old one.
///
/// @param root `altercor/v1/<site>/<device>`
record Topics(String root) {
    static Topics of(TelemetryOptions options) {
        return new Topics("altercor/v1/" + options.site() + '/' + options.device());
    }

    String status() {
        return root + "/status";
    }

    String info() {
        return root + "/info";
    }

    String metrics() {
        return root + "/metrics";
    }

    String alarm(String code) {
        return root + "/alarm/" + code;
    }

    String event() {
        return root + "/event";
    }

    String health() {
        return root + "/health";
    }
}
