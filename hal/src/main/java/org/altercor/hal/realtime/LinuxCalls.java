package org.altercor.hal.realtime;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/// The C library's calls that Java does not offer, as plain downcalls. For 64-bit Linux only: elsewhere some of them
/// do not exist, and this class cannot even be loaded.
///
/// Each returns 0 or an error number; [#describe] turns one into text. [#sleepUntil] allocates nothing, the others
/// are for start-up.
@SuppressWarnings("restricted") // native access is granted to this module by name
final class LinuxCalls {
    // Source of all constants: Linux UAPI headers (asm-generic/mman.h, linux/sched.h, linux/time.h,
    // asm-generic/errno.h).
    private static final int MCL_CURRENT = 1;
    private static final int MCL_FUTURE = 2;
    private static final int SCHED_FIFO = 1;
    private static final int SCHED_RESET_ON_FORK = 0x4000_0000;
    private static final int CLOCK_MONOTONIC = 1;
    private static final int TIMER_ABSTIME = 1;
    private static final int EINTR = 4;
    private static final int THIS_THREAD = 0;

    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long ERROR_TEXT_BYTES = 256;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout CAPTURED = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = CAPTURED.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final AddressLayout TEXT =
            ADDRESS.withTargetLayout(MemoryLayout.sequenceLayout(ERROR_TEXT_BYTES, JAVA_BYTE));

    private static final MethodHandle MLOCKALL = capturing("mlockall", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle SCHED_SETSCHEDULER =
            capturing("sched_setscheduler", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
    private static final MethodHandle SCHED_GETSCHEDULER =
            capturing("sched_getscheduler", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle SCHED_GETPARAM =
            capturing("sched_getparam", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
    private static final MethodHandle CLOCK_GETTIME =
            capturing("clock_gettime", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
    private static final MethodHandle CLOCK_NANOSLEEP =
            plain("clock_nanosleep", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));
    private static final MethodHandle STRERROR = plain("strerror", FunctionDescriptor.of(TEXT, JAVA_INT));

    private LinuxCalls() {}

    /// Locks all pages of the process, present and future, into memory.
    static int lockMemory() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment captured = arena.allocate(CAPTURED);
            return (int) MLOCKALL.invokeExact(captured, MCL_CURRENT | MCL_FUTURE) == 0 ? 0 : errno(captured);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Puts the calling thread under `SCHED_FIFO`. Threads that it starts (a compiler thread, say) do not inherit
    /// it.
    static int becomeFifo(int priority) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment captured = arena.allocate(CAPTURED);
            MemorySegment parameter = arena.allocateFrom(JAVA_INT, priority);
            int policy = SCHED_FIFO | SCHED_RESET_ON_FORK;
            return (int) SCHED_SETSCHEDULER.invokeExact(captured, THIS_THREAD, policy, parameter) == 0
                    ? 0
                    : errno(captured);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The `SCHED_FIFO` priority of the calling thread as the kernel has it; 0 when it is not under `SCHED_FIFO`.
    static int fifoPriority() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment captured = arena.allocate(CAPTURED);
            MemorySegment parameter = arena.allocate(JAVA_INT);
            int policy = (int) SCHED_GETSCHEDULER.invokeExact(captured, THIS_THREAD);
            int result = (int) SCHED_GETPARAM.invokeExact(captured, THIS_THREAD, parameter);
            boolean isFifo = policy >= 0 && (policy & ~SCHED_RESET_ON_FORK) == SCHED_FIFO && result == 0;
            return isFifo ? parameter.get(JAVA_INT, 0) : 0;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// `CLOCK_MONOTONIC` as the kernel has it, in nanoseconds.
    static long monotonicNanos() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment captured = arena.allocate(CAPTURED);
            MemorySegment time = newTimespec(arena);
            if ((int) CLOCK_GETTIME.invokeExact(captured, CLOCK_MONOTONIC, time) != 0) {
                throw new IllegalStateException("clock_gettime: " + describe(errno(captured)));
            }
            return time.getAtIndex(JAVA_LONG, 0) * NANOS_PER_SECOND + time.getAtIndex(JAVA_LONG, 1);
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Room for the time that [#sleepUntil] wants.
    static MemorySegment newTimespec(Arena arena) {
        return arena.allocate(JAVA_LONG, 2);
    }

    /// Sleeps until `deadlineNanos` of `CLOCK_MONOTONIC`; a signal does not shorten it. Allocates nothing.
    ///
    /// @param timespec the calling thread's own, from [#newTimespec]
    static int sleepUntil(long deadlineNanos, MemorySegment timespec) {
        timespec.setAtIndex(JAVA_LONG, 0, Math.floorDiv(deadlineNanos, NANOS_PER_SECOND));
        timespec.setAtIndex(JAVA_LONG, 1, Math.floorMod(deadlineNanos, NANOS_PER_SECOND));
        try {
            int error;
            do {
                error = (int) CLOCK_NANOSLEEP.invokeExact(CLOCK_MONOTONIC, TIMER_ABSTIME, timespec, MemorySegment.NULL);
            } while (error == EINTR);
            return error;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// An error number in words.
    static String describe(int errno) {
        try {
            MemorySegment text = (MemorySegment) STRERROR.invokeExact(errno);
            return "%s (errno %d)".formatted(text.getString(0), errno);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static int errno(MemorySegment captured) {
        return (int) ERRNO.get(captured, 0L);
    }

    private static MethodHandle capturing(String name, FunctionDescriptor descriptor) {
        return LINKER.downcallHandle(
                LINKER.defaultLookup().findOrThrow(name), descriptor, Linker.Option.captureCallState("errno"));
    }

    private static MethodHandle plain(String name, FunctionDescriptor descriptor) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), descriptor);
    }
}
