package org.altercor.safety.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.altercor.hal.port.Quality;
import org.altercor.safety.interlock.Response;
import org.altercor.safety.observe.MachineLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The order of a stop on a pump with a clamp: every response at every stage, with line and shaft in every state.
class PumpGuardTest {
    private static final long MS = HealthyMachine.MS;

    private enum Line {
        OPEN,
        SHUT,
        UNKNOWN
    }

    private enum Shaft {
        TURNING,
        STANDING,
        UNKNOWN
    }

    private enum Time {
        A_CYCLE,
        LONGER_THAN_ANY_STOP
    }

    private record Event(Response demanded, boolean operatorStops, Line line, Shaft shaft, Time time) {}

    private WatchedPump pump = pump(false);
    private SupervisorInputs inputs = inputs(false);
    private PumpGuard guard = new PumpGuard(pump);
    private long sample;

    private static HealthyMachine machine(boolean isCentrifugal) {
        return new HealthyMachine(isCentrifugal ? "adult-bypass-centrifugal" : "adult-bypass");
    }

    private static WatchedPump pump(boolean isCentrifugal) {
        HealthyMachine bedside = machine(isCentrifugal);
        return withClamp(WatchedPump.of(bedside.machine, bedside.layout, 0));
    }

    private static SupervisorInputs inputs(boolean isCentrifugal) {
        MachineLayout own = machine(isCentrifugal).layout;
        var withClamp = new MachineLayout(
                own.pumps(), own.values(), own.switches(), List.of("clamp-arterial"), own.stos(), own.runPowers());
        return new SupervisorInputs(withClamp, 0);
    }

    private void use(boolean isCentrifugal) {
        pump = pump(isCentrifugal);
        inputs = inputs(isCentrifugal);
    }

    /// The same pump with a clamp on its line.
    private static WatchedPump withClamp(WatchedPump pump) {
        return new WatchedPump(
                pump.index(),
                pump.duty(),
                pump.maximumRpm(),
                pump.overspeedPercent(),
                pump.overspeedRpm(),
                pump.overspeedNanos(),
                pump.rampRpmPerSecond(),
                pump.lagNanos(),
                pump.stop(),
                pump.guardRpm(),
                pump.shutOffMmHgPerRpm2(),
                pump.tachometer(),
                pump.flow(),
                pump.pressure(),
                0,
                pump.sto(),
                pump.runPower());
    }

    private void take(Event event) {
        inputs.nowNanos += event.time() == Time.A_CYCLE ? 5 * MS : 5_000 * MS;
        sample++;
        double rpm = event.shaft() == Shaft.TURNING ? 100 : 0;
        Quality seen = event.shaft() == Shaft.UNKNOWN ? Quality.DISCONNECTED : Quality.GOOD;
        inputs.seen.drives[0].speedRpm.set(rpm, rpm, inputs.nowNanos, sample, seen);
        inputs.seen.drives[0].busRpm = 100;
        inputs.control.mode[0] = PumpMode.SPEED;
        double percent = event.line() == Line.SHUT ? 100 : 0;
        Quality measured = event.line() == Line.UNKNOWN ? Quality.DISCONNECTED : Quality.GOOD;
        inputs.outputs.clamps[0].closedPercent.set(percent, percent, inputs.nowNanos, sample, measured);
        if (event.operatorStops()) {
            guard.orderStop();
        }
        guard.step(inputs, event.demanded());
    }

    private void take(Response demanded, Line line, Shaft shaft) {
        take(new Event(demanded, false, line, shaft, Time.A_CYCLE));
    }

    @Test
    void aRollerStopsBeforeItsClampShuts() {
        take(Response.NONE, Line.OPEN, Shaft.TURNING);
        take(Response.STOP, Line.OPEN, Shaft.TURNING);
        assertThat(guard.demandsStop()).isTrue();
        assertThat(guard.shutsClamp()).as("it would burst the line").isFalse();
        take(Response.STOP, Line.OPEN, Shaft.UNKNOWN);
        assertThat(guard.shutsClamp()).isFalse();
        take(Response.STOP, Line.OPEN, Shaft.STANDING);
        assertThat(guard.shutsClamp()).isTrue();
    }

    @Test
    void aRollerThatHadToBeCutIsClampedWhenItStands() {
        take(Response.STOP, Line.OPEN, Shaft.TURNING);
        take(Response.CUT, Line.OPEN, Shaft.TURNING);
        assertThat(guard.cuts()).isTrue();
        assertThat(guard.shutsClamp()).isFalse();
        take(Response.CUT, Line.OPEN, Shaft.STANDING);
        assertThat(guard.shutsClamp()).isTrue();
    }

    @Test
    void aClampThatIsShutBehindAStopStaysShutWhenTheOperatorPressesStopAsWell() {
        take(Response.STOP, Line.OPEN, Shaft.TURNING);
        take(Response.STOP, Line.OPEN, Shaft.STANDING);
        take(new Event(Response.STOP, true, Line.SHUT, Shaft.STANDING, Time.A_CYCLE));
        assertThat(guard.shutsClamp()).isTrue();
        take(Response.STOP, Line.SHUT, Shaft.STANDING);
        assertThat(guard.shutsClamp()).isTrue();
    }

    @Test
    void theOperatorsStopOfARollerShutsNoClamp() {
        take(new Event(Response.NONE, true, Line.OPEN, Shaft.TURNING, Time.A_CYCLE));
        for (int i = 0; i < 5; i++) {
            take(Response.NONE, Line.OPEN, Shaft.STANDING);
            assertThat(guard.shutsClamp()).isFalse();
        }
        assertThat(guard.state()).isEqualTo(StopState.NONE);
    }

