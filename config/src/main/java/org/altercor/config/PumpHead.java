package org.altercor.config;

/// The kind of pump head. A stopped occlusive roller holds the line shut; a stopped centrifugal head is an open pipe.
public enum PumpHead {
    ROLLER("roller"),
    CENTRIFUGAL("centrifugal");

    private final String word;

    PumpHead(String word) {
        this.word = word;
    }

    /// The field's word, as written in machine files.
    public String word() {
        return word;
    }
}
