package org.altercor.hal.serial;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the kernel says about a device that jSerialComm holds open, asked on the very same file descriptor.
///
/// jSerialComm hides two things that matter: a refused RS-485 mode (it opens the port all the same), and whether a
/// write would find room. The descriptor is found by its link in `/proc/self/fd`. Owner: one bus thread. [#room]
/// allocates nothing.
@SuppressWarnings("restricted") // calls the C library
final class OpenDevice {
    /// Room for a frame.
    enum Room {
        SOME,
        NONE,
        GONE
    }

    private static final long TIOCGRS485 = 0x542E; // asm-generic/ioctls.h
    private static final long TIOCEXCL = 0x540C; // likewise
    private static final int RS485_BYTES = 32; // struct serial_rs485, linux/serial.h
    private static final int SER_RS485_ENABLED = 1; // bit 0 of its flags
    private static final int SER_RS485_RX_DURING_TX = 1 << 4;

    private static final int POLLOUT = 4; // poll.h
    private static final int POLLERR_HUP_NVAL = 8 | 16 | 32;
    private static final int POLLFD_BYTES = 8; // int fd, short events, short revents
    private static final int EVENTS_AT = 4;
    private static final int REVENTS_AT = 6;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MemoryLayout CAPTURED = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = CAPTURED.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final MethodHandle IOCTL = LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("ioctl"),
            FunctionDescriptor.of(
                    ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS),
            Linker.Option.firstVariadicArg(2),
            Linker.Option.captureCallState("errno"));
    private static final MethodHandle POLL = LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("poll"),
            FunctionDescriptor.of(
                    ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT));

    private final int descriptor;
    private final MemorySegment pollfd = Arena.ofAuto().allocate(POLLFD_BYTES, 4);

    private OpenDevice(int descriptor) {
        this.descriptor = descriptor;
        pollfd.set(ValueLayout.JAVA_INT, 0, descriptor);
        pollfd.set(ValueLayout.JAVA_SHORT, EVENTS_AT, (short) POLLOUT);
    }

    /// Finds the descriptor of an open device and claims the terminal for it.
    ///
    /// @param device real path, no link
    /// @throws IOException when this process does not have it open
    static OpenDevice find(Path device) throws IOException {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (Path link : descriptors) {
                if (device.equals(target(link))) {
                    int descriptor = Integer.parseInt(link.getFileName().toString());
                    OpenDevice open = new OpenDevice(descriptor);
                    open.ioctl(TIOCEXCL, MemorySegment.NULL);
                    return open;
                }
            }
        }
        throw new IOException("no open file descriptor of " + device);
    }

    private static Path target(Path link) {
        try {
            return Files.readSymbolicLink(link);
        } catch (IOException closedMeanwhile) {
            return link;
        }
    }

    /// Reads the RS-485 mode back.
    ///
    /// @throws IOException when the kernel driver does not switch the transmitter, or lets the port hear itself
    void requireRs485() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment mode = arena.allocate(RS485_BYTES, 4);
            ioctl(TIOCGRS485, mode);
            int flags = mode.get(ValueLayout.JAVA_INT, 0);
            if ((flags & SER_RS485_ENABLED) == 0 || (flags & SER_RS485_RX_DURING_TX) != 0) {
                throw new IOException("RS-485 mode was asked for, but the driver has flags 0x%x".formatted(flags));
            }
        } catch (IOException e) {
            throw new IOException("RS-485 mode refused: " + e.getMessage(), e);
        }
    }

    private void ioctl(long request, MemorySegment argument) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CAPTURED);
            int result = (int) IOCTL.invokeExact(state, descriptor, request, argument);
            if (result < 0) {
                throw new IOException("ioctl 0x%x gives errno %d%s"
                        .formatted(
                                request,
                                (int) ERRNO.get(state, 0L),
                                (int) ERRNO.get(state, 0L) == 25
                                        ? " (ENOTTY: this driver knows nothing of the kind)"
                                        : ""));
            }
        } catch (IOException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("ioctl could not be called", e);
        }
    }

    /// Whether a frame can be handed over without waiting.
    Room room() {
        int ready;
        try {
            ready = (int) POLL.invokeExact(pollfd, 1L, 0);
        } catch (Throwable e) {
            throw new IllegalStateException("poll could not be called", e);
        }
        int events = pollfd.get(ValueLayout.JAVA_SHORT, REVENTS_AT);
        if (ready < 0) {
            return Room.NONE; // interrupted: the next turn asks again
        }
        if ((events & POLLERR_HUP_NVAL) != 0) {
            return Room.GONE;
        }
        return (events & POLLOUT) != 0 ? Room.SOME : Room.NONE;
    }
}
