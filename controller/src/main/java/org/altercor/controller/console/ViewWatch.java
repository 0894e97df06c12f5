package org.altercor.controller.console;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.supervise.PumpMode;

/// Knows which pictures were on a screen when, and which of them have been overtaken: by time, or by something that
/// whoever touched it could not have seen.
///
/// Any thread; waits only for itself.
final class ViewWatch {
    /// Oldest picture, and oldest touch, that an act may come from. A browser that hung delivers touches late.
    static final long OLDEST_NANOS = 2_000_000_000;

    private static final int KEPT = 64;
    private static final String NOBODY = "";

    private record Change(long frame, String screen) {
        static final Change NONE = new Change(0, NOBODY);
    }

    private final MachineLayout layout;
    private final long[] drawnNanos = new long[KEPT];
    private final Change[] changes;
    private List<ScreenState.PumpState> before = List.of();
    private Set<String> alarmsBefore = Set.of();
    private long newest;
    private long newAlarmFrame;

    ViewWatch(MachineLayout layout) {
        this.layout = layout;
        changes = new Change[layout.pumps().size()];
        Arrays.fill(changes, Change.NONE);
    }

    /// A picture was drawn.
    synchronized void drawn(ScreenState state, long nowNanos) {
        newest = state.frame();
        drawnNanos[(int) (newest % KEPT)] = nowNanos;
        for (int i = 0; i < before.size(); i++) {
            ScreenState.PumpState was = before.get(i);
            ScreenState.PumpState is = state.pumps().get(i);
            if (!was.stop().equals(is.stop()) || (isStopped(is) && !isStopped(was))) {
                changes[layout.pumps().indexOf(is.name())] = new Change(newest, NOBODY);
            }
        }
        before = state.pumps();
        Set<String> alarms = new HashSet<>();
        state.alarms().forEach(alarm -> alarms.add(alarm.code() + alarm.state()));
        if (!alarmsBefore.containsAll(alarms)) {
            newAlarmFrame = newest;
        }
        alarmsBefore = alarms;
    }

    private static boolean isStopped(ScreenState.PumpState pump) {
        return pump.mode().equals(PumpMode.STOPPED.word());
    }

    /// A screen changed what is asked of a pump.
    synchronized void changed(String pump, String screen) {
        changes[layout.pumps().indexOf(pump)] = new Change(newest + 1, screen);
    }

    /// Whether a picture is too old to act on.
    synchronized boolean isTooOld(long frame, long nowNanos) {
        return frame <= 0
                || frame > newest
                || newest - frame >= KEPT
                || nowNanos - drawnNanos[(int) (frame % KEPT)] > OLDEST_NANOS;
    }

    /// Whether somebody else, or the machine itself, has changed a pump since a picture was drawn.
    synchronized boolean isOvertaken(String pump, long frame, String screen) {
        Change change = changes[layout.pumps().indexOf(pump)];
        return frame < change.frame() && !change.screen().equals(screen);
    }

    /// Whether an alarm has come since a picture was drawn.
    synchronized boolean misses(long frame) {
        return frame < newAlarmFrame;
    }
}
