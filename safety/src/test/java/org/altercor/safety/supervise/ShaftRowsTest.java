package org.altercor.safety.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import org.altercor.safety.interlock.Interlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// IL-10 overspeed and IL-11 wrong direction: what a shaft does against its command.
class ShaftRowsTest {
    private static final String ROLLER = "adult-bypass";
    private static final String CENTRIFUGAL = "adult-bypass-centrifugal";

    private final HealthyMachine bedside = turning(ROLLER);
    private final SafetyReport report = bedside.report;

    private static HealthyMachine turning(String name) {
        var bedside = new HealthyMachine(name);
        bedside.run(100);
        bedside.turnAll(60);
        bedside.turn(bedside.pump("arterial"), name.equals(CENTRIFUGAL) ? 3_000 : 60);
        bedside.run(2_000);
        return bedside;
    }

    private static void spin(HealthyMachine bedside, String pump, double rpm) {
        bedside.rpm[bedside.pump(pump)] = rpm;
    }

    private void tachometer(double rpm) {
        bedside.values[bedside.value("tachometer-arterial")] = rpm;
    }

    private InterlockState overspeed(String pump) {
        return bedside.state(Interlock.OVERSPEED, pump);
    }

    @ParameterizedTest
    @CsvSource({"adult-bypass,60,65.1", "adult-bypass-centrifugal,3000,3200.1"})
    void aShaftAboveItsCommandByMoreThanItsMarginIsCutAfterTheProfilesTime(String name, double rpm, double fastRpm) {
        HealthyMachine machine = turning(name);
        int arterial = machine.pump("arterial");
        spin(machine, "arterial", fastRpm);
        machine.run(100); // the first sample begins the 100 ms
        assertThat(machine.report.stop[arterial]).isEqualTo(StopState.NONE);
        machine.cycle();
        assertThat(machine.report.stop[arterial]).isEqualTo(StopState.CUT);
        assertThat(machine.report.stoTripped).containsOnly(true);
        assertThat(machine.report.stopDemanded[arterial]).isTrue();
        assertThat(machine.cause("arterial")).isEqualTo(Interlock.OVERSPEED);
    }

    @ParameterizedTest
    @CsvSource({"adult-bypass,65", "adult-bypass-centrifugal,3200"})
    void aShaftWithinItsMarginIsLeftAloneForEver(String name, double rpm) {
        HealthyMachine machine = turning(name);
        spin(machine, "arterial", rpm);
        machine.run(10_000);
        assertThat(machine.state(Interlock.OVERSPEED, "arterial")).isEqualTo(InterlockState.CLEAR);
    }

    @Test
    void oneSampleThatIsTooFastIsNoRunawayHoweverLongItIsTheNewest() {
        spin(bedside, "arterial", 100);
        bedside.cycle();
        spin(bedside, "arterial", 60);
        bedside.isMeasuring = false;
        bedside.run(240);
        assertThat(overspeed("arterial")).isEqualTo(InterlockState.CLEAR);
    }

    @Test
    void aShaftFasterThanItsPumpMayEverBeIsCutAtTheFirstSample() {
        spin(bedside, "arterial", 180 * 1.02 + 5);
        bedside.cycle();
        assertThat(overspeed("arterial")).isEqualTo(InterlockState.CLEAR);
        spin(bedside, "arterial", 180 * 1.02 + 5.1);
        bedside.cycle();
        assertThat(report.stop[bedside.pump("arterial")]).isEqualTo(StopState.CUT);
    }

    @Test
    void aRunawayCentrifugalHeadIsCutThoughItsLineIsOpen() {
        HealthyMachine machine = turning(CENTRIFUGAL);
        spin(machine, "arterial", 4_500);
        machine.cycle();
        assertThat(machine.report.stop[0]).isEqualTo(StopState.CUT);
        assertThat(machine.report.stoTripped).containsOnly(true);
        assertThat(machine.report.clampClosed[0])
                .as("and the clamp shuts meanwhile")
                .isTrue();
    }

    @Test
    void aTachometerThatIsFasterThanItsDriveIsBelieved() {
        tachometer(80);
        bedside.run(110);
        assertThat(report.stop[bedside.pump("arterial")]).isEqualTo(StopState.CUT);
    }

    @Test
    void aTachometerIsHeardThoughTheDriveIsSilent() {
        bedside.lose("arterial"); // it is told its speed, and nothing is read back
        bedside.run(300);
        assertThat(overspeed("arterial")).isEqualTo(InterlockState.CLEAR);
        tachometer(100);
        bedside.run(100);
        assertThat(report.stop[bedside.pump("arterial")]).isEqualTo(StopState.NONE);
        bedside.cycle();
        assertThat(report.stop[bedside.pump("arterial")]).isEqualTo(StopState.CUT);
        assertThat(bedside.cause("arterial")).isEqualTo(Interlock.OVERSPEED);
    }

