package org.altercor.safety.telemetry;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.altercor.config.Machine;
import org.altercor.hal.time.MonotonicClock;
import org.altercor.safety.event.EventLog;
import org.altercor.safety.event.EventMemory;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.supervise.SupervisorCells;

/// Telemetry of one machine, outbound only: one daemon thread that tells a broker what the machine knows.
///
/// It reads frames as any reader does and events from the log; no loop waits for it, and it can ask nothing of anybody.
/// Whatever becomes of the broker, the machine runs on.
public final class Telemetry implements AutoCloseable {
    /// How often the thread looks for something to tell. Our own judgement: at once to a human, nothing to a processor.
    private static final long TICK_NANOS = Duration.ofMillis(20).toNanos();

    /// How long the thread is waited for at the end, to tell what is left.
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final Link link;
    private final MonotonicClock clock;
    private final Thread thread;
    private volatile TelemetryState state;
    private volatile boolean isLeaving;

    /// For tests, which bring their own wires.
    Telemetry(Link link, MonotonicClock clock) {
        this.link = link;
        this.clock = clock;
        state = link.state();
        thread = Thread.ofPlatform().daemon().name("telemetry").unstarted(this::run);
        thread.start();
    }

    /// Starts telling. Returns at once, whatever the broker does.
    ///
    /// @param options where to, and as whom
    /// @param machine what it tells of
    /// @param layout  of its frames
    /// @param cells   where the loops publish
    /// @param log     of what happened
    /// @param memory  of what the broker has, over starts; [EventMemory#NONE] where nothing is kept
    /// @param clock   of the loops
    public static Telemetry start(
            TelemetryOptions options,
            Machine machine,
            MachineLayout layout,
            SupervisorCells cells,
            EventLog log,
            EventMemory memory,
            MonotonicClock clock) {
        var messages = new Messages(Topics.of(options), log.boot(), Clock.systemUTC());
        var out = new Outgoings(machine, layout, cells, log, memory, version(), messages);
        var backOff = new BackOff(options.timing(), new SecureRandom());
        var link = new Link(
                options, (will, listener) -> new PahoWire(options, will, listener), backOff, out, clock.nanoTime());
        return new Telemetry(link, clock);
    }

    private static String version() {
        return Optional.ofNullable(Telemetry.class.getModule().getDescriptor())
                .flatMap(descriptor -> descriptor.rawVersion())
                .orElse("not packaged");
    }

    private void run() {
        while (!isLeaving) {
            step();
            LockSupport.parkNanos(TICK_NANOS);
        }
        link.leave();
        long leaveNanos = clock.nanoTime();
        while (!link.hasLeft() && clock.nanoTime() - leaveNanos < FAREWELL.toNanos()) {
            step();
            LockSupport.parkNanos(TICK_NANOS / 10);
        }
        link.end(clock.nanoTime());
        state = link.state();
    }

    /// A defect here ends the connection and is said; it must not end telemetry.
    private void step() {
        long nowNanos = clock.nanoTime();
        try {
            link.work(nowNanos);
        } catch (RuntimeException defect) {
            link.fail(nowNanos, "a defect: " + Objects.requireNonNullElse(defect.getMessage(), defect.toString()));
        }
        state = link.state();
    }

    /// How the link is now. Any thread; never waits.
    public TelemetryState state() {
        return state;
    }

    /// Tells what is left, that the machine leaves on purpose, and ends. Waits a few seconds at most.
    public void stop() {
        isLeaving = true;
        LockSupport.unpark(thread);
        try {
            thread.join(FAREWELL.plusSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
