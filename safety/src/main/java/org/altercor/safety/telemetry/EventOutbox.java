package org.altercor.safety.telemetry;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.altercor.safety.event.Event;
import org.altercor.safety.event.EventLog;

/// Which events the broker has, which are on their way, and which comes next.
///
/// The log is the outbox: nothing is copied into a queue that could overflow, and a lost connection costs nothing but
/// to begin again behind the last number that the broker acknowledged. What was under way then goes twice, under the
/// same number. Owner: one thread.
final class EventOutbox {
    /// Events under way at a time. Our own judgement: fills a round trip on a slow network, and little goes twice.
    static final int WINDOW = 16;

    private final EventLog log;
    private final Deque<Event> fetched = new ArrayDeque<>();
    private final TreeMap<Long, Outgoing> underWay = new TreeMap<>();
    private long sent;
    private long acknowledged;
    private long gone;

    /// What goes out next; its number comes back in [#delivered].
    sealed interface Outgoing {
        /// The number it goes under.
        long number();

        /// The first number that it speaks of.
        long first();

        /// An event.
        record One(Event event) implements Outgoing {
            @Override
            public long number() {
                return event.sequence();
            }

            @Override
            public long first() {
                return event.sequence();
            }
        }

        /// Events that the log no longer has, first and last of them.
        record Gone(long first, long last) implements Outgoing {
            @Override
            public long number() {
                return last;
            }
        }
    }

    EventOutbox(EventLog log) {
        this.log = log;
    }

    /// The connection is gone: what was not acknowledged was not sent.
    void restart() {
        fetched.clear();
        underWay.clear();
        sent = acknowledged;
    }

    /// What goes out next; empty when there is nothing, or enough is under way.
    Optional<Outgoing> next() {
        if (underWay.size() >= WINDOW) {
            return Optional.empty();
        }
        if (fetched.isEmpty()) {
            List<Event> more = log.after(sent, WINDOW);
            fetched.addAll(more);
        }
        if (fetched.isEmpty()) {
            return Optional.empty();
        }
        Event first = fetched.getFirst();
        if (first.sequence() > sent + 1) {
            return Optional.of(new Outgoing.Gone(sent + 1, first.sequence() - 1));
        }
        return Optional.of(new Outgoing.One(first));
    }

    /// It was handed to the network.
    void sent(Outgoing outgoing) {
        switch (outgoing) {
            case Outgoing.One(var _) -> fetched.removeFirst();
            case Outgoing.Gone(var _, var _) -> {}
        }
        sent = outgoing.number();
        underWay.put(outgoing.number(), outgoing);
    }

    /// The broker acknowledged it. The cursor goes on only as far as everything before it is acknowledged too.
    void delivered(Outgoing outgoing) {
        if (!underWay.remove(outgoing.number(), outgoing)) {
            return;
        }
        if (outgoing instanceof Outgoing.Gone(long first, long last)) {
            gone += last - first + 1;
        }
        acknowledged =
                underWay.isEmpty() ? sent : underWay.firstEntry().getValue().first() - 1;
    }

    /// Number up to which the broker has everything.
    long acknowledged() {
        return acknowledged;
    }

    /// Events that the broker does not have yet.
    long waiting() {
        return log.newest() - acknowledged;
    }

    /// Events that nobody will ever be told.
    long gone() {
        return gone;
    }
}
