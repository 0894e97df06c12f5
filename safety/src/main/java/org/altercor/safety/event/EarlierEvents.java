package org.altercor.safety.event;

import java.util.List;
import java.util.UUID;

/// Events of earlier starts, oldest first, behind the last one that was taken.
///
/// @param boot     start of the last one that was taken
/// @param sequence its number; 0 when nothing of that start was
/// @param events   behind it, in the order in which they happened; numbers count anew with each boot
/// @param isCut    whether there were more between the last one taken and the first of these: nobody knows how many
public record EarlierEvents(UUID boot, long sequence, List<Event> events, boolean isCut) {
    /// Nothing is owed.
    public static final EarlierEvents NOTHING = new EarlierEvents(new UUID(0, 0), 0, List.of(), false);

    public EarlierEvents {
        events = List.copyOf(events);
    }
}
