package org.altercor.safety.telemetry;

/// How the link to the broker is, for a screen.
///
/// @param word       one word
/// @param sinceNanos since when, on the machine's clock
/// @param handed     messages handed to the connection since start
/// @param dropped    messages of metrics that were due and did not go out since start
/// @param waiting    events that the broker has not acknowledged
/// @param reason     why it is lost, in words; empty otherwise
public record TelemetryState(Word word, long sinceNanos, long handed, long dropped, long waiting, String reason) {
    /// The link in one word.
    public enum Word {
        /// Never up so far, and not refused.
        CONNECTING("connecting"),
        /// Up, and the broker acknowledges.
        OK("ok"),
        /// Was up, or was tried in vain; it goes on trying.
        LOST("lost"),
        /// Ended on purpose.
        STOPPED("stopped");

        private final String word;

        Word(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
