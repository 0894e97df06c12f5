package org.altercor.controller.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.altercor.safety.supervise.Answer;
import org.altercor.safety.supervise.InterlockState;
import org.altercor.safety.supervise.Limiter;
import org.altercor.safety.supervise.PumpMode;
import org.junit.jupiter.api.Test;

/// How the modes of one pump begin and end, with sensors and permits in the hand of the test.
class ModesTest {
    private static final double HELD_RPM = 2_500;

    private final OnePump roller = new OnePump(TestPumps.roller());
    private final OnePump centrifugal = centrifugal();

    private static OnePump centrifugal() {
        var pump = new OnePump(TestPumps.centrifugal());
        pump.flowOfRpm = rpm -> (TestPumps.SHUT_OFF * rpm * rpm - 100) * 25;
        return pump;
    }

    private void turnRoller(double rpm) {
        roller.speed(rpm);
        roller.seconds(2);
        assertThat(roller.commandedRpm()).isEqualTo(rpm);
    }

    private void turnCentrifugal() {
        centrifugal.speed(HELD_RPM);
        centrifugal.seconds(3);
        assertThat(centrifugal.commandedRpm()).isEqualTo(HELD_RPM);
    }

    @Test
    void aRollersFlowIsItsSpeedTimesItsStroke() {
        roller.flow(3_600);
        roller.seconds(2);
        assertThat(roller.commandedRpm()).isCloseTo(80, within(1e-9));
        assertThat(roller.snapshot.setFlowMlPerMin[0]).isEqualTo(3_600);
        assertThat(roller.snapshot.computedFlowMlPerMin[0]).isCloseTo(3_600, within(1e-6));
    }

    @Test
    void aFlowThatIsNotKnownIsNotZero() {
        turnRoller(80);
        roller.seesShaft = false;
        roller.seconds(1);
        assertThat(roller.snapshot.computedFlowMlPerMin[0]).isNaN();
        double deliveredMl = roller.snapshot.deliveredMl[0];
        roller.seconds(1);
        assertThat(roller.snapshot.deliveredMl[0] - deliveredMl)
                .as("what is asked of the drive is counted meanwhile")
                .isCloseTo(60, within(1e-6));
    }

    @Test
    void aPressureThatIsLostHoldsTheSpeedAndDoesNotStopIt() {
        turnRoller(80);
        roller.seesPressure = false;
        roller.seconds(5);
        assertThat(roller.commandedRpm()).isEqualTo(80);
        roller.speed(100);
        roller.seconds(2);
        assertThat(roller.snapshot.answer[0]).isEqualTo(Answer.INCREASE_NOT_PERMITTED);
        roller.speed(60);
        roller.seconds(2);
        assertThat(roller.commandedRpm()).isEqualTo(60);
        roller.seesPressure = true;
        roller.speed(100);
        roller.seconds(2);
        assertThat(roller.commandedRpm()).isEqualTo(100);
    }

    @Test
    void aRiseThatIsCutShortByALostLevelSaysSoUntilItIsAskedForAgainAndDoesNotGoOnByItself() {
        roller.speed(150);
        roller.seconds(0.1);
        roller.seesLevel = false;
        roller.seconds(1);
        double cutRpm = roller.commandedRpm();
        assertThat(cutRpm).isBetween(20.0, 60.0);
        assertThat(roller.snapshot.limiter[0]).isEqualTo(Limiter.SENSOR_LOST);
        roller.seesLevel = true;
        roller.seconds(2);
        assertThat(roller.commandedRpm()).isEqualTo(cutRpm);
        assertThat(roller.snapshot.limiter[0]).isEqualTo(Limiter.CUT_SHORT);
        roller.speed(150);
        roller.seconds(3);
        assertThat(roller.commandedRpm()).isEqualTo(150);
        assertThat(roller.snapshot.limiter[0]).isEqualTo(Limiter.NONE);
    }

