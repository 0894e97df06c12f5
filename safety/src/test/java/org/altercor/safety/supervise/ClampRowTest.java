package org.altercor.safety.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import org.altercor.hal.port.AlarmSignal;
import org.altercor.safety.interlock.Interlock;
import org.junit.jupiter.api.Test;

/// IL-09 and the clamp of a centrifugal head: where it is told to be, and what follows when it is not there.
class ClampRowTest {
    private static final String CENTRIFUGAL = "adult-bypass-centrifugal";

    private final HealthyMachine bedside = new HealthyMachine(CENTRIFUGAL);
    private final SafetyReport report = bedside.report;

    private void turnOpen() {
        bedside.run(100);
        bedside.turn(0, 3_000);
        bedside.run(2_000);
        assertThat(report.sound).isEqualTo(AlarmSignal.SILENT);
    }

    private InterlockState astray() {
        return bedside.state(Interlock.CLAMP_ASTRAY, "clamp-arterial");
    }

    private void flow(double mlPerMin) {
        bedside.values[bedside.value("flow-arterial")] = mlPerMin;
    }

    @Test
    void aClampThatIsThereInItsTimeIsNotAstray() {
        turnOpen();
        bedside.inputs.orders.stops[0]++;
        bedside.run(250);
        flow(0);
        bedside.clampPercent[0] = 100;
        bedside.run(3_000);
        assertThat(astray()).isEqualTo(InterlockState.CLEAR);
    }

    @Test
    void aClampThatDoesNotShutIsAnAlarmAndTheHeadGoesOnHoldingItsLine() {
        turnOpen();
        bedside.inputs.orders.stops[0]++;
        bedside.run(500); // 250 ms to travel, 250 ms to be sure
        assertThat(astray()).isEqualTo(InterlockState.PENDING);
        bedside.run(30);
        assertThat(astray()).isEqualTo(InterlockState.ACTIVE);
        assertThat(report.sound).isEqualTo(AlarmSignal.HIGH);
        assertThat(report.stop[0]).isEqualTo(StopState.CLAMPING);
        assertThat(report.holdZeroFlow[0]).isTrue();
        assertThat(report.stopDemanded[0]).isFalse();
    }

    @Test
    void aClampThatShutsByItselfIsToldToOpenAndThePumpIsNotStopped() {
        turnOpen();
        bedside.clampPercent[0] = 100;
        bedside.run(260);
        assertThat(astray()).isEqualTo(InterlockState.ACTIVE);
        assertThat(report.sound).isEqualTo(AlarmSignal.HIGH);
        assertThat(report.clampTold[0]).isTrue();
        assertThat(report.clampClosed[0]).isFalse();
        assertThat(report.stop[0]).isEqualTo(StopState.NONE);
    }

    @Test
    void aClampWhosePositionIsUnknownHoldsThePump() {
        turnOpen();
        bedside.isClampKnown[0] = false;
        bedside.run(5_000);
        assertThat(astray()).isEqualTo(InterlockState.UNKNOWN);
        assertThat(report.stop[0]).isEqualTo(StopState.NONE);
        assertThat(report.mayIncrease[0]).isFalse();
        assertThat(report.mayStart[0]).isFalse();
    }

    @Test
    void aPositionIsKnownFor200MsAndNotForLonger() {
        turnOpen();
        bedside.isMeasuring = false;
        bedside.run(200);
        assertThat(astray()).isEqualTo(InterlockState.CLEAR);
        bedside.cycle();
        assertThat(astray()).isEqualTo(InterlockState.UNKNOWN);
    }

    @Test
    void aLineThatFlowsThoughItsClampSaysShutIsNotShut() {
        turnOpen();
        bedside.inputs.orders.stops[0]++;
        bedside.cycle();
        bedside.clampPercent[0] = 100;
        bedside.rpm[0] = 0;
        flow(300);
        bedside.run(3_000);
        assertThat(astray()).isEqualTo(InterlockState.CLEAR);
        flow(-301);
        bedside.run(500);
        assertThat(astray()).isEqualTo(InterlockState.CLEAR);
        bedside.run(300);
        assertThat(astray()).isEqualTo(InterlockState.ACTIVE);
    }

    @Test
    void flowThroughALineThatIsToldToBeOpenSaysNothingAgainstItsClamp() {
        turnOpen();
        bedside.run(5_000);
        assertThat(astray()).isEqualTo(InterlockState.CLEAR);
    }

