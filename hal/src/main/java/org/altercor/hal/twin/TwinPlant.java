package org.altercor.hal.twin;

import java.util.List;
import org.altercor.hal.time.CyclicTask;

/// The twin's one task, a step each millisecond.
///
/// ```
/// outside world ─ outputs ─► drives ─► circuit ─► sensors
/// ```
///
/// Everything moves in this order and on this one thread, so that what it does depends on nothing else. Owner: the
/// twin's thread. Allocates nothing after construction.
public final class TwinPlant implements CyclicTask {
    /// Time between two steps.
    public static final long STEP_NANOS = 1_000_000;

    private final List<TwinStep> before;
    private final List<TwinDrive> drives;
    private final List<TwinStep> after;

    /// @param before what moves before the drives, in a fixed order; an annunciator after the run power that keeps
    ///     it quiet
    /// @param drives in a fixed order
    /// @param after  what moves after the drives, in a fixed order: circuit, then sensors
    public TwinPlant(List<? extends TwinStep> before, List<TwinDrive> drives, List<? extends TwinStep> after) {
        this.before = List.copyOf(before);
        this.drives = List.copyOf(drives);
        this.after = List.copyOf(after);
    }

    @Override
    public void cycle(long nowNanos) {
        for (int i = 0; i < before.size(); i++) {
            before.get(i).step(nowNanos);
        }
        for (int i = 0; i < drives.size(); i++) {
            drives.get(i).step(nowNanos, STEP_NANOS / 1e9);
        }
        for (int i = 0; i < after.size(); i++) {
            after.get(i).step(nowNanos);
        }
    }
}
