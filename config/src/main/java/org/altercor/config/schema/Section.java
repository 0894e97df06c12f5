package org.altercor.config.schema;

import java.util.List;

/// One section of a file: a table of keys under one heading.
///
/// @param name    heading; empty for the keys at the top of the file
/// @param count   how often it may stand there
/// @param meaning what it describes, in one sentence
/// @param keys    its keys; a key that decides about others stands before them
public record Section(String name, Count count, String meaning, List<Key<?>> keys) {
    /// How often a section may stand in a file.
    public enum Count {
        /// Exactly once, under its own name.
        ONE,
        /// Once or not at all.
        AT_MOST_ONE,
        /// Under names of the writer's choice: `[pump.arterial]`; at least one.
        NAMED_SOME,
        /// Under names of the writer's choice; none is fine.
        NAMED_ANY,
        /// Under the names of sections of another file, whose keys they replace one by one, or under new names.
        NAMED_OVER,
        /// Without names, one after the other: `[[at]]`; none is fine.
        LISTED
    }

    public Section {
        keys = List.copyOf(keys);
    }

    /// Whether the writer names each one.
    public boolean isNamed() {
        return switch (count) {
            case NAMED_SOME, NAMED_ANY, NAMED_OVER -> true;
            case ONE, AT_MOST_ONE, LISTED -> false;
        };
    }

    /// Heading as printed: `[pump.NAME]`, `[[at]]`.
    public String heading() {
        if (name.isEmpty()) {
            return "top of the file";
        }
        String inBrackets = isNamed() ? "[" + name + ".NAME]" : "[" + name + "]";
        return count == Count.LISTED ? "[" + inBrackets + "]" : inBrackets;
    }

    /// Names of all keys, for suggestions.
    public List<String> keyNames() {
        return keys.stream().<String>map(Key::name).toList();
    }
}
