package org.altercor.safety.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import org.altercor.hal.port.AlarmSignal;
import org.altercor.hal.port.Quality;
import org.altercor.safety.interlock.Interlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// IL-01, air in a line.
class AirRowTest {
    private static final String ROLLER = "adult-bypass";
    private static final String CENTRIFUGAL = "adult-bypass-centrifugal";

    private static HealthyMachine turning(String name) {
        var bedside = new HealthyMachine(name);
        bedside.run(100);
        bedside.turnAll(60);
        bedside.turn(bedside.pump("arterial"), name.equals(CENTRIFUGAL) ? 3_000 : 60);
        bedside.run(2_000);
        assertThat(bedside.report.sound).as("all is well").isEqualTo(AlarmSignal.SILENT);
        return bedside;
    }

    @Test
    void airStopsAnArterialRollerAndWhatDrawsFromItsLineAtTheFirstSampleAndNobodyElse() {
        HealthyMachine bedside = turning(ROLLER);
        bedside.switches[bedside.aSwitch("air-arterial")] = true;
        bedside.cycle();
        assertThat(bedside.report.stopDemanded[bedside.pump("arterial")]).isTrue();
        assertThat(bedside.report.limitRpm[bedside.pump("arterial")]).isZero();
        assertThat(bedside.cause("arterial")).isEqualTo(Interlock.LINE_AIR);
        assertThat(bedside.report.stopDemanded[bedside.pump("cardioplegia-blood")])
                .isTrue();
        assertThat(bedside.report.stopDemanded[bedside.pump("vent")]).isFalse();
        assertThat(bedside.report.stopDemanded[bedside.pump("sucker-1")]).isFalse();
        assertThat(bedside.report.mayIncrease[bedside.pump("vent")]).isTrue();
        assertThat(bedside.report.sound).isEqualTo(AlarmSignal.HIGH);
    }

    @Test
    void airClampsTheLineOfACentrifugalHeadWhichHoldsItAndIsNotStopped() {
        HealthyMachine bedside = turning(CENTRIFUGAL);
        int arterial = bedside.pump("arterial");
        bedside.switches[bedside.aSwitch("air-arterial")] = true;
        bedside.cycle();
        assertThat(bedside.report.stop[arterial]).isEqualTo(StopState.CLAMPING);
        assertThat(bedside.report.clampClosed[0]).isTrue();
        assertThat(bedside.report.holdZeroFlow[arterial]).isTrue();

        bedside.clampPercent[0] = 100;
        bedside.run(100);
        assertThat(bedside.report.stop[arterial]).isEqualTo(StopState.CLAMPED);
        assertThat(bedside.report.clampClosed[0]).isTrue();
        assertThat(bedside.report.holdZeroFlow[arterial]).isTrue();
        assertThat(bedside.report.stopDemanded[arterial]).isFalse();
        assertThat(bedside.report.stoTripped).containsOnly(false);
        assertThat(bedside.report.mayIncrease[arterial]).isFalse();
    }

    @Test
    void aBubbleShorterThanACycleIsSeenByItsEdge() {
        HealthyMachine bedside = turning(ROLLER);
        bedside.activations[bedside.aSwitch("air-arterial")]++;
        bedside.cycle();
        assertThat(bedside.state(Interlock.LINE_AIR, "air-arterial")).isEqualTo(InterlockState.ACTIVE);
        bedside.cycle();
        assertThat(bedside.state(Interlock.LINE_AIR, "air-arterial")).isEqualTo(InterlockState.LATCHED);
        assertThat(bedside.report.stopDemanded[bedside.pump("arterial")]).isTrue();
    }

    @Test
    void bubblesThatWereCountedBeforeTheStartOfTheSupervisorStopNothing() {
        var bedside = new HealthyMachine(ROLLER);
        bedside.activations[bedside.aSwitch("air-arterial")] = 17;
        bedside.run(100);
        assertThat(bedside.state(Interlock.LINE_AIR, "air-arterial")).isEqualTo(InterlockState.CLEAR);
    }

