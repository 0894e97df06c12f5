package org.altercor.safety.telemetry;

import java.time.Duration;

/// How long the link waits for what. All times are our own judgement.
///
/// @param connect      for a connection to come up, from the first packet to the broker's consent; a dead host and a
///                     broker that accepts and says nothing are both given up after this
/// @param keepAlive    silence after which the broker calls us gone and tells our last will, times one and a half
/// @param acknowledge  for the broker to acknowledge a message: then the connection is taken for dead, whatever it says
/// @param firstBackOff wait after the first failure; doubled by each further one
/// @param longBackOff  longest wait
public record LinkTiming(
        Duration connect, Duration keepAlive, Duration acknowledge, Duration firstBackOff, Duration longBackOff) {
    /// What the firmware uses.
    public static final LinkTiming USUAL = new LinkTiming(
            Duration.ofSeconds(3),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            Duration.ofSeconds(60));

    public LinkTiming {
        if (!connect.isPositive() || !acknowledge.isPositive() || !firstBackOff.isPositive()) {
            throw new IllegalArgumentException("times of a link must be positive");
        }
        if (keepAlive.toSeconds() < 1) {
            throw new IllegalArgumentException("keep-alive is counted in whole seconds");
        }
        if (longBackOff.compareTo(firstBackOff) < 0) {
            throw new IllegalArgumentException("the longest wait must not be shorter than the first");
        }
    }
}
