package org.altercor.safety.telemetry;

/// One message on its way out.
///
/// @param topic    where it goes
/// @param payload  JSON
/// @param qos      0: may be lost; 1: acknowledged, and may come twice
/// @param retained whether the broker keeps it for whoever comes later
record Message(String topic, byte[] payload, int qos, boolean retained) {
    /// A state that whoever comes later wants to know.
    static Message state(String topic, byte[] payload) {
        return new Message(topic, payload, 1, true);
    }

    /// Something that must arrive.
    static Message event(String topic, byte[] payload) {
        return new Message(topic, payload, 1, false);
    }

    /// Something that a later one replaces.
    static Message fleeting(String topic, byte[] payload) {
        return new Message(topic, payload, 0, false);
    }
}
