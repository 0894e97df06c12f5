package org.altercor.hal.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.util.concurrent.atomic.AtomicInteger;
import org.altercor.hal.line.ByteLine;

/// A serial port as a line.
///
/// What jSerialComm 2.11.4 does and this class answers (tried on pseudo-terminals):
///
/// | trap | answer |
/// |---|---|
/// | a dead port stays open; read gives -1, write gives 0 | both are `GONE` |
/// | on a full port, write spins inside the library until somebody drains it | the kernel is asked for room first |
/// | frames larger than a buffer on the way | refused above 64 bytes |
///
/// Owner: one bus thread. Allocates nothing after construction.
final class SerialLine implements ByteLine {
    private final SerialPort port;
    private final OpenDevice device;
    private final AtomicInteger openLines;
    private boolean closed;

    /// @param openLines counts the lines that are open
    SerialLine(SerialPort port, OpenDevice device, AtomicInteger openLines) {
        this.port = port;
        this.device = device;
        this.openLines = openLines;
        openLines.incrementAndGet();
    }

    @Override
    public int read(byte[] into) {
        if (closed) {
            return GONE;
        }
        int count = port.readBytes(into, into.length);
        return count < 0 ? GONE : count;
    }

    @Override
    public int write(byte[] from, int length) {
        if (length > LONGEST_FRAME) {
            throw new IllegalArgumentException("a frame has at most 64 bytes");
        }
        if (closed) {
            return GONE;
        }
        switch (device.room()) {
            case NONE -> {
                return 0;
            }
            case GONE -> {
                return GONE;
            }
            case SOME -> {}
        }
        int count = port.writeBytes(from, length);
        return count <= 0 ? GONE : count;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            port.flushIOBuffers(); // closing waits for unsent bytes, and nobody may be draining them
            port.closePort();
            openLines.decrementAndGet();
        }
    }
}
