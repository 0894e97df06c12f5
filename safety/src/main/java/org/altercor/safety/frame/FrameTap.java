package org.altercor.safety.frame;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/// Every cycle of one loop, on its way to whoever records it: what went in, what came out, and now and then the whole
/// state, so that a replay can begin there.
///
/// ```
/// loop ─ encode ─► slot │ slot │ slot … ─► recorder          a slot: inputs ‖ outputs ‖ state (where it is kept)
/// ```
///
/// The loop never waits and never allocates: when nobody takes what it leaves, the newest cycles are lost, counted,
/// and the first one behind them carries the state. One writer, one reader.
public final class FrameTap<I extends Frame, O extends Frame> implements CycleSink<I, O> {
    /// Time between two cycles that carry the state. A gap spoils a replay for no longer.
    public static final long CHECKPOINT_NANOS = 10_000_000_000L;

    private final Loop loop;
    private final FrameLayout inputs;
    private final FrameLayout outputs;
    private final FrameLayout state;
    private final int checkpointCycles;
    private final int mask;
    private final ByteBuffer[] slots;
    private final FrameEncoder[] encoders;
    private final long[] cycles;
    private final boolean[] hasState;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private long cycle;
    private int sinceState;

    /// Takes one cycle out of a tap.
    @FunctionalInterface
    public interface Taker {
        /// Takes a cycle.
        ///
        /// @param cycle    its number, from 1; a number left out was lost
        /// @param hasState whether the state follows inputs and outputs
        /// @param bytes    encoded; valid during the call only
        void take(long cycle, boolean hasState, ByteBuffer bytes);
    }

    /// @param loop             whose cycles they are
    /// @param inputs           any frame of the shape that it gathers
    /// @param outputs          any frame of the shape that it decides
    /// @param state            any frame of the shape of its core
    /// @param checkpointCycles cycles from one that carries the state to the next
    /// @param capacity         a power of two: cycles that may wait
    public FrameTap(Loop loop, I inputs, O outputs, Frame state, int checkpointCycles, int capacity) {
        if (Integer.bitCount(capacity) != 1) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "not a power of two: %d", capacity));
        }
        this.loop = loop;
        this.inputs = FrameLayout.of(inputs);
        this.outputs = FrameLayout.of(outputs);
        this.state = FrameLayout.of(state);
        this.checkpointCycles = checkpointCycles;
        mask = capacity - 1;
        slots = new ByteBuffer[capacity];
        encoders = new FrameEncoder[capacity];
        cycles = new long[capacity];
        hasState = new boolean[capacity];
        for (int i = 0; i < capacity; i++) {
            slots[i] = ByteBuffer.allocate(this.inputs.bytes() + this.outputs.bytes() + this.state.bytes());
            encoders[i] = new FrameEncoder(slots[i]);
        }
        sinceState = checkpointCycles;
    }

    @Override
    public void tell(I gathered, O decided, Frame core) {
        cycle++;
        sinceState++;
        long next = written.get();
        if (next - taken.get() > mask) {
            lost.incrementAndGet();
            sinceState = checkpointCycles;
            return;
        }
        int slot = (int) next & mask;
        slots[slot].clear();
        encoders[slot].encode(gathered);
        encoders[slot].encode(decided);
        cycles[slot] = cycle;
        hasState[slot] = sinceState >= checkpointCycles;
        if (hasState[slot]) {
            encoders[slot].encode(core);
            sinceState = 0;
        }
        written.set(next + 1);
    }

    /// Takes everything that is there, in order. Reader thread only.
    public void drain(Taker taker) {
        long end = written.get();
        for (long next = taken.get(); next < end; next++) {
            int slot = (int) next & mask;
            taker.take(cycles[slot], hasState[slot], slots[slot].flip());
            taken.set(next + 1);
        }
    }

    /// How many were lost since this was asked last. Reader thread only.
    public long takeLost() {
        return lost.getAndSet(0);
    }

    /// Whose cycles they are.
    public Loop loop() {
        return loop;
    }

    /// What stands where in what it gathers.
    public FrameLayout inputs() {
        return inputs;
    }

    /// What stands where in what it decides.
    public FrameLayout outputs() {
        return outputs;
    }

    /// What stands where in the state of its core.
    public FrameLayout state() {
        return state;
    }
}
