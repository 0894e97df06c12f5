package org.altercor.safety.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;
import org.altercor.safety.frame.FrameTap;
import org.altercor.safety.frame.Loop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Cycles that are packed into records and taken out again.
class CycleRecordsTest {
    private static final int MOST = 7;
    private static final int CHECKPOINT = 20;

    /// A frame with a field of every type.
    private static final class Mixed implements Frame {
        long time;
        double value;
        int count;
        byte code;
        boolean isSet;

        @Override
        public void exchange(FieldExchange fields) {
            time = fields.int64("time", time);
            value = fields.float64("value", value);
            count = fields.int32("count", count);
            code = fields.int8("code", code);
            isSet = fields.flag("isSet", isSet);
        }

        /// Goes on mostly as it went, and sometimes wildly.
        void change(Random random) {
            time += random.nextInt(10) == 0 ? random.nextLong() : 5_000_000;
            value = random.nextInt(4) == 0 ? Double.longBitsToDouble(random.nextLong()) : value;
            count += random.nextInt(3) - 1;
            code = (byte) random.nextInt(random.nextInt(5) == 0 ? 256 : 2);
            isSet = random.nextBoolean();
        }
    }

    /// A cycle, in whatever way it came.
    private record Cycle(long number, List<Byte> frames, List<Byte> state) {
        static Cycle of(long number, ByteBuffer frames, ByteBuffer state) {
            return new Cycle(number, bytes(frames), bytes(state));
        }

        private static List<Byte> bytes(ByteBuffer from) {
            List<Byte> bytes = new ArrayList<>();
            ByteBuffer all = from.duplicate();
            while (all.hasRemaining()) {
                bytes.add(all.get());
            }
            return bytes;
        }
    }

    private final Mixed inputs = new Mixed();
    private final Mixed outputs = new Mixed();
    private final Mixed state = new Mixed();
    private final FrameTap<Mixed, Mixed> tap =
            new FrameTap<>(Loop.SUPERVISOR, inputs, outputs, state, CHECKPOINT, 1 << 10);
    private final CycleRecords records = new CycleRecords(tap, MOST);
    private final CycleReader reader = new CycleReader(tap.inputs(), tap.outputs(), tap.state());
    private final List<ByteBuffer> payloads = new ArrayList<>();
    private final List<Cycle> told = new ArrayList<>();
    private final List<Cycle> read = new ArrayList<>();
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @BeforeEach
    void tellTheSeed() {
        System.out.println("seed " + seed);
    }

    private void cycles(int count) {
        for (int i = 0; i < count; i++) {
            inputs.change(random);
            outputs.change(random);
            state.change(random);
            tap.tell(inputs, outputs, state);
            told.add(cycle(told.size() + 1L));
        }
        records.take(payloads::add);
    }

    private Cycle cycle(long number) {
        int size = tap.inputs().bytes();
        ByteBuffer frames = ByteBuffer.allocate(2 * size);
        var encoder = new org.altercor.safety.frame.FrameEncoder(frames);
        encoder.encode(inputs);
        encoder.encode(outputs);
        ByteBuffer kept = ByteBuffer.allocate((number - 1) % CHECKPOINT == 0 ? size : 0);
        if (kept.hasRemaining()) {
            new org.altercor.safety.frame.FrameEncoder(kept).encode(state);
        }
        return Cycle.of(number, frames.flip(), kept.flip());
    }

    private boolean read(ByteBuffer payload) {
        return reader.read(payload, (number, frames, kept) -> read.add(Cycle.of(number, frames, kept)));
    }

    @Test
    void comeOutAsTheyWentInToTheBit() {
        for (int i = 0; i < 100; i++) {
            cycles(random.nextInt(12));
        }
        records.finish(payloads::add);

        assertThat(payloads).allSatisfy(payload -> assertThat(read(payload)).isTrue());
        assertThat(read).isEqualTo(told);
    }

    @Test
    void areInRecordsThatAreFullOrEndBeforeACheckpoint() {
        cycles(45);

        List<CyclesHeader> headers = payloads.stream().map(CyclesHeader::of).toList();
        assertThat(headers).extracting(CyclesHeader::count).containsExactly(7, 7, 6, 7, 7, 6);
        assertThat(headers)
                .extracting(CyclesHeader::isCheckpoint)
                .containsExactly(true, false, false, true, false, false);
        assertThat(headers).extracting(CyclesHeader::loop).containsOnly(Loop.SUPERVISOR);
        assertThat(headers.getLast().end()).isEqualTo(41);
    }

    @Test
    void behindAMissingRecordArePassedOverUpToTheNextCheckpoint() {
        cycles(45);
        payloads.remove(1);

        assertThat(payloads.stream().map(this::read)).containsExactly(true, false, true, true, true);
        assertThat(read)
                .isEqualTo(told.stream()
                        .filter(cycle -> cycle.number() <= 7 || (cycle.number() > 20 && cycle.number() <= 40))
                        .toList());
    }

    @Test
    void canBeReadFromACheckpointOnWithoutWhatWasBefore() {
        cycles(45);
        assertThat(read(payloads.get(3))).isTrue();
        assertThat(read(payloads.get(4))).isTrue();
        assertThat(read).isEqualTo(told.subList(20, 34));
    }

    @Test
    void thatWereCutShortOrChangedAreRefusedAndNotMadeUp() {
        cycles(7);
        ByteBuffer whole = payloads.getFirst();
        assertThatThrownBy(() -> read(whole.duplicate().limit(10))).hasMessage("cycles cut to 10 bytes");
        assertThatThrownBy(() -> read(whole.duplicate().limit(whole.limit() - 9)))
                .isInstanceOf(IllegalArgumentException.class);
        var other = new byte[whole.remaining()];
        whole.duplicate().get(other);
        other[0] = 9;
        assertThatThrownBy(() -> read(ByteBuffer.wrap(other)))
                .hasMessage("cycles of form 9; this version knows form 1");
        other[0] = 1;
        other[4] = 100;
        assertThatThrownBy(() -> read(ByteBuffer.wrap(other))).isInstanceOf(IllegalArgumentException.class);
        assertThat(read).isEmpty();
    }

    @Test
    void thatGoOnEvenlyTakeHardlyAnyRoom() {
        var even = new FrameTap<>(Loop.CONTROL, inputs, outputs, state, 1_000, 1 << 10);
        for (int i = 0; i < 1_000; i++) {
            inputs.time += 5_000_000;
            even.tell(inputs, outputs, state);
        }
        new CycleRecords(even, 1_000).take(payloads::add);
        int bytes = payloads.stream().mapToInt(ByteBuffer::remaining).sum();
        assertThat(bytes).isLessThan(1_000 * even.inputs().bytes() / 50);
    }
}
