package org.altercor.bench.line;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// A pseudo-terminal: its other end is a path that any program opens as a serial port.
///
/// No call waits. Closing it is unplugging: whoever has the path open sees the port hang up. Owner: one thread.
@SuppressWarnings("restricted") // calls the C library
public final class Pty implements AutoCloseable {
    private static final int O_RDWR_NOCTTY_NONBLOCK = 2 | 0x100 | 0x800; // fcntl.h of Linux
    private static final int PATH_BYTES = 64;
    private static final int TERMIOS_BYTES = 256; // more than any struct termios
    private static final int LONGEST = 4096;

    private static final MethodHandle OPEN = function("posix_openpt", ValueLayout.JAVA_INT);
    private static final MethodHandle GRANT = function("grantpt", ValueLayout.JAVA_INT);
    private static final MethodHandle UNLOCK = function("unlockpt", ValueLayout.JAVA_INT);
    private static final MethodHandle CLOSE = function("close", ValueLayout.JAVA_INT);
    private static final MethodHandle NAME =
            function("ptsname_r", ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG);
    private static final MethodHandle GET_MODE = function("tcgetattr", ValueLayout.JAVA_INT, ValueLayout.ADDRESS);
    private static final MethodHandle SET_MODE =
            function("tcsetattr", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS);
    private static final MethodHandle READ = bytes("read");
    private static final MethodHandle WRITE = bytes("write");
    private static final MethodHandle MAKE_RAW = Linker.nativeLinker()
            .downcallHandle(
                    Linker.nativeLinker().defaultLookup().findOrThrow("cfmakeraw"),
                    FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));

    private final Arena arena = Arena.ofShared();
    private final MemorySegment buffer = arena.allocate(LONGEST);
    private final int descriptor;
    private final String path;
    private boolean closed;

    /// Opens a new pseudo-terminal in raw mode.
    ///
    /// @throws IOException when the system has none to give; nothing stays open then
    public Pty() throws IOException {
        descriptor = open();
        try {
            path = prepare();
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private static int open() {
        try {
            return (int) OPEN.invokeExact(O_RDWR_NOCTTY_NONBLOCK);
        } catch (Throwable e) {
            throw new IllegalStateException("the C library could not be called", e);
        }
    }

    private String prepare() throws IOException {
        try {
            require("posix_openpt", descriptor >= 0);
            require("grantpt", (int) GRANT.invokeExact(descriptor) == 0);
            require("unlockpt", (int) UNLOCK.invokeExact(descriptor) == 0);
            MemorySegment name = arena.allocate(PATH_BYTES);
            require("ptsname_r", (int) NAME.invokeExact(descriptor, name, (long) PATH_BYTES) == 0);
            MemorySegment mode = arena.allocate(TERMIOS_BYTES);
            require("tcgetattr", (int) GET_MODE.invokeExact(descriptor, mode) == 0);
            MAKE_RAW.invokeExact(mode);
            require("tcsetattr", (int) SET_MODE.invokeExact(descriptor, 0, mode) == 0);
            return name.getString(0);
        } catch (IOException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("the C library could not be called", e);
        }
    }

    private static void require(String call, boolean succeeded) throws IOException {
        if (!succeeded) {
            throw new IOException(call + " failed");
        }
    }

    private static MethodHandle function(String name, java.lang.foreign.MemoryLayout... arguments) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name), FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments));
    }

    private static MethodHandle bytes(String name) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
    }

    /// Path of the serial port at the other end.
    public String path() {
        return path;
    }

    /// Takes what the other end has written; 0 when nothing, or when nobody has it open.
    public int read(byte[] into) {
        long count = transfer(READ, Math.min(into.length, LONGEST));
        if (count <= 0) {
            return 0;
        }
        MemorySegment.copy(buffer, ValueLayout.JAVA_BYTE, 0, into, 0, (int) count);
        return (int) count;
    }

    /// Gives bytes to the other end.
    ///
    /// @return how many it took; 0 when its buffer is full
    public int write(byte[] from, int length) {
        int offered = Math.min(length, LONGEST);
        MemorySegment.copy(from, 0, buffer, ValueLayout.JAVA_BYTE, 0, offered);
        return (int) Math.max(0, transfer(WRITE, offered));
    }

    private long transfer(MethodHandle call, long length) {
        try {
            return (long) call.invokeExact(descriptor, buffer, length);
        } catch (Throwable e) {
            throw new IllegalStateException("the C library could not be called", e);
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            try {
                int ignored = (int) CLOSE.invokeExact(descriptor);
            } catch (Throwable e) {
                throw new IllegalStateException("the C library could not be called", e);
            } finally {
                arena.close();
            }
        }
    }
}
