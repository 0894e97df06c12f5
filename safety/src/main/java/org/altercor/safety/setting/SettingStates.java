package org.altercor.safety.setting;

import java.util.Arrays;
import java.util.List;
import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;

/// The settings in force, and what became of the newest order of each. Owner: one thread.
public final class SettingStates implements Frame {
    /// Value in force of each slot, in its unit.
    public final double[] value;

    /// Number of the newest order that was judged.
    public final long[] number;

    /// What became of it.
    public final SettingAnswer[] answer;

    /// Belongs to the answer; see there.
    public final double[] detail;

    /// States of the slots of a machine, as they are before anybody sets anything.
    public SettingStates(List<SettingSlot> slots) {
        value = slots.stream().mapToDouble(SettingSlot::initial).toArray();
        number = new long[value.length];
        answer = new SettingAnswer[value.length];
        Arrays.fill(answer, SettingAnswer.NONE);
        detail = new double[value.length];
    }

    @Override
    public void exchange(FieldExchange fields) {
        for (int slot = 0; slot < value.length; slot++) {
            fields.enter("setting", slot);
            value[slot] = fields.float64("value", value[slot]);
            number[slot] = fields.int64("number", number[slot]);
            answer[slot] = SettingAnswer.ofCode(fields.int8("answer", answer[slot].code()));
            detail[slot] = fields.float64("detail", detail[slot]);
            fields.leave();
        }
    }
}
