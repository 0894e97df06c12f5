package org.altercor.hal.twin.network;

/// Some volume on its way through a branch, and what it carries. One instance is used again and again.
final class Passing {
    /// Volume in mL, above zero.
    double volumeMl;

    /// Time in which it passed, in s.
    double seconds;

    double haematocrit;
    double temperatureCelsius;

    /// Oxygen in one mL.
    double oxygen;

    /// Flow in mL/s.
    double flowMlPerS() {
        return volumeMl / seconds;
    }
}
