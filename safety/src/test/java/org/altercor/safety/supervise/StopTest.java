package org.altercor.safety.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import org.altercor.hal.port.AlarmSignal;
import org.altercor.safety.interlock.Interlock;
import org.junit.jupiter.api.Test;

/// The verified stop (IL-12), its order on both heads, and the operator's STOP.
class StopTest {
    private static final String ROLLER = "adult-bypass";
    private static final String CENTRIFUGAL = "adult-bypass-centrifugal";

    /// What a stop may take before its envelope begins, and the envelope's end: 320 ms and 300 ms.
    private static final long ROLLER_STANDS_MS = 620;

    private static HealthyMachine turning(String name) {
        var bedside = new HealthyMachine(name);
        bedside.run(100);
        bedside.turnAll(60);
        bedside.turn(0, name.equals(CENTRIFUGAL) ? 3_000 : 60);
        bedside.run(2_000);
        return bedside;
    }

    private static HealthyMachine withAir(String name) {
        HealthyMachine bedside = turning(name);
        bedside.switches[bedside.aSwitch("air-arterial")] = true;
        bedside.cycle();
        return bedside;
    }

    private static void shaft(HealthyMachine bedside, double rpm) {
        bedside.rpm[0] = rpm;
        bedside.values[bedside.value("tachometer-arterial")] = rpm;
        bedside.inputs.seen.drives[0].busRpm = 0;
    }

    private static void assertFreedByAReset(HealthyMachine bedside) {
        for (int pump = 1; pump < bedside.rpm.length; pump++) {
            bedside.turn(pump, 0);
        }
        bedside.switches[bedside.aSwitch("air-arterial")] = false;
        bedside.run(1_500);
        bedside.reset();
        bedside.cycle();
        assertThat(bedside.report.latchesLeft).isZero();
        assertThat(bedside.report.stop[0]).isEqualTo(StopState.NONE);
        assertThat(bedside.report.stopDemanded[0]).isFalse();
        assertThat(bedside.report.stoTripped).doesNotContain(true);
    }

    @Test
    void aStopIsBelievedWhenTheShaftIsSeenToStandAndNotBefore() {
        HealthyMachine bedside = withAir(ROLLER);
        assertThat(bedside.report.stop[0]).isEqualTo(StopState.DEMANDED);
        shaft(bedside, 2);
        bedside.run(100);
        assertThat(bedside.report.stop[0]).isEqualTo(StopState.DEMANDED);
        shaft(bedside, 1.9);
        bedside.cycle();
        assertThat(bedside.report.stop[0]).isEqualTo(StopState.STANDING);
        assertThat(bedside.report.stopDemanded[0])
                .as("and it lasts as long as its cause")
                .isTrue();
        bedside.run(60_000);
        assertThat(bedside.report.stop[0]).isEqualTo(StopState.STANDING);
    }

    @Test
    void aReadingFromBeforeTheStopIsNoStandstill() {
        HealthyMachine bedside = turning(ROLLER);
        shaft(bedside, 1);
        bedside.cycle();
        bedside.isMeasuring = false;
        bedside.inputs.orders.stops[0]++;
        bedside.run(100);
        assertThat(bedside.report.stop[0]).isEqualTo(StopState.DEMANDED);
        bedside.isMeasuring = true;
        bedside.cycle();
        assertThat(bedside.report.stop[0]).isEqualTo(StopState.STANDING);
    }

    @Test
    void aShaftThatTurnsOnLosesItsPowerByTheSecondPath() {
        HealthyMachine bedside = withAir(ROLLER);
        bedside.run(400);
        assertThat(bedside.report.stop[0]).as("70 % are left from 420 ms on").isEqualTo(StopState.DEMANDED);
        bedside.run(50);
        assertThat(bedside.report.stop[0]).isEqualTo(StopState.CUT);
        assertThat(bedside.report.stoTripped).containsOnly(true);
        assertThat(bedside.state(Interlock.STILL_TURNING, "arterial")).isEqualTo(InterlockState.ACTIVE);
        assertThat(bedside.cause("arterial"))
                .as("the first cause stays the cause")
                .isEqualTo(Interlock.LINE_AIR);
    }

    @Test
    void aShaftThatCreepsAtTheSpeedThatCountsAsTurningLosesItsPowerToo() {
        HealthyMachine bedside = withAir(ROLLER);
        shaft(bedside, 2);
        bedside.run(ROLLER_STANDS_MS + 20);
        assertThat(bedside.report.stop[0]).isEqualTo(StopState.CUT);
    }

