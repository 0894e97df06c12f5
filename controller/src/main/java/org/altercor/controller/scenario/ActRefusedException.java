package org.altercor.controller.scenario;

import java.util.Locale;
import org.altercor.config.scenario.Scenario.Event;
import org.altercor.config.schema.Unit;

/// The world does not take an act of the scenario at the moment it happens.
public final class ActRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

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
