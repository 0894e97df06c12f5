package org.altercor.bench.peer;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.altercor.bench.line.ModbusClientPeer;
import org.altercor.bench.line.ModbusPeer;

/// What tests against real peers share.
public final class Peers {
    /// Far longer than anything here takes: a busy machine may be late, and only what never comes has failed.
    static final long DEADLINE_NANOS = 60_000_000_000L;

    /// Looked for once, by the first test that needs it.
    private static final class Installed {
        static final boolean MODBUS_PEER = ModbusPeer.isInstalled();
        static final boolean MODBUS_MASTER = ModbusClientPeer.isInstalled();
    }

    private Peers() {}

    /// Skips the test where pymodbus is not installed, and says so; fails instead where `CI=true`.
    public static void requireModbusPeer() {
        require(
                Installed.MODBUS_PEER,
                "skipped: /usr/bin/python3 has no pymodbus server "
                        + "(apt install python3-pymodbus python3-serial-asyncio)");
    }

    /// Likewise for the master of pymodbus.
    public static void requireModbusMaster() {
        require(
                Installed.MODBUS_MASTER,
                "skipped: /usr/bin/python3 has no pymodbus client (apt install python3-pymodbus python3-serial)");
    }

    /// Skips the test where a program is not installed, and says so; fails instead where `CI=true`.
    public static void requireProgram(String path, String debianPackage) {
        require(
                Files.isExecutable(Path.of(path)),
                "skipped: there is no " + path + " (apt install " + debianPackage + ")");
    }

    private static void require(boolean installed, String reason) {
        if (!installed) {
            System.out.println(reason);
            if ("true".equals(System.getenv("CI"))) {
                fail(reason);
            }
        }
        assumeTrue(installed, reason);
    }

    /// Waits for a condition, at most a minute.
    public static void await(String what, BooleanSupplier condition) {
        long startNanos = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - startNanos > DEADLINE_NANOS) {
                fail("waited a minute in vain until " + what);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
