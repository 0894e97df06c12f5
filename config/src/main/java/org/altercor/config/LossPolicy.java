package org.altercor.config;

import java.time.Duration;

/// What happens to a pump when nobody renews its command any more.
///
/// Stopping blood flow is itself a hazard, so there is no universal answer: see [Profile.Loss#policy].
public sealed interface LossPolicy {
    /// Keep the last speed for as long as the supervisor is alive.
    record Hold() implements LossPolicy {}

    /// Stand still at once. A command that is renewed though the supervisor is dead may finish what it began.
    ///
    /// @param finishWithoutSupervisor how long it may go on then
    record Stop(Duration finishWithoutSupervisor) implements LossPolicy {}

    /// Keep the last speed for a while, then stand still.
    ///
    /// @param hold how long the last speed is kept
    record HoldThenStop(Duration hold) implements LossPolicy {}

    /// Longest time a vent or a sucker runs on after its command was lost. Our own judgement: an arrested heart
    /// tolerates a vent that runs on for seconds, but not one that empties it for minutes.
    Duration LONGEST_HOLD = Duration.ofSeconds(10);

    /// Longest time a dose goes on without a supervisor. Our own judgement: a minute lets a dose of cardioplegia end,
    /// and is short for a person to reach the pump.
    Duration LONGEST_FINISH = Duration.ofSeconds(60);
}
