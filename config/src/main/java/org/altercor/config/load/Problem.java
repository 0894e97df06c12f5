package org.altercor.config.load;

import java.util.Optional;

/// One reason why a file is refused, written for the person who has to put it right.
///
/// @param spot       where
/// @param found      what stands there
/// @param allowed    what may stand there, and why
/// @param suggestion the mistake that would explain it
public record Problem(Spot spot, String found, String allowed, Optional<String> suggestion) {
    /// One block of text, lines ended by a newline:
    ///
    /// ```
    /// bench.toml:12:1: pump.arterial.max-speed-rpm
    ///     found:   300 rpm, which is above the hard limit of 250 rpm
    ///     allowed: 1 to 250 rpm: the fastest roller heads of the trade [GFK]
    ///     hint:    …
    /// ```
    public String render() {
        StringBuilder text = new StringBuilder();
        text.append(spot.file())
                .append(':')
                .append(spot.line())
                .append(':')
                .append(spot.column())
                .append(':');
        if (!spot.key().isEmpty()) {
            text.append(' ').append(spot.key());
        }
        text.append("\n    found:   ")
                .append(found)
                .append("\n    allowed: ")
                .append(allowed)
                .append('\n');
        suggestion.ifPresent(hint -> text.append("    hint:    ").append(hint).append('\n'));
        return text.toString();
    }
}
