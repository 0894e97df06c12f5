package org.altercor.safety.telemetry;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;

/// One connection by Eclipse Paho, which is used for one attempt and thrown away.
///
/// Paho's own reconnecting, buffering and time-outs are left off or not relied on: it never retries a first connection,
/// may hang before the broker's consent, and may hang when it is closed. So our own clock decides when an attempt is
/// over, and what ends it is the socket being closed under Paho's feet; Paho is then closed by a thread that nobody
/// waits for. What the broker may send us is dropped unread: we subscribe to nothing.
final class PahoWire implements Wire {
    /// Messages that Paho holds at a time: more alarms than a machine has at its start, bounded all the same. Our own
    /// judgement; what it does not take stays ours.
    private static final int AT_MOST_HELD = 100;

    private static final int MQTT_3_1_1 = 4;
    private static final Duration GOOD_BYE = Duration.ofSeconds(1);
    private static final int CLOSING_ATTEMPTS = 100;
    private static final long CLOSING_PAUSE_NANOS = 100_000_000;

    private final TelemetryOptions options;
    private final Message will;
    private final Listener listener;
    private final Sockets sockets = new Sockets();
    private @Nullable MqttAsyncClient client;

    PahoWire(TelemetryOptions options, Message will, Listener listener) {
        this.options = options;
        this.will = will;
        this.listener = listener;
    }

    @Override
    public void open() {
        try {
            String address = (options.isEncrypted() ? "ssl://" : "tcp://")
                    + options.broker().getHost()
                    + ':'
                    + options.port();
            String name = "altercor-" + options.site() + '-' + options.device();
            var opened = new MqttAsyncClient(address, name, new MemoryPersistence());
            client = opened;
            opened.setCallback(new Deaf());
            opened.connect(connectOptions(), null, new Consent());
        } catch (MqttException | IOException | GeneralSecurityException | RuntimeException e) {
            listener.heard(new Heard.Failed(words(e)));
        }
    }

    private MqttConnectOptions connectOptions() throws IOException, GeneralSecurityException {
        var connect = new MqttConnectOptions();
        connect.setMqttVersion(MQTT_3_1_1);
        connect.setCleanSession(true);
        connect.setAutomaticReconnect(false);
        connect.setKeepAliveInterval((int) options.timing().keepAlive().toSeconds());
        connect.setConnectionTimeout(
                (int) Math.max(1, options.timing().connect().toSeconds()));
        connect.setMaxInflight(AT_MOST_HELD);
        connect.setWill(will.topic(), will.payload(), will.qos(), will.retained());
        options.credentials().ifPresent(known -> {
            connect.setUserName(known.user());
            connect.setPassword(known.password().toCharArray());
        });
        if (options.isEncrypted()) {
            connect.setSocketFactory(sockets.encrypted(TlsTrust.context(options.tls())));
            connect.setHttpsHostnameVerificationEnabled(true);
        } else {
            connect.setSocketFactory(sockets.plain());
        }
        return connect;
    }

    @Override
    public boolean publish(Message message, long ticket) {
        MqttAsyncClient opened = client;
        if (opened == null) {
            return false;
        }
        try {
            opened.publish(
                    message.topic(), message.payload(), message.qos(), message.retained(), null, new Delivery(ticket));
            return true;
        } catch (MqttException e) {
            if (e.getReasonCode() != MqttException.REASON_CODE_MAX_INFLIGHT) {
                listener.heard(new Heard.Failed(words(e)));
            }
            return false;
        }
    }

    @Override
    public void leave() {
        MqttAsyncClient opened = client;
        if (opened != null) {
            try {
                opened.disconnect(0).waitForCompletion(GOOD_BYE.toMillis());
            } catch (MqttException e) {
                // then the broker tells our last will
            }
        }
        close();
    }

    @Override
    public void close() {
        sockets.close();
        MqttAsyncClient opened = client;
        client = null;
        if (opened != null) {
            Thread.ofPlatform().daemon().name("telemetry-close").start(() -> closeInTime(opened));
        }
    }

    /// Paho refuses to be closed while it still connects or breaks off; without its socket neither takes long.
    private static void closeInTime(MqttAsyncClient opened) {
        for (int attempt = 0; attempt < CLOSING_ATTEMPTS; attempt++) {
            try {
                opened.close(true);
                return;
            } catch (MqttException e) {
                LockSupport.parkNanos(CLOSING_PAUSE_NANOS);
            }
        }
    }

    private static String words(@Nullable Throwable failure) {
        if (failure == null) {
            return "the connection was lost";
        }
        Throwable deepest = failure;
        boolean isDisbelief = false;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
            isDisbelief |= deepest instanceof CertificateException;
        }
        String said = Objects.requireNonNullElse(
                deepest.getMessage(), deepest.getClass().getSimpleName());
        return isDisbelief ? "the broker is not believed: " + said : said;
    }

    private final class Consent implements IMqttActionListener {
        @Override
        public void onSuccess(IMqttToken token) {
            listener.heard(new Heard.Opened());
        }

        @Override
        public void onFailure(IMqttToken token, @Nullable Throwable failure) {
            listener.heard(new Heard.Failed(words(failure)));
        }
    }

    private final class Delivery implements IMqttActionListener {
        private final long ticket;

        private Delivery(long ticket) {
            this.ticket = ticket;
        }

        @Override
        public void onSuccess(IMqttToken token) {
            listener.heard(new Heard.Delivered(ticket));
        }

        @Override
        public void onFailure(IMqttToken token, @Nullable Throwable failure) {
            listener.heard(new Heard.Failed(words(failure)));
        }
    }

    /// Hears that the connection is gone, and nothing else.
    private final class Deaf implements MqttCallback {
        @Override
        public void connectionLost(@Nullable Throwable failure) {
            listener.heard(new Heard.Failed(words(failure)));
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) {}

        @Override
        public void deliveryComplete(IMqttDeliveryToken token) {}
    }
}
