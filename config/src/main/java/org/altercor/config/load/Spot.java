package org.altercor.config.load;

/// A place in a file.
///
/// @param file   file as the reader was given it, or `shipped/…`
/// @param line   line, from 1
/// @param column column, from 1
/// @param key    full key (`pump.arterial.role`); empty when the place is no key
public record Spot(String file, int line, int column, String key) {
    /// The first character of a file.
    static Spot startOf(String file) {
        return new Spot(file, 1, 1, "");
    }
}
