package org.altercor.hal.modbus;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Frames against published bytes [P64], and against frames worked out by hand [D].
class ModbusFramesTest {
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    private static byte[] bytes(String hex) {
        return HEX.parseHex(hex);
    }

    private static String read(int slave, int function, int address) {
        byte[] into = new byte[64];
        int length = ModbusFrames.encodeRead(into, slave, function, address, 1);
        return HEX.formatHex(into, 0, length);
    }

    private static String write(int slave, int address, int value) {
        byte[] into = new byte[64];
        int length = ModbusFrames.encodeWriteOne(into, slave, address, value);
        return HEX.formatHex(into, 0, length);
    }

    @Test
    void theCheckValueOfTheCrcIsAsPublished() {
        byte[] check = "123456789".getBytes(US_ASCII);
        assertThat(ModbusFrames.crc(check, 0, check.length)).isEqualTo(0x4B37);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 289, 01 03 01 21 00 01 D5 FC, 01 03 02 03 02 39 75, 770",
        "3, 5, 01 03 00 05 00 01 94 0B, 01 03 02 00 B8 B8 36, 184",
        "3, 101, 01 03 00 65 00 01 94 15, 01 03 02 FF FB B8 37, 65531",
        "4, 14, 01 04 00 0E 00 01 50 09, 01 04 02 03 70 B8 24, 880",
    })
    void publishedReadsAreEncodedAndTheirAnswersFound(
            int function, int register, String request, String answer, int value) {
        assertThat(read(1, function, register)).isEqualTo(request);

        byte[] received = bytes(answer);
        int at = ModbusFrames.findAnswer(received, received.length, bytes(request));
        assertThat(at).isZero();
        assertThat(ModbusFrames.isRefusal(received, at)).isFalse();
        assertThat(ModbusFrames.firstRegister(received, at)).isEqualTo(value);
    }

    @Test
    void aMinusFiveIsAMinusFiveAsASignedRegister() {
        assertThat((short) 65531).isEqualTo((short) -5);
    }

    @Test
    void publishedWritesAndReadsOfTheLevitronixPumpAreEncoded() {
        assertThat(write(1, 0x4001, 3000)).isEqualTo("01 06 40 01 0B B8 CA 88");
        assertThat(write(1, 0x4000, 2)).isEqualTo("01 06 40 00 00 02 1D CB");
        assertThat(write(1, 0x4000, 1)).isEqualTo("01 06 40 00 00 01 5D CA");
        assertThat(read(1, 4, 0x4001)).isEqualTo("01 04 40 01 00 01 75 CA");
    }

    /// Functions we do not speak, and the published answer that lies about its length: the CRC is right in all.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "01 05 00 47 FF 00 3C 2F",
                "01 02 00 3D 00 01 28 06",
                "01 02 01 01 60 48",
                "01 0F 00 13 00 0A 02 CD 01 72 CB",
                "01 0F 00 13 00 0A 24 09",
                "01 02 02 01 60 B8",
                "01 83 02 C0 F1",
            })
    void publishedFramesOfOtherFunctionsCarryTheSameCrc(String frame) {
        byte[] bytes = bytes(frame);
        assertThat(ModbusFrames.isSealed(bytes, 0, bytes.length)).isTrue();
        bytes[2] ^= 1;
        assertThat(ModbusFrames.isSealed(bytes, 0, bytes.length)).isFalse();
    }

    @Test
    void thePublishedRefusalIsFoundWithItsCode() {
        byte[] received = bytes("01 83 02 C0 F1");
        int at = ModbusFrames.findAnswer(received, received.length, bytes("01 03 01 21 00 01 D5 FC"));
        assertThat(at).isZero();
        assertThat(ModbusFrames.isRefusal(received, at)).isTrue();
        assertThat(ModbusFrames.refusalCode(received, at)).isEqualTo(2);
    }

    @Test
    void anAnswerWithAWrongByteCountIsNoAnswer() {
        byte[] lie = new byte[7];
        System.arraycopy(bytes("01 03 04 03 02"), 0, lie, 0, 5);
        int crc = ModbusFrames.crc(lie, 0, 5);
        lie[5] = (byte) crc;
        lie[6] = (byte) (crc >>> 8);
        assertThat(ModbusFrames.findAnswer(lie, 7, bytes("01 03 01 21 00 01 D5 FC")))
                .isEqualTo(ModbusFrames.NOT_FOUND);
        byte[] published = bytes("01 02 02 01 60 B8");
        assertThat(ModbusFrames.findAnswer(published, 6, bytes("01 03 01 21 00 01 D5 FC")))
                .isEqualTo(ModbusFrames.NOT_FOUND);
    }

    @Test
    void anAnswerOfAnotherSlaveOrFunctionOrToAnotherWriteIsNoAnswer() {
        byte[] input = bytes("01 04 02 03 70 B8 24");
        assertThat(ModbusFrames.findAnswer(input, 7, bytes("01 03 00 05 00 01 94 0B")))
                .isEqualTo(ModbusFrames.NOT_FOUND);

        byte[] request = new byte[64];
        ModbusFrames.encodeRead(request, 2, ModbusFrames.READ_INPUT, 14, 1);
        assertThat(ModbusFrames.findAnswer(input, 7, request)).isEqualTo(ModbusFrames.NOT_FOUND);

        byte[] echoOf3000 = bytes("01 06 40 01 0B B8 CA 88");
        ModbusFrames.encodeWriteOne(request, 1, 0x4001, 0);
        assertThat(ModbusFrames.findAnswer(echoOf3000, 8, request)).isEqualTo(ModbusFrames.NOT_FOUND);
        ModbusFrames.encodeWriteOne(request, 1, 0x4001, 3000);
        assertThat(ModbusFrames.findAnswer(echoOf3000, 8, request)).isZero();
    }

    @Test
    void severalRegistersAreWrittenAsOneAndAnsweredByAddressAndCount() {
        byte[] request = new byte[64];
        int length = ModbusFrames.encodeWriteSeveral(request, 1, 0x4001, 3000);
        assertThat(HEX.formatHex(request, 0, length - 2)).isEqualTo("01 10 40 01 00 01 02 0B B8");
        assertThat(ModbusFrames.isSealed(request, 0, length)).isTrue();

        byte[] answer = Arrays.copyOf(request, 8);
        int crc = ModbusFrames.crc(answer, 0, 6);
        answer[6] = (byte) crc;
        answer[7] = (byte) (crc >>> 8);
        assertThat(ModbusFrames.findAnswer(answer, 8, request)).isZero();
    }

    @Test
    void everyFlippedBitOfAnAnswerIsNoticed() {
        byte[] request = bytes("01 03 00 05 00 01 94 0B");
        byte[] answer = bytes("01 03 02 00 B8 B8 36");
        for (int bit = 0; bit < 8 * answer.length; bit++) {
            byte[] spoilt = answer.clone();
            spoilt[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(ModbusFrames.findAnswer(spoilt, spoilt.length, request))
                    .as("bit %d", bit)
                    .isEqualTo(ModbusFrames.NOT_FOUND);
        }
    }

    @Test
    void anAnswerIsFoundBehindNoiseAndBehindTheLateAnswerToSomethingElse() {
        byte[] request = bytes("01 03 00 05 00 01 94 0B");
        byte[] received = bytes("00 FF 01 01 06 40 01 0B B8 CA 88 01 03 02 00 B8 B8 36 01");
        int at = ModbusFrames.findAnswer(received, received.length, request);
        assertThat(at).isEqualTo(11);
        assertThat(ModbusFrames.firstRegister(received, at)).isEqualTo(184);
    }

    @Test
    void noPieceOfAnAnswerIsTakenForTheWhole() {
        byte[] request = bytes("01 03 00 05 00 01 94 0B");
        byte[] answer = bytes("01 03 02 00 B8 B8 36");
        for (int count = 0; count < answer.length; count++) {
            assertThat(ModbusFrames.findAnswer(answer, count, request)).isEqualTo(ModbusFrames.NOT_FOUND);
        }
    }

    @Test
    void noiseIsNeverTakenForAnAnswer() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] request = bytes("01 03 00 05 00 01 94 0B");
        byte[] noise = new byte[128];
        for (int round = 0; round < 80_000; round++) { // 10^7 bytes
            random.nextBytes(noise);
            assertThat(ModbusFrames.findAnswer(noise, noise.length, request))
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(ModbusFrames.NOT_FOUND);
        }
    }

    @Test
    void ourOwnRequestComingBackIsRecognised() {
        byte[] request = bytes("01 03 00 05 00 01 94 0B");
        byte[] echo = bytes("01 03 00 05 00 01 94 0B 01 03 02 00 B8 B8 36");
        assertThat(ModbusFrames.containsEcho(echo, echo.length, request, 8)).isTrue();
        assertThat(ModbusFrames.containsEcho(bytes("01 03 02 00 B8 B8 36"), 7, request, 8))
                .isFalse();
    }
}
