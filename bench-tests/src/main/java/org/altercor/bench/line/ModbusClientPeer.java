package org.altercor.bench.line;

import java.io.IOException;
import org.altercor.config.rig.SerialSettings;

/// A Modbus master that shares no code with ours: pymodbus in a process of its own (`modbus_master.py`).
public final class ModbusClientPeer implements AutoCloseable {
    private final PythonPeer peer;

    private ModbusClientPeer(PythonPeer peer) {
        this.peer = peer;
    }

    /// Starts the peer on a port and waits until it has opened it.
    ///
    /// @throws IOException with what the peer said when it does not start; nothing is left of it then
    public static ModbusClientPeer start(String port, SerialSettings settings, int slave) throws IOException {
        return new ModbusClientPeer(PythonPeer.start("modbus_master.py", port, settings, slave));
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
