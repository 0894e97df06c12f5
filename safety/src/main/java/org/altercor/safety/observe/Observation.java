package org.altercor.safety.observe;

import org.altercor.hal.port.Reading;
import org.altercor.hal.port.SwitchReading;
import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;
import org.altercor.safety.frame.ReadingFields;

/// Every drive and sensor as a loop saw it in one cycle, in the order of the machine's [MachineLayout].
///
/// A bag without an invariant; a new one knows nothing. Owner: one thread. `exchange` allocates nothing.
public final class Observation implements Frame {
    public final DriveLook[] drives;
    public final Reading[] values;
    public final SwitchReading[] switches;

    /// An observation of the shape of a machine.
    public Observation(MachineLayout layout) {
        drives = new DriveLook[layout.pumps().size()];
        for (int i = 0; i < drives.length; i++) {
            drives[i] = new DriveLook();
        }
        values = new Reading[layout.values().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = new Reading();
        }
        switches = new SwitchReading[layout.switches().size()];
        for (int i = 0; i < switches.length; i++) {
            switches[i] = new SwitchReading();
        }
    }

    @Override
    public void exchange(FieldExchange fields) {
        for (int i = 0; i < drives.length; i++) {
            fields.part("drive", i, drives[i]);
        }
        for (int i = 0; i < values.length; i++) {
            ReadingFields.exchange(fields, "value", i, values[i]);
        }
        for (int i = 0; i < switches.length; i++) {
            ReadingFields.exchange(fields, "switch", i, switches[i]);
        }
    }
}