    /// Shaft and command at their ordinary ramps: the command at once, the shaft later by its lag.
    private void ramp(double fromRpm, double toRpm) {
        WatchedPump pump = WatchedPump.of(bedside.machine, bedside.layout, bedside.pump("arterial"));
        double command = fromRpm;
        double stepRpm = pump.rampRpmPerSecond() * HealthyMachine.CYCLE_NANOS / 1e9;
        var late = new ArrayDeque<Double>();
        for (int i = 0; i < 400; i++) {
            command += Math.clamp(toRpm - command, -stepRpm, stepRpm);
            late.add(command);
            bedside.inputs.seen.drives[pump.index()].busRpm = command;
            double shaft = late.size() > pump.lagNanos() / HealthyMachine.CYCLE_NANOS ? late.removeFirst() : fromRpm;
            spin(bedside, "arterial", shaft);
            tachometer(shaft);
            bedside.cycle();
            assertThat(overspeed("arterial"))
                    .as("at %s of %s rpm", shaft, command)
                    .isEqualTo(InterlockState.CLEAR);
        }
    }

    @Test
    void aKnobThatIsTurnedDownAndUpWithoutRestTripsNothing() {
        double shaft = 60;
        var late = new ArrayDeque<Double>();
        for (int i = 0; i < 4_000; i++) {
            double command = 80 + 70 * Math.sin(i / 40.0); // 350 rpm/s at its steepest
            shaft += (command - shaft) * 5 / 150; // 150 ms of lag
            late.add(shaft);
            bedside.inputs.seen.drives[0].busRpm = command;
            double read = late.size() > 48 ? late.removeFirst() : 60; // read 240 ms late
            spin(bedside, "arterial", read);
            tachometer(read);
            bedside.cycle();
            assertThat(overspeed("arterial"))
                    .as("at %s of %s rpm", read, command)
                    .isEqualTo(InterlockState.CLEAR);
        }
    }

    @Test
    void aLoopThatWasHeldUpForLongJudgesByTheCommandOfNow() {
        bedside.inputs.seen.drives[0].busRpm = 20;
        spin(bedside, "arterial", 20);
        tachometer(20);
        bedside.cycle(10_000 * HealthyMachine.MS);
        spin(bedside, "arterial", 60);
        bedside.run(1_000);
        assertThat(report.stop[0]).isEqualTo(StopState.CUT);
    }

    @Test
    void noOrdinaryRampTrips() {
        ramp(60, 150);
        ramp(150, 20);
        ramp(20, 0);
        ramp(0, 155);
        ramp(155, 0);
    }

    @Test
    void aShaftThatStaysFastWhenItsCommandFallsTripsWhenItsRampIsOver() {
        bedside.turn(bedside.pump("arterial"), 60);
        bedside.inputs.seen.drives[0].busRpm = 20;
        bedside.run(500); // lag 150 ms, age 250 ms, debounce 100 ms
        assertThat(overspeed("arterial")).isEqualTo(InterlockState.CLEAR);
        bedside.run(300);
        assertThat(report.stop[bedside.pump("arterial")]).isEqualTo(StopState.CUT);
    }

