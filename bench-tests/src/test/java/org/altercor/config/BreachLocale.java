package org.altercor.config;

/// Writes a number as the country of the computer does, so that a test can see the wall hold.
public final class BreachLocale {
    String shown(double speedRpm) {
        return "%.1f rpm".formatted(speedRpm);
    }
}