    @Test
    void aClampThatIsShutBehindAStoppedRollerStaysShutThoughTheShaftIsSeenNoMore() {
        take(Response.STOP, Line.OPEN, Shaft.TURNING);
        take(Response.STOP, Line.OPEN, Shaft.STANDING);
        take(Response.STOP, Line.SHUT, Shaft.UNKNOWN);
        assertThat(guard.shutsClamp()).isTrue();
    }

    /// All ways of three events, from the first cycle on: 4.3 million cycles or so of either head.
    @ParameterizedTest(name = "centrifugal: {0}")
    @ValueSource(booleans = {false, true})
    void nothingThatCanHappenBreaksTheOrderOfAStop(boolean isCentrifugal) {
        use(isCentrifugal);
        List<Event> all = events();
        for (Event first : all) {
            for (Event second : all) {
                for (Event third : all) {
                    tell(first, second, third);
                }
            }
        }
    }

    @ParameterizedTest(name = "centrifugal: {0}")
    @ValueSource(booleans = {false, true})
    void norDoesALongStory(boolean isCentrifugal) {
        long seed = System.nanoTime();
        var random = new Random(seed);
        use(isCentrifugal);
        List<Event> all = events();
        for (int i = 0; i < 20_000; i++) {
            var events = new Event[20];
            for (int j = 0; j < events.length; j++) {
                events[j] = all.get(random.nextInt(all.size()));
            }
            try {
                tell(events);
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    private static List<Event> events() {
        var events = new ArrayList<Event>();
        for (Response demanded : List.of(
                Response.NONE, Response.HOLD, Response.CLAMP, Response.STOP, Response.CUT, Response.CUT_AT_ONCE)) {
            for (Line line : Line.values()) {
                for (Shaft shaft : Shaft.values()) {
                    events.add(new Event(demanded, false, line, shaft, Time.A_CYCLE));
                    events.add(new Event(demanded, true, line, shaft, Time.A_CYCLE));
                    events.add(new Event(demanded, false, line, shaft, Time.LONGER_THAN_ANY_STOP));
                }
            }
        }
        return events;
    }

    private void tell(Event... events) {
        guard = new PumpGuard(pump);
        inputs.nowNanos = Long.MAX_VALUE - 7 * MS; // every story crosses the wrap of the clock
        boolean operatorWaits = false;
        for (int i = 0; i < events.length; i++) {
            StopState before = guard.state();
            boolean shutBefore = guard.shutsClamp();
            operatorWaits |= events[i].operatorStops();
            take(events[i]);
            operatorWaits &= !check(events[i], before, shutBefore, operatorWaits);
        }
    }

    /// @return whether the operator's stop is over
    private boolean check(Event event, StopState before, boolean shutBefore, boolean operatorWaits) {
        Response demanded = event.demanded();
        boolean isOpenHead = pump.isOpenWhenStopped();
        boolean isLineSafe = !isOpenHead || event.line() == Line.SHUT;
        StopState state = guard.state();
        boolean mustEndFlow = demanded.endsFlow() || operatorWaits;

        expect(mustEndFlow == (state != StopState.NONE), "flow ends when it must, and only then", event, before);
        expect(guard.cuts() == (state == StopState.CUT), "what is cut is called cut", event, before);
        boolean wasTurned = before == StopState.NONE || before == StopState.CLAMPING || before == StopState.CLAMPED;
        if (guard.demandsStop() && wasTurned) {
            expect(isLineSafe || demanded == Response.CUT_AT_ONCE, "an open head keeps its line", event, before);
        }
        if (guard.cuts() && before != StopState.CUT) {
            expect(demanded.cuts(), "power goes when an interlock takes it", event, before);
        }
        if (isLineSafe && (demanded == Response.STOP || demanded.cuts())) {
            expect(guard.demandsStop(), "a stop on a safe line is demanded at once", event, before);
        }
        if (demanded == Response.CUT_AT_ONCE || (demanded == Response.CUT && isLineSafe)) {
            expect(guard.cuts(), "and a cut is a cut", event, before);
        }
        if (state == StopState.STANDING && before != StopState.STANDING) {
            expect(event.shaft() == Shaft.STANDING, "a shaft stands when it is seen to", event, before);
        }
        if (isOpenHead && state != StopState.NONE) {
            expect(guard.shutsClamp(), "an open head that ends its flow shuts its line", event, before);
        }
        if (!isOpenHead && guard.shutsClamp() && !shutBefore) {
            expect(event.shaft() == Shaft.STANDING, "a roller stands before its clamp shuts", event, before);
        }
        expect(!(guard.holdsZeroFlow() && !isOpenHead), "a roller holds its line by itself", event, before);
        expect(!(guard.holdsZeroFlow() && guard.demandsStop()), "held or stopped, not both", event, before);
        boolean isSeenTurning = event.shaft() == Shaft.TURNING;
        expect(!guard.isUnseen() || event.shaft() == Shaft.UNKNOWN, "unseen is not seen", event, before);
        expect(!guard.isOutsideEnvelope() || isSeenTurning, "outside is seen turning", event, before);
        if (guard.demandsStop() && before == state && event.time() == Time.LONGER_THAN_ANY_STOP && isSeenTurning) {
            expect(guard.isOutsideEnvelope(), "what turns when it must stand is noticed", event, before);
        }
        return state == StopState.STANDING || (state == StopState.CUT && event.shaft() == Shaft.STANDING);
    }

    private static void expect(boolean holds, String claim, Event event, StopState before) {
        if (!holds) {
            throw new AssertionError(claim + ": " + event + " after " + before);
        }
    }
}
