package org.altercor.safety.telemetry;

import java.nio.charset.StandardCharsets;

/// One message on its way out.
///
/// @param topic    where it goes
/// @param json     one object
/// @param qos      0: may be lost; 1: acknowledged, and may come twice
/// @param retained whether the broker keeps it for whoever comes later
record Message(String topic, String json, int qos, boolean retained) {
    /// A state that whoever comes later wants to know.
    static Message state(String topic, String json) {
        return new Message(topic, json, 1, true);
    }

    /// Something that must arrive.
    static Message event(String topic, String json) {
        return new Message(topic, json, 1, false);
    }

    /// Something that a later one replaces.
    static Message fleeting(String topic, String json) {
        return new Message(topic, json, 0, false);
    }

    /// The object as it travels: UTF-8.
    byte[] payload() {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
