package org.altercor.config;

import java.time.Duration;

/// What happens to a pump when nobody renews its command any more.
///
/// Stopping blood flow is itself a hazard, so there is no universal answer: see [#of].
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

    /// Longest time a dose goes on without a supervisor: the doctrine's, for cardioplegia and haemofiltration.
    Duration LONGEST_FINISH = Duration.ofSeconds(60);

    /// The policy of a role: the brain does not tolerate minutes without arterial flow, the heart tolerates minutes
    /// without cardioplegia.
    static LossPolicy of(PumpRole role) {
        return switch (role) {
            case ARTERIAL -> new Hold();
            case CARDIOPLEGIA, HAEMOFILTRATION -> new Stop(LONGEST_FINISH);
            case VENT, SUCTION -> new HoldThenStop(LONGEST_HOLD);
        };
    }
}
