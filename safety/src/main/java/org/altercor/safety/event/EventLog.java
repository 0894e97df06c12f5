package org.altercor.safety.event;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/// Everything that happened since the program started, numbered without a gap, oldest first.
///
/// It keeps the newest [#CAPACITY] in memory. A reader says after which number it wants to go on, and is told when what
/// it wants is gone already. Any thread; waits only for other readers and writers of itself, and is never touched by a
/// loop.
public final class EventLog {
    /// Events kept: at one a second, more than five hours. Our own judgement, until a journal keeps them on disk.
    public static final int CAPACITY = 20_000;

    private final UUID boot;
    private final Clock clock;
    private final Deque<Event> events = new ArrayDeque<>();
    private long sequence;

    /// @param boot  of this start of the program
    /// @param clock on the wall
    public EventLog(UUID boot, Clock clock) {
        this.boot = boot;
        this.clock = clock;
    }

    /// Of this start of the program.
    public UUID boot() {
        return boot;
    }

    /// Numbers an event and keeps it.
    public synchronized Event add(long nanos, EventKind kind, String subject, double value, String text) {
        var event = new Event(boot, ++sequence, nanos, clock.instant(), kind, subject, value, text);
        if (events.size() == CAPACITY) {
            events.removeFirst();
        }
        events.addLast(event);
        notifyAll();
        return event;
    }

    /// The events after a number, oldest first, at most so many. The first may have a later number than the one that
    /// follows: then what lay between is gone.
    public synchronized List<Event> after(long number, int atMost) {
        List<Event> found = new ArrayList<>();
        long first = events.isEmpty() ? 0 : events.getFirst().sequence();
        long skip = Math.max(0, number + 1 - first);
        for (Event event : events) {
            if (skip > 0) {
                skip--;
            } else if (found.size() < atMost) {
                found.add(event);
            } else {
                break;
            }
        }
        return found;
    }

    /// The newest events, newest first.
    public synchronized List<Event> newest(int atMost) {
        List<Event> found = new ArrayList<>();
        var newestFirst = events.descendingIterator();
        while (newestFirst.hasNext() && found.size() < atMost) {
            found.add(newestFirst.next());
        }
        return found;
    }

    /// Number of the newest event; 0 when there is none.
    public synchronized long newest() {
        return sequence;
    }

    /// Waits until there is an event after a number, at most so long.
    ///
    /// @throws InterruptedException when the wait is interrupted
    public synchronized void await(long number, long millis) throws InterruptedException {
        long deadline = System.nanoTime() + millis * 1_000_000;
        while (sequence <= number) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }
}
