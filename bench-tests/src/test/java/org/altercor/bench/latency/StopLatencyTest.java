package org.altercor.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.altercor.bench.peer.Peers;
import org.altercor.hal.realtime.RealTime;
import org.junit.jupiter.api.Test;

class StopLatencyTest {
    /// Counts and order only: this machine promises no times.
    @Test
    void everyStopDemandedReachesTheDriveAndNothingOvertakesItThoughASlaveIsDead() throws IOException {
        Peers.requireModbusPeer();
        long seed = System.nanoTime();
        try (StopLatency latency = new StopLatency(seed, RealTime.without("a test of counts and order"))) {
            latency.measure(60);
            assertThat(latency.lost()).as("seed %d", seed).isZero();
            assertThat(latency.overtaken()).as("seed %d", seed).isZero();
            assertThat(latency.arrived()).isEqualTo(60);
            assertThat(latency.deadSlaveTimeouts()).isPositive();
        }
    }
}
