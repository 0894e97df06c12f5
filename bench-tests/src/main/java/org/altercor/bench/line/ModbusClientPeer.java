package org.altercor.bench.line;

import java.io.IOException;
import org.altercor.config.rig.SerialSettings;

/// A Modbus master that shares no code with ours: pymodbus in a process of its own (`modbus_master.py`).
public final class ModbusClientPeer implements AutoCloseable {
    private final PythonPeer peer;

    /// Starts the peer on a port.
    ///
    /// @throws IOException with what the peer said when it does not start
    public ModbusClientPeer(String port, SerialSettings settings, int slave) throws IOException {
        peer = new PythonPeer("modbus_master.py", port, settings, slave);
    }

    /// Whether this machine can run the peer.
    public static boolean isInstalled() {
        return PythonPeer.canRun("import serial; from pymodbus.client import ModbusSerialClient");
    }

    /// Gives one of the script's commands and waits for its answer: values with blanks between, `exception N`,
    /// `silent`, or `done`.
    public String tell(String order) {
        return peer.tell(order);
    }

    @Override
    public void close() {
        peer.close();
    }
}
