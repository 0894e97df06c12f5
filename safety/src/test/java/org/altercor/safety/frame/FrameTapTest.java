package org.altercor.safety.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameTapTest {
    /// A frame of one number.
    private static final class Count implements Frame {
        long value;

        @Override
        public void exchange(FieldExchange fields) {
            value = fields.int64("value", value);
        }
    }

    /// A cycle as the recorder gets it.
    private record Taken(long cycle, boolean hasState, List<Long> numbers) {}

    private final Count inputs = new Count();
    private final Count outputs = new Count();
    private final Count state = new Count();
    private final FrameTap<Count, Count> tap = new FrameTap<>(Loop.CONTROL, inputs, outputs, state, 3, 8);

    private void cycles(int count) {
        for (int i = 0; i < count; i++) {
            inputs.value++;
            outputs.value = 10 * inputs.value;
            state.value = 100 * inputs.value;
            tap.tell(inputs, outputs, state);
        }
    }

    private List<Taken> take() {
        List<Taken> taken = new ArrayList<>();
        tap.drain((cycle, hasState, bytes) -> {
            List<Long> numbers = new ArrayList<>();
            ByteBuffer all = bytes.duplicate().order(java.nio.ByteOrder.LITTLE_ENDIAN);
            while (all.hasRemaining()) {
                numbers.add(all.getLong());
            }
            taken.add(new Taken(cycle, hasState, numbers));
        });
        return taken;
    }

    @Test
    void eachCycleComesOnceAndTheFirstAndEveryThirdCarriesTheState() {
        cycles(4);
        assertThat(take())
                .containsExactly(
                        new Taken(1, true, List.of(1L, 10L, 100L)),
                        new Taken(2, false, List.of(2L, 20L)),
                        new Taken(3, false, List.of(3L, 30L)),
                        new Taken(4, true, List.of(4L, 40L, 400L)));
        assertThat(take()).isEmpty();
        assertThat(tap.takeLost()).isZero();
    }

    @Test
    void whenNobodyTakesThemTheNewestAreLostAndCountedAndTheNextCarriesTheState() {
        cycles(13);
        assertThat(take()).extracting(Taken::cycle).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(tap.takeLost()).isEqualTo(5);
        assertThat(tap.takeLost()).isZero();

        cycles(2);
        assertThat(take())
                .containsExactly(
                        new Taken(14, true, List.of(14L, 140L, 1_400L)), new Taken(15, false, List.of(15L, 150L)));
    }

    @Test
    void whatIsTakenInTimeIsNeverLost() {
        for (int i = 0; i < 50; i++) {
            cycles(8);
            assertThat(take()).hasSize(8);
        }
        assertThat(tap.takeLost()).isZero();
    }

    @Test
    void aCapacityThatIsNoPowerOfTwoIsRefused() {
        assertThatThrownBy(() -> new FrameTap<>(Loop.CONTROL, inputs, outputs, state, 3, 6))
                .hasMessageContaining("not a power of two: 6");
    }
}
