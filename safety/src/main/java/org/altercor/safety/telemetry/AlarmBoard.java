package org.altercor.safety.telemetry;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.altercor.config.Machine;
import org.altercor.safety.interlock.Duty;
import org.altercor.safety.interlock.InterlockInstance;
import org.altercor.safety.interlock.Response;
import org.altercor.safety.supervise.InterlockState;

/// What the broker keeps of each alarm, and which of that is out of date.
///
/// A new connection knows nothing: everything is told again, so that what happened meanwhile is put right. Owner: one
/// thread.
final class AlarmBoard {
    private final List<InterlockInstance> alarms;
    private final boolean[] minds; // whether not knowing is an alarm too
    private final Standing[] told;
    private final Deque<Integer> due = new ArrayDeque<>();

    /// @param index of the alarm
    /// @param is    how it stands
    record Changed(int index, Standing is) {}

    /// @param standing  what is told
    /// @param condition state of its interlock, in a word
    /// @param ageNanos  how long it has stood so; negative when that is not known
    /// @param trips     how often it came: one that went and came again between two looks is new
    record Standing(AlarmStanding standing, String condition, long ageNanos, long trips) {
        private static final Standing NOT_TOLD = new Standing(AlarmStanding.UNKNOWN, "", -1, -1);

        private boolean isAs(Standing other) {
            return standing == other.standing && condition.equals(other.condition) && trips == other.trips;
        }
    }

    AlarmBoard(Machine machine, List<InterlockInstance> alarms) {
        this.alarms = List.copyOf(alarms);
        minds = new boolean[alarms.size()];
        for (int i = 0; i < minds.length; i++) {
            minds[i] = mindsNotKnowing(machine, alarms.get(i));
        }
        told = new Standing[alarms.size()];
        forget();
    }

    private static boolean mindsNotKnowing(Machine machine, InterlockInstance alarm) {
        return alarm.pumps().stream()
                .map(name -> machine.pump(name).orElseThrow())
                .anyMatch(pump -> alarm.interlock().on(Duty.of(pump)).onUnknown() != Response.NONE);
    }

    /// Nothing is told to anybody any more.
    void forget() {
        Arrays.fill(told, Standing.NOT_TOLD);
        due.clear();
    }

    /// Finds what is out of date.
    void look(MachineLook look) {
        due.clear();
        for (int i = 0; i < told.length; i++) {
            if (!standing(look, i).isAs(told[i])) {
                due.addLast(i);
            }
        }
    }

    /// The next one to tell, the most urgent first.
    Optional<Changed> next(MachineLook look) {
        return due.stream()
                .max((one, other) -> alarms.get(one)
                        .interlock()
                        .priority()
                        .compareTo(alarms.get(other).interlock().priority()))
                .map(index -> new Changed(index, standing(look, index)));
    }

    /// It was told.
    void told(Changed changed) {
        told[changed.index()] = changed.is();
        due.remove(changed.index());
    }

    private Standing standing(MachineLook look, int i) {
        if (!look.isReportFresh()) {
            return new Standing(AlarmStanding.UNKNOWN, "unknown", -1, 0);
        }
        InterlockState state = look.report.interlock[i];
        boolean isActive = switch (state) {
            case ACTIVE, LATCHED -> true;
            case UNKNOWN -> minds[i];
            case CLEAR, PENDING -> false;
        };
        String condition = isActive ? state.name().toLowerCase(Locale.ROOT) : "clear";
        AlarmStanding standing = AlarmStanding.CLEARED;
        if (isActive) {
            standing = look.report.acknowledged[i] ? AlarmStanding.ACKNOWLEDGED : AlarmStanding.ACTIVE;
        }
        return new Standing(standing, condition, look.nowNanos - look.report.sinceNanos[i], look.report.trips[i]);
    }
}
