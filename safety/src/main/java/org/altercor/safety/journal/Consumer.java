package org.altercor.safety.journal;

import java.util.Optional;
import java.util.UUID;
import org.altercor.safety.event.EarlierEvents;
import org.altercor.safety.event.EventMemory;

/// Somebody who takes events, as the journal knows it: its name, how far it says it has got, and what it is owed of
/// earlier starts. Any thread; waits for nobody.
final class Consumer implements EventMemory {
    private final String name;
    private volatile Optional<Position> position = Optional.empty();
    private volatile Optional<LookBack.Found> found = Optional.empty();

    /// @param sequence of an event of this start; 0 before its first
    record Position(UUID boot, long sequence) {}

    Consumer(String name) {
        this.name = name;
    }

    @Override
    public Optional<EarlierEvents> earlier() {
        return found.map(LookBack.Found::earlier);
    }

    @Override
    public void taken(UUID boot, long sequence) {
        position = Optional.of(new Position(boot, sequence));
    }

    String name() {
        return name;
    }

    /// How far it has got in this start; empty when it did not say.
    Optional<Position> position() {
        return position;
    }

    void found(LookBack.Found its) {
        found = Optional.of(its);
    }

    /// What the journal told of earlier starts; empty until it was read.
    Optional<LookBack.Found> found() {
        return found;
    }
}
