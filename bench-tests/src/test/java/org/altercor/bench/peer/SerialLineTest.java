package org.altercor.bench.peer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortDataListener;
import com.fazecast.jSerialComm.SerialPortEvent;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.altercor.bench.line.Pty;
import org.altercor.config.rig.Parity;
import org.altercor.config.rig.SerialSettings;
import org.altercor.hal.line.ByteLine;
import org.altercor.hal.line.LineOpener.Opening;
import org.altercor.hal.line.Link;
import org.altercor.hal.serial.SerialPorts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The serial port on a real kernel's pseudo-terminals: every trap once.
class SerialLineTest {
    @TempDir
    Path folder;

    private static SerialSettings settings(String device) {
        return new SerialSettings(device, 57_600, 8, Parity.NONE, 2, false);
    }

    private static ByteLine open(String device) {
        Opening opening = SerialPorts.opener(settings(device)).open();
        assertThat(opening).isInstanceOf(Opening.Open.class);
        return ((Opening.Open) opening).line();
    }

    private static String reason(SerialSettings settings) {
        Opening opening = SerialPorts.opener(settings).open();
        assertThat(opening).isInstanceOf(Opening.Refused.class);
        return ((Opening.Refused) opening).reason();
    }

    private static byte[] readAll(ByteLine line, int wanted) {
        return readAll(line::read, wanted);
    }

    /// The kernel hands bytes over in pieces of its own choice.
    private static byte[] readAll(ToIntFunction<byte[]> end, int wanted) {
        byte[] all = new byte[wanted];
        byte[] piece = new byte[64];
        int[] have = {0};
        Peers.await(wanted + " bytes arrive", () -> {
            int count = end.applyAsInt(piece);
            System.arraycopy(piece, 0, all, have[0], Math.max(0, count));
            have[0] += Math.max(0, count);
            return have[0] == wanted;
        });
        return all;
    }

    @Test
    void everyByteValueGoesBothWaysUnchanged() throws IOException {
        try (Pty pty = new Pty()) {
            ByteLine line = open(pty.path());
            byte[] frame = new byte[64];
            for (int start = 0; start < 256; start += 64) {
                for (int i = 0; i < 64; i++) {
                    frame[i] = (byte) (start + i);
                }
                assertThat(line.write(frame, 64)).isEqualTo(64);
                assertThat(readAll(pty::read, 64)).isEqualTo(frame);
                pty.write(frame, 64);
                assertThat(readAll(line, 64)).isEqualTo(frame);
            }
            line.close();
        }
    }

    @Test
    void aReadOfAnIdleLineReturnsAtOnceWithNothing() throws IOException {
        try (Pty pty = new Pty()) {
            ByteLine line = open(pty.path());
            byte[] into = new byte[64];
            for (int i = 0; i < 1_000; i++) {
                assertThat(line.read(into)).isZero();
            }
            line.close();
        }
    }

    private static List<Thread> threadsOfTheLibrary() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(each -> Arrays.stream(each.getValue())
                        .anyMatch(frame -> frame.getClassName().startsWith("com.fazecast")))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Test
    void aListenerWouldHaveAThreadOfItsOwnAndIsFoundByIt() throws IOException {
        try (Pty pty = new Pty()) {
            SerialPort port = SerialPort.getCommPort(pty.path());
            assertThat(port.openPort()).isTrue();
            port.addDataListener(new SerialPortDataListener() {
                @Override
                public int getListeningEvents() {
                    return SerialPort.LISTENING_EVENT_PORT_DISCONNECTED;
                }

                @Override
                public void serialEvent(SerialPortEvent event) {}
            });
            Peers.await("its thread is seen", () -> !threadsOfTheLibrary().isEmpty());
            port.removeDataListener();
            port.closePort();
            Peers.await("its thread has ended", () -> threadsOfTheLibrary().isEmpty());
        }
    }

    @Test
    void whenThePeerDiesReadAndWriteBothSayGoneAndNoThreadIsLeftSpinning() throws IOException {
        Pty pty = new Pty();
        ByteLine line = open(pty.path());
        pty.close();
        assertThat(line.read(new byte[8])).isEqualTo(ByteLine.GONE);
        assertThat(line.write(new byte[8], 8)).isEqualTo(ByteLine.GONE);
        assertThat(threadsOfTheLibrary()).isEmpty();
        line.close();
        line.close();
        assertThat(line.read(new byte[8])).isEqualTo(ByteLine.GONE);
        assertThat(line.write(new byte[8], 8)).isEqualTo(ByteLine.GONE);
        assertThat(threadsOfTheLibrary()).isEmpty();
    }

    @Test
    void aPeerThatHangsFillsTheLineAndBlocksNobody() throws IOException {
        try (Pty pty = new Pty()) {
            ByteLine line = open(pty.path());
            byte[] frame = new byte[64];
            fill(line);

            byte[] drained = new byte[4096];
            Peers.await("the peer has drained the line", () -> pty.read(drained) == 0);
            assertThat(line.write(frame, 64)).isEqualTo(64);
            line.close();
        }
    }

