package org.altercor.controller.replay;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.altercor.safety.frame.Frame;
import org.altercor.safety.frame.FrameDecoder;
import org.altercor.safety.frame.FrameDifference;
import org.altercor.safety.frame.FrameEncoder;
import org.altercor.safety.frame.FrameLayout;
import org.altercor.safety.journal.CycleReader;
import org.altercor.safety.journal.CyclesHeader;
import org.altercor.safety.journal.LayoutWords;

/// One loop that runs again on its recorded inputs. It begins with a start's first cycle, or with the state of a
/// checkpoint; from there on outputs, and the state at each later checkpoint, are compared to the bit. Where cycles are
/// missing it begins anew at the next checkpoint. Owner: one thread.
final class ReplayedLoop {
    private final Step step;
    private final LayoutWords layout;
    private final CycleReader reader;
    private final byte[] outputs;
    private final byte[] state;
    private boolean isRunning;
    private boolean isMissing;
    private long next = 1;
    private long compared;
    private long passedOver;
    private long states;
    private Optional<Difference> difference = Optional.empty();

    /// Where a replay is not what was recorded.
    ///
    /// @param cycle    number of the cycle
    /// @param nanos    its time on the monotonic clock of its start
    /// @param what     `outputs` or `state`
    /// @param field    the first one that differs
    /// @param recorded its value in the journal
    /// @param replayed its value now
    record Difference(long cycle, long nanos, String what, String field, String recorded, String replayed) {}

    ReplayedLoop(Step step) {
        this.step = step;
        layout = step.layout();
        reader = new CycleReader(layout.inputs(), layout.outputs(), layout.state());
        outputs = new byte[layout.outputs().bytes()];
        state = new byte[layout.state().bytes()];
    }

    LayoutWords layout() {
        return layout;
    }

    /// Runs the cycles of a record, as far as nothing has differed before.
    ///
    /// @throws IllegalArgumentException when its bytes are no cycles
    void run(ByteBuffer payload) {
        CyclesHeader header = CyclesHeader.of(payload);
        if (header.first() != next) {
            miss(Math.max(0, header.first() - next));
        }
        next = header.end();
        if (!reader.read(payload, this::cycle)) {
            miss(header.count());
        }
    }

    private void miss(long cycles) {
        passedOver += cycles;
        isMissing = true;
        isRunning = false;
    }

    /// The journal goes on with a later cycle than the one that would come next: what lies between is not asked for.
    void skipTo(long cycle) {
        isRunning = false;
        isMissing = false;
        next = cycle;
    }

    private void cycle(long number, ByteBuffer cycle, ByteBuffer recordedState) {
        if (difference.isPresent()) {
            return;
        }
        if (!isRunning && number > 1) {
            isRunning = recordedState.hasRemaining();
            passedOver += isMissing ? 1 : 0;
            if (isRunning) {
                decode(step.core(), recordedState);
                isMissing = false;
            }
            return;
        }
        isRunning = true;
        decode(step.inputs(), cycle);
        step.step().run();
        compared++;
        compare(number, cycle, "outputs", layout.outputs(), step.outputs(), outputs, cycle);
        if (recordedState.hasRemaining()) {
            states++;
            compare(number, cycle, "state", layout.state(), step.core(), state, recordedState);
        }
    }

    private static void decode(Frame frame, ByteBuffer bytes) {
        new FrameDecoder(bytes).decode(frame);
    }

    private void compare(
            long number,
            ByteBuffer cycle,
            String what,
            FrameLayout of,
            Frame replayed,
            byte[] into,
            ByteBuffer recorded) {
        new FrameEncoder(ByteBuffer.wrap(into)).encode(replayed);
        var then = new byte[into.length];
        recorded.get(recorded.limit() - into.length, then);
        if (difference.isEmpty() && !Arrays.equals(then, into)) {
            FrameDifference first = FrameDifference.first(of, then, into).orElseThrow();
            long nanos = cycle.getLong(0); // both frames begin with the time of their cycle
            difference =
                    Optional.of(new Difference(number, nanos, what, first.field(), first.expected(), first.actual()));
        }
    }

    /// What was found so far.
    LoopReport report() {
        return new LoopReport(
                step.loop().word(),
                compared,
                states,
                passedOver,
                difference.isEmpty() && passedOver == 0,
                difference.map(LoopReport.First::of).stream().toList());
    }
}
