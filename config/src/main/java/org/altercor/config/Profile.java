package org.altercor.config;

import java.time.Duration;
import java.time.LocalDate;

/// Limits, delays and targets of one kind of support, reviewed by a person.
///
/// Every component is required: there are no defaults in code. Units stand in the names.
///
/// @param name       name of the profile
/// @param title      for people
/// @param reviewedBy who reviewed it
/// @param reviewedOn when
public record Profile(
        String name,
        String title,
        String reviewedBy,
        LocalDate reviewedOn,
        LinePressure linePressure,
        CardioplegiaLine cardioplegiaLine,
        Level level,
        MaxFlow maxFlow,
        Flow flow,
        Centrifugal centrifugal,
        Overspeed overspeed,
        Temperature temperature,
        Alarms alarms,
        Targets targets,
        Loss loss) {

    /// Arterial line: below `warn` nothing, from `regulate` the pump is slowed, from `stop` it is stopped.
    public record LinePressure(double warnMmHg, double regulateMmHg, double stopMmHg) {}

    /// Cardioplegia line; below `low` it came off or the bag is empty.
    public record CardioplegiaLine(double lowMmHg, double warnMmHg, double stopMmHg) {}

    /// Reservoir: alert, then slow the arterial pump, then stop it.
    public record Level(double alertMl, double regulateMl, double stopMl) {}

    /// Highest flow of each role in mL/min.
    public record MaxFlow(
            double arterialMlPerMin,
            double cardioplegiaMlPerMin,
            double ventMlPerMin,
            double suctionMlPerMin,
            double haemofiltrationMlPerMin) {
        /// Highest flow of a role in mL/min.
        public double of(PumpRole role) {
            return switch (role) {
                case ARTERIAL -> arterialMlPerMin;
                case CARDIOPLEGIA -> cardioplegiaMlPerMin;
                case VENT -> ventMlPerMin;
                case SUCTION -> suctionMlPerMin;
                case HAEMOFILTRATION -> haemofiltrationMlPerMin;
            };
        }
    }

    /// Flow alarms: backflow (a negative flow), deviation from the target, none although the pump turns, and no gas.
    public record Flow(
            double backflowMlPerMin,
            Duration backflowAfter,
            double deviationPercent,
            Duration deviationAfter,
            Duration noFlowAfter,
            Duration noGasAfter) {}

    /// Centrifugal heads: below the guard speed blood may run backwards; zero-flow holds the flow within the band.
    public record Centrifugal(double lowSpeedGuardRpm, double zeroFlowLowMlPerMin, double zeroFlowHighMlPerMin) {}

    /// Overspeed trips above command by the larger of percent and margin, for so long.
    public record Overspeed(
            double marginPercent, double rollerMarginRpm, double centrifugalMarginRpm, Duration after) {}

    /// Arterial outlet, its distance from venous blood, and how fast it may rise.
    public record Temperature(
            double arterialWarnCelsius,
            double arterialAlarmCelsius,
            double gradientWarnKelvin,
            double gradientAlarmKelvin,
            double rewarmingCelsiusPerMin) {}

    /// How long sound may be paused.
    public record Alarms(Duration audioPause, Duration longestAudioPause) {}

    /// Targets shown and watched; they never act on a pump.
    public record Targets(
            double oxygenDeliveryMlPerMinM2,
            double meanLowMmHg,
            double meanHighMmHg,
            double svO2LowPercent,
            double svO2HighPercent,
            double haematocritLowPercent) {}

    /// What a lost command or a dead supervisor does, where the role leaves a choice.
    ///
    /// @param ventHold      how long a vent runs on
    /// @param suctionHold   how long a sucker runs on
    /// @param finishWithout how long a dose may go on without a supervisor
    public record Loss(Duration ventHold, Duration suctionHold, Duration finishWithout) {
        /// The policy of a role: the brain does not tolerate minutes without arterial flow, the heart tolerates
        /// minutes without cardioplegia. The times are those of this profile.
        public LossPolicy policy(PumpRole role) {
            return switch (role) {
                case ARTERIAL -> new LossPolicy.Hold();
                case CARDIOPLEGIA, HAEMOFILTRATION -> new LossPolicy.Stop(finishWithout);
                case VENT -> new LossPolicy.HoldThenStop(ventHold);
                case SUCTION -> new LossPolicy.HoldThenStop(suctionHold);
            };
        }
    }
}