    /// Writes until the line takes nothing for good. A worker of the kernel moves what was written on to the far end's
    /// own buffer whenever it gets a turn, so that a line that said "full" may have room again for a while.
    private static void fill(ByteLine line) {
        byte[] frame = new byte[64];
        int[] taken = {0};
        int[] refusedInARow = {0};
        Peers.await("the line is full and stays full", () -> {
            int count = line.write(frame, 64);
            taken[0] += count;
            assertThat(count).isIn(0, 64);
            assertThat(taken[0]).isLessThan(1 << 20);
            refusedInARow[0] = count == 0 ? refusedInARow[0] + 1 : 0;
            return refusedInARow[0] == 50;
        });
        assertThat(taken[0]).isPositive();
    }

    @Test
    void aFullLineIsClosedAtOnceAsWell() throws IOException {
        try (Pty pty = new Pty()) {
            ByteLine line = open(pty.path());
            fill(line);
            line.close();
            assertThat(line.read(new byte[1])).isEqualTo(ByteLine.GONE);
        }
    }

    @Test
    void aFrameLongerThanSixtyFourBytesIsRefused() throws IOException {
        try (Pty pty = new Pty()) {
            ByteLine line = open(pty.path());
            assertThatThrownBy(() -> line.write(new byte[65], 65)).isInstanceOf(IllegalArgumentException.class);
            line.close();
        }
    }

    @Test
    void aPortThatIsNotThereOrInUseIsRefusedWithItsPath() throws IOException {
        assertThat(reason(settings("/dev/serial/by-id/none"))).contains("/dev/serial/by-id/none", "not there");
        try (Pty pty = new Pty()) {
            ByteLine line = open(pty.path());
            assertThat(reason(settings(pty.path()))).contains(pty.path(), "cannot be opened");
            line.close();
            open(pty.path()).close();
        }
    }

    @Test
    void aRefusedRs485ModeIsReportedAndThePortIsNotUsed() throws IOException {
        try (Pty pty = new Pty()) {
            SerialSettings rs485 = new SerialSettings(pty.path(), 57_600, 8, Parity.NONE, 2, true);
            assertThat(reason(rs485)).contains("RS-485", "ENOTTY", pty.path());
            Link link = new Link(SerialPorts.opener(rs485));
            assertThat(link.keepOpen(0)).isFalse();
            assertThat(link.trouble()).contains("RS-485");
            open(pty.path()).close(); // it was given back
        }
    }

    @Test
    void aPortThatComesBackUnderAnotherNameIsFoundThroughItsLink() throws IOException {
        Path byId = folder.resolve("usb-adapter-A1B2C3");
        Pty first = new Pty();
        Pty second = new Pty(); // opened while the first lives, so that its name is another one
        assertThat(second.path()).isNotEqualTo(first.path());
        Files.createSymbolicLink(byId, Path.of(first.path()));
        Link link = new Link(SerialPorts.opener(settings(byId.toString())));
        assertThat(link.keepOpen(0)).isTrue();
        assertThat(link.keepOpen(1)).isTrue(); // the pause begins with the cycle after an attempt

        first.close();
        Files.delete(byId);
        assertThat(link.read(new byte[8])).isEqualTo(ByteLine.GONE);
        assertThat(link.keepOpen(1 + Link.FIRST_PAUSE_NANOS)).isFalse();
        assertThat(link.trouble()).contains("not there");
        assertThat(link.keepOpen(2 + Link.FIRST_PAUSE_NANOS)).isFalse();

        Files.createSymbolicLink(byId, Path.of(second.path()));
        assertThat(link.keepOpen(2_000_000_000L)).isTrue();
        assertThat(link.connections()).isEqualTo(2);
        assertThat(link.write("hello".getBytes(US_ASCII), 5)).isTrue();
        assertThat(readAll(second::read, 5)).isEqualTo("hello".getBytes(US_ASCII));
        link.close("the test is over");
        second.close();
    }

    @Test
    void aPortReplacedUnderTheSameNameIsOpenedAgain() throws IOException {
        for (int round = 0; round < 5; round++) {
            Pty pty = new Pty(); // the kernel hands out the same number again
            ByteLine line = open(pty.path());
            assertThat(line.write(new byte[] {1, 2, 3}, 3)).isEqualTo(3);
            pty.close();
            assertThat(line.read(new byte[8])).isEqualTo(ByteLine.GONE);
            line.close();
        }
    }

    @Test
    void aSteadyLineAllocatesNothing() throws IOException {
        try (Pty pty = new Pty()) {
            ByteLine line = open(pty.path());
            byte[] frame = new byte[8];
            byte[] into = new byte[64];
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long fewest = Long.MAX_VALUE;
            for (int window = 0; window < 8; window++) { // what compiling allocates is gone after some
                long before = threads.getCurrentThreadAllocatedBytes();
                for (int round = 0; round < 5_000; round++) {
                    line.write(frame, 8);
                    line.read(into);
                    pty.read(into);
                }
                fewest = Math.min(fewest, threads.getCurrentThreadAllocatedBytes() - before);
            }
            assertThat(fewest).isLessThan(1_024); // not one byte a turn
            line.close();
        }
    }
}
