package org.altercor.safety.telemetry;

import java.util.UUID;
import org.altercor.safety.event.Event;

/// What goes out as an event. Boot and number tell one from another.
sealed interface Outgoing {
    /// The start of the program that it speaks of.
    UUID boot();

    /// The number that it goes under.
    long number();

    /// The first number that it speaks of.
    long first();

    /// An event.
    record One(Event event) implements Outgoing {
        @Override
        public UUID boot() {
            return event.boot();
        }

        @Override
        public long number() {
            return event.sequence();
        }

        @Override
        public long first() {
            return event.sequence();
        }
    }

    /// Events that nobody has any more, first and last of them.
    ///
    /// @param nanos of the event behind them
    record Gone(UUID boot, long first, long last, long nanos) implements Outgoing {
        @Override
        public long number() {
            return last;
        }
    }

    /// Events from a number on, and of starts after that, which are more than is told; how many is not known.
    ///
    /// @param nanos of the event behind them, of a later start
    record Cut(UUID boot, long first, long nanos) implements Outgoing {
        @Override
        public long number() {
            return first;
        }
    }
}