    @Test
    void oneSampleOfFlowBehindAShutClampIsNoLeakHoweverOldItIs() {
        turnOpen();
        bedside.inputs.orders.stops[0]++;
        bedside.cycle();
        bedside.clampPercent[0] = 100;
        bedside.rpm[0] = 0;
        flow(0);
        bedside.run(1_000);
        flow(2_000);
        bedside.cycle();
        bedside.isValueFrozen[bedside.value("flow-arterial")] = true;
        bedside.run(800);
        assertThat(astray()).isIn(InterlockState.CLEAR, InterlockState.PENDING);
    }

    @Test
    void theLineOfAHeadThatStandsIsShut() {
        flow(0);
        bedside.run(100);
        assertThat(report.clampTold[0]).isTrue();
        assertThat(report.clampClosed[0]).isTrue();
    }

    @Test
    void beforeTheShaftIsKnownTheClampIsToldNothing() {
        bedside.lose("arterial");
        bedside.isValueKnown[bedside.value("tachometer-arterial")] = false;
        bedside.run(5_000);
        assertThat(report.clampTold[0]).isFalse();
        assertThat(astray()).isEqualTo(InterlockState.CLEAR);
    }

    @Test
    void theLineOfAHeadThatIsFoundTurningIsLeftAsItIs() {
        bedside.rpm[0] = 3_000;
        bedside.isJoined[0] = false;
        bedside.run(5_000);
        assertThat(report.clampClosed[0]).isFalse();
    }

    @Test
    void aRequestThatWasRefusedDoesNotShutTheLineOfAHeadThatIsFoundTurning() {
        bedside.rpm[0] = 3_000;
        bedside.isJoined[0] = false;
        bedside.run(1_000);
        bedside.inputs.control.requestId[0] = 1;
        bedside.inputs.control.answer[0] = Answer.START_NOT_PERMITTED;
        bedside.run(1_000);
        assertThat(report.clampClosed[0]).isFalse();
        bedside.inputs.control.requestId[0] = 2;
        bedside.inputs.control.answer[0] = Answer.ACCEPTED; // standstill
        bedside.cycle();
        assertThat(report.clampClosed[0]).isTrue();
        bedside.inputs.control.answer[0] = Answer.START_NOT_PERMITTED; // and what is refused then changes nothing
        bedside.run(1_000);
        assertThat(report.clampClosed[0]).isTrue();
    }

    @Test
    void aLineWithFlowIsNotShutThoughItsShaftIsFoundStanding() {
        var cranked = new HealthyMachine(CENTRIFUGAL); // by hand, on another head
        cranked.run(1_000);
        assertThat(cranked.report.clampClosed[0])
                .as("4,500 mL/min are somebody's work")
                .isFalse();
        cranked.values[cranked.value("flow-arterial")] = 0;
        cranked.cycle();
        assertThat(cranked.report.clampClosed[0]).isTrue();
    }

    @Test
    void theLineOpensWhenTheHeadHoldsThePressureBehindIt() {
        flow(0);
        bedside.run(100);
        bedside.clampPercent[0] = 100;
        bedside.run(500);
        assertThat(report.clampClosed[0]).isTrue();
        double holdingRpm = Math.sqrt(120 / 0.00002989); // 120 mmHg behind the clamp
        bedside.turn(0, holdingRpm - 1);
        bedside.run(500);
        assertThat(report.clampClosed[0]).isTrue();
        bedside.turn(0, holdingRpm + 1);
        bedside.cycle();
        assertThat(report.clampClosed[0]).isFalse();
    }

    @Test
    void aHeadThatIsSlowedDownKeepsItsLineOpen() {
        turnOpen();
        bedside.turn(0, 1_600);
        bedside.run(2_000);
        assertThat(report.clampClosed[0]).isFalse();
    }

    @Test
    void aHeadThatIsAskedToStandHasItsLineShutBeforeItStands() {
        turnOpen();
        bedside.turn(0, 0);
        bedside.rpm[0] = 2_900; // it is on its way
        bedside.cycle();
        assertThat(report.clampClosed[0]).isTrue();
    }

    @Test
    void aSpeedThatIsLostForAMomentMovesNoClamp() {
        turnOpen();
        bedside.lose("arterial");
        bedside.isValueKnown[bedside.value("tachometer-arterial")] = false;
        bedside.run(1_000);
        assertThat(report.clampClosed[0]).isFalse();
    }
}
