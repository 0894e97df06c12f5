package org.altercor.safety.telemetry;

import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttException;

/// Opens an ear in the direction of the network, so that a test can see the wall hold.
public final class BreachSubscription {
    void listen(MqttAsyncClient client) throws MqttException {
        client.subscribe("altercor/v1/+/+/command", 1);
    }
}
