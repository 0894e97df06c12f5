package org.altercor.bench.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.altercor.bench.peer.Peers;
import org.altercor.config.rig.Parity;
import org.altercor.config.rig.SerialSettings;
import org.altercor.hal.line.ByteLine;
import org.altercor.hal.line.LineOpener.Opening;
import org.altercor.hal.serial.SerialPorts;
import org.junit.jupiter.api.Test;

class WireTest {
    private static final long LATER_NANOS = 1_000_000_000_000L;
    private static final int FAR_MORE_THAN_FITS = 1 << 20;
    private static final int PIECE = 1_000;

    private static ByteLine open(Pty pty) {
        SerialSettings settings = new SerialSettings(pty.path(), 57_600, 8, Parity.NONE, 2, false);
        return ((Opening.Open) SerialPorts.opener(settings).open()).line();
    }

    /// A ring that overran itself spliced the head of one frame to the tail of another.
    @Test
    void aWireThatIsFullLetsItsSenderWaitAndDeliversWhatItTookInOrder() throws IOException {
        try (Pty near = new Pty();
                Pty far = new Pty()) {
            ByteLine sender = open(near);
            ByteLine receiver = open(far);
            LineFaults faults = new LineFaults();
            faults.delayNanos = LATER_NANOS;
            Wire wire = new Wire(near, far, 1, faults, 1);

            int[] sent = {0};
            int[] refusedInARow = {0};
            byte[] frame = new byte[64];
            Peers.await("the sender has to wait", () -> {
                for (int i = 0; i < frame.length; i++) {
                    frame[i] = (byte) ((sent[0] + i) % 251);
                }
                int count = sender.write(frame, frame.length);
                sent[0] += count;
                assertThat(sent[0]).isLessThan(FAR_MORE_THAN_FITS);
                refusedInARow[0] = count == 0 ? refusedInARow[0] + 1 : 0;
                wire.move(0);
                return refusedInARow[0] == 50;
            });
            assertThat(wire.arrived()).isZero();

            int[] received = {0};
            for (int due = PIECE; due <= 60 * PIECE; due += PIECE) {
                wire.move(LATER_NANOS + due);
                int arrived = wire.arrived();
                byte[] into = new byte[64];
                Peers.await("what arrived is read", () -> {
                    int count = receiver.read(into);
                    for (int i = 0; i < count; i++) {
                        assertThat(into[i]).isEqualTo((byte) (received[0]++ % 251));
                    }
                    return received[0] == arrived;
                });
            }
            assertThat(received[0]).isPositive();
            sender.close();
            receiver.close();
        }
    }
}
