package org.altercor.bench.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.altercor.hal.realtime.RealTime;
import org.altercor.hal.time.ThreadRole;
import org.junit.jupiter.api.Test;

class LoopBlockTest {
    private static final long PERIOD_NANOS = 250_000;
    private static final int ROUNDS = 300;

    /// Its thread then ends between two looks at it, and a meter has no count of a thread that has ended.
    @Test
    void aLoopThatFailsWhileTheMetersAreReadIsStillToldByNameAndReason() throws InterruptedException {
        int failed = 0;
        try (RealTime ordinary = RealTime.without("a unit test")) {
            var block = new LoopBlock(ordinary);
            TimedLoop broken = new TimedLoop("control", ThreadRole.CONTROL, PERIOD_NANOS, _ -> {
                throw new IllegalStateException("defect");
            });
            for (int round = 0; round < ROUNDS; round++) {
                try {
                    block.run(List.of(broken), PERIOD_NANOS, round * 1_000L);
                } catch (IllegalStateException e) {
                    failed++;
                    assertThat(e).hasMessageContaining("'control'").hasRootCauseMessage("defect");
                }
            }
        }
        assertThat(failed).isPositive();
    }
}
