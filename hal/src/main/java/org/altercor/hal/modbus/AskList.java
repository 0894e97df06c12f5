package org.altercor.hal.modbus;

/// When each request was last sent, and which of those on offer has been due for longest.
///
/// Owner: the bus thread. Allocates nothing.
final class AskList {
    private final long[] lastNanos = new long[DriveRequest.SLOTS];
    private DriveRequest best = DriveRequest.NONE;
    private long bestDueNanos;

    /// Counts every request as last sent `agoNanos` ago.
    void restart(long nowNanos, long agoNanos) {
        for (int i = 0; i < lastNanos.length; i++) {
            lastNanos[i] = nowNanos - agoNanos;
        }
    }

    /// Begins a new choice: nothing is on offer.
    void clear() {
        best = DriveRequest.NONE;
    }

    /// Offers a request that may be sent once in `periodNanos`. Of two that are equally due the first one wins.
    void offer(long nowNanos, DriveRequest request, long periodNanos) {
        long dueNanos = lastNanos[request.slot()] + periodNanos;
        if (isDue(nowNanos, request, periodNanos) && (best == DriveRequest.NONE || dueNanos - bestDueNanos < 0)) {
            best = request;
            bestDueNanos = dueNanos;
        }
    }

    /// Offers a request that is due at this moment, whenever it was sent last.
    void offerAtOnce(long nowNanos, DriveRequest request) {
        best = request;
        bestDueNanos = nowNanos;
    }

    /// Whether a request that may be sent once in `periodNanos` may be sent now.
    boolean isDue(long nowNanos, DriveRequest request, long periodNanos) {
        return nowNanos - lastNanos[request.slot()] >= periodNanos;
    }

    /// The chosen request.
    DriveRequest best() {
        return best;
    }

    /// Since when the chosen request is due.
    long dueNanos() {
        return bestDueNanos;
    }

    /// A request was handed to the port, or the port did not take it.
    void sent(DriveRequest request, long nowNanos) {
        lastNanos[request.slot()] = nowNanos;
    }
}
