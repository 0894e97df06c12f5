package org.altercor.config.schema;

/// One key of one kind of file: its name, what it takes, and what it means.
///
/// A key is data. The reader, the search for unknown keys and the printed table of keys all use the same one. Values
/// come as plain Java objects: `Long`, `Double`, `Boolean`, `String`, `LocalDate`, `List`, [Found.Table].
///
/// @param <T> type of the value
public sealed interface Key<T> permits DateKey, FlagKey, NamesKey, NumberKey, PairsKey, TextKey, WordKey, WordsKey {
    /// Name within its section; a dot stands for a section within it (`set-speed.register`).
    String name();

    Presence presence();

    /// What the key means, in one sentence.
    String meaning();

    /// Type as printed: `number`, `word`.
    String typeText();

    /// What is allowed, as printed.
    String allowedText();

    /// Unit as printed; empty when there is none.
    default String unitText() {
        return "";
    }

    /// Why the range stands where it stands, with its source; empty when the range needs no reason.
    default String sourceText() {
        return "";
    }

    /// Reads what stands in the file.
    Verdict<T> read(Object found);

    /// The group the key belongs to: what stands before the last dot; empty when there is none.
    default String group() {
        int dot = name().lastIndexOf('.');
        return dot < 0 ? "" : name().substring(0, dot);
    }
}