    @Test
    void aShaftThatFallsWithinItsEnvelopeIsLeftToItsStop() {
        HealthyMachine bedside = withAir(ROLLER);
        for (double rpm = 60; rpm > 0; rpm -= 60 / 60.0) { // 300 ms
            shaft(bedside, rpm);
            bedside.cycle();
            assertThat(bedside.report.stop[0]).isIn(StopState.DEMANDED, StopState.STANDING);
        }
        bedside.run(2_000);
        assertThat(bedside.report.stop[0]).isEqualTo(StopState.STANDING);
        assertThat(bedside.state(Interlock.STILL_TURNING, "arterial")).isEqualTo(InterlockState.CLEAR);
    }

    @Test
    void aShaftThatIsStillSpeedingUpWhenTheStopComesIsNotTakenForOneThatDisobeys() {
        HealthyMachine bedside = turning(ROLLER);
        bedside.turn(0, 150); // told, and not yet there
        bedside.switches[bedside.aSwitch("air-arterial")] = true;
        for (double rpm = 60; rpm < 100; rpm += 2) { // 400 rpm/s, until the stop arrives
            bedside.rpm[0] = rpm;
            bedside.values[bedside.value("tachometer-arterial")] = rpm;
            bedside.cycle();
            assertThat(bedside.report.stop[0]).isEqualTo(StopState.DEMANDED);
        }
    }

    @Test
    void aShaftThatSpeedsUpBeyondAllItWasToldDisobeys() {
        HealthyMachine bedside = withAir(ROLLER);
        shaft(bedside, 70);
        bedside.run(10);
        assertThat(bedside.report.stop[0]).isEqualTo(StopState.CUT);
    }

    @Test
    void aShaftThatTurnsAgainAfterItStoodLosesItsPower() {
        HealthyMachine bedside = withAir(ROLLER);
        shaft(bedside, 0);
        bedside.run(ROLLER_STANDS_MS + 100);
        assertThat(bedside.report.stop[0]).isEqualTo(StopState.STANDING);
        shaft(bedside, 3);
        bedside.run(10);
        assertThat(bedside.report.stop[0]).isEqualTo(StopState.CUT);
    }

    @Test
    void aShaftThatNobodySeesIsNotBelievedToStand() {
        HealthyMachine bedside = withAir(ROLLER);
        bedside.lose("arterial");
        bedside.isValueKnown[bedside.value("tachometer-arterial")] = false;
        bedside.run(ROLLER_STANDS_MS + 250 - 20);
        assertThat(bedside.report.stop[0]).isEqualTo(StopState.DEMANDED);
        bedside.run(40);
        assertThat(bedside.report.stop[0]).isEqualTo(StopState.CUT);
        assertThat(bedside.report.stoTripped).containsOnly(true);
        assertThat(bedside.report.sound).isEqualTo(AlarmSignal.HIGH);
    }

    @Test
    void aTachometerAloneSeesTheShaftStand() {
        HealthyMachine bedside = withAir(ROLLER);
        bedside.lose("arterial");
        bedside.values[bedside.value("tachometer-arterial")] = 0;
        bedside.run(2_000);
        assertThat(bedside.report.stop[0]).isEqualTo(StopState.STANDING);
    }

    @Test
    void aTachometerAloneSeesThatTheShaftTurnsOn() {
        HealthyMachine bedside = withAir(ROLLER);
        bedside.lose("arterial");
        bedside.run(ROLLER_STANDS_MS + 20);
        assertThat(bedside.report.stop[0]).isEqualTo(StopState.CUT);
    }

    @Test
    void aDriveThatSaysItStandsIsNotBelievedWhileItsTachometerTurns() {
        HealthyMachine bedside = withAir(ROLLER);
        bedside.rpm[0] = 0;
        bedside.run(ROLLER_STANDS_MS + 20);
        assertThat(bedside.report.stop[0]).isEqualTo(StopState.CUT);
    }

    @Test
    void whatWasCutStaysCutUntilTheOperatorResetsIt() {
        HealthyMachine bedside = withAir(ROLLER);
        bedside.run(1_000);
        shaft(bedside, 0);
        bedside.run(10_000);
        assertThat(bedside.report.stop[0]).isEqualTo(StopState.CUT);
        assertThat(bedside.report.stoTripped).containsOnly(true);
        assertFreedByAReset(bedside);
    }

