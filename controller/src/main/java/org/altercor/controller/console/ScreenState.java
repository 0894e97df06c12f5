package org.altercor.controller.console;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// One picture of the machine, as it goes to every screen: what was asked beside what happens, and for everything that
/// is not known, why.
///
/// @param frame        number of this picture since start
/// @param clock        time of day, for what happened
/// @param supervisorMs the supervisor's own time; a screen that sees it stand still knows that the loop does
/// @param controlMs    the control loop's own time
/// @param timers       of the case
/// @param pumps        in the order of the facts
/// @param patient      numbers of the patient column, by the facts' keys
/// @param settings     operator settings in force, by the facts' names
/// @param alarms       what is wrong, the most urgent first
/// @param sound        what sounds
/// @param words        RT, SUP, CTL, JRN, MQTT
/// @param events       the newest, newest first
/// @param trend        newest sample of the trend, in the order of the facts
record ScreenState(
        long frame,
        String clock,
        long supervisorMs,
        long controlMs,
        Timers timers,
        List<PumpState> pumps,
        Map<String, ShownValue> patient,
        Map<String, Double> settings,
        List<AlarmState> alarms,
        Sound sound,
        List<Word> words,
        List<EventLine> events,
        TrendHistory.Sample trend) {

    /// Of the case.
    record Timers(CaseTimers.Timer bypass, CaseTimers.Timer crossClamp) {}

    /// One pump.
    ///
    /// @param name         of the machine file
    /// @param mode         as the control loop has it
    /// @param request      number of the newest request judged for it, whoever asked
    /// @param asked        the numbers its mode was told, by their names in messages
    /// @param told         what its mode was told beside a flow or a speed, in words
    /// @param waits        why it does not turn yet though it was asked to
    /// @param flow         in mL/min: measured where there is a probe, else by speed
    /// @param speedRpm     measured
    /// @param line         pressure of its line in mmHg; empty where none is measured
    /// @param setFlow      flow asked of it in mL/min, in a mode that is told one
    /// @param targetRpm    speed it is going to
    /// @param commandedRpm speed asked of the drive now
    /// @param difference   what happens less what was asked, where that is beyond tolerance: words with the figure
    /// @param stop         how far a stop is, in words; empty when there is none
    /// @param limiter      what keeps it below what was asked, in words
    /// @param cause        the interlock that stopped or holds it
    /// @param mayStart     whether it may be started
    /// @param blockedBy    why it may not
    /// @param clamp        its clamp, as told and as measured
    record PumpState(
            String name,
            String mode,
            long request,
            Map<String, Double> asked,
            Optional<String> told,
            Optional<String> waits,
            ShownValue flow,
            ShownValue speedRpm,
            Optional<ShownValue> line,
            OptionalDouble setFlow,
            double targetRpm,
            double commandedRpm,
            Optional<String> difference,
            Optional<String> stop,
            Optional<String> limiter,
            Optional<String> cause,
            boolean mayStart,
            Optional<String> blockedBy,
            Optional<String> clamp) {}

    /// One alarm.
    ///
    /// @param priority high, medium or low
    /// @param state    active, unknown or latched
    /// @param seconds  since when it is in this state
    /// @param evidence the value that speaks for it; empty when there is none
    record AlarmState(
            String code,
            String priority,
            String state,
            String what,
            String subject,
            String look,
            String act,
            long seconds,
            boolean acknowledged,
            String evidence) {}

    /// @param priority      of what is lit
    /// @param sounds        whether it sounds
    /// @param pausedSeconds how long the sound is still paused; 0 when it is not
    record Sound(String priority, boolean sounds, long pausedSeconds) {}

    /// One word of the corner.
    record Word(String name, StateWord.Health health, String why) {}

    /// @param time   of day
    /// @param logged whether it is in the journal, on disk for good
    record EventLine(long number, String time, String kind, String text, boolean logged) {}
}
