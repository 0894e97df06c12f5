package org.altercor.controller.blackbox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// One state over the cycles of the window. Owner: one thread.
final class StateTrace {
    private final String name;
    private final Function<Cycle, State> source;
    private final List<Run> runs = new ArrayList<>();
    private final boolean isWorthQuiet;
    private int count;

    /// How much a state asks to be looked at.
    enum Shade {
        /// As it should be.
        QUIET,
        /// Worth knowing.
        NOTE,
        /// What stops, or should.
        ALARM,
        /// Nobody knows.
        UNKNOWN
    }

    /// A state in words.
    record State(String words, Shade shade) {
        static final State NOT_KNOWN = new State("not known", Shade.UNKNOWN);

        static State quiet(String words) {
            return new State(words, Shade.QUIET);
        }

        static State note(String words) {
            return new State(words, Shade.NOTE);
        }

        static State alarm(String words) {
            return new State(words, Shade.ALARM);
        }
    }

    /// The same state in cycles that follow each other.
    ///
    /// @param first of them
    /// @param last  of them
    record Run(int first, int last, State state) {}

    /// @param name   for people
    /// @param source takes it out of a cycle
    StateTrace(String name, Function<Cycle, State> source) {
        this(name, source, true);
    }

    /// @param name         for people
    /// @param source       takes it out of a cycle
    /// @param isWorthQuiet whether it is worth drawing when it was all the time as it should be
    StateTrace(String name, Function<Cycle, State> source, boolean isWorthQuiet) {
        this.name = name;
        this.source = source;
        this.isWorthQuiet = isWorthQuiet;
    }

    String name() {
        return name;
    }

    /// Takes the next cycle.
    ///
    /// @param isBehindGap whether nothing is known of what was between it and the one before
    void take(Cycle cycle, boolean isBehindGap) {
        State state = source.apply(cycle);
        boolean goesOn =
                !isBehindGap && !runs.isEmpty() && runs.getLast().state().equals(state);
        if (goesOn) {
            runs.set(runs.size() - 1, new Run(runs.getLast().first(), count, state));
        } else {
            runs.add(new Run(count, count, state));
        }
        count++;
    }

    List<Run> runs() {
        return List.copyOf(runs);
    }

    /// Whether it was ever worth knowing of.
    boolean isEverLoud() {
        return isEver(Shade.NOTE) || isEver(Shade.ALARM);
    }

    /// Whether anybody ever knew it.
    boolean isEverKnown() {
        return isEver(Shade.QUIET) || isEverLoud();
    }

    private boolean isEver(Shade shade) {
        return runs.stream().anyMatch(run -> run.state().shade() == shade);
    }

    /// Whether it is worth drawing. What was not known is.
    boolean isWorth() {
        return isWorthQuiet || isEverLoud() || isEver(Shade.UNKNOWN);
    }

    /// In a cycle.
    State at(int cycle) {
        return runs.stream()
                .filter(run -> run.first() <= cycle && cycle <= run.last())
                .map(Run::state)
                .findFirst()
                .orElse(State.NOT_KNOWN);
    }
}
