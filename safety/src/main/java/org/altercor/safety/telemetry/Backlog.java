package org.altercor.safety.telemetry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.altercor.safety.event.EarlierEvents;
import org.altercor.safety.event.Event;

/// Events of earlier starts that the broker does not have: which of them are on their way, and which comes next. They
/// go under their own boot and number, and what is missing among them is told in its place. Owner: one thread.
final class Backlog {
    private final List<Outgoing> all;
    private final Map<Outgoing, Integer> underWay = new LinkedHashMap<>();
    private int sent;
    private int acknowledged;
    private long gone;

    Backlog(EarlierEvents earlier) {
        all = List.copyOf(outgoings(earlier));
    }

    private static List<Outgoing> outgoings(EarlierEvents earlier) {
        List<Outgoing> all = new ArrayList<>();
        UUID boot = earlier.boot();
        long last = earlier.sequence();
        for (Event event : earlier.events()) {
            if (!event.boot().equals(boot)) {
                if (all.isEmpty() && earlier.isCut()) {
                    all.add(new Outgoing.Cut(boot, last + 1, event.nanos()));
                }
                boot = event.boot();
                last = 0;
            }
            if (event.sequence() > last + 1) {
                all.add(new Outgoing.Gone(boot, last + 1, event.sequence() - 1, event.nanos()));
            }
            all.add(new Outgoing.One(event));
            last = event.sequence();
        }
        return all;
    }

    /// The connection is gone: what was not acknowledged was not sent.
    void restart() {
        underWay.clear();
        sent = acknowledged;
    }

    /// What goes out next; empty when everything is on its way.
    Optional<Outgoing> next() {
        return sent < all.size() ? Optional.of(all.get(sent)) : Optional.empty();
    }

    /// The next one was handed to the network.
    void sent(Outgoing outgoing) {
        underWay.put(outgoing, sent++);
    }

    /// The broker acknowledged it.
    void delivered(Outgoing outgoing) {
        if (underWay.remove(outgoing) == null) {
            return;
        }
        if (outgoing instanceof Outgoing.Gone(var _, long first, long last, var _)) {
            gone += last - first + 1;
        }
        acknowledged = underWay.isEmpty() ? sent : underWay.values().iterator().next();
    }

    int underWay() {
        return underWay.size();
    }

    /// The last of those that the broker has without a gap; empty when it has none.
    Optional<Outgoing> acknowledged() {
        return acknowledged == 0 ? Optional.empty() : Optional.of(all.get(acknowledged - 1));
    }

    /// Whether the broker has everything.
    boolean isDone() {
        return acknowledged == all.size();
    }

    /// How many the broker does not have yet.
    int waiting() {
        return all.size() - acknowledged;
    }

    /// Events that nobody will ever be told, as far as they were counted.
    long gone() {
        return gone;
    }
}
