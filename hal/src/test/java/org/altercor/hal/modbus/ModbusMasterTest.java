package org.altercor.hal.modbus;

import static org.altercor.hal.modbus.ModbusMaster.Outcome.ANSWERED;
import static org.altercor.hal.modbus.ModbusMaster.Outcome.BAD_ANSWER;
import static org.altercor.hal.modbus.ModbusMaster.Outcome.NOT_SENT;
import static org.altercor.hal.modbus.ModbusMaster.Outcome.REFUSED;
import static org.altercor.hal.modbus.ModbusMaster.Outcome.TIMED_OUT;
import static org.altercor.hal.modbus.ModbusMaster.Outcome.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.altercor.config.rig.ModbusTiming;
import org.altercor.hal.line.Link;
import org.altercor.hal.line.SimulatedLine;
import org.altercor.hal.modbus.ModbusMaster.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModbusMasterTest {
    private static final long MS = 1_000_000;
    private static final long TIMEOUT_NANOS = 10 * MS;
    private static final byte[] ANSWER = bytes("01 03 02 00 B8 B8 36"); // 184
    private static final byte[] EARLIER = bytes("01 03 02 03 02 39 75"); // 770

    private final SimulatedLine line = new SimulatedLine();
    private final Link link = new Link(line);
    private final ModbusMaster master = new ModbusMaster(BusRig.SETTINGS);

    private static byte[] bytes(String hex) {
        return HexFormat.ofDelimiter(" ").parseHex(hex);
    }

    @BeforeEach
    void open() {
        link.keepOpen(0);
        master.reset(0);
    }

    private Outcome ask(long nowMs) {
        line.nowNanos = nowMs * MS;
        return master.read(link, line.nowNanos, 1, ModbusFrames.READ_HOLDING, 5, TIMEOUT_NANOS);
    }

    private Outcome poll(long nowMs) {
        line.nowNanos = nowMs * MS;
        return master.poll(link, line.nowNanos);
    }

    @Test
    void anAnswerSplitAtAnyByteIsTheSameAnswer() {
        for (int split = 0; split <= ANSWER.length; split++) {
            ask(0);
            line.send(Arrays.copyOf(ANSWER, split));
            assertThat(poll(1)).isEqualTo(split == ANSWER.length ? ANSWERED : WAITING);
            if (split < ANSWER.length) {
                line.send(Arrays.copyOfRange(ANSWER, split, ANSWER.length));
                assertThat(poll(2)).isEqualTo(ANSWERED);
            }
            assertThat(master.register()).isEqualTo(184);
        }
    }

    @Test
    void anAnswerGluedToNoiseOnEitherSideIsTheSameAnswer() {
        ask(0);
        line.send(bytes("FF 00 01 03"));
        line.send(ANSWER);
        line.send(bytes("01 03 02"));
        assertThat(poll(1)).isEqualTo(ANSWERED);
        assertThat(master.register()).isEqualTo(184);
    }

    @Test
    void whatCameBeforeTheRequestIsThrownAway() {
        line.send(EARLIER);
        ask(0);
        assertThat(poll(1)).isEqualTo(WAITING);
        line.send(ANSWER);
        assertThat(poll(2)).isEqualTo(ANSWERED);
        assertThat(master.register()).isEqualTo(184);
    }

    @Test
    void aRefusalEndsTheTransaction() {
        ask(0);
        line.send(bytes("01 83 02 C0 F1"));
        assertThat(poll(1)).isEqualTo(REFUSED);
    }

    @Test
    void silenceTimesOutAfterWireAndDeviceTimeAndNotBefore() {
        long deadlineMs =
                Math.ceilDiv(ModbusTiming.transactionNanos(BusRig.SETTINGS, TIMEOUT_NANOS, 8, ANSWER.length), MS);
        ask(0);
        assertThat(poll(deadlineMs - 1)).isEqualTo(WAITING);
        assertThat(poll(deadlineMs)).isEqualTo(TIMED_OUT);
    }

    @Test
    void somethingThatIsNoAnswerIsTold() {
        ask(0);
        line.send(bytes("01 03 02 00 B8 B8 37"));
        assertThat(poll(1)).isEqualTo(WAITING);
        assertThat(poll(20)).isEqualTo(BAD_ANSWER);
    }

    @Test
    void anAnswerBehindMoreNoiseThanTheBufferHoldsIsStillFound() {
        ask(0);
        byte[] noise = new byte[60];
        for (int i = 1; i <= 5; i++) {
            line.send(noise);
            assertThat(poll(i)).isEqualTo(WAITING);
        }
        line.send(ANSWER);
        assertThat(poll(6)).isEqualTo(ANSWERED);
        assertThat(master.register()).isEqualTo(184);
    }

    @Test
    void aRequestThatTheLineCannotTakeIsNotWaitedFor() {
        line.full = true;
        assertThat(ask(0)).isEqualTo(NOT_SENT);
        assertThat(master.isWaiting()).isFalse();
        line.full = false;
        line.gone = true;
        assertThat(ask(1)).isEqualTo(NOT_SENT);
        assertThat(link.isOpen()).isFalse();
    }

    @Test
    void theLineIsFreeOnlyAfterItsSilence() {
        ask(0);
        line.send(ANSWER);
        assertThat(poll(4)).isEqualTo(ANSWERED);
        assertThat(master.isFree(link, 5 * MS)).isFalse();
        assertThat(master.isFree(link, 6 * MS)).isTrue();
    }

    @Test
    void aByteInBetweenBeginsTheSilenceAnew() {
        assertThat(master.isFree(link, 10 * MS)).isTrue();
        line.nowNanos = 11 * MS;
        line.send((byte) 0);
        assertThat(master.isFree(link, 11 * MS)).isFalse();
        assertThat(master.isFree(link, 12 * MS)).isFalse();
        assertThat(master.isFree(link, 13 * MS)).isTrue();
    }

    @Test
    void whatNobodyWaitedForIsTold() {
        ask(0);
        line.send(EARLIER);
        line.send(EARLIER);
        poll(1); // the second one is nobody's
        assertThat(master.strayNanos()).isEqualTo(1 * MS);

        line.nowNanos = 40 * MS;
        line.send((byte) 0);
        master.isFree(link, 40 * MS);
        assertThat(master.strayNanos()).isEqualTo(40 * MS);

        line.send(EARLIER);
        ask(80);
        assertThat(master.strayNanos()).isEqualTo(80 * MS);

        line.send(bytes("01 03 02 00 B8 B8 37"));
        poll(120);
        assertThat(master.strayNanos()).isEqualTo(120 * MS);
    }

    /// The twin.
    @Test
    void anAnswerAloneIsNoStrayAndNeitherIsARefusal() {
        ask(10);
        line.send(ANSWER);
        assertThat(poll(11)).isEqualTo(ANSWERED);
        master.isFree(link, 30 * MS);
        ask(40);
        line.send(bytes("01 83 02 C0 F1"));
        assertThat(poll(41)).isEqualTo(REFUSED);
        ask(60);
        assertThat(poll(100)).isEqualTo(TIMED_OUT);
        assertThat(master.strayNanos()).isZero();
    }
}
