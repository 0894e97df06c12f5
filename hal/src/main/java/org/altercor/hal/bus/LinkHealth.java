package org.altercor.hal.bus;

/// What a bus thread counts about one device. Health is the age of the last good frame; an open port proves
/// nothing.
public final class LinkHealth {
    private long framesGood;
    private long framesBad;
    private long timeouts;
    private long lastGoodFrameNanos;

    public void good(long nowNanos) {
        framesGood++;
        lastGoodFrameNanos = nowNanos;
    }

    /// Something arrived and was not what it should be.
    public void bad() {
        framesBad++;
    }

    /// Nothing arrived in time.
    public void timedOut() {
        timeouts++;
    }

    public long framesGood() {
        return framesGood;
    }

    public long framesBad() {
        return framesBad;
    }

    public long timeouts() {
        return timeouts;
    }

    /// Meaningless while [#framesGood] is 0.
    public long lastGoodFrameNanos() {
        return lastGoodFrameNanos;
    }
}
