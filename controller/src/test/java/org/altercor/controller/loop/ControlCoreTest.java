package org.altercor.controller.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.List;
import org.altercor.hal.port.Quality;
import org.altercor.safety.frame.FrameDecoder;
import org.altercor.safety.frame.FrameDifference;
import org.altercor.safety.frame.FrameEncoder;
import org.altercor.safety.frame.FrameLayout;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.supervise.Answer;
import org.altercor.safety.supervise.BeatWatch;
import org.altercor.safety.supervise.ControlSnapshot;
import org.altercor.safety.supervise.SafetyReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControlCoreTest {
    private static final long MS = 1_000_000;
    private static final long PERIOD = 10 * MS;
    private static final MachineLayout ONE_PUMP =
            new MachineLayout(List.of("pump"), List.of(), List.of(), List.of(), List.of(), List.of());

    private final ControlCore core = new ControlCore(List.of(TestPumps.roller(250, 300)));
    private final ControlInputs inputs = new ControlInputs(ONE_PUMP, new SafetyReport(1, 0, 0, 0, List.of()));
    private final ControlSnapshot snapshot = new ControlSnapshot(1);
    private final BeatWatch supervisorSide = new BeatWatch(50 * MS);
    private long nowNanos;

    private void cycle(boolean supervisorBeats) {
        nowNanos += PERIOD;
        inputs.nowNanos = nowNanos;
        inputs.seen.drives[0].speedRpm.set(snapshot.commandedRpm[0], 0, nowNanos, nowNanos, Quality.GOOD);
        if (supervisorBeats) {
            inputs.safetyReadable = true;
            supervisorSide.beat(inputs.safety.beat, snapshot.beat, nowNanos);
        }
        core.step(inputs, snapshot);
    }

    private void cycles(int count, boolean supervisorBeats) {
        for (int i = 0; i < count; i++) {
            cycle(supervisorBeats);
        }
    }

    private void request(double speedRpm) {
        inputs.requests.askSpeed(0, speedRpm);
    }

    @BeforeEach
    void theSupervisorPermitsEverything() {
        inputs.safety.limitRpm[0] = Double.POSITIVE_INFINITY;
        inputs.safety.mayStart[0] = true;
        inputs.safety.mayIncrease[0] = true;
        inputs.seen.drives[0].isJoined = true;
        inputs.requestsKnown = true;
        cycles(3, true);
    }

    @Test
    void anAcceptedSpeedIsReachedOnTheRampAndHeld() {
        request(60);
        cycle(true);
        assertThat(snapshot.answer[0]).isEqualTo(Answer.ACCEPTED);
        assertThat(snapshot.requestId[0]).isEqualTo(1);
        assertThat(snapshot.commandedRpm[0]).isCloseTo(3, within(1e-9)); // 300 rpm/s for 10 ms
        cycles(30, true);
        assertThat(snapshot.commandedRpm[0]).isEqualTo(60);
    }

    @Test
    void nothingTurnsWithoutARequest() {
        cycles(100, true);
        assertThat(snapshot.commandedRpm[0]).isZero();
    }

    @Test
    void aRefusedRequestChangesNothing() {
        request(60);
        cycles(30, true);
        request(9_000);
        cycles(30, true);
        assertThat(snapshot.answer[0]).isEqualTo(Answer.ABOVE_MAXIMUM);
        assertThat(snapshot.targetRpm[0]).isEqualTo(60);
        assertThat(snapshot.commandedRpm[0]).isEqualTo(60);
    }

    @Test
    void aRefusedStartDoesNotHappenLaterByItselfWhenThePermitComesBack() {
        inputs.safety.mayStart[0] = false;
        request(60);
        cycles(5, true);
        assertThat(snapshot.answer[0]).isEqualTo(Answer.START_NOT_PERMITTED);
        inputs.safety.mayStart[0] = true;
        cycles(50, true);
        assertThat(snapshot.commandedRpm[0]).isZero();
    }

    @Test
    void whenTheSupervisorDiesThePumpRunsOnAndCanBeSlowedButNotRaisedNorStarted() {
        request(60);
        cycles(30, true);
        cycles(20, false); // 200 ms of silence

        assertThat(snapshot.commandedRpm[0]).as("it runs on").isEqualTo(60);
        request(80);
        cycles(30, false);
        assertThat(snapshot.answer[0]).isEqualTo(Answer.INCREASE_NOT_PERMITTED);
        assertThat(snapshot.commandedRpm[0]).isEqualTo(60);

        request(40);
        cycles(30, false);
        assertThat(snapshot.commandedRpm[0]).isEqualTo(40);

        request(0);
        cycles(30, false);
        assertThat(snapshot.commandedRpm[0]).isZero();
        request(40);
        cycles(30, false);
        assertThat(snapshot.answer[0]).isEqualTo(Answer.START_NOT_PERMITTED);
        assertThat(snapshot.commandedRpm[0]).isZero();
    }

    @Test
    void aRampThatIsUnderWayStopsRisingWhenTheSupervisorDies() {
        request(200);
        cycles(10, true);
        cycles(11, false); // dead by now
        double atDeathRpm = snapshot.commandedRpm[0];
        assertThat(atDeathRpm).isLessThan(200);
        cycles(100, false);
        assertThat(snapshot.commandedRpm[0]).isEqualTo(atDeathRpm);
    }

    @Test
    void aRiseThatWasCutShortByTheSupervisorsDeathDoesNotGoOnByItselfWhenItReturns() {
        request(200);
        cycles(10, true);
        cycles(30, false);
        double atDeathRpm = snapshot.commandedRpm[0];
        cycles(100, true);
        assertThat(snapshot.commandedRpm[0]).isEqualTo(atDeathRpm);

        request(200);
        cycles(100, true);
        assertThat(snapshot.commandedRpm[0]).isEqualTo(200);
    }

    @Test
    void oneReportThatCouldNotBeReadDisturbsNothing() {
        request(200);
        cycles(10, true);
        inputs.safetyReadable = false;
        nowNanos += PERIOD;
        inputs.nowNanos = nowNanos;
        core.step(inputs, snapshot);
        cycles(100, true);
        assertThat(snapshot.commandedRpm[0]).isEqualTo(200);
    }

    @Test
    void aDriveThatIsKeptAtZeroForgetsWhatWasAskedAndWaitsForANewRequest() {
        request(60);
        cycles(30, true);
        inputs.seen.drives[0].awaitsZero = true; // the supervisor stopped it
        cycle(true);
        assertThat(snapshot.commandedRpm[0]).isZero();
        assertThat(snapshot.targetRpm[0]).isZero();

        request(40);
        cycles(5, true);
        assertThat(snapshot.answer[0]).isEqualTo(Answer.START_NOT_PERMITTED);

        inputs.seen.drives[0].awaitsZero = false; // released
        cycles(100, true);
        assertThat(snapshot.commandedRpm[0]).as("nothing starts by itself").isZero();

        request(40);
        cycles(100, true);
        assertThat(snapshot.commandedRpm[0]).isEqualTo(40);
    }

    @Test
    void aDriveWhoseLinkIsNotUpIsNotStartedAndOneThatLosesItsLinkWhileTurningIsNotStopped() {
        inputs.seen.drives[0].isJoined = false;
        request(60);
        cycles(5, true);
        assertThat(snapshot.answer[0]).isEqualTo(Answer.START_NOT_PERMITTED);

        inputs.seen.drives[0].isJoined = true;
        request(60);
        cycles(30, true);
        inputs.seen.drives[0].isJoined = false;
        cycles(30, true);
        assertThat(snapshot.commandedRpm[0]).isEqualTo(60);
    }

    @Test
    void aLimitBringsTheSpeedDownOnTheRampAndLetsItRecoverWithoutAStep() {
        request(100);
        cycles(50, true);
        inputs.safety.limitRpm[0] = 40;
        cycle(true);
        assertThat(snapshot.commandedRpm[0]).isCloseTo(97, within(1e-9));
        cycles(50, true);
        assertThat(snapshot.commandedRpm[0]).isEqualTo(40);
        inputs.safety.limitRpm[0] = Double.POSITIVE_INFINITY;
        cycle(true);
        assertThat(snapshot.commandedRpm[0]).isCloseTo(43, within(1e-9));
    }

    @Test
    void aLimitOfZeroIsAStopAndItsEndStartsNothing() {
        request(100);
        cycles(50, true);
        inputs.safety.limitRpm[0] = 0;
        inputs.safety.mayStart[0] = false;
        cycles(50, true);
        assertThat(snapshot.commandedRpm[0]).isZero();

        inputs.safety.limitRpm[0] = Double.POSITIVE_INFINITY;
        cycles(100, true);
        assertThat(snapshot.commandedRpm[0]).isZero();
        inputs.safety.mayStart[0] = true;
        cycles(100, true);
        assertThat(snapshot.commandedRpm[0]).as("nobody asked").isZero();
    }

    @Test
    void aStartUnderALimitOfZeroIsRefusedAndNotSavedUp() {
        inputs.safety.limitRpm[0] = 0;
        request(100);
        cycles(5, true);
        assertThat(snapshot.answer[0]).isEqualTo(Answer.START_NOT_PERMITTED);
        inputs.safety.limitRpm[0] = Double.POSITIVE_INFINITY;
        cycles(100, true);
        assertThat(snapshot.commandedRpm[0]).isZero();
    }

    @Test
    void zeroIsObeyedEvenUnderANumberAlreadyJudged() {
        request(100);
        cycles(50, true);
        inputs.requests.speedRpm[0] = 0; // a console that counts from one again
        cycles(50, true);
        assertThat(snapshot.commandedRpm[0]).isZero();
    }

    @Test
    void aSpeedTooSmallToTurnIsStillAStandstill() {
        request(0.004);
        cycles(10, true);
        assertThat(snapshot.answer[0]).isEqualTo(Answer.TOO_SLOW);
        assertThat(snapshot.commandedRpm[0]).isZero();
    }

    @Test
    void aRequestThatIsOlderThanTheLoopIsNotJudged() {
        var reborn = new ControlCore(List.of(TestPumps.roller(250, 300)));
        request(100);
        for (int i = 0; i < 100; i++) {
            stepped(reborn);
        }
        assertThat(snapshot.answer[0]).isEqualTo(Answer.NONE);
        assertThat(snapshot.commandedRpm[0]).isZero();
    }

    @Test
    void aRequestThatIsOlderThanTheLoopIsNotJudgedEitherWhenTheFirstCycleCouldNotReadIt() {
        var reborn = new ControlCore(List.of(TestPumps.roller(250, 300)));
        inputs.requestsKnown = false;
        for (int i = 0; i < 100; i++) {
            if (i == 1) { // read whole in the second cycle
                inputs.requestsKnown = true;
                request(100);
            }
            stepped(reborn);
        }
        assertThat(snapshot.answer[0]).isEqualTo(Answer.NONE);
        assertThat(snapshot.commandedRpm[0]).isZero();

        request(60);
        stepped(reborn);
        assertThat(snapshot.answer[0]).as("asked of this loop").isEqualTo(Answer.ACCEPTED);
    }

    private void stepped(ControlCore other) {
        nowNanos += PERIOD;
        inputs.nowNanos = nowNanos;
        inputs.seen.drives[0].speedRpm.set(snapshot.commandedRpm[0], 0, nowNanos, nowNanos, Quality.GOOD);
        supervisorSide.beat(inputs.safety.beat, snapshot.beat, nowNanos);
        other.step(inputs, snapshot);
    }

    @Test
    void aSpeedBetweenCeilingAndMaximumIsAcceptedAndGetsTheCeiling() {
        var limited = new ControlCore(List.of(TestPumps.roller(155.5, 300)));
        stepped(limited);
        request(250);
        for (int i = 0; i < 100; i++) {
            stepped(limited);
        }
        assertThat(snapshot.answer[0]).isEqualTo(Answer.ACCEPTED);
        assertThat(snapshot.commandedRpm[0]).isEqualTo(155.5);
        request(251);
        stepped(limited);
        assertThat(snapshot.answer[0]).isEqualTo(Answer.ABOVE_MAXIMUM);
    }

    @Test
    void aLoopThatWasHeldUpDoesNotMakeUpForItInOneJump() {
        request(200);
        cycle(true);
        double beforeRpm = snapshot.commandedRpm[0];
        nowNanos += 990 * MS;
        cycle(true);
        assertThat(snapshot.commandedRpm[0] - beforeRpm).isLessThanOrEqualTo(300 * 0.020 + 1e-9);
    }

    @Test
    void theStepContinuesFromARecordedStateToTheSameBits() {
        request(123);
        cycles(7, true);
        ByteBuffer recorded = ByteBuffer.allocate(FrameLayout.of(core).bytes());
        new FrameEncoder(recorded).encode(core);
        var replayed = new ControlCore(List.of(TestPumps.roller(250, 300)));
        new FrameDecoder(recorded.flip()).decode(replayed);

        inputs.nowNanos += PERIOD;
        var again = new ControlSnapshot(1);
        replayed.step(inputs, again);
        core.step(inputs, snapshot);
        assertThat(FrameDifference.first(FrameLayout.of(again), bytes(snapshot), bytes(again)))
                .isEmpty();
    }

    private static byte[] bytes(ControlSnapshot snapshot) {
        ByteBuffer buffer = ByteBuffer.allocate(FrameLayout.of(snapshot).bytes());
        new FrameEncoder(buffer).encode(snapshot);
        return buffer.array();
    }
}
