package org.altercor.bench.journal;

/// A bug that somebody could make in the journal: one text of one source, and what stands there instead.
///
/// @param name of the bug, for people
/// @param file of the source, without its suffix
record Mutant(String name, String file, String text, String instead) {
    @Override
    public String toString() {
        return name;
    }
}
