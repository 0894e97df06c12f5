package org.altercor.bench.line;

import java.util.Arrays;
import org.altercor.hal.line.ByteLine;
import org.altercor.hal.line.LineOpener;

/// Passes a line through and counts the frames written to it, to tell in which order a bus thread sends.
///
/// The bus thread writes; one other thread arms and asks.
public final class CountedLine implements LineOpener {
    private final LineOpener opener;
    private final byte[] awaited;

    private volatile long frames;
    private volatile long awaitedAt; // number of the awaited frame; 0 while it has not come

    /// @param opener  opens the line itself
    /// @param awaited the frame to wait for
    public CountedLine(LineOpener opener, byte[] awaited) {
        this.opener = opener;
        this.awaited = awaited.clone();
    }

    /// Waits for the frame from now on.
    public void arm() {
        awaitedAt = 0;
    }

    /// Frames written so far.
    public long frames() {
        return frames;
    }

    /// Whether the awaited frame was written since [#arm].
    public boolean hasCome() {
        return awaitedAt != 0;
    }

    /// Frames written between the one that was number `from` and the awaited one; negative when that came earlier.
    public long framesBetween(long from) {
        return awaitedAt - from - 1;
    }

    @Override
    public Opening open() {
        return switch (opener.open()) {
            case Opening.Open(var line) -> new Opening.Open(counted(line));
            case Opening.Refused refused -> refused;
        };
    }

    private ByteLine counted(ByteLine line) {
        return new ByteLine() {
            @Override
            public int read(byte[] into) {
                return line.read(into);
            }

            @Override
            @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
            public int write(byte[] from, int length) {
                frames++;
                if (awaitedAt == 0 && Arrays.equals(from, 0, length, awaited, 0, awaited.length)) {
                    awaitedAt = frames;
                }
                return line.write(from, length);
            }

            @Override
            public void close() {
                line.close();
            }
        };
    }
}
