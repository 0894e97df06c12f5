package org.altercor.hal.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TwinSqueezeTest {
    private double jawPercent;
    private final List<Double> squeezed = new ArrayList<>();
    private final TwinSqueeze squeeze = new TwinSqueeze(() -> jawPercent, squeezed::add);

    @Test
    void aJawThatMovesTakesTheTubeWithIt() {
        jawPercent = 30;
        squeeze.step(1);
        jawPercent = 100;
        squeeze.step(2);
        jawPercent = 0;
        squeeze.step(3);
        assertThat(squeezed).containsExactly(30.0, 100.0, 0.0);
    }

    @Test
    void aJawThatRestsLeavesTheTubeToTheHandOfATrainer() {
        squeeze.step(1);
        assertThat(squeezed).isEmpty();
        jawPercent = 100;
        squeeze.step(2);
        squeeze.step(3);
        squeeze.step(4);
        assertThat(squeezed).containsExactly(100.0);
    }

    @Test
    void aClampThatIsFoundShutSqueezesFromTheFirstStep() {
        jawPercent = 100;
        squeeze.step(1);
        assertThat(squeezed).containsExactly(100.0);
    }
}