    @Test
    void aCommandDoesNotRunAheadOfADriveThatIsAway() {
        roller.speed(150);
        roller.seconds(0.1);
        roller.inputs.seen.drives[0].isJoined = false;
        roller.seconds(1);
        double heldRpm = roller.commandedRpm();
        assertThat(heldRpm).isBetween(20.0, 60.0);
        assertThat(roller.snapshot.limiter[0]).isEqualTo(Limiter.NO_INCREASE);
        roller.inputs.seen.drives[0].isJoined = true;
        roller.seconds(2);
        assertThat(roller.commandedRpm()).isEqualTo(heldRpm);
        assertThat(roller.snapshot.limiter[0]).isEqualTo(Limiter.CUT_SHORT);
    }

    @Test
    void aDriveThatStaysIsRaisedAsAsked() {
        roller.speed(150);
        roller.seconds(1.1);
        assertThat(roller.commandedRpm()).isGreaterThan(100);
    }

    @Test
    void whatALevelTookIsGivenBackThoughThePermitToIncreaseWasGoneMeanwhile() {
        turnRoller(100);
        roller.levelMl = 250;
        roller.safety.mayIncrease[0] = false;
        roller.seconds(3);
        assertThat(roller.commandedRpm()).isLessThan(60);
        assertThat(roller.snapshot.limiter[0]).isEqualTo(Limiter.LEVEL);
        roller.levelMl = 800;
        roller.safety.mayIncrease[0] = true;
        roller.seconds(20);
        assertThat(roller.commandedRpm()).isEqualTo(100);
    }

    @Test
    void theLowestLimitWinsAndSaysItsName() {
        turnRoller(150);
        roller.levelMl = 300;
        roller.seconds(3);
        assertThat(roller.snapshot.limiter[0]).isEqualTo(Limiter.LEVEL);
        roller.safety.limitRpm[0] = 40;
        roller.seconds(3);
        assertThat(roller.snapshot.limiter[0]).isEqualTo(Limiter.SUPERVISOR);
        assertThat(roller.snapshot.ceilingRpm[0]).isEqualTo(40);
        roller.safety.limitRpm[0] = Double.POSITIVE_INFINITY;
        roller.seconds(3);
        assertThat(roller.snapshot.limiter[0]).isEqualTo(Limiter.LEVEL);
    }

    @Test
    void pulsesEndAtOnceInTheirMeanFlowThoughNoIncreaseIsPermitted() {
        roller.flow(4_000);
        roller.seconds(2);
        roller.pulses(4_000, 60, 50, 50);
        roller.seconds(1.9); // between two pulses
        assertThat(roller.commandedRpm()).isCloseTo(44.4, within(0.1));
        roller.safety.mayIncrease[0] = false;
        roller.cycles(1);
        assertThat(roller.mode()).isEqualTo(PumpMode.FLOW);
        roller.seconds(2);
        assertThat(roller.commandedRpm()).isCloseTo(4_000 / 45.0, within(1e-9));
        roller.safety.mayIncrease[0] = true;
        roller.seconds(2);
        assertThat(roller.mode()).as("they do not come back by themselves").isEqualTo(PumpMode.FLOW);
    }

    @Test
    void pulsesEndWhileAnInterlockAgainstThemIsOnOrNotKnown() {
        for (InterlockState state : InterlockState.values()) {
            roller.safety.interlock[0] = InterlockState.CLEAR;
            roller.pulses(4_000, 60, 50, 50);
            roller.seconds(1);
            assertThat(roller.mode()).isEqualTo(PumpMode.PULSATILE);
            roller.safety.interlock[0] = state;
            roller.cycles(1);
            boolean isOff = state == InterlockState.CLEAR || state == InterlockState.PENDING;
            assertThat(roller.mode()).as("%s", state).isEqualTo(isOff ? PumpMode.PULSATILE : PumpMode.FLOW);
        }
    }

    @Test
    void pulsesDeliverTheMeanThatWasAsked() {
        roller.pulses(3_000, 72, 40, 30);
        roller.seconds(10);
        assertThat(roller.snapshot.answer[0]).isEqualTo(Answer.ACCEPTED);
        double beforeMl = roller.snapshot.deliveredMl[0];
        roller.seconds(50); // sixty beats
        assertThat((roller.snapshot.deliveredMl[0] - beforeMl) * 60 / 50).isCloseTo(3_000, within(3.0));
    }

