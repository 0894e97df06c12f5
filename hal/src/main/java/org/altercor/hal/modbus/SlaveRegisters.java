package org.altercor.hal.modbus;

import org.altercor.config.rig.RegisterField.Table;

/// The registers of a device that answers a master. Owner: the bus thread. Nothing allocates.
interface SlaveRegisters {
    /// There is no such register.
    int NO_SUCH = -1;

    /// There is, and what it would say is not known.
    int NOT_KNOWN = -2;

    /// A register's raw value, 0 to 65535; [#NO_SUCH]; [#NOT_KNOWN].
    int read(Table table, int address);

    /// Why a holding register does not take a value: an exception code of [ModbusSlave]; 0 when it does.
    int refusal(int address, int value);

    /// Writes a holding register that takes the value.
    void write(int address, int value);
}
