package org.altercor.config;

/// A file that a machine was read from, as it was read: whoever keeps it can read the same machine again.
///
/// @param file its path, or for a shipped one what it is called in messages
/// @param kind the word of its kind
/// @param text all of it
public record SourceFile(String file, String kind, String text) {
    @Override
    public String toString() {
        return file;
    }
}
