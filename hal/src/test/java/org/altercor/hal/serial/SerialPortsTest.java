package org.altercor.hal.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.altercor.config.rig.Parity;
import org.altercor.config.rig.SerialSettings;
import org.altercor.hal.line.LineOpener.Opening;
import org.junit.jupiter.api.Test;

/// What needs no port. The rest is tried on pseudo-terminals, in bench-tests.
class SerialPortsTest {
    private static final SerialSettings ADAPTER =
            new SerialSettings("/dev/serial/by-id/adapter", 57_600, 8, Parity.NONE, 1, false);

    @Test
    void aDeviceThatIsUnpluggedBetweenTwoLooksIsRefusedAndEndsNoThread() {
        Opening opening = SerialPorts.open(ADAPTER, Path.of("/dev/ttyUSB-unplugged"));
        assertThat(opening)
                .isEqualTo(new Opening.Refused("/dev/serial/by-id/adapter (/dev/ttyUSB-unplugged) is gone again"));
    }

    @Test
    void aDeviceThatWasNeverThereIsRefusedAsWell() {
        assertThat(SerialPorts.opener(ADAPTER).open())
                .isInstanceOfSatisfying(
                        Opening.Refused.class,
                        refused -> assertThat(refused.reason()).startsWith("/dev/serial/by-id/adapter is not there"));
    }
}
