package org.altercor.safety.supervise;

/// What is known of a condition in one frame.
enum Finding {
    /// It is known not to hold.
    CLEAR,
    /// It holds, and can harm nobody yet, because nothing turns that it would harm: it forbids the start.
    AT_REST,
    /// It holds.
    PRESENT,
    /// Whether it holds is not known. Unknown is not clear.
    UNKNOWN
}
