package org.altercor.bench.peer;

import java.util.concurrent.locks.LockSupport;
import org.altercor.bench.line.Pty;
import org.altercor.config.rig.Parity;
import org.altercor.config.rig.SerialSettings;
import org.altercor.hal.line.ByteLine;
import org.altercor.hal.line.LineOpener.Opening;
import org.altercor.hal.serial.SerialPorts;

/// A program that is told to end while its bus thread has something left to say; run as a process of its own.
final class LastWords {
    static final String SAID = "its last words went out";

    /// Long enough for whatever else happens at the end of a program to have begun.
    private static final long LATER_NANOS = 500_000_000;

    private LastWords() {}

    @SuppressWarnings("SystemExitOutsideMain")
    public static void main(String[] arguments) throws Exception {
        Pty pty = new Pty();
        var settings = new SerialSettings(pty.path(), 57_600, 8, Parity.NONE, 2, false);
        ByteLine line = ((Opening.Open) SerialPorts.opener(settings).open()).line();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            LockSupport.parkNanos(LATER_NANOS);
            System.out.println(line.write(new byte[] {0}, 1) == 1 ? SAID : "the port was gone");
            line.close();
        }));
        System.exit(0);
    }
}
