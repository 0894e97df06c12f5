package org.altercor.safety.supervise;

import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;
import org.altercor.safety.setting.SettingOrders;

/// What the operator asks of the supervisor itself, past the control loop: a loop that hangs cannot swallow a stop.
///
/// Every order is a counter: an order is new when its number differs from the one seen last, so that none is lost
/// between two looks and none is obeyed twice. A bag without an invariant; owner: one thread.
public final class OperatorOrders implements Frame {
    /// Orders to stop each pump, in the machine's order.
    public final long[] stops;

    /// Orders to reset latches whose cause is gone.
    public long resets;

    /// Orders to pause the sound.
    public long pauses;

    /// Orders that say: seen.
    public long acknowledgements;

    /// Orders to change a setting.
    public final SettingOrders settings;

    /// @param pumps    number of pumps of the machine
    /// @param settings number of its setting slots
    public OperatorOrders(int pumps, int settings) {
        stops = new long[pumps];
        this.settings = new SettingOrders(settings);
    }

    @Override
    public void exchange(FieldExchange fields) {
        for (int pump = 0; pump < stops.length; pump++) {
            fields.enter("pump", pump);
            stops[pump] = fields.int64("stops", stops[pump]);
            fields.leave();
        }
        resets = fields.int64("resets", resets);
        pauses = fields.int64("pauses", pauses);
        acknowledgements = fields.int64("acknowledgements", acknowledgements);
        fields.part("settings", settings);
    }
}
