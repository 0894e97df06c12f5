package org.altercor.safety.supervise;

import org.altercor.hal.port.SwitchReading;
import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;
import org.altercor.safety.frame.ReadingFields;
import org.altercor.safety.observe.MachineLayout;

/// What the supervisor's outputs say of themselves: a command that was given is not yet done.
///
/// In the order of the machine's [MachineLayout]. A bag without an invariant; a new one knows nothing. Owner: one
/// thread. `exchange` allocates nothing.
public final class OutputsLook implements Frame {
    public final ClampLook[] clamps;

    /// Active while a drive's torque is cut.
    public final SwitchReading[] stoTripped;

    /// Active while run power is there.
    public final SwitchReading[] runPowered;

    /// A look of the shape of a machine.
    public OutputsLook(MachineLayout layout) {
        clamps = new ClampLook[layout.clamps().size()];
        for (int i = 0; i < clamps.length; i++) {
            clamps[i] = new ClampLook();
        }
        stoTripped = switches(layout.stos().size());
        runPowered = switches(layout.runPowers().size());
    }

    private static SwitchReading[] switches(int count) {
        var readings = new SwitchReading[count];
        for (int i = 0; i < count; i++) {
            readings[i] = new SwitchReading();
        }
        return readings;
    }

    @Override
    public void exchange(FieldExchange fields) {
        for (int i = 0; i < clamps.length; i++) {
            fields.part("clamp", i, clamps[i]);
        }
        for (int i = 0; i < stoTripped.length; i++) {
            ReadingFields.exchange(fields, "stoTripped", i, stoTripped[i]);
        }
        for (int i = 0; i < runPowered.length; i++) {
            ReadingFields.exchange(fields, "runPowered", i, runPowered[i]);
        }
    }
}
