package org.altercor.hal.bus;

import java.time.Duration;
import org.altercor.hal.port.RunPulses;
import org.altercor.hal.port.SwitchReading;
import org.altercor.hal.time.CyclicTask;

/// Gives run pulses for as long as the supervisor consents, and for a while after it died.
///
/// ```
/// no consent ──allow──► pulses ◄──beat returns── none
///     ▲                   │  └──beat stale for finish + BRAKE_FIRST──▲
///     └─────withdraw──────┘
/// ```
///
/// Neither the supervisor's thread nor the twin's gives them: a supervisor that died must not take the power of a
/// dose that may finish, and a program that died must. So they hang on a thread that lives as long as the program,
/// and on the supervisor's beat. Owner: its own thread, but for the port's calls. Allocates nothing.
public final class RunPulseGiver implements RunPulses, CyclicTask {
    /// How long pulses outlast the time to finish, so that the braked stop, which the bus thread gives when that
    /// time is over, comes before the power goes. Our own judgement: the aim for a braked roller is 300 ms.
    public static final Duration BRAKE_FIRST = Duration.ofMillis(500);

    private final PulseLine line;
    private final SupervisorBeat beat;
    private final long outlastNanos;

    private volatile boolean allowed; // supervisor only

    private boolean heard; // the beat was fresh once
    private long freshNanos;

    /// @param line   carries the pulses
    /// @param beat   the supervisor's sign of life
    /// @param finish how long a dose may go on without a supervisor: the longest of the pumps that are fed
    public RunPulseGiver(PulseLine line, SupervisorBeat beat, Duration finish) {
        this.line = line;
        this.beat = beat;
        outlastNanos = finish.plus(BRAKE_FIRST).toNanos();
    }

    @Override
    public void allow() {
        allowed = true;
    }

    @Override
    public void withdraw() {
        allowed = false;
    }

    @Override
    public void readPowered(SwitchReading into) {
        line.readPowered(into);
    }

    @Override
    public void cycle(long nowNanos) {
        if (beat.isFresh(nowNanos)) {
            heard = true;
            freshNanos = nowNanos;
        }
        if (allowed && heard && nowNanos - freshNanos < outlastNanos) {
            line.pulse();
        }
    }
}
