package org.altercor.hal.twin.sensor;

import java.util.List;
import java.util.function.DoubleSupplier;

/// The sockets of the pressure channels of a machine. Plugs that are in each other's sockets make *two* channels show
/// what the other should; another swap that shares one of them goes on from there.
///
/// Owner: the twin's thread. Allocates nothing after construction.
public final class PressureSockets {
    private final List<DoubleSupplier> places;
    private final boolean[] isSwappedWithNext;
    private final int[] placeOf;

    /// @param places pressure in mmHg at the place of each channel, in the order of the machine
    public PressureSockets(List<? extends DoubleSupplier> places) {
        this.places = List.copyOf(places);
        isSwappedWithNext = new boolean[places.size()];
        placeOf = new int[places.size()];
        plug();
    }

    /// What is behind the plug in the socket of a channel, in mmHg.
    double mmHg(int channel) {
        return places.get(placeOf[channel]).getAsDouble();
    }

    /// Puts the plugs of a channel and of the next one, the first after the last, into each other's sockets, or back.
    void swapWithNext(int channel, boolean isSwapped) {
        isSwappedWithNext[channel] = isSwapped;
        plug();
    }

    private void plug() {
        for (int i = 0; i < placeOf.length; i++) {
            placeOf[i] = i;
        }
        for (int i = 0; i < placeOf.length; i++) {
            if (isSwappedWithNext[i]) {
                int next = (i + 1) % placeOf.length;
                int place = placeOf[i];
                placeOf[i] = placeOf[next];
                placeOf[next] = place;
            }
        }
    }
}
