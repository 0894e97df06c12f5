package org.altercor.hal.emtec;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.altercor.hal.emtec.BioProTTMeter.Mounting;
import org.altercor.hal.line.SimulatedLine;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BioProTTMeterTest {
    private static final long MS = 1_000_000;
    private static final long LATENCY_MS = 230;
    private static final long LOST_AFTER_MS = 530;
    private static final String GOOD = "00 00 100 0.99 7195 7193 6897 +41\r\n";

    /// Both halves are in form, and glued together they would be a line of 795 mL/min.
    private static final String HEAD = "00 00 100 0.99 7";

    private static final String TAIL = "95 7193 6897 +41\r\n";

    private final SimulatedLine line = new SimulatedLine();
    private final BioProTTMeter meter = meter(Mounting.FORWARD);
    private final Reading flow = new Reading();
    private long nowMs;

    private BioProTTMeter meter(Mounting mounting) {
        return new BioProTTMeter(line, mounting, Duration.ofMillis(LATENCY_MS), Duration.ofMillis(LOST_AFTER_MS));
    }

    private void run(long ms) {
        for (long end = nowMs + ms; nowMs < end; nowMs++) {
            line.nowNanos = nowMs * MS;
            meter.cycle(line.nowNanos);
        }
        meter.readMlPerMin(flow);
    }

    private void say(String text) {
        line.send(text.getBytes(US_ASCII));
        run(2);
    }

    private void listening() {
        run(10);
        say("\r\n");
    }

    @Test
    void beforeTheFirstLineNothingIsKnown() {
        run(2_000);
        assertThat(flow.quality()).isEqualTo(Quality.MISSING);
        assertThat(flow.value()).isNaN();
    }

    @ParameterizedTest
    @CsvSource({
        "00 00 100 0.99 7195 7193 6897 +41, GOOD, 7195",
        "00 04 100 1.00 -3588 -3590 -3589 +43, GOOD, -3588",
        "00 40 100 1.00 0 0 0 +43, GOOD, 0",
        "00 24 34 0.99 ------- ------- ------- +43, POOR_SIGNAL, NaN",
        "1A 41 --- ---- ------- ------- ------- +77, DEVICE_FAULT, NaN",
        "00 E0 --- ---- ------- ------- ------- +35, DISCONNECTED, NaN",
        "00 40 75 1.01 ^^^^^^ ^^^^^^ ^^^^^^ +29, OUT_OF_RANGE, NaN",
        "00 00 100 1.00 ------- ------- ------- +43, MISSING, NaN",
        "00 00 49 0.99 7195 7193 6897 +41, POOR_SIGNAL, 7195",
        "00 00 50 0.99 7195 7193 6897 +41, GOOD, 7195",
        "00 20 80 0.99 7195 7193 6897 +41, POOR_SIGNAL, 7195",
        "01 00 100 0.99 7195 7193 6897 +41, DEVICE_FAULT, 7195",
        "00 80 100 0.99 7195 7193 6897 +41, DISCONNECTED, 7195",
    })
    void everyKindOfLineHasItsQualityAndUnknownIsNeverZero(String text, Quality quality, Double mlPerMin) {
        listening();
        say(text + "\r\n");
        assertThat(flow.quality()).isEqualTo(quality);
        assertThat(flow.value()).isEqualTo(mlPerMin);
    }

    @Test
    void aMeterMountedTheOtherWayRoundMeasuresTheOtherSign() {
        BioProTTMeter reversed = meter(Mounting.REVERSED);
        reversed.cycle(0);
        line.send(("\r\n" + GOOD).getBytes(US_ASCII));
        reversed.cycle(MS);
        reversed.readMlPerMin(flow);
        assertThat(flow.value()).isEqualTo(-7195);
        assertThat(flow.raw()).isEqualTo(7195);
    }

    @Test
    void aMeasurementIsAsOldAsItsLatency() {
        listening();
        long saidAtMs = nowMs;
        say(GOOD);
        assertThat(flow.sampledAtNanos()).isEqualTo((saidAtMs - LATENCY_MS) * MS);
    }

    @Test
    void aLatencyShorterThanTheMetersOwnIsRefusedSinceItsReadingsWouldLookTooYoung() {
        Duration own = BioProTTMeter.LONGEST_LATENCY;
        Duration lostAfter = Duration.ofSeconds(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BioProTTMeter(line, Mounting.FORWARD, own.minusMillis(1), lostAfter))
                .withMessageContaining("latency-ms = 219");
        assertThatNoException().isThrownBy(() -> new BioProTTMeter(line, Mounting.FORWARD, own, lostAfter));
    }

    @Test
    void aMeterThatFallsSilentIsLostAndKeepsItsLastValueWithItsOldTime() {
        listening();
        say(GOOD);
        long sampledAtNanos = flow.sampledAtNanos();
        run(sampledAtNanos / MS + LOST_AFTER_MS - nowMs); // up to the last cycle in which it is not yet so old
        assertThat(flow.quality()).isEqualTo(Quality.GOOD);
        run(1);
        assertThat(flow.quality()).isEqualTo(Quality.DISCONNECTED);
        assertThat(flow.value()).isEqualTo(7195);
        assertThat(flow.sampledAtNanos()).isEqualTo(sampledAtNanos);
        say(GOOD);
        assertThat(flow.quality()).isEqualTo(Quality.GOOD);
    }

    @Test
    void anUnpluggedPortIsLostAtOnceAndComesBack() {
        listening();
        say(GOOD);
        line.gone = true;
        line.refuse = true;
        run(2);
        assertThat(flow.quality()).isEqualTo(Quality.DISCONNECTED);
        line.refuse = false;
        run(1_100);
        say("\r\n" + GOOD);
        assertThat(flow.quality()).isEqualTo(Quality.GOOD);
    }

    @Test
    void linesOutOfFormDoNotKeepAMeterAlive() {
        listening();
        say(GOOD);
        for (int i = 0; i < 10; i++) {
            say("00 00 100 0.99 71#5 7193 6897 +41\r\n");
            run(98);
        }
        assertThat(flow.quality()).isEqualTo(Quality.DISCONNECTED);
    }

    @Test
    void halfALineBeforeThePortWasLostIsNotContinuedByHalfALineAfterwards() {
        listening();
        say(GOOD);
        run(60); // so that the port is opened again at once
        say(HEAD);
        line.gone = true;
        run(2);
        assertThat(line.openings).isEqualTo(2);
        say(TAIL);
        assertThat(flow.quality()).isEqualTo(Quality.DISCONNECTED);
        assertThat(flow.value()).isEqualTo(7195);
        say(GOOD);
        assertThat(flow.quality()).isEqualTo(Quality.GOOD);
    }

    @Test
    void halfALineBeforeALooseContactIsNotContinuedByHalfALineAfterwards() {
        listening();
        say(GOOD);
        say(HEAD);
        run(100);
        say(TAIL);
        assertThat(flow.value()).isEqualTo(7195);
        assertThat(flow.sample()).isEqualTo(1);
    }

    @Test
    void aLineThatComesInPiecesAsAnAdapterDeliversThemIsOneLine() {
        listening();
        say(HEAD);
        run(30);
        say(TAIL);
        assertThat(flow.value()).isEqualTo(795);
        assertThat(flow.quality()).isEqualTo(Quality.GOOD);
    }

    @Test
    void theMeterIsNeverSpokenTo() {
        listening();
        run(2_000);
        assertThat(line.framesWritten).isZero();
    }

    @Test
    void aSteadyMeterAllocatesNothing() {
        byte[] bytes = GOOD.getBytes(US_ASCII);
        listening();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = 0;
        for (int round = 0; round < 22_000; round++) {
            if (round == 2_000) {
                before = threads.getCurrentThreadAllocatedBytes();
            }
            line.send(bytes, bytes.length, 0, 0);
            run(10);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1_024);
        assertThat(flow.value()).isEqualTo(7195);
    }
}
