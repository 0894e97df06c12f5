package org.altercor.hal.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.altercor.config.rig.Parity;
import org.altercor.config.rig.SerialSettings;
import org.altercor.hal.line.ByteLine;
import org.altercor.hal.line.LineOpener;
import org.altercor.hal.line.LineOpener.Opening;

/// Opens serial ports as lines.
///
/// Each opening starts from nothing: the path is resolved anew (a link by adapter serial number may point to
/// another device by now), and a new port object is made (an old one never recovers). The port is locked
/// against other openers, never waits in a read, and has no event listener: when a peer dies, jSerialComm
/// reports it in a hot loop for as long as a listener is there.
///
/// On the way out of the program jSerialComm closes every port at once, while bus threads still say their last words.
/// Here that waits until the bus threads have given their ports back, but not for ever.
public final class SerialPorts {
    /// How long the end of the program waits for bus threads. Our own judgement: longer than a planned stop takes.
    static final long LONGEST_WAIT_AT_EXIT_NANOS = 10_000_000_000L;

    private static final AtomicInteger OPEN_LINES = new AtomicInteger();

    static {
        SerialPort.addShutdownHook(new Thread(SerialPorts::awaitLinesGivenBack, "serial-ports-at-exit"));
    }

    private SerialPorts() {}

    private static void awaitLinesGivenBack() {
        long startNanos = System.nanoTime();
        while (OPEN_LINES.get() > 0 && System.nanoTime() - startNanos < LONGEST_WAIT_AT_EXIT_NANOS) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    /// An opener for the port, to be used by one bus thread.
    public static LineOpener opener(SerialSettings settings) {
        return () -> open(settings);
    }

    private static Opening open(SerialSettings settings) {
        Path device;
        try {
            device = Path.of(settings.device()).toRealPath();
        } catch (IOException e) {
            return new Opening.Refused("%s is not there (%s)".formatted(settings.device(), e.getMessage()));
        }
        return open(settings, device);
    }

    /// Opens a device that was there a moment ago: the library throws when it is gone again, and that must not end
    /// the bus thread.
    static Opening open(SerialSettings settings, Path device) {
        SerialPort port;
        try {
            port = SerialPort.getCommPort(device.toString());
        } catch (SerialPortInvalidPortException _) {
            return new Opening.Refused("%s (%s) is gone again".formatted(settings.device(), device));
        }
        configure(port, settings);
        if (!port.openPort()) {
            return new Opening.Refused("%s (%s) cannot be opened: error %d%s"
                    .formatted(settings.device(), device, port.getLastErrorCode(), hint(port.getLastErrorCode())));
        }
        return check(settings, port, device);
    }

    private static String hint(int error) {
        return switch (error) { // errno, or 2 of the library's own
            case 2, 11, 16 -> ", somebody else has it";
            case 13 -> ", no permission (group dialout?)";
            case 22 -> ", its driver does not take these settings";
            default -> "";
        };
    }

    private static void configure(SerialPort port, SerialSettings settings) {
        int stopBits = settings.stopBits() == 2 ? SerialPort.TWO_STOP_BITS : SerialPort.ONE_STOP_BIT;
        port.setComPortParameters(settings.baud(), settings.dataBits(), stopBits, parity(settings.parity()));
        port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
        port.setComPortTimeouts(SerialPort.TIMEOUT_NONBLOCKING, 0, 0);
        port.setRs485ModeParameters(settings.rs485(), true, false, false, 0, 0);
    }

    private static int parity(Parity parity) {
        return switch (parity) {
            case NONE -> SerialPort.NO_PARITY;
            case EVEN -> SerialPort.EVEN_PARITY;
            case ODD -> SerialPort.ODD_PARITY;
        };
    }

    private static Opening check(SerialSettings settings, SerialPort port, Path device) {
        try {
            OpenDevice handle = OpenDevice.find(device);
            if (settings.rs485()) {
                handle.requireRs485();
            }
            ByteLine line = new SerialLine(port, handle, OPEN_LINES);
            return new Opening.Open(line);
        } catch (IOException e) {
            port.closePort();
            return new Opening.Refused("%s: %s".formatted(settings.device(), e.getMessage()));
        }
    }
}
