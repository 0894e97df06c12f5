package org.altercor.bench.line;

import java.io.IOException;
import org.altercor.config.rig.SerialSettings;

/// A Modbus drive that shares no code with ours: pymodbus in a process of its own (`modbus_drive.py`).
public final class ModbusPeer implements AutoCloseable {
    private final PythonPeer peer;

    /// Starts the peer on a port.
    ///
    /// @throws IOException with what the peer said when it does not start
    public ModbusPeer(String port, SerialSettings settings, int slave) throws IOException {
        peer = new PythonPeer("modbus_drive.py", port, settings, slave);
    }

    /// Whether this machine can run the peer.
    public static boolean isInstalled() {
        return PythonPeer.canRun("from pymodbus.server import StartSerialServer");
    }

    /// Gives one of the script's commands and waits for its answer.
    public String tell(String order) {
        return peer.tell(order);
    }

    /// Value of a register, raw.
    public int register(int address) {
        return Integer.parseInt(tell("get " + address));
    }

    @Override
    public void close() {
        peer.close();
    }
}
