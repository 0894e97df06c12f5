package org.altercor.hal.twin;

import java.util.List;
import org.altercor.hal.time.CyclicTask;

/// The twin's one task: moves every output, then every shaft, then lets every probe look. One step a millisecond.
///
/// Owner: the twin's thread. Allocates nothing after construction.
public final class TwinPlant implements CyclicTask {
    /// Time between two steps.
    public static final long STEP_NANOS = 1_000_000;

    private final List<TwinOutput> outputs;
    private final List<TwinDrive> drives;
    private final List<TwinFlow> flows;

    /// @param outputs in a fixed order; an annunciator after the run power that keeps it quiet
    /// @param drives  in a fixed order
    /// @param flows   in a fixed order
    public TwinPlant(List<TwinOutput> outputs, List<TwinDrive> drives, List<TwinFlow> flows) {
        this.outputs = List.copyOf(outputs);
        this.drives = List.copyOf(drives);
        this.flows = List.copyOf(flows);
    }

    @Override
    public void cycle(long nowNanos) {
        for (int i = 0; i < outputs.size(); i++) {
            outputs.get(i).step(nowNanos);
        }
        for (int i = 0; i < drives.size(); i++) {
            drives.get(i).step(nowNanos, STEP_NANOS / 1e9);
        }
        for (int i = 0; i < flows.size(); i++) {
            flows.get(i).step(nowNanos);
        }
    }
}
