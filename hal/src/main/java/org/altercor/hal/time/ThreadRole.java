package org.altercor.hal.time;

import java.time.Duration;
import java.util.Optional;
import org.altercor.hal.port.RunPulses;

/// The thread table: every kind of thread that the firmware has or has a place for, how urgent it is and why.
///
/// Priorities are `SCHED_FIFO`, 1 to 99, higher first. All values are our own judgement; only their order carries
/// meaning, and all lie above 50, where a `PREEMPT_RT` kernel runs its interrupt threads by default. Each is set
/// for one thread and is never inherited.
public enum ThreadRole {
    EDGES(
            88,
            "event",
            "(not in this version) edge counters and newest levels of the safety inputs",
            "an edge comes once, and carries the kernel's time only until the kernel's queue is full"),
    DRIVE_BUS(
            86,
            "event",
            "its own port; newest speed, current and fault of its drives",
            "a stop must leave as soon as it is demanded"),
    PULSES(
            85,
            Duration.ofNanos(RunPulses.PERIOD_NANOS),
            "the run pulses",
            "a supervisor that spins must not take the power of a dose before its time to finish is over"),
    SUPERVISOR(
            84,
            Duration.ofMillis(5),
            "safety report, permits, stop slots, consent to run pulses, clamps, STO, buzzer and lamps",
            "it stops what the control loop does wrong, so the control loop must not be able to delay it"),
    CONTROL(
            80,
            Duration.ofMillis(10),
            "control snapshot, speed commands",
            "it feeds the drives and renews their leases"),
    SENSOR_BUS(
            76,
            "event",
            "its own port; newest readings of its sensors",
            "a noisy sensor line must never delay a loop; an old reading is noticed, a late loop only counted"),
    TWIN(70, "its own step", "the readings of every port bound to the twin", "it stands in for sensors and drives"),
    JOURNAL(
            0,
            "10 ms",
            "what happened, packed; by a second thread, the files",
            "the second waits for a disk, which no loop may do"),
    TELEMETRY(0, "20 ms", "the outbound connection to the broker", "it waits for a network"),
    CONSOLE(0, "event", "answers and pictures for the screens", "it waits for people");

    private final int fifoPriority;
    private final Optional<Duration> period;
    private final String cadence;
    private final String writes;
    private final String reason;

    ThreadRole(int fifoPriority, Duration period, String writes, String reason) {
        this(fifoPriority, Optional.of(period), period.toMillis() + " ms", writes, reason);
    }

    ThreadRole(int fifoPriority, String cadence, String writes, String reason) {
        this(fifoPriority, Optional.empty(), cadence, writes, reason);
    }

    ThreadRole(int fifoPriority, Optional<Duration> period, String cadence, String writes, String reason) {
        this.fifoPriority = fifoPriority;
        this.period = period;
        this.cadence = cadence;
        this.writes = writes;
        this.reason = reason;
    }

    /// Whether threads of this role run under `SCHED_FIFO`, given the rights.
    public boolean isRealTime() {
        return fifoPriority > 0;
    }

    /// `SCHED_FIFO` priority; 0 for an ordinary thread.
    public int fifoPriority() {
        return fifoPriority;
    }

    /// Time between two cycles, for roles whose period the design fixes.
    public Optional<Duration> period() {
        return period;
    }

    /// How often it runs, in words.
    public String cadence() {
        return cadence;
    }

    /// What threads of this role write; nobody else writes it.
    public String writes() {
        return writes;
    }

    /// Why it has this priority.
    public String reason() {
        return reason;
    }
}
