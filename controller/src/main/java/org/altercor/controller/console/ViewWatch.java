package org.altercor.controller.console;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
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

    /// Who changed a pump last, and who other than that did before.
    private static final class Changes {
        private long frame;
        private String screen = NOBODY;
        private long frameOfOthers;

        void add(long newFrame, String newScreen) {
            if (!newScreen.equals(screen)) {
                frameOfOthers = frame;
            }
            frame = newFrame;
            screen = newScreen;
        }

        boolean isByOthersAfter(long since, String own) {
            return since < (screen.equals(own) ? frameOfOthers : frame);
        }
    }

    private final MachineLayout layout;
    private final long[] drawnNanos = new long[KEPT];
    private final Changes[] changes;

    /// Requests that came from a screen and were not yet on a picture, for each pump.
    private final List<Set<Long>> fromScreens = new ArrayList<>();

    private List<ScreenState.PumpState> before = List.of();
    private Set<String> alarmsBefore = Set.of();
    private long newest;
    private long newAlarmFrame;

    ViewWatch(MachineLayout layout) {
        this.layout = layout;
        changes = new Changes[layout.pumps().size()];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = new Changes();
            fromScreens.add(new HashSet<>());
        }
    }

    /// A picture was drawn.
    synchronized void drawn(ScreenState state, long nowNanos) {
        newest = state.frame();
        drawnNanos[(int) (newest % KEPT)] = nowNanos;
        for (int i = 0; i < before.size(); i++) {
            ScreenState.PumpState was = before.get(i);
            ScreenState.PumpState is = state.pumps().get(i);
            int pump = layout.pumps().indexOf(is.name());
            boolean isByItself = !was.mode().equals(is.mode()) && was.request() == is.request();
            boolean isStop = !was.stop().equals(is.stop()) || (isStopped(is) && !isStopped(was));
            if (isByItself || isStop || isAskedElsewhere(pump, was.request(), is.request())) {
                changes[pump].add(newest, NOBODY);
            }
            fromScreens.get(pump).removeIf(request -> request <= is.request());
        }
        before = state.pumps();
        Set<String> alarms = new HashSet<>();
        state.alarms().forEach(alarm -> alarms.add(alarm.code() + alarm.state()));
        if (!alarmsBefore.containsAll(alarms)) {
            newAlarmFrame = newest;
        }
        alarmsBefore = alarms;
    }

    /// Whether any of the requests after one and up to another came from a knob, or from whoever else acts without a
    /// screen.
    private boolean isAskedElsewhere(int pump, long after, long upTo) {
        Set<Long> known = fromScreens.get(pump);
        return LongStream.rangeClosed(after + 1, upTo).anyMatch(request -> !known.contains(request));
    }

    private static boolean isStopped(ScreenState.PumpState pump) {
        return pump.mode().equals(PumpMode.STOPPED.word());
    }

    /// A screen changes what is asked of a pump.
    ///
    /// @param asking asks, and gives the number of the request; no picture is looked at meanwhile
    /// @return that number
    synchronized long ask(String pump, String screen, LongSupplier asking) {
        int index = layout.pumps().indexOf(pump);
        long request = asking.getAsLong();
        fromScreens.get(index).add(request);
        changes[index].add(newest + 1, screen);
        return request;
    }

    /// Whether a picture is too old to act on.
    synchronized boolean isTooOld(long frame, long nowNanos) {
        return frame <= 0
                || frame > newest
                || newest - frame >= KEPT
                || nowNanos - drawnNanos[(int) (frame % KEPT)] > OLDEST_NANOS;
    }

    /// Whether somebody else, a knob or the machine itself has changed a pump since a picture was drawn.
    ///
    /// @param request number of the newest request judged for it, which may be on no picture yet
    synchronized boolean isOvertaken(String pump, long frame, String screen, long request) {
        int index = layout.pumps().indexOf(pump);
        return changes[index].isByOthersAfter(frame, screen) || isAskedElsewhere(index, drawnRequest(pump), request);
    }

    private long drawnRequest(String pump) {
        return before.stream()
                .filter(each -> each.name().equals(pump))
                .mapToLong(ScreenState.PumpState::request)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    /// Whether an alarm has come since a picture was drawn.
    synchronized boolean misses(long frame) {
        return frame < newAlarmFrame;
    }
}
