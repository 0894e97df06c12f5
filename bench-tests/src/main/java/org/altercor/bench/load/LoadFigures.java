package org.altercor.bench.load;

import java.util.List;

/// What a machine bore while its loops were timed.
///
/// @param machine          its name
/// @param seconds          how long, by the clock on the wall
/// @param pumps            it has
/// @param pumpsTurning     most that turned at a time
/// @param screens          clients of the console's event stream that are still connected at the end
/// @param picturesTaken    by each of them
/// @param messages         handed to the broker
/// @param metricsDropped   messages of metrics that were due and did not go out
/// @param events           numbered in the machine's log
/// @param alarms           how often a screen showed one become active
/// @param actsAccepted     of the operator at the first screen
/// @param actsRefused      likewise
/// @param trouble          why nobody acts any more; empty when somebody does
public record LoadFigures(
        String machine,
        double seconds,
        int pumps,
        int pumpsTurning,
        int screens,
        List<Long> picturesTaken,
        long messages,
        long metricsDropped,
        long events,
        long alarms,
        long actsAccepted,
        long actsRefused,
        String trouble) {
    public LoadFigures {
        picturesTaken = List.copyOf(picturesTaken);
    }

    /// Whether it was there to the end: every screen, and somebody who acted.
    public boolean wasWhole() {
        return trouble.isEmpty() && screens == picturesTaken.size();
    }
}
