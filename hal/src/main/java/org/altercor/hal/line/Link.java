package org.altercor.hal.line;

import org.altercor.hal.line.LineOpener.Opening;

/// A line that is opened again whenever it is gone.
///
/// ```
/// DOWN ── keepOpen, when due ──► UP ── read or write says GONE ──► DOWN, next attempt due at once
///   ▲──────── refused: due later and later, up to a cap ────────┘
/// ```
///
/// Being open proves nothing about the peer: health is the age of the last good frame. Owner: one bus thread.
/// Allocates only while opening.
public final class Link {
    /// First pause between attempts. Our own judgement: short enough that a re-plugged adapter costs nothing.
    public static final long FIRST_PAUSE_NANOS = 50_000_000;

    /// Longest pause between attempts: half of the 2 s within which a re-plugged adapter must be back (safety,
    /// B08).
    public static final long LONGEST_PAUSE_NANOS = 1_000_000_000;

    private static final ByteLine NONE = new ByteLine() {
        @Override
        public int read(byte[] into) {
            return GONE;
        }

        @Override
        public int write(byte[] from, int length) {
            return GONE;
        }

        @Override
        public void close() {}
    };

    private final LineOpener opener;
    private final byte[] waste = new byte[ByteLine.LONGEST_FRAME];

    private ByteLine line = NONE;
    private boolean tried;
    private boolean justTried; // and no cycle began since
    private long waitNanos;
    private long nextAttemptNanos;
    private long pauseNanos = FIRST_PAUSE_NANOS;
    private long connections;
    private long shortWrites;
    private volatile String trouble = "";

    public Link(LineOpener opener) {
        this.opener = opener;
    }

    /// Opens the line when it is down and its turn has come.
    ///
    /// @return whether the line is open
    public boolean keepOpen(long nowNanos) {
        if (justTried) { // opening may have taken long: the pause begins when it is over
            justTried = false;
            nextAttemptNanos = nowNanos + waitNanos;
        }
        if (line != NONE) {
            return true;
        }
        if (tried && nowNanos - nextAttemptNanos < 0) {
            return false;
        }
        tried = true;
        justTried = true;
        switch (opener.open()) {
            case Opening.Open(var opened) -> {
                line = opened;
                connections++;
                pauseNanos = FIRST_PAUSE_NANOS;
                waitNanos = pauseNanos; // a line that dies at once is not opened in a hot loop
                trouble = "";
            }
            case Opening.Refused(var reason) -> {
                trouble = reason;
                waitNanos = pauseNanos;
                pauseNanos = Math.min(2 * pauseNanos, LONGEST_PAUSE_NANOS);
            }
        }
        return line != NONE;
    }

    public boolean isOpen() {
        return line != NONE;
    }

    /// As [ByteLine#read]; a line that is gone is closed.
    public int read(byte[] into) {
        int count = line.read(into);
        if (count == ByteLine.GONE) {
            close("the port is gone");
        }
        return count;
    }

    /// Hands over a whole frame.
    ///
    /// @return false when it was not taken: the line is gone (then closed), or full (then counted)
    public boolean write(byte[] from, int length) {
        int count = line.write(from, length);
        if (count == ByteLine.GONE) {
            close("the port is gone");
        } else if (count < length) {
            shortWrites++;
        }
        return count == length;
    }

    /// Throws away what has arrived, at most 1 KiB: a line full of noise must not hold up its thread.
    ///
    /// @return number of bytes thrown away
    public int drain() {
        int drained = 0;
        for (int round = 0; round < 16; round++) {
            int count = read(waste);
            if (count <= 0) {
                break;
            }
            drained += count;
        }
        return drained;
    }

    /// Closes the line; [#keepOpen] opens it again.
    public void close(String reason) {
        if (line != NONE) {
            line.close();
            line = NONE;
            trouble = reason;
        }
    }

    /// How often the line was opened; a change tells that it was lost in between.
    public long connections() {
        return connections;
    }

    /// Frames that the line could not take whole.
    public long shortWrites() {
        return shortWrites;
    }

    /// Why the line is down, for the engineer; empty while it is open. Any thread.
    public String trouble() {
        return trouble;
    }
}
