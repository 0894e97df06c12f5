package org.altercor.safety.telemetry;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.altercor.safety.event.Event;
import org.altercor.safety.event.EventLog;
import org.altercor.safety.event.EventMemory;

/// Which events the broker has, which are on their way, and which comes next.
///
/// The log is the outbox: nothing is copied into a queue that could overflow, and a lost connection costs nothing but
/// to begin again behind the last number that the broker acknowledged. What was under way then goes twice, under the
/// same number. What earlier starts of the program left goes first, once it is known. Owner: one thread.
final class EventOutbox {
    /// Events under way at a time. Our own judgement: fills a round trip on a slow network, and little goes twice.
    static final int WINDOW = 16;

    /// How long this start's events wait for what earlier ones left, so that all come in order. A disk that cannot be
    /// read must not keep them for longer; what it has comes after them then. Our own judgement.
    static final long PATIENCE_NANOS = Duration.ofSeconds(15).toNanos();

    private final EventLog log;
    private final EventMemory memory;
    private final Deque<Event> fetched = new ArrayDeque<>();
    private final TreeMap<Long, Outgoing> underWay = new TreeMap<>();
    private Optional<Backlog> backlog = Optional.empty();
    private Optional<Long> beginNanos = Optional.empty();
    private boolean isImpatient;
    private long sent;
    private long acknowledged;
    private long gone;

    /// @param log    of this start
    /// @param memory of what the broker has, over starts
    EventOutbox(EventLog log, EventMemory memory) {
        this.log = log;
        this.memory = memory;
    }

    /// Looks whether it is known by now what earlier starts left.
    void look(long nowNanos) {
        if (backlog.isPresent()) {
            return;
        }
        long begin = beginNanos.orElse(nowNanos);
        beginNanos = Optional.of(begin);
        isImpatient |= nowNanos - begin >= PATIENCE_NANOS;
        backlog = memory.earlier().map(Backlog::new);
        remember();
    }

    /// No more waiting for what is not known yet: the program ends.
    void hurry() {
        isImpatient = true;
    }

    /// The connection is gone: what was not acknowledged was not sent.
    void restart() {
        fetched.clear();
        underWay.clear();
        sent = acknowledged;
        backlog.ifPresent(Backlog::restart);
    }

    /// What goes out next; empty when there is nothing, or enough is under way.
    Optional<Outgoing> next() {
        if (underWay.size() + backlog.map(Backlog::underWay).orElse(0) >= WINDOW) {
            return Optional.empty();
        }
        Optional<Outgoing> earlier = backlog.flatMap(Backlog::next);
        boolean isTurn = backlog.isPresent() || isImpatient;
        return earlier.isPresent() || !isTurn ? earlier : nextOwn();
    }

    private Optional<Outgoing> nextOwn() {
        if (fetched.isEmpty()) {
            List<Event> more = log.after(sent, WINDOW);
            fetched.addAll(more);
        }
        if (fetched.isEmpty()) {
            return Optional.empty();
        }
        Event first = fetched.getFirst();
        if (first.sequence() > sent + 1) {
            return Optional.of(new Outgoing.Gone(log.boot(), sent + 1, first.sequence() - 1, first.nanos()));
        }
        return Optional.of(new Outgoing.One(first));
    }

    private boolean isOwn(Outgoing outgoing) {
        return outgoing.boot().equals(log.boot());
    }

    /// It was handed to the network.
    void sent(Outgoing outgoing) {
        if (!isOwn(outgoing)) {
            backlog.orElseThrow().sent(outgoing);
            return;
        }
        if (outgoing instanceof Outgoing.One) {
            fetched.removeFirst();
        }
        sent = outgoing.number();
        underWay.put(outgoing.number(), outgoing);
    }

    /// The broker acknowledged it. The cursor goes on only as far as everything before it is acknowledged too.
    void delivered(Outgoing outgoing) {
        if (isOwn(outgoing)) {
            deliveredOwn(outgoing);
        } else {
            backlog.ifPresent(its -> its.delivered(outgoing));
        }
        remember();
    }

    private void deliveredOwn(Outgoing outgoing) {
        if (!underWay.remove(outgoing.number(), outgoing)) {
            return;
        }
        if (outgoing instanceof Outgoing.Gone(var _, long first, long last, var _)) {
            gone += last - first + 1;
        }
        acknowledged =
                underWay.isEmpty() ? sent : underWay.firstEntry().getValue().first() - 1;
    }

    /// For the next start: what this one sent counts only when nothing of earlier ones is left.
    private void remember() {
        if (backlog.isEmpty()) {
            return;
        }
        if (backlog.get().isDone()) {
            memory.taken(log.boot(), acknowledged);
        } else {
            backlog.get().acknowledged().ifPresent(last -> memory.taken(last.boot(), last.number()));
        }
    }

    /// Events that the broker does not have yet, as far as they are known.
    long waiting() {
        return log.newest() - acknowledged + backlog.map(Backlog::waiting).orElse(0);
    }

    /// Events that nobody will ever be told, as far as they were counted.
    long gone() {
        return gone + backlog.map(Backlog::gone).orElse(0L);
    }
}