    @Test
    void aFollowerRampsToStandstillWhenItsLeaderStandsOrIsNotKnown() {
        roller.leaderRpm = 80;
        roller.follow(4);
        roller.seconds(2);
        assertThat(roller.commandedRpm()).isCloseTo(20, within(1e-9));
        assertThat(roller.snapshot.setFlowMlPerMin[0]).isCloseTo(900, within(1e-6));
        roller.seesLeader = false;
        roller.seconds(2);
        assertThat(roller.commandedRpm()).isZero();
        roller.seesLeader = true;
        roller.seconds(2);
        assertThat(roller.commandedRpm()).isCloseTo(20, within(1e-9));
        roller.leaderRpm = 0;
        roller.seconds(2);
        assertThat(roller.commandedRpm()).isZero();
    }

    @Test
    void aFollowerThatMayNotStartWithItsLeaderIsStoppedForGood() {
        roller.leaderRpm = 0;
        roller.follow(4);
        roller.seconds(1);
        assertThat(roller.mode()).isEqualTo(PumpMode.FOLLOWER);
        roller.safety.mayStart[0] = false;
        roller.leaderRpm = 80;
        roller.seconds(1);
        assertThat(roller.mode()).isEqualTo(PumpMode.STOPPED);
        roller.safety.mayStart[0] = true;
        roller.seconds(1);
        assertThat(roller.commandedRpm()).isZero();
    }

    @Test
    void theSupervisorsWishForZeroFlowTakesEveryModeOfATurningHeadAndStartsNoStandingOne() {
        centrifugal.safety.holdZeroFlow[0] = true;
        centrifugal.seconds(2);
        assertThat(centrifugal.mode()).isEqualTo(PumpMode.STOPPED);
        assertThat(centrifugal.commandedRpm()).isZero();
        centrifugal.safety.holdZeroFlow[0] = false;
        turnCentrifugal();
        centrifugal.pressureMmHg = 80;
        centrifugal.safety.holdZeroFlow[0] = true;
        centrifugal.seconds(10);
        assertThat(centrifugal.mode()).isEqualTo(PumpMode.ZERO_FLOW);
        assertThat(centrifugal.commandedRpm()).isLessThan(HELD_RPM - 400);
        centrifugal.safety.holdZeroFlow[0] = false;
        centrifugal.seconds(5);
        assertThat(centrifugal.mode()).as("what was asked before is forgotten").isEqualTo(PumpMode.ZERO_FLOW);
    }

    @Test
    void aRollerIsNotMadeToHoldZeroFlow() {
        turnRoller(80);
        roller.safety.holdZeroFlow[0] = true;
        roller.seconds(2);
        assertThat(roller.mode()).isEqualTo(PumpMode.SPEED);
        assertThat(roller.commandedRpm()).isEqualTo(80);
    }

    @Test
    void aHeadThatIsToStandHoldsItsLineUntilItIsShutAndStandsThen() {
        turnCentrifugal();
        centrifugal.stop();
        centrifugal.seconds(10);
        assertThat(centrifugal.mode()).isEqualTo(PumpMode.STOPPED);
        assertThat(centrifugal.commandedRpm()).isGreaterThan(1_800);
        centrifugal.safety.lineShut[0] = true;
        centrifugal.seconds(2);
        assertThat(centrifugal.commandedRpm()).isZero();
    }

    @Test
    void aHeadHoldsAShutLineForThirtySecondsAndNoLonger() {
        turnCentrifugal();
        centrifugal.zeroFlow();
        centrifugal.seconds(1);
        centrifugal.safety.lineShut[0] = true;
        centrifugal.seconds(29.9);
        assertThat(centrifugal.mode()).isEqualTo(PumpMode.ZERO_FLOW);
        assertThat(centrifugal.commandedRpm()).isCloseTo(2_240, within(1.0));
        centrifugal.seconds(2);
        assertThat(centrifugal.mode()).isEqualTo(PumpMode.STOPPED);
        centrifugal.seconds(2);
        assertThat(centrifugal.commandedRpm()).isZero();
    }

