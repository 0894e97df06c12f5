package org.altercor.safety.supervise;

import org.altercor.hal.port.MeasuredClamp;
import org.altercor.hal.port.Reading;
import org.altercor.hal.port.SwitchReading;
import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;
import org.altercor.safety.frame.ReadingFields;

/// One look at a line clamp. A new one knows nothing. Owner: one thread. Allocates nothing.
public final class ClampLook implements Frame {
    /// Oldest position that still counts as known. Our own judgement: as a quick sensor.
    public static final long POSITION_AGE_NANOS = 200_000_000;

    /// Measured position in percent: 0 open, 100 closed.
    public final Reading closedPercent = new Reading();

    /// Active while the jaw travels.
    public final SwitchReading moving = new SwitchReading();

    /// Looks at a clamp.
    void look(MeasuredClamp clamp) {
        clamp.readClosedPercent(closedPercent);
        clamp.readMoving(moving);
    }

    /// Whether the line is known to be shut.
    public boolean isShut(long nowNanos) {
        return isKnown(nowNanos) && closedPercent.value() >= MeasuredClamp.SHUT_FROM_PERCENT;
    }

    /// Whether the line is known to be open. Not the opposite of [#isShut]: on the way, and without a measurement,
    /// it is neither.
    public boolean isOpen(long nowNanos) {
        return isKnown(nowNanos) && closedPercent.value() <= MeasuredClamp.OPEN_TO_PERCENT;
    }

    /// Whether its position is known.
    public boolean isKnown(long nowNanos) {
        return closedPercent.isUsable(nowNanos, POSITION_AGE_NANOS);
    }

    @Override
    public void exchange(FieldExchange fields) {
        ReadingFields.exchange(fields, "closedPercent", 0, closedPercent);
        ReadingFields.exchange(fields, "moving", 0, moving);
    }
}
