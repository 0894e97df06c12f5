package org.altercor.safety.setting;

import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;

/// What the operator wants set: a numbered wish for each slot. An order is new when its number differs from the one
/// seen
/// last. A bag without an invariant; owner: one thread.
public final class SettingOrders implements Frame {
    /// Number of the newest order of each slot; 0 before the first.
    public final long[] number;

    /// The value that it wants, in the unit of the slot; for a zero, which is measured, any number. No number takes
    /// back what was ordered before and not judged.
    public final double[] value;

    /// @param slots number of slots of the machine
    public SettingOrders(int slots) {
        number = new long[slots];
        value = new double[slots];
    }

    @Override
    public void exchange(FieldExchange fields) {
        for (int slot = 0; slot < number.length; slot++) {
            fields.enter("order", slot);
            number[slot] = fields.int64("number", number[slot]);
            value[slot] = fields.float64("value", value[slot]);
            fields.leave();
        }
    }
}
