package org.altercor.controller.scenario;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.altercor.config.scenario.Act;
import org.altercor.config.scenario.Scenario;
import org.altercor.config.scenario.Scenario.Event;
import org.altercor.config.schema.Spelling;
import org.altercor.hal.twin.Signal;

/// Finds signals by name, and chooses some where nobody named any.
final class SignalChoice {
    /// Columns that one still reads side by side. Our own judgement.
    static final int USUAL_MOST = 12;

    private SignalChoice() {}

    static Optional<Signal> find(List<Signal> signals, String name) {
        return signals.stream().filter(signal -> signal.name().equals(name)).findFirst();
    }

    /// Why a name is none: with the one that may have been meant.
    static String unknown(List<Signal> signals, String name) {
        return "there is no signal '" + name + "'"
                + suggestion(signals, name).map(hint -> ": " + hint).orElse("; --signals list tells which there are");
    }

    static Optional<String> suggestion(List<Signal> signals, String name) {
        return Spelling.didYouMean(name, signals.stream().map(Signal::name).toList());
    }

    /// The signals of these names, in their order.
    ///
    /// @throws IllegalArgumentException naming every one that there is not
    static List<Signal> named(List<Signal> signals, List<String> names) {
        List<Signal> found = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String name : names) {
            find(signals, name).ifPresentOrElse(found::add, () -> unknown.add(unknown(signals, name)));
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", unknown));
        }
        return found;
    }

    /// What the scenario is about: signals it expects something of, then those of pumps, parts and devices it
    /// touches, then others in the twin's order; at most [#USUAL_MOST].
    static List<Signal> usual(List<Signal> signals, Scenario scenario) {
        Set<String> subjects = new LinkedHashSet<>();
        Set<Signal> chosen = new LinkedHashSet<>();
        for (Event event : scenario.events()) {
            if (event.act() instanceof Act.Expect expect) {
                find(signals, expect.signal()).ifPresent(chosen::add);
            } else {
                subjects.add(subject(event.act()));
            }
        }
        for (String subject : subjects) {
            signals.stream()
                    .filter(signal -> signal.name().startsWith(subject + ".") || isRead(signal, subject))
                    .forEach(chosen::add);
        }
        chosen.addAll(signals);
        return chosen.stream().limit(USUAL_MOST).toList();
    }

    /// What a device reads, without what is said about that.
    private static boolean isRead(Signal signal, String device) {
        String prefix = "read." + device + ".";
        return signal.name().startsWith(prefix) && signal.name().indexOf('.', prefix.length()) < 0;
    }

    private static String subject(Act act) {
        return switch (act) {
            case Act.Drive drive -> drive.pump();
            case Act.Stop stop -> stop.pump();
            case Act.Change change -> change.part();
            case Act.Air air -> air.part();
            case Act.Give give -> give.part();
            case Act.Fault fault -> fault.device();
            case Act.Clamp clamp -> clamp.clamp();
            case Act.Ask ask -> ask.pump();
            case Act.Setting setting -> "loop." + setting.setting();
            case Act.Order _ -> "loop";
            case Act.Expect expect -> expect.signal();
        };
    }
}
