package org.altercor.safety.supervise;

import org.altercor.hal.port.AlarmSignal;
import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;

/// Which alarm sounds: the highest, unless the operator has paused the sound. A pause ends by its time, or by a new
/// alarm; light is never paused.
///
/// Pure; the state is exchanged as a frame. Allocates nothing.
final class AlarmVoice implements Frame {
    private final long pauseNanos;
    private long pausedSinceNanos;
    private boolean isPaused;
    private long heardAlarms;

    /// @param pauseNanos how long the sound may be paused
    AlarmVoice(long pauseNanos) {
        this.pauseNanos = pauseNanos;
    }

    /// The operator pauses the sound, or pauses it anew.
    void pause(long nowNanos) {
        isPaused = true;
        pausedSinceNanos = nowNanos;
    }

    /// What sounds now.
    ///
    /// @param highest of all alarms
    /// @param alarms  of all interlocks since start: when there are more, an alarm is new
    AlarmSignal sound(AlarmSignal highest, long alarms, long nowNanos) {
        if (alarms != heardAlarms || nowNanos - pausedSinceNanos >= pauseNanos) {
            isPaused = false;
        }
        heardAlarms = alarms;
        return isPaused ? AlarmSignal.SILENT : highest;
    }

    /// How long the sound is still paused; 0 when it is not.
    long pausedNanos(long nowNanos) {
        return isPaused ? pauseNanos - (nowNanos - pausedSinceNanos) : 0;
    }

    @Override
    public void exchange(FieldExchange fields) {
        pausedSinceNanos = fields.int64("pausedSinceNanos", pausedSinceNanos);
        isPaused = fields.flag("isPaused", isPaused);
        heardAlarms = fields.int64("heardAlarms", heardAlarms);
    }
}
