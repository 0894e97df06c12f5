package org.altercor.hal.realtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Keeps the cores out of sleep states that take long to leave, for as long as it is open.
///
/// The kernel honours a wish written to `/dev/cpu_dma_latency` until the file is closed. Source: Linux
/// `Documentation/power/pm_qos_interface.rst`.
final class AwakeCores implements AutoCloseable {
    static final Path DEVICE = Path.of("/dev/cpu_dma_latency");
    private static final int NO_LATENCY_MICROS = 0;

    private final FileChannel held;

    private AwakeCores(FileChannel held) {
        this.held = held;
    }

    /// Asks for no latency at all.
    ///
    /// @throws IOException when the kernel has no such device or this user may not write it
    static AwakeCores hold(Path device) throws IOException {
        FileChannel channel = FileChannel.open(device, StandardOpenOption.WRITE);
        try {
            ByteBuffer wish = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.nativeOrder());
            wish.putInt(NO_LATENCY_MICROS).flip();
            if (channel.write(wish) != Integer.BYTES) {
                throw new IOException("the device took only a part of the wish");
            }
            return new AwakeCores(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        held.close();
    }
}
