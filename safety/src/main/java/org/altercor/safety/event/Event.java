package org.altercor.safety.event;

import java.time.Instant;
import java.util.UUID;

/// Something that happened, with its number.
///
/// @param boot     of the program's start: numbers count from each
/// @param sequence number since that start, without a gap, from 1
/// @param nanos    when, on the monotonic clock of that start
/// @param at       when, by the clock on the wall; it may step
/// @param kind     what kind of event
/// @param subject  name of the interlock, pump or clamp; empty where there is none
/// @param value    see the kind
/// @param text     for people
public record Event(
        UUID boot, long sequence, long nanos, Instant at, EventKind kind, String subject, double value, String text) {}
