package org.altercor.bench.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.altercor.bench.peer.Peers;
import org.altercor.controller.cli.DemoBroker;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.Test;

class ChildBrokerTest {
    @Test
    void itListensOnTheLoopbackKeepsStatesAndEndsWhenItIsClosed() throws Exception {
        List<ProcessHandle> before = ProcessHandle.current().children().toList();
        try (DemoBroker.Running broker = new ChildBroker().start()) {
            assertThat(broker.uri().toString()).startsWith("mqtt://127.0.0.1:");
            String address = "tcp://127.0.0.1:" + broker.uri().getPort();
            try (var teller = new MqttClient(address, "teller", new MemoryPersistence());
                    var listener = new MqttClient(address, "listener", new MemoryPersistence())) {
                teller.connect();
                teller.publish("large", new byte[100_000], 1, true);
                var heard = new java.util.concurrent.LinkedBlockingQueue<byte[]>();
                listener.connect();
                listener.subscribe("#", 1, (topic, message) -> heard.add(message.getPayload()));
                Peers.await("the listener hears what was kept", () -> !heard.isEmpty());
                assertThat(heard.element()).hasSize(100_000);
                listener.disconnect();
                teller.disconnect();
            }
        }
        Peers.await(
                "the child has ended",
                () -> ProcessHandle.current()
                        .children()
                        .filter(child -> !before.contains(child))
                        .noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void twoOfThemDoNotMeet() throws Exception {
        try (var one = new ChildBroker().start();
                var other = new ChildBroker().start()) {
            assertThat(one.uri()).isNotEqualTo(other.uri());
        }
    }
}