    @Test
    void whatWasCutBecauseNobodySawItStaysCutWhenItIsSeenAgain() {
        HealthyMachine bedside = turning(ROLLER);
        bedside.inputs.orders.stops[0]++;
        bedside.lose("arterial");
        bedside.isValueKnown[bedside.value("tachometer-arterial")] = false;
        bedside.run(2_000);
        assertThat(bedside.report.stop[0]).isEqualTo(StopState.CUT);
        bedside.isLinked[0] = true;
        bedside.isValueKnown[bedside.value("tachometer-arterial")] = true;
        shaft(bedside, 0);
        bedside.run(5_000);
        assertThat(bedside.report.stop[0]).isEqualTo(StopState.CUT);
        assertFreedByAReset(bedside);
    }

    @Test
    void aPumpThatTheOperatorStoppedAndThatHadToBeCutCanBeUsedAgainAfterAReset() {
        HealthyMachine bedside = turning(ROLLER);
        bedside.inputs.orders.stops[0]++;
        bedside.run(1_000);
        assertThat(bedside.report.stop[0]).isEqualTo(StopState.CUT);
        shaft(bedside, 0);
        bedside.inputs.control.mode[0] = PumpMode.STOPPED;
        bedside.run(100);
        assertFreedByAReset(bedside);
        bedside.run(100);
        assertThat(bedside.report.mayStart[0]).isTrue();
    }

    @Test
    void theOperatorsStopEndsWhenTheShaftStandsAndNeedsNoReset() {
        HealthyMachine bedside = turning(ROLLER);
        bedside.inputs.orders.stops[0]++;
        bedside.cycle();
        assertThat(bedside.report.stop[0]).isEqualTo(StopState.DEMANDED);
        assertThat(bedside.report.cause[0]).as("it is nobody's trip").isEqualTo(SafetyReport.NOBODY);
        assertThat(bedside.report.mayStart[0]).isFalse();
        shaft(bedside, 0);
        bedside.run(20);
        assertThat(bedside.report.stop[0]).isEqualTo(StopState.NONE);
        assertThat(bedside.report.stopDemanded[0]).isFalse();
        assertThat(bedside.report.sound).isEqualTo(AlarmSignal.SILENT);
        assertThat(bedside.report.stopDemanded[bedside.pump("vent")])
                .as("it was one pump's")
                .isFalse();
    }

    @Test
    void theOperatorsStopOnACentrifugalHeadClampsFirstAndStopsWhenTheLineIsShut() {
        HealthyMachine bedside = turning(CENTRIFUGAL);
        bedside.inputs.orders.stops[0]++;
        bedside.run(2_000);
        assertThat(bedside.report.stop[0]).isEqualTo(StopState.CLAMPING);
        assertThat(bedside.report.clampClosed[0]).isTrue();
        assertThat(bedside.report.stopDemanded[0])
                .as("never an open line without speed")
                .isFalse();
        assertThat(bedside.report.holdZeroFlow[0]).isTrue();
        assertThat(bedside.report.limitRpm[0]).isInfinite();

        bedside.clampPercent[0] = 94.9;
        bedside.run(50);
        assertThat(bedside.report.stopDemanded[0]).isFalse();
        bedside.clampPercent[0] = 95;
        bedside.cycle();
        assertThat(bedside.report.stopDemanded[0]).isTrue();
        assertThat(bedside.report.holdZeroFlow[0]).isFalse();
        shaft(bedside, 0);
        bedside.run(50);
        assertThat(bedside.report.stop[0]).isEqualTo(StopState.NONE);
        assertThat(bedside.report.clampClosed[0]).as("and the line stays shut").isTrue();
    }

    @Test
    void aClampWhosePositionNobodyKnowsIsNotShut() {
        HealthyMachine bedside = turning(CENTRIFUGAL);
        bedside.clampPercent[0] = 100;
        bedside.isClampKnown[0] = false;
        bedside.inputs.orders.stops[0]++;
        bedside.run(2_000);
        assertThat(bedside.report.stop[0]).isEqualTo(StopState.CLAMPING);
        assertThat(bedside.report.stopDemanded[0]).isFalse();
        assertThat(bedside.report.stoTripped).containsOnly(false);
    }

