package org.altercor.controller.scenario;

import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.altercor.config.scenario.Act.Expect;
import org.altercor.hal.twin.Signal;

/// One expectation while its scenario runs.
///
/// | asked | held when | failed when |
/// |---|---|---|
/// | at a moment | it holds then | it does not |
/// | `for-s` | it has held at every step of that time | it does not hold at one step of it |
/// | `within-s` | it holds at one step of that time | it has held at none |
///
/// A value that is not known holds nothing. Owner: the run. Allocates nothing after construction.
final class Judgement {
    private enum State {
        AHEAD,
        WATCHED,
        HELD,
        FAILED
    }

    private final double atSeconds;
    private final int line;
    private final Expect expect;
    private final Signal signal;
    private final DoubleSupplier source;
    private final double atLeast;
    private final double atMost;
    private final Optional<MovingMean> mean;
    private final long meanFromStep;
    private final long watchSteps;

    private State state = State.AHEAD;
    private long begunStep;
    private long decidedStep;
    private double found = Double.NaN;

    Judgement(double atSeconds, int line, Expect expect, Signal signal) {
        this.atSeconds = atSeconds;
        this.line = line;
        this.expect = expect;
        this.signal = signal;
        source = signal.value();
        atLeast = expect.atLeast().orElse(Double.NEGATIVE_INFINITY);
        atMost = expect.atMost().orElse(Double.POSITIVE_INFINITY);
        int meanSteps = (int) Steps.notBefore(expect.meanSeconds());
        mean = meanSteps > 0 ? Optional.of(new MovingMean(meanSteps)) : Optional.empty();
        meanFromStep = Steps.notBefore(atSeconds) - meanSteps + 1;
        watchSteps = Steps.notBefore(Math.max(expect.forSeconds(), expect.withinSeconds()));
    }

    /// Takes the signal into the mean, from as long before its time as the mean needs. Once per step.
    void observe(long step) {
        if (mean.isPresent() && step >= meanFromStep && !isDecided()) {
            mean.get().add(source.getAsDouble());
        }
    }

    /// Its time has come: judged now, and watched from now on where it says so.
    void begin(long step) {
        state = State.WATCHED;
        begunStep = step;
        judge(step);
    }

    /// Judges this step, once it has begun and until it is decided.
    void judge(long step) {
        if (state != State.WATCHED) {
            return;
        }
        found = mean.isPresent() ? mean.get().value() : source.getAsDouble();
        boolean holds = found >= atLeast && found <= atMost; // NaN is neither
        boolean isLast = step - begunStep >= watchSteps;
        boolean isToHoldThroughout = expect.forSeconds() > 0;
        if (isLast || holds != isToHoldThroughout) {
            state = holds ? State.HELD : State.FAILED;
            decidedStep = step;
        }
    }

    /// Whether it has held or failed.
    boolean isDecided() {
        return state == State.HELD || state == State.FAILED;
    }

    /// What came of it. One that the end of the run has overtaken has not held.
    Verdict verdict(long endStep) {
        return new Verdict(
                atSeconds,
                line,
                signal.name(),
                signal.unit(),
                found,
                Allowed.text(expect, signal.unit()),
                state == State.HELD,
                Steps.seconds(isDecided() ? decidedStep : endStep),
                expect.why().orElse(""));
    }
}
