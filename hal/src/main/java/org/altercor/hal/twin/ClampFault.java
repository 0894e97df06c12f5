package org.altercor.hal.twin;

import org.altercor.config.schema.Unit;

/// What can happen to a clamp of the twin.
public enum ClampFault implements Happening {
    STUCK,
    CLOSES,
    SLOW,
    LIES,
    UNPLUGGED,
    SILENT;

    @Override
    public Words words() {
        return switch (this) {
            case STUCK -> Words.of("stuck", "its jaw stays where it is, wherever it is sent");
            case CLOSES -> Words.of("closes", "closes by itself, wherever it is sent");
            case SLOW -> Words.of("slow", Unit.PERCENT, 1, 99, "its jaw travels so much slower");
            case LIES -> Words.of("lies", "reports that it is where it was sent, wherever it is");
            case UNPLUGGED -> Words.of("unplugged", "the cable of its position is out, and it says so");
            case SILENT -> Words.of("silent", "says nothing of its position any more: what it said last grows old");
        };
    }
}
