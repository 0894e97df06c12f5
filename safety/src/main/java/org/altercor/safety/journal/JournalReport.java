package org.altercor.safety.journal;

import java.util.List;

/// What a reading of a journal found, the good and the bad.
///
/// @param segments     files that hold, or should hold, records
/// @param records      that were read, each number once
/// @param firstSequence of them; 0 when there is none
/// @param lastSequence of them; 0 when there is none
/// @param lastChain    link of the last, in hexadecimal
/// @param flaws        what is not as it should be, in the order of the files
public record JournalReport(
        int segments, long records, long firstSequence, long lastSequence, String lastChain, List<Flaw> flaws) {
    public JournalReport {
        flaws = List.copyOf(flaws);
    }

    /// Something that is not as it should be.
    public sealed interface Flaw {
        /// Name of the file.
        String file();

        /// A tail that was under way when the program or its computer ended: nothing in it had been acknowledged.
        ///
        /// @param offset of its first byte
        /// @param bytes  of it that are not zero
        record TornTail(String file, long offset, long bytes) implements Flaw {}

        /// Bytes in the middle that are no record.
        ///
        /// @param offset of the first
        /// @param bytes  of them
        record Spoilt(String file, long offset, long bytes) implements Flaw {}

        /// Records that are not there, though they had been on disk.
        ///
        /// @param first sequence of the first
        /// @param last  sequence of the last
        record Missing(String file, long first, long last) implements Flaw {}

        /// A record whose link does not follow from the one before it: something was changed, taken out or put in.
        ///
        /// @param sequence of the record
        record ChainBroken(String file, long sequence) implements Flaw {}

        /// A segment whose header cannot be read.
        record NoHeader(String file) implements Flaw {}
    }

    /// Whether everything that was ever acknowledged is there and unchanged. A torn tail is what a power cut leaves.
    public boolean isWhole() {
        return flaws.stream().allMatch(flaw -> switch (flaw) {
            case Flaw.TornTail _ -> true;
            case Flaw.Spoilt _, Flaw.Missing _, Flaw.ChainBroken _, Flaw.NoHeader _ -> false;
        });
    }
}