    @Test
    void aLineThatIsOpenIsHeldForAsLongAsItIsAsked() {
        turnCentrifugal();
        centrifugal.zeroFlow();
        centrifugal.seconds(120);
        assertThat(centrifugal.mode()).isEqualTo(PumpMode.ZERO_FLOW);
    }

    @Test
    void zeroFlowThatLosesItsSensorsStaysAtWhatItFound() {
        turnCentrifugal();
        centrifugal.pressureMmHg = 100;
        centrifugal.zeroFlow();
        centrifugal.seconds(60);
        double foundRpm = centrifugal.commandedRpm();
        centrifugal.seesFlow = false;
        centrifugal.seesPressure = false;
        centrifugal.seconds(60);
        assertThat(centrifugal.mode()).isEqualTo(PumpMode.ZERO_FLOW);
        assertThat(centrifugal.commandedRpm()).isCloseTo(foundRpm, within(0.5));
    }

    @Test
    void flowModeEndsInTheSpeedOfThatMomentWhenItsProbeIsLostForHalfASecondAndNotBefore() {
        centrifugal.flow(2_000);
        centrifugal.seconds(20);
        centrifugal.seesFlow = false;
        centrifugal.seconds(0.4);
        assertThat(centrifugal.mode()).isEqualTo(PumpMode.FLOW);
        double beforeRpm = centrifugal.commandedRpm();
        centrifugal.seconds(1);
        assertThat(centrifugal.mode()).isEqualTo(PumpMode.SPEED);
        assertThat(centrifugal.snapshot.limiter[0]).isEqualTo(Limiter.SENSOR_LOST);
        assertThat(centrifugal.commandedRpm()).isEqualTo(beforeRpm);
    }

    @Test
    void aFlowThatIsHeldDownByALimitIsNotWoundUp() {
        centrifugal.flow(4_000);
        centrifugal.seconds(30);
        double freeRpm = centrifugal.commandedRpm();
        centrifugal.safety.limitRpm[0] = freeRpm - 500;
        centrifugal.seconds(60);
        centrifugal.safety.limitRpm[0] = Double.POSITIVE_INFINITY;
        double highestRpm = 0;
        for (int i = 0; i < 3_000; i++) {
            centrifugal.cycles(1);
            highestRpm = Math.max(highestRpm, centrifugal.commandedRpm());
        }
        assertThat(centrifugal.commandedRpm()).isCloseTo(freeRpm, within(5.0));
        assertThat(highestRpm).isLessThan(freeRpm + 30);
    }

    @Test
    void aStepOfTheMeanLeavesTheBeatAsItIs() {
        roller.pulses(3_000, 60, 50, 50);
        roller.seconds(2.75);
        assertThat(roller.commandedRpm()).as("between two pulses").isLessThan(40);
        for (int detent = 0; detent < 4; detent++) { // a knob that is turned
            roller.pulses(3_000 + 50 * detent, 60, 50, 50);
            roller.cycles(5);
            assertThat(roller.commandedRpm()).as("and no pulse before its time").isLessThan(40);
        }
        roller.seconds(0.25);
        assertThat(roller.commandedRpm()).as("which comes").isGreaterThan(90);
    }

    @Test
    void whatAModeWasToldIsSaidWhileItRunsAndNoLongerThanThat() {
        roller.pulses(3_000, 72, 40, 30);
        roller.cycles(2);
        assertThat(roller.snapshot.setRatePerMin[0]).isEqualTo(72);
        assertThat(roller.snapshot.setWidthPercent[0]).isEqualTo(40);
        assertThat(roller.snapshot.setBasePercent[0]).isEqualTo(30);
        assertThat(roller.snapshot.setRatio[0]).isNaN();
        roller.pulses(3_000, 200, 40, 30);
        roller.cycles(2);
        assertThat(roller.snapshot.setRatePerMin[0])
                .as("what was refused is not told")
                .isEqualTo(72);
        roller.follow(4);
        roller.cycles(2);
        assertThat(roller.snapshot.setRatio[0]).isEqualTo(4);
        assertThat(roller.snapshot.setRatePerMin[0]).isNaN();
        roller.stop();
        roller.cycles(2);
        assertThat(roller.snapshot.setRatio[0]).isNaN();
    }
}