    @Test
    void aClampThatOpensByItselfBehindAClampedHeadIsWaitedForAnew() {
        HealthyMachine bedside = withAir(CENTRIFUGAL);
        bedside.clampPercent[0] = 100;
        bedside.run(100);
        assertThat(bedside.report.stop[0]).isEqualTo(StopState.CLAMPED);
        bedside.clampPercent[0] = 40;
        bedside.run(10);
        assertThat(bedside.report.stop[0]).isEqualTo(StopState.CLAMPING);
        assertThat(bedside.report.clampClosed[0]).isTrue();
        assertThat(bedside.report.holdZeroFlow[0]).isTrue();
    }

    @Test
    void anOpenCentrifugalHeadThatDoesNotStandIsNotCutBeforeItsLineIsShut() {
        HealthyMachine bedside = withAir(CENTRIFUGAL);
        bedside.inputs.orders.stops[0]++;
        bedside.lose("arterial");
        bedside.isValueKnown[bedside.value("tachometer-arterial")] = false;
        bedside.run(10_000);
        assertThat(bedside.report.stop[0]).isEqualTo(StopState.CLAMPING);
        assertThat(bedside.report.stoTripped).containsOnly(false);
        bedside.clampPercent[0] = 100;
        bedside.run(2_000);
        assertThat(bedside.report.stop[0]).isEqualTo(StopState.CUT);
    }

    @Test
    void aDriveThatHasNotBeenHeardSinceTheStartDoesNotCostTheOthersTheirRunPower() {
        var bedside = new HealthyMachine(ROLLER);
        bedside.lose("cardioplegia-crystalloid");
        bedside.run(10_000);
        assertThat(bedside.report.stopDemanded[bedside.pump("cardioplegia-crystalloid")])
                .isTrue();
        assertThat(bedside.report.stop[bedside.pump("cardioplegia-crystalloid")])
                .isEqualTo(StopState.DEMANDED);
        assertThat(bedside.report.runPower).isTrue();
        assertThat(bedside.state(Interlock.NO_ARTERIAL_FLOW, "arterial"))
                .as("a pump that nobody has seen turn is not taken for a turning one")
                .isEqualTo(InterlockState.PENDING);
    }

    @Test
    void aDriveThatHasNotBeenHeardSinceTheStartIsCutWhenTheOperatorWantsItToStand() {
        var bedside = new HealthyMachine(ROLLER);
        bedside.lose("arterial");
        bedside.isValueKnown[bedside.value("tachometer-arterial")] = false;
        bedside.run(1_000);
        assertThat(bedside.report.stoTripped).containsOnly(false);
        bedside.inputs.orders.stops[0]++;
        bedside.run(1_000);
        assertThat(bedside.report.stop[0]).isEqualTo(StopState.CUT);
        assertThat(bedside.report.stoTripped).containsOnly(true);
    }

    @Test
    void aFirstCauseStaysTheCauseThoughAnotherJoinsAndGoesWhenItIsReset() {
        HealthyMachine bedside = turning(ROLLER);
        bedside.values[bedside.value("level")] = 100;
        bedside.run(150);
        assertThat(bedside.cause("arterial")).isEqualTo(Interlock.LEVEL_CRITICAL);
        bedside.switches[bedside.aSwitch("air-arterial")] = true;
        shaft(bedside, 0);
        bedside.run(100);
        assertThat(bedside.cause("arterial")).isEqualTo(Interlock.LEVEL_CRITICAL);
        bedside.values[bedside.value("level")] = 1_000;
        bedside.run(1_500);
        assertThat(bedside.cause("arterial")).as("gone, and not reset").isEqualTo(Interlock.LEVEL_CRITICAL);
        bedside.reset();
        assertThat(bedside.cause("arterial")).isEqualTo(Interlock.LINE_AIR);
        assertThat(bedside.report.stop[0]).isEqualTo(StopState.STANDING);
    }

    @Test
    void aCauseThatHoldsGivesWayToOneThatStops() {
        HealthyMachine bedside = turning(ROLLER);
        bedside.values[bedside.value("level")] = 300;
        bedside.run(500);
        assertThat(bedside.cause("arterial")).isEqualTo(Interlock.LEVEL_LOW);
        bedside.switches[bedside.aSwitch("air-arterial")] = true;
        bedside.cycle();
        assertThat(bedside.cause("arterial")).isEqualTo(Interlock.LINE_AIR);
    }
}
