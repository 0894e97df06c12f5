package org.altercor.config.scenario;

import java.util.Optional;
import java.util.OptionalDouble;

/// What can happen in a scenario.
public sealed interface Act {
    /// Whether an operator does it, at the console of a machine with its loops.
    default boolean isOperators() {
        return switch (this) {
            case Ask _, Setting _, Order _ -> true;
            case Drive _, Stop _, Change _, Air _, Give _, Fault _, Clamp _, Expect _ -> false;
        };
    }

    /// Asks a pump's drive for a speed, as a loop would.
    ///
    /// @param pump     name of the pump head
    /// @param speedRpm wanted speed
    record Drive(String pump, double speedRpm) implements Act {}

    /// Demands a stop of a pump's drive, as a supervisor would, or takes it back.
    ///
    /// @param pump       name of the pump head
    /// @param isDemanded whether it is demanded; taken back otherwise
    record Stop(String pump, boolean isDemanded) implements Act {}

    /// Changes a number of a part.
    ///
    /// @param part        the part
    /// @param key         key of its number
    /// @param value       new value
    /// @param overSeconds how long the change takes, evenly; 0 at once
    record Change(String part, String key, double value, double overSeconds) implements Act {}

    /// Brings air into a part that holds or leads blood.
    ///
    /// @param part     the part
    /// @param volumeMl volume of one bubble
    record Air(String part, double volumeMl) implements Act {}

    /// Gives fluid into a holding part, or takes blood out of it.
    ///
    /// @param part               the part
    /// @param volumeMl           volume; below zero takes out
    /// @param haematocritPercent of what is given; 0 for clear fluid
    record Give(String part, double volumeMl, double haematocritPercent) implements Act {}

    /// Breaks a drive, a sensor or a clamp, or mends it.
    ///
    /// @param device name of the pump, sensor or clamp
    /// @param fault  word of the fault; `none` mends
    /// @param amount how much, where the fault takes an amount
    record Fault(String device, String fault, OptionalDouble amount) implements Act {}

    /// Tells a clamp of the machine where to go, as a supervisor would.
    ///
    /// @param clamp    name of the clamp
    /// @param isClosed whether it is to close; to open otherwise
    record Clamp(String clamp, boolean isClosed) implements Act {}

    /// The operator asks something of a pump, at the console of a machine with its loops.
    ///
    /// @param pump  name of the pump
    /// @param asked what of it
    record Ask(String pump, Asked asked) implements Act {}

    /// What the operator asks of a pump.
    sealed interface Asked {
        /// Standstill.
        record Stop() implements Asked {}

        /// A speed.
        record Speed(double rpm) implements Asked {}

        /// A flow.
        record Flow(double mlPerMin) implements Asked {}

        /// A mean flow in beats.
        record Pulsatile(double mlPerMin, double ratePerMin, double widthPercent, double basePercent)
                implements Asked {}

        /// A share of its leader's flow: so many parts of that to one part of its own.
        record Follow(double ratio) implements Asked {}

        /// A line held against backflow, and no flow.
        record ZeroFlow() implements Asked {}
    }

    /// The operator changes a setting.
    ///
    /// @param setting name of its slot in the machine
    /// @param value   new value; none for a zero, which is measured
    record Setting(String setting, OptionalDouble value) implements Act {}

    /// The operator orders something of the supervisor.
    record Order(Ordered ordered) implements Act {}

    /// What the operator orders.
    enum Ordered {
        /// Latches whose cause is gone are reset.
        RESET,
        /// All alarms are seen.
        ACKNOWLEDGE,
        /// The sound is paused.
        PAUSE_SOUND
    }

    /// Claims something about a signal. The scenario fails when it does not hold.
    ///
    /// @param signal        name of the signal
    /// @param atLeast       smallest value
    /// @param atMost        largest value
    /// @param meanSeconds   the value judged is the mean over this time before it; 0 for the value itself
    /// @param forSeconds    it must hold from then on for this time; 0 at that moment
    /// @param withinSeconds it must become true within this time; 0 at that moment; not together with `forSeconds`
    /// @param why           what this says about the world, for the report
    record Expect(
            String signal,
            OptionalDouble atLeast,
            OptionalDouble atMost,
            double meanSeconds,
            double forSeconds,
            double withinSeconds,
            Optional<String> why)
            implements Act {}
}
