package org.altercor.bench.peer;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.altercor.bench.line.ModbusClientPeer;
import org.altercor.bench.line.ModbusPeer;

/// What tests against real peers share.
public final class Peers {
    private static final long DEADLINE_NANOS = 10_000_000_000L;

    private Peers() {}

    /// Skips the test where pymodbus is not installed, and says so; fails instead where `CI=true`.
    public static void requireModbusPeer() {
        require(
                ModbusPeer.isInstalled(),
                "skipped: /usr/bin/python3 has no pymodbus server "
                        + "(apt install python3-pymodbus python3-serial-asyncio)");
    }

    /// Likewise for the master of pymodbus.
    public static void requireModbusMaster() {
        require(
                ModbusClientPeer.isInstalled(),
                "skipped: /usr/bin/python3 has no pymodbus client (apt install python3-pymodbus python3-serial)");
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

    /// Waits for a condition, at most 10 s.
    public static void await(String what, BooleanSupplier condition) {
        long startNanos = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - startNanos > DEADLINE_NANOS) {
                fail("waited 10 s in vain until " + what);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
