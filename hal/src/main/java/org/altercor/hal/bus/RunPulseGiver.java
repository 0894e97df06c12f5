package org.altercor.hal.bus;

import java.time.Duration;
import org.altercor.hal.port.RunPulses;
import org.altercor.hal.port.SwitchReading;
import org.altercor.hal.time.CyclicTask;

/// Gives run pulses for as long as the supervisor consents, and for a while after it died.
///
/// ```
/// no consent ──allow──► pulses ◄──beat returns── none
///     ▲                   │  └──beat stale for finish + STOP_FIRST──▲
///     └─────withdraw──────┘
/// ```
///
/// Neither the supervisor's thread nor the twin's gives them: a supervisor that died must not take the power of a
/// dose that may finish, and a program that died must. So they hang on a thread that lives as long as the program,
/// and on the supervisor's beat. Owner: its own thread, but for the port's calls. Allocates nothing.
public final class RunPulseGiver implements RunPulses, CyclicTask {
    /// How long pulses outlast the time to finish, so that the stop on the ramp, which the bus thread gives when that
    /// time is over, comes before the power goes. Our own judgement: rollers ramp by 300 to 600 rpm/s [U], and the
    /// pumps of such roles turn at no more than some 100 rpm.
    public static final Duration STOP_FIRST = Duration.ofSeconds(1);

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
        outlastNanos = finish.plus(STOP_FIRST).toNanos();
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
