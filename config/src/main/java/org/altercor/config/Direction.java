package org.altercor.config;

/// Which way a pump turns when it pumps forward, seen from the front.
public enum Direction {
    CLOCKWISE("clockwise"),
    COUNTER_CLOCKWISE("counter-clockwise");

    private final String word;

    Direction(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