    @Test
    void aBubbleThatPassedWhileTheDetectorWasNotHeardIsNotMissed() {
        HealthyMachine bedside = turning(ROLLER);
        int air = bedside.aSwitch("air-arterial");
        bedside.isSwitchKnown[air] = false;
        bedside.run(500);
        bedside.activations[air]++;
        bedside.isSwitchKnown[air] = true;
        bedside.cycle();
        assertThat(bedside.state(Interlock.LINE_AIR, "air-arterial")).isEqualTo(InterlockState.ACTIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {ROLLER, CENTRIFUGAL})
    void aDetectorThatIsLostHoldsTheArterialPumpAndStopsCardioplegia(String name) {
        HealthyMachine bedside = turning(name);
        int arterial = bedside.pump("arterial");
        bedside.isSwitchKnown[bedside.aSwitch("air-arterial")] = false;
        bedside.run(1_000);
        assertThat(bedside.state(Interlock.LINE_AIR, "air-arterial")).isEqualTo(InterlockState.UNKNOWN);
        assertThat(bedside.report.stop[arterial]).isEqualTo(StopState.NONE);
        assertThat(bedside.report.limitRpm[arterial]).isInfinite();
        assertThat(bedside.report.mayIncrease[arterial]).isFalse();
        assertThat(bedside.report.mayStart[arterial]).isFalse();
        assertThat(bedside.report.stopDemanded[bedside.pump("cardioplegia-blood")])
                .isTrue();
        assertThat(bedside.report.mayIncrease[bedside.pump("vent")]).isTrue();
        assertThat(bedside.report.sound).isEqualTo(AlarmSignal.HIGH);
    }

    @Test
    void aDetectorThatIsPluggedInAgainGivesThePermitsBackAndNeedsNoReset() {
        HealthyMachine bedside = turning(ROLLER);
        int air = bedside.aSwitch("air-arterial");
        bedside.isSwitchKnown[air] = false;
        bedside.run(100);
        bedside.isSwitchKnown[air] = true;
        bedside.run(10);
        assertThat(bedside.report.mayIncrease[bedside.pump("arterial")]).isTrue();
        assertThat(bedside.report.sound).isEqualTo(AlarmSignal.SILENT);
    }

    @Test
    void aLookIsKnownUpToTheAgeOfItsSensorAndNotAMomentLonger() {
        var bedside = new HealthyMachine(ROLLER);
        bedside.run(100);
        int air = bedside.aSwitch("air-arterial");
        long lostAfterNanos = bedside.layout.switches().get(air).lostAfterNanos();
        long sampledAtNanos = bedside.nowNanos;
        bedside.inputs.seen.switches[air].set(false, 0, sampledAtNanos, 1, Quality.GOOD);
        bedside.inputs.nowNanos = sampledAtNanos + lostAfterNanos;
        bedside.core.step(bedside.inputs, bedside.report);
        assertThat(bedside.state(Interlock.LINE_AIR, "air-arterial")).isEqualTo(InterlockState.CLEAR);
        bedside.inputs.nowNanos = sampledAtNanos + lostAfterNanos + 1;
        bedside.core.step(bedside.inputs, bedside.report);
        assertThat(bedside.state(Interlock.LINE_AIR, "air-arterial")).isEqualTo(InterlockState.UNKNOWN);
    }

    @Test
    void airInTheCardioplegiaLineStopsItsPumpsAndNotTheArterialOne() {
        HealthyMachine bedside = turning(ROLLER);
        bedside.switches[bedside.aSwitch("air-cardioplegia")] = true;
        bedside.cycle();
        assertThat(bedside.report.stopDemanded[bedside.pump("cardioplegia-blood")])
                .isTrue();
        assertThat(bedside.report.stopDemanded[bedside.pump("cardioplegia-crystalloid")])
                .isTrue();
        assertThat(bedside.report.stopDemanded[bedside.pump("arterial")]).isFalse();
        assertThat(bedside.report.mayIncrease[bedside.pump("arterial")]).isTrue();
    }

    @Test
    void aPumpThatStandsInFrontOfAirMayNotBeStarted() {
        var bedside = new HealthyMachine(ROLLER);
        bedside.run(100);
        assertThat(bedside.report.mayStart[bedside.pump("arterial")]).isTrue();
        bedside.switches[bedside.aSwitch("air-arterial")] = true;
        bedside.run(100);
        assertThat(bedside.report.mayStart[bedside.pump("arterial")]).isFalse();
        assertThat(bedside.report.startBlockedBy[bedside.pump("arterial")])
                .isEqualTo(bedside.interlock(Interlock.LINE_AIR, "air-arterial"));
    }

    @Test
    void afterAirIsGoneForASecondTheOperatorsResetFreesThePumpAndStartsNothing() {
        HealthyMachine bedside = turning(ROLLER);
        int arterial = bedside.pump("arterial");
        bedside.switches[bedside.aSwitch("air-arterial")] = true;
        bedside.run(50);
        bedside.turnAll(0);
        bedside.run(2_000);
        bedside.reset();
        assertThat(bedside.report.latchesLeft).as("air is still there").isPositive();
        bedside.switches[bedside.aSwitch("air-arterial")] = false;
        bedside.run(900);
        bedside.reset();
        assertThat(bedside.report.stop[arterial]).isEqualTo(StopState.STANDING);
        bedside.run(200);
        assertThat(bedside.report.stop[arterial])
                .as("an old reset is not carried out later")
                .isEqualTo(StopState.STANDING);
        bedside.reset();
        assertThat(bedside.report.latchesLeft).isZero();
        assertThat(bedside.report.stop[arterial]).isEqualTo(StopState.NONE);
        assertThat(bedside.report.mayStart[arterial]).isTrue();
        assertThat(bedside.report.cause[arterial]).isEqualTo(SafetyReport.NOBODY);
    }
}
