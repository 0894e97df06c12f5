package org.altercor.safety.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.BufferOverflowException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.altercor.config.Machine;
import org.altercor.config.load.Checked;
import org.altercor.config.load.MachineFiles;
import org.altercor.hal.port.Reading;
import org.altercor.hal.port.SwitchReading;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.supervise.Beat;
import org.altercor.safety.supervise.BeatWatch;
import org.altercor.safety.supervise.ControlSnapshot;
import org.altercor.safety.supervise.OperatorOrders;
import org.altercor.safety.supervise.SafetyReport;
import org.altercor.safety.supervise.SupervisorCore;
import org.altercor.safety.supervise.SupervisorInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrameCodecTest {
    /// One reading of each kind in a frame of its own.
    private static final class Readings implements Frame {
        private final Reading reading = new Reading();
        private final SwitchReading contact = new SwitchReading();
        private int count;

        @Override
        public void exchange(FieldExchange fields) {
            ReadingFields.exchange(fields, "reading", 0, reading);
            ReadingFields.exchange(fields, "contact", 0, contact);
            count = fields.int32("count", count);
        }
    }

    private static final Machine MACHINE = ((Checked.Whole)
                    new MachineFiles(LocalDate.of(2026, 11, 23)).machine("adult-bypass-centrifugal"))
            .machine();
    private static final MachineLayout LAYOUT = MachineLayout.of(MACHINE);

    static Stream<Supplier<Frame>> everyKindOfFrame() {
        return Stream.of(
                Beat::new,
                () -> new BeatWatch(1),
                () -> new ControlSnapshot(6),
                () -> new SafetyReport(6, 1, 1, 20, List.of()),
                () -> new SupervisorInputs(LAYOUT, 3),
                () -> new SupervisorCore(MACHINE, LAYOUT),
                () -> new OperatorOrders(6, 3),
                Readings::new);
    }

    @ParameterizedTest(name = "[{index}]")
    @MethodSource("everyKindOfFrame")
    void whatWasWrittenIsReadBackToTheBit(Supplier<Frame> kind) {
        for (long seed = 1; seed <= 200; seed++) {
            Frame written = kind.get();
            written.exchange(new RandomFields(seed));
            byte[] once = encode(written);

            Frame read = kind.get();
            new FrameDecoder(ByteBuffer.wrap(once)).decode(read);

            assertThat(FrameDifference.first(FrameLayout.of(read), once, encode(read)))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @ParameterizedTest(name = "[{index}]")
    @MethodSource("everyKindOfFrame")
    void theLayoutDoesNotDependOnTheValues(Supplier<Frame> kind) {
        Frame fresh = kind.get();
        Frame filled = kind.get();
        filled.exchange(new RandomFields(7));
        assertThat(FrameLayout.of(filled)).isEqualTo(FrameLayout.of(fresh));
        assertThat(encode(filled)).hasSize(FrameLayout.of(fresh).bytes());
    }

    @ParameterizedTest(name = "[{index}]")
    @MethodSource("everyKindOfFrame")
    void everyFieldHasANameOfItsOwn(Supplier<Frame> kind) {
        List<FrameLayout.Field> fields = FrameLayout.of(kind.get()).fields();
        var names = new HashSet<String>();
        for (FrameLayout.Field field : fields) {
            assertThat(names.add(field.name())).as(field.name()).isTrue();
        }
    }

    @Test
    void aLayoutWithAnotherNumberOfPumpsHasAnotherFingerprint() {
        long six = FrameLayout.of(new SafetyReport(6, 1, 1, 20, List.of())).fingerprint();
        long five = FrameLayout.of(new SafetyReport(5, 1, 1, 20, List.of())).fingerprint();
        assertThat(six)
                .isNotEqualTo(five)
                .isEqualTo(
                        FrameLayout.of(new SafetyReport(6, 1, 1, 20, List.of())).fingerprint());
    }

    @Test
    void theFirstDifferenceIsNamedWithBothValues() {
        var expected = new ControlSnapshot(3);
        var actual = new ControlSnapshot(3);
        expected.commandedRpm[1] = 100.0;
        actual.commandedRpm[1] = Math.nextUp(100.0);
        actual.requestId[2] = 9;

        assertThat(FrameDifference.first(FrameLayout.of(expected), encode(expected), encode(actual)))
                .contains(new FrameDifference("pump[1].commandedRpm", "100.0", "100.00000000000001"));
    }

    @Test
    void minusZeroAndZeroAreADifferenceBecauseReplayIsExact() {
        var expected = new ControlSnapshot(1);
        var actual = new ControlSnapshot(1);
        actual.targetRpm[0] = -0.0;
        assertThat(FrameDifference.first(FrameLayout.of(expected), encode(expected), encode(actual)))
                .map(FrameDifference::field)
                .contains("pump[0].targetRpm");
    }

    @Test
    void framesOfAnotherLengthAreNotCompared() {
        FrameLayout layout = FrameLayout.of(new ControlSnapshot(1));
        byte[] right = new byte[layout.bytes()];
        assertThatThrownBy(() -> FrameDifference.first(layout, right, new byte[right.length - 1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("layout of " + layout.bytes() + " bytes");
    }

    @Test
    void aBufferThatIsTooSmallOrTooShortIsAnErrorAndNotACutFrame() {
        var report = new SafetyReport(2, 1, 1, 20, List.of());
        int bytes = FrameLayout.of(report).bytes();
        assertThatThrownBy(() -> new FrameEncoder(ByteBuffer.allocate(bytes - 1)).encode(report))
                .isInstanceOf(BufferOverflowException.class);
        assertThatThrownBy(() -> new FrameDecoder(ByteBuffer.allocate(bytes - 1)).decode(report))
                .isInstanceOf(BufferUnderflowException.class);
    }

    static byte[] encode(Frame frame) {
        ByteBuffer buffer = ByteBuffer.allocate(FrameLayout.of(frame).bytes());
        new FrameEncoder(buffer).encode(frame);
        return buffer.array();
    }
}
