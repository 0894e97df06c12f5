package org.altercor.bench.line;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.altercor.config.rig.SerialSettings;

/// A Modbus drive that shares no code with ours: pymodbus in a process of its own (`modbus_drive.py`).
public final class ModbusPeer implements AutoCloseable {
    private final PythonPeer peer;

    private ModbusPeer(PythonPeer peer) {
        this.peer = peer;
    }

    /// Starts the peer on a port and waits until it has opened it.
    ///
    /// @throws IOException with what the peer said when it does not start; nothing is left of it then
    public static ModbusPeer start(String port, SerialSettings settings, int slave) throws IOException {
        return new ModbusPeer(PythonPeer.start("modbus_drive.py", port, settings, slave));
    }

    /// Whether this machine can run the peer.
    public static boolean isInstalled() {
        return PythonPeer.canRun("from pymodbus.server import StartSerialServer");
    }

    /// Gives one of the script's commands and waits for its answer.
    ///
    /// @throws UncheckedIOException when the peer has ended, or does not answer within a minute
    public String tell(String order) {
        return peer.tell(order);
    }

    /// Value of a register, raw.
    public int register(int address) {
        return Integer.parseInt(tell("get " + address));
    }

    /// Bytes of requests that the peer has taken from its line and dealt with, or thrown away.
    public int takenBytes() {
        return Integer.parseInt(tell("taken"));
    }

    @Override
    public void close() {
        peer.close();
    }
}
