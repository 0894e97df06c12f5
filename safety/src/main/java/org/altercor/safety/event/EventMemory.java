package org.altercor.safety.event;

import java.util.Optional;
import java.util.UUID;

/// How far somebody who takes events has got, remembered over starts of the program. Any thread; waits for nobody.
public interface EventMemory {
    /// Remembers nothing: each start begins with its own first event.
    EventMemory NONE = new EventMemory() {
        @Override
        public Optional<EarlierEvents> earlier() {
            return Optional.of(EarlierEvents.NOTHING);
        }

        @Override
        public void taken(UUID boot, long sequence) {
            // nobody will ask
        }
    };

    /// What happened in earlier starts and was not taken; empty until that is known. It may never be, without a disk.
    Optional<EarlierEvents> earlier();

    /// Everything up to an event was taken: all [#earlier] ones to there, or all of them and this start's own.
    ///
    /// @param boot     the event's start
    /// @param sequence its number; 0 when nothing of that start was taken yet
    void taken(UUID boot, long sequence);
}
