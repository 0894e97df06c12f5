package org.altercor.safety.journal;

import java.util.List;

/// What a record is. Codes and words are part of the format: they never change.
///
/// @param code        1 to 63 are the journal's and the supervisor's own; 64 to 127 belong to whoever uses the journal
/// @param word        for people and exports
/// @param isDroppable whether it may be left out when memory runs full while the disk is away; a gap then stands in its
///                    place
public record RecordType(int code, String word, boolean isDroppable) {
    /// The effective configuration, and its hash: the first record of every start.
    public static final RecordType CONFIGURATION = new RecordType(1, "configuration", false);

    /// Recorded frames of a loop.
    public static final RecordType FRAMES = new RecordType(2, "frames", true);

    /// Something that happened.
    public static final RecordType EVENT = new RecordType(3, "event", false);

    /// The machine once a second, for people.
    public static final RecordType SUMMARY = new RecordType(4, "summary", true);

    /// The state of the hash chain, in words that can be read out and written down elsewhere.
    public static final RecordType ANCHOR = new RecordType(5, "anchor", false);

    /// What was found when the program started: where a tail was cut, what could not be read.
    public static final RecordType RECOVERY = new RecordType(6, "recovery", false);

    /// Stands for a record that was left out, under its number.
    public static final RecordType GAP = new RecordType(7, "gap", false);

    /// How far somebody who takes events has got: all before it need not be told again.
    public static final RecordType CURSOR = new RecordType(8, "cursor", false);

    /// What stands where in the cycles of a loop.
    public static final RecordType LAYOUT = new RecordType(9, "layout", false);

    /// All that this version writes itself.
    public static final List<RecordType> OWN =
            List.of(CONFIGURATION, FRAMES, EVENT, SUMMARY, ANCHOR, RECOVERY, GAP, CURSOR, LAYOUT);

    public RecordType {
        if (code < 1 || code > 127) {
            throw new IllegalArgumentException("a type of record is 1 to 127: " + code);
        }
    }

    /// The word of a code, also of one that this version does not know.
    public static String word(int code) {
        return OWN.stream()
                .filter(type -> type.code == code)
                .map(RecordType::word)
                .findFirst()
                .orElse("type-" + code);
    }
}
