package org.altercor.controller.scenario;

import java.util.Locale;
import org.altercor.config.scenario.Scenario.Event;
import org.altercor.config.schema.Unit;

/// The world does not take an act of the scenario at the moment it happens, or does not come to the rest that it
/// begins with.
public final class ActRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// There is no rest to begin with.
    ActRefusedException(IllegalStateException noRest) {
        super("settled = true, and " + noRest.getMessage(), noRest);
    }

    ActRefusedException(Event event, IllegalArgumentException why) {
        super(
                String.format(
                        Locale.ROOT,
                        "line %d, at %s s: %s",
                        event.line(),
                        Unit.number(event.atSeconds()),
                        why.getMessage()),
                why);
    }
}
