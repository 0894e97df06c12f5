package org.altercor.config;

/// How a drive follows its commands and how it stops, measured at commissioning.
///
/// Overspeed, under-speed and not-following are judged against ramp and lag, so that ordinary ramps never trip.
///
/// @param rampRpmPerSecond fastest change of speed
/// @param lagMillis        delay and time constant together: how late the shaft follows a ramp, in ms
/// @param maxSpeedRpm      highest speed the drive reached
/// @param stop             how it stops from there
public record Commissioning(double rampRpmPerSecond, double lagMillis, double maxSpeedRpm, StopEnvelope stop) {}
