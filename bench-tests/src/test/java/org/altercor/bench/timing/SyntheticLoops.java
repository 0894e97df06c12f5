package org.altercor.bench.timing;

import java.util.List;
import org.altercor.hal.time.ThreadRole;

/// Two loops that touch some memory and decide nothing: stand-ins for the real ones in tests of the measurement
/// itself.
final class SyntheticLoops {
    private final double[] state = new double[4_096];
    private byte[] litter = new byte[0];

    static List<TimedLoop> pair() {
        return List.of(
                new TimedLoop("control", ThreadRole.CONTROL, 10_000_000, new SyntheticLoops()::work),
                new TimedLoop("supervisor", ThreadRole.SUPERVISOR, 5_000_000, new SyntheticLoops()::work));
    }

    /// One loop that allocates `bytes` in each cycle.
    static TimedLoop littering(int bytes) {
        SyntheticLoops loop = new SyntheticLoops();
        return new TimedLoop("littering", ThreadRole.CONTROL, 10_000_000, _ -> loop.litter = new byte[bytes]);
    }

    private void work(long nowNanos) {
        for (int i = 1; i < state.length; i++) {
            state[i] = 0.5 * (state[i - 1] + state[i]) + (nowNanos & 0xff);
        }
        state[0] = state[state.length - 1];
    }
}
