package org.altercor.safety.event;

import java.util.Arrays;
import org.altercor.safety.supervise.Answer;
import org.altercor.safety.supervise.ControlSnapshot;
import org.altercor.safety.supervise.Limiter;
import org.altercor.safety.supervise.PumpMode;

/// Tells the events out of the control loop's snapshots: what differs from the one before.
///
/// Owner: the control loop's thread. Allocates nothing after construction.
public final class SnapshotEvents {
    private final EventRing ring;
    private final PumpMode[] mode;
    private final long[] requestId;
    private final Limiter[] limiter;
    private boolean supervisorAlive;

    /// @param pumps number of pumps of the machine
    /// @param ring  where events go
    public SnapshotEvents(int pumps, EventRing ring) {
        this.ring = ring;
        mode = new PumpMode[pumps];
        Arrays.fill(mode, PumpMode.STOPPED);
        requestId = new long[pumps];
        limiter = new Limiter[pumps];
        Arrays.fill(limiter, Limiter.NONE);
    }

    /// Compares a snapshot with the one before, and keeps what it needs for the next.
    public void tell(ControlSnapshot now) {
        long nanos = now.nowNanos;
        for (int pump = 0; pump < mode.length; pump++) {
            if (now.requestId[pump] != requestId[pump] && now.answer[pump] != Answer.NONE) {
                ring.offer(nanos, EventKind.ANSWER, pump, now.answer[pump].code(), now.requestId[pump]);
            }
            if (now.mode[pump] != mode[pump]) {
                ring.offer(nanos, EventKind.MODE, pump, now.mode[pump].code(), 0);
            }
            if (now.limiter[pump] != limiter[pump]) {
                ring.offer(nanos, EventKind.LIMIT, pump, now.limiter[pump].code(), 0);
            }
            requestId[pump] = now.requestId[pump];
            mode[pump] = now.mode[pump];
            limiter[pump] = now.limiter[pump];
        }
        if (now.supervisorAlive != supervisorAlive) {
            ring.offer(nanos, EventKind.SUPERVISOR, 0, now.supervisorAlive ? 1 : 0, 0);
            supervisorAlive = now.supervisorAlive;
        }
    }
}
