package org.altercor.bench.peer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.altercor.bench.line.ThrottledLine;
import org.altercor.config.rig.Parity;
import org.altercor.config.rig.SerialSettings;
import org.altercor.hal.emtec.BioProTTMeter;
import org.altercor.hal.emtec.BioProTTMeter.Mounting;
import org.altercor.hal.line.ByteLine;
import org.altercor.hal.line.LineOpener.Opening;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.hal.serial.SerialPorts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The flow meter's line at its real speed (38,400 baud 8N1): pieces, noise, unplugging.
class BioProTTLineTest {
    private static final byte[] GOOD = "00 00 100 0.99 7195 7193 6897 +41\r\n".getBytes(US_ASCII);
    private static final byte[] NO_SENSOR = "00 E0 --- ---- ------- ------- ------- +35\r\n".getBytes(US_ASCII);

    private static final long PERIOD_NANOS = 100_000_000;

    @TempDir
    Path folder;

    private final Reading flow = new Reading();
    private Path byId;
    private ThrottledLine line;
    private ByteLine farEnd;
    private long saidNanos;
    private BioProTTMeter meter;
    private TaskThread thread;

    private static SerialSettings settings(String device) {
        return new SerialSettings(device, 38_400, 8, Parity.NONE, 1, false);
    }

    @BeforeEach
    void listen() throws IOException {
        byId = folder.resolve("flow-meter");
        plugIn();
        meter = new BioProTTMeter(
                SerialPorts.opener(settings(byId.toString())),
                Mounting.FORWARD,
                BioProTTMeter.LONGEST_LATENCY,
                BioProTTMeter.LONGEST_LATENCY.plusMillis(300));
        thread = new TaskThread(meter);
    }

    private void plugIn() throws IOException {
        line = new ThrottledLine(settings(""), 1);
        Opening opening = SerialPorts.opener(settings(line.farPath())).open();
        assertThat(opening).isInstanceOf(Opening.Open.class);
        farEnd = ((Opening.Open) opening).line();
        Files.createSymbolicLink(byId, Path.of(line.nearPath()));
        saidNanos = System.nanoTime() - PERIOD_NANOS;
    }

    private void unplug() throws IOException {
        Files.deleteIfExists(byId);
        farEnd.close();
        line.close();
    }

    @AfterEach
    void stop() throws IOException {
        thread.close();
        meter.close();
        unplug();
    }

    /// Says a line every 100 ms or so until the flow is read with this quality.
    private void say(byte[] text, Quality quality) {
        say(text, "the flow is " + quality, () -> flow.quality() == quality);
    }

    private void say(byte[] text, String until, BooleanSupplier condition) {
        Peers.await(until, () -> {
            if (System.nanoTime() - saidNanos >= PERIOD_NANOS) {
                saidNanos = System.nanoTime();
                farEnd.write(text, text.length);
            }
            meter.readMlPerMin(flow);
            return condition.getAsBoolean();
        });
    }

    @Test
    void aLineOnTheWireBecomesAMeasurementOfThePast() {
        say(GOOD, Quality.GOOD);
        assertThat(flow.value()).isEqualTo(7195);
        assertThat(System.nanoTime() - flow.sampledAtNanos())
                .isGreaterThanOrEqualTo(BioProTTMeter.LONGEST_LATENCY.toNanos());
        say(NO_SENSOR, Quality.DISCONNECTED);
        assertThat(flow.value()).isNaN();
    }

    @Test
    void piecesAndNoiseCostLinesAndNeverMakeAnotherFlow() {
        line.inward().gapNanos = 1_000_000;
        for (int burst = 0; burst < 5; burst++) {
            line.inward().noiseBytes.set(30);
            long sample = flow.sample();
            say(GOOD, Quality.GOOD);
            say(GOOD, "newer lines came", () -> flow.sample() > sample + 2);
            assertThat(flow.value()).isEqualTo(7195);
        }
    }

    @Test
    void aMeterThatFallsSilentOrIsUnpluggedIsLostAndComesBack() throws IOException {
        say(GOOD, Quality.GOOD);
        Peers.await("silence is noticed", () -> {
            meter.readMlPerMin(flow);
            return flow.quality() == Quality.DISCONNECTED;
        });
        assertThat(flow.value()).isEqualTo(7195);
        say(GOOD, Quality.GOOD);
        unplug();
        Peers.await("unplugging is noticed", () -> {
            meter.readMlPerMin(flow);
            return flow.quality() == Quality.DISCONNECTED;
        });
        plugIn();
        say(GOOD, Quality.GOOD);
    }
}