    @Test
    void aPumpThatStartsByItselfIsCut() {
        var machine = new HealthyMachine(ROLLER);
        machine.run(500);
        spin(machine, "arterial", 30);
        machine.run(110);
        assertThat(machine.report.stop[0]).isEqualTo(StopState.CUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {ROLLER, CENTRIFUGAL})
    void aProgramThatIsStartedWhileThePumpTurnsDoesNotTakeThatForARunaway(String name) {
        var machine = new HealthyMachine(name);
        double rpm = name.equals(ROLLER) ? 100 : 3_000;
        spin(machine, "arterial", rpm); // the drive holds what nobody of this program has told it
        machine.isJoined[0] = false;
        machine.run(5_000);
        assertThat(machine.state(Interlock.OVERSPEED, "arterial")).isEqualTo(InterlockState.CLEAR);
        assertThat(machine.report.stop[0]).isEqualTo(StopState.NONE);
        assertThat(machine.report.clampClosed).as("nor is its line shut").doesNotContain(true);

        machine.isJoined[0] = true; // adopted, or told to stand: it follows from what it was found at
        spin(machine, "arterial", rpm * 0.9);
        machine.run(50);
        assertThat(machine.state(Interlock.OVERSPEED, "arterial")).isEqualTo(InterlockState.CLEAR);
    }

    @Test
    void aShaftThatIsFoundTurningAndDoesNotFollowItsCommandIsARunaway() {
        var machine = new HealthyMachine(ROLLER);
        spin(machine, "arterial", 100);
        machine.isJoined[0] = false;
        machine.run(1_000);
        machine.isJoined[0] = true;
        machine.run(1_000); // told to stand
        assertThat(machine.report.stop[0]).isEqualTo(StopState.CUT);
    }

    @Test
    void aPumpThatIsTurnedByItsOwnKnobWhileItsCableIsOutIsJudgedByItsMaximumAlone() {
        bedside.isLinked[0] = false;
        bedside.isJoined[0] = false;
        bedside.run(500);
        tachometer(100);
        bedside.run(1_000);
        assertThat(report.stop[0]).isEqualTo(StopState.NONE);
        tachometer(200);
        bedside.cycle();
        assertThat(report.stop[0]).isEqualTo(StopState.CUT);
    }

    @Test
    void aSpeedThatNobodyKnowsHoldsTheArterialPumpAndStopsCardioplegiaAndLetsTheVentRun() {
        bedside.lose("arterial");
        bedside.lose("cardioplegia-blood");
        bedside.lose("vent");
        bedside.isValueKnown[bedside.value("tachometer-arterial")] = false;
        bedside.cycle();
        assertThat(overspeed("arterial")).isEqualTo(InterlockState.UNKNOWN);
        assertThat(report.stopDemanded[bedside.pump("arterial")]).isFalse();
        assertThat(report.mayIncrease[bedside.pump("arterial")]).isFalse();
        assertThat(report.stopDemanded[bedside.pump("cardioplegia-blood")]).isTrue();
        assertThat(report.stopDemanded[bedside.pump("vent")]).isFalse();
        assertThat(report.mayIncrease[bedside.pump("vent")]).isFalse();
    }

    @Test
    void aRunawayCardioplegiaPumpLosesTheRunPowerAndNotTheArterialDrive() {
        spin(bedside, "cardioplegia-blood", 100);
        bedside.cycle();
        assertThat(report.stop[bedside.pump("cardioplegia-blood")]).isEqualTo(StopState.CUT);
        assertThat(report.runPower).isFalse();
        assertThat(report.stoTripped).containsOnly(false);
        assertThat(report.stopDemanded[bedside.pump("arterial")]).isFalse();
    }

    @Test
    void aPumpWithoutASecondPathIsStoppedAndNobodyClaimsThatItWasCut() {
        spin(bedside, "vent", 300);
        bedside.run(100);
        assertThat(report.stop[bedside.pump("vent")]).isEqualTo(StopState.DEMANDED);
        assertThat(report.stopDemanded[bedside.pump("vent")]).isTrue();
        assertThat(report.runPower).isTrue();
        bedside.run(2_000);
        assertThat(bedside.state(Interlock.STILL_TURNING, "vent")).isEqualTo(InterlockState.ACTIVE);
        assertThat(report.stop[bedside.pump("vent")]).isEqualTo(StopState.DEMANDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"arterial", "cardioplegia-blood", "vent", "sucker-1"})
    void aShaftThatTurnsBackwardsIsStoppedAfter50Ms(String pump) {
        spin(bedside, pump, -30);
        if (pump.equals("arterial")) {
            tachometer(-30);
        }
        bedside.run(50);
        assertThat(report.stopDemanded[bedside.pump(pump)]).isFalse();
        bedside.cycle();
        assertThat(report.stopDemanded[bedside.pump(pump)]).isTrue();
        assertThat(bedside.cause(pump)).isEqualTo(Interlock.WRONG_DIRECTION);
    }

    @Test
    void aShaftThatIsReadAsTurningBackwardsOnceIsNot() {
        spin(bedside, "vent", -30);
        bedside.cycle();
        bedside.isMeasuring = false;
        bedside.run(200);
        bedside.isMeasuring = true;
        spin(bedside, "vent", 60);
        bedside.run(100);
        assertThat(report.stopDemanded[bedside.pump("vent")]).isFalse();
    }

    @Test
    void aShaftAtRestThatIsReadAsTwoRpmBackwardsStands() {
        var machine = new HealthyMachine(ROLLER);
        machine.run(100);
        spin(machine, "vent", -2);
        machine.run(500);
        assertThat(machine.state(Interlock.WRONG_DIRECTION, "vent")).isEqualTo(InterlockState.CLEAR);
        spin(machine, "vent", -2.1);
        machine.run(500);
        assertThat(machine.state(Interlock.WRONG_DIRECTION, "vent")).isNotEqualTo(InterlockState.CLEAR);
    }

    @Test
    void aTachometerThatSaysBackwardsIsBelievedThoughTheDriveSaysForwards() {
        tachometer(-60);
        bedside.run(60);
        assertThat(report.stop[bedside.pump("arterial")]).isEqualTo(StopState.CUT);
    }

    @Test
    void aCentrifugalHeadThatTurnsBackwardsIsCutWhenItsLineIsShutAndNotBefore() {
        HealthyMachine machine = turning(CENTRIFUGAL);
        spin(machine, "arterial", -500);
        machine.values[machine.value("tachometer-arterial")] = -500;
        machine.run(100);
        assertThat(machine.report.stop[0]).isEqualTo(StopState.CLAMPING);
        assertThat(machine.report.stoTripped).containsOnly(false);
        machine.clampPercent[0] = 100;
        machine.cycle();
        assertThat(machine.report.stop[0]).isEqualTo(StopState.CUT);
        assertThat(machine.report.stoTripped).containsOnly(true);
    }
}
