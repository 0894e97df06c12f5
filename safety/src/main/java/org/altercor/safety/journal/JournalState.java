package org.altercor.safety.journal;

/// How a journal is. Immutable.
///
/// @param word     in one word
/// @param reason   why it is not well; empty when it is
/// @param appended number of the newest ticket that was given
/// @param durable  highest ticket that is on disk for good, as is every one below
/// @param dropped  records that were left out because memory ran full while the disk was away
/// @param bytes    written since the start
public record JournalState(Word word, String reason, long appended, long durable, long dropped, long bytes) {
    /// The same one, away.
    JournalState away(String why) {
        return new JournalState(Word.AWAY, why, appended, durable, dropped, bytes);
    }

    /// In one word.
    public enum Word {
        /// Nothing was written yet.
        STARTING,
        /// What is appended is on disk in time.
        OK,
        /// The disk does not take anything: memory holds what is appended.
        AWAY
    }
}
