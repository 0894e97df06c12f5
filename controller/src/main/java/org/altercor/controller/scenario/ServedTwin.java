package org.altercor.controller.scenario;

import org.altercor.hal.modbus.DriveServer;
import org.altercor.hal.time.CyclicTask;
import org.altercor.hal.twin.TwinWorld;

/// The twin in real time: keeps simulated time up with the clock it is given, and lets a master on a line drive a
/// pump.
///
/// A computer that was away is caught up with, at most [#MOST_STEPS] at a time; what is more than that is left out,
/// and counted. Owner: the twin's thread. Allocates nothing once the line is open.
public final class ServedTwin implements CyclicTask, AutoCloseable {
    /// Time between two cycles: the twin's own step.
    public static final long PERIOD_NANOS = 1_000_000;

    /// Steps made up for in one cycle: what a scheduler is late by, not a computer that was asleep. Our own
    /// judgement.
    private static final int MOST_STEPS = 100;

    private final ScenarioRun run;
    private final TwinWorld world;
    private final DriveServer server;
    private boolean begun;
    private boolean running;
    private long lastNanos;
    private volatile long stepsLeftOut;

    ServedTwin(ScenarioRun run, TwinWorld world, DriveServer server) {
        this.run = run;
        this.world = world;
        this.server = server;
    }

    @Override
    public void cycle(long nowNanos) {
        if (!begun) {
            begun = true;
            run.begin(); // may take long: what it took is nobody's debt
            return;
        }
        if (!running) {
            running = true;
            lastNanos = nowNanos;
        }
        server.listen(nowNanos);
        long owed = (nowNanos - lastNanos) / PERIOD_NANOS;
        lastNanos += owed * PERIOD_NANOS;
        if (owed > MOST_STEPS) {
            stepsLeftOut = stepsLeftOut + owed - MOST_STEPS;
            owed = MOST_STEPS;
        }
        for (long i = 0; i < owed; i++) {
            server.command(world.nowNanos());
            run.step();
        }
    }

    /// Whether the timeline has come to its end; the world goes on. After the last cycle, or on the twin's thread.
    public boolean isOver() {
        return run.isOver();
    }

    /// What has come of the timeline so far. After the last cycle, or on the twin's thread.
    public ScenarioResult result(long wallNanos) {
        return run.result(wallNanos);
    }

    /// Milliseconds of simulated time that were left out because this computer was away. Any thread.
    public long stepsLeftOut() {
        return stepsLeftOut;
    }

    /// Why the line is down, for the engineer; empty while it is open. Any thread.
    public String trouble() {
        return server.trouble();
    }

    /// Gives the line back, after the last cycle.
    @Override
    public void close() {
        server.close();
    }
}
