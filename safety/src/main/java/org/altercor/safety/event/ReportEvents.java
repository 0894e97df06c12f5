package org.altercor.safety.event;

import java.nio.ByteBuffer;
import org.altercor.safety.frame.FrameDecoder;
import org.altercor.safety.frame.FrameEncoder;
import org.altercor.safety.frame.FrameLayout;
import org.altercor.safety.setting.SettingAnswer;
import org.altercor.safety.supervise.InterlockState;
import org.altercor.safety.supervise.SafetyReport;

/// Tells the events out of the supervisor's reports: what differs from the one before.
///
/// Owner: the supervisor's thread. Allocates nothing after construction.
public final class ReportEvents {
    private final EventRing ring;
    private final SafetyReport before;
    private final FrameEncoder encoder;
    private final FrameDecoder decoder;
    private final ByteBuffer copy;

    /// @param blank a report of the shape of the machine, kept
    /// @param ring  where events go
    public ReportEvents(SafetyReport blank, EventRing ring) {
        before = blank;
        this.ring = ring;
        copy = ByteBuffer.allocate(FrameLayout.of(blank).bytes());
        encoder = new FrameEncoder(copy);
        decoder = new FrameDecoder(copy);
    }

    /// Compares a report with the one before, and keeps it for the next.
    public void tell(SafetyReport now) {
        long nanos = now.nowNanos;
        for (int i = 0; i < now.interlock.length; i++) {
            if (matters(before.interlock[i], now.interlock[i])) {
                ring.offer(nanos, EventKind.INTERLOCK, i, now.interlock[i].code(), now.trips[i]);
            }
            if (now.acknowledged[i] && !before.acknowledged[i]) {
                ring.offer(nanos, EventKind.ACKNOWLEDGED, i, 1, 0);
            }
        }
        for (int i = 0; i < now.stop.length; i++) {
            if (now.stop[i] != before.stop[i]) {
                ring.offer(nanos, EventKind.STOP, i, now.stop[i].code(), now.cause[i]);
            }
        }
        for (int i = 0; i < now.clampClosed.length; i++) {
            if (now.clampTold[i] && (!before.clampTold[i] || now.clampClosed[i] != before.clampClosed[i])) {
                ring.offer(nanos, EventKind.CLAMP, i, now.clampClosed[i] ? 1 : 0, 0);
            }
        }
        for (int i = 0; i < now.stoTripped.length; i++) {
            if (now.stoTripped[i] != before.stoTripped[i]) {
                ring.offer(nanos, EventKind.POWER, i, now.stoTripped[i] ? 1 : 0, 0);
            }
        }
        if (now.runPower != before.runPower) {
            ring.offer(nanos, EventKind.RUN_POWER, 0, now.runPower ? 1 : 0, 0);
        }
        if (now.resets != before.resets) {
            ring.offer(nanos, EventKind.RESET, 0, now.latchesLeft, 0);
        }
        if (now.pausedNanos > 0 != before.pausedNanos > 0) {
            ring.offer(nanos, EventKind.SOUND_PAUSE, 0, now.pausedNanos > 0 ? 1 : 0, 0);
        }
        tellSettings(now);
        copy.clear();
        encoder.encode(now);
        copy.flip();
        decoder.decode(before);
    }

    private void tellSettings(SafetyReport now) {
        for (int i = 0; i < now.settings.number.length; i++) {
            SettingAnswer answer = now.settings.answer[i];
            if (now.settings.number[i] == before.settings.number[i] && answer == before.settings.answer[i]) {
                continue;
            }
            switch (answer) {
                case NONE, TAKING -> {} // not asked, or told when there is an answer
                case ACCEPTED -> {
                    long was = Double.doubleToRawLongBits(before.settings.value[i]);
                    ring.offer(now.nowNanos, EventKind.SETTING, i, now.settings.value[i], was);
                }
                case NOT_A_NUMBER,
                        OUT_OF_RANGE,
                        NOT_WHILE_TURNING,
                        ONLY_SAFER_WHILE_TURNING,
                        SENSOR_UNKNOWN,
                        UNSTEADY,
                        LINE_OPEN,
                        BENCH_ONLY -> ring.offer(now.nowNanos, EventKind.SETTING_REFUSED, i, answer.code(), 0);
            }
        }
    }

    /// A cause that came and went within its debounce is no event.
    private static boolean matters(InterlockState before, InterlockState now) {
        return before != now && !(isQuiet(before) && isQuiet(now));
    }

    private static boolean isQuiet(InterlockState state) {
        return state == InterlockState.CLEAR || state == InterlockState.PENDING;
    }
}
