package org.altercor.bench.peer;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.altercor.bench.line.ModbusPeer;

/// What tests against real peers share.
public final class Peers {
    /// Far longer than anything here takes: a busy machine may be late, and only what never comes has failed.
    static final long DEADLINE_NANOS = 60_000_000_000L;

    /// Looked for once, by the first test that needs it.
    private static final class Installed {
        static final boolean MODBUS_PEER = ModbusPeer.isInstalled();
    }

    private Peers() {}

    /// Skips the test where pymodbus is not installed, and says so; fails instead where `CI=true`.
    public static void requireModbusPeer() {
        String reason = "skipped: /usr/bin/python3 has no pymodbus server "
                + "(apt install python3-pymodbus python3-serial-asyncio)";
        if (!Installed.MODBUS_PEER) {
            System.out.println(reason);
            if ("true".equals(System.getenv("CI"))) {
                fail(reason);
            }
        }
        assumeTrue(Installed.MODBUS_PEER, reason);
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
