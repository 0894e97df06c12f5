package org.altercor.safety.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.altercor.hal.port.AlarmSignal;
import org.altercor.safety.interlock.Interlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// IL-13 a drive that does not answer, IL-14 a control loop that is dead, and the first second after start.
class LostRowsTest {
    private static final String ROLLER = "adult-bypass";
    private static final String CENTRIFUGAL = "adult-bypass-centrifugal";

    private static HealthyMachine turning(String name) {
        var bedside = new HealthyMachine(name);
        bedside.run(100);
        bedside.turnAll(40);
        bedside.turn(0, name.equals(CENTRIFUGAL) ? 3_000 : 40);
        bedside.run(2_000);
        return bedside;
    }

    @ParameterizedTest
    @ValueSource(strings = {ROLLER, CENTRIFUGAL})
    void anArterialDriveThatDoesNotAnswerIsHeldAndNotStopped(String name) {
        HealthyMachine bedside = turning(name);
        bedside.lose("arterial");
        bedside.run(5_000);
        assertThat(bedside.state(Interlock.BUS_LOST, "arterial")).isEqualTo(InterlockState.ACTIVE);
        assertThat(bedside.report.stop[0]).isEqualTo(StopState.NONE);
        assertThat(bedside.report.stoTripped).doesNotContain(true);
        assertThat(bedside.report.clampClosed).doesNotContain(true);
        assertThat(bedside.report.mayIncrease[0]).isFalse();
        assertThat(bedside.report.sound).isEqualTo(AlarmSignal.HIGH);
    }

    @Test
    void aCardioplegiaDriveThatDoesNotAnswerIsStoppedAndWhenNobodySeesItStandLosesItsPower() {
        HealthyMachine bedside = turning(ROLLER);
        bedside.lose("cardioplegia-blood");
        bedside.cycle();
        assertThat(bedside.report.stopDemanded[bedside.pump("cardioplegia-blood")])
                .isTrue();
        assertThat(bedside.report.runPower).isTrue();
        bedside.run(1_000);
        assertThat(bedside.report.runPower).isFalse();
    }

    @Test
    void aVentThatDoesNotAnswerIsNotStoppedByTheSupervisorAndMayNotBeRaised() {
        HealthyMachine bedside = turning(ROLLER);
        bedside.lose("vent");
        bedside.run(5_000);
        assertThat(bedside.report.stopDemanded[bedside.pump("vent")]).isFalse();
        assertThat(bedside.report.mayIncrease[bedside.pump("vent")]).isFalse();
        assertThat(bedside.report.mayIncrease[bedside.pump("sucker-1")]).isTrue();
    }

    @Test
    void aDriveThatAnswersAgainIsHeldUntilTheOperatorResets() {
        HealthyMachine bedside = turning(ROLLER);
        bedside.lose("arterial");
        bedside.run(100);
        bedside.isLinked[0] = true;
        bedside.run(5_000);
        assertThat(bedside.state(Interlock.BUS_LOST, "arterial")).isEqualTo(InterlockState.LATCHED);
        assertThat(bedside.report.mayIncrease[0]).isFalse();
        bedside.reset();
        bedside.cycle();
        assertThat(bedside.report.mayIncrease[0]).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {ROLLER, CENTRIFUGAL})
    void anArterialDriveThatKeepsASpeedOfItsOwnIsCalledOutAndNotStopped(String name) {
        HealthyMachine bedside = turning(name);
        bedside.isJoined[0] = false;
        bedside.run(900);
        assertThat(bedside.state(Interlock.DRIVE_APART, "arterial")).isEqualTo(InterlockState.PENDING);
        bedside.run(200);
        assertThat(bedside.state(Interlock.DRIVE_APART, "arterial")).isEqualTo(InterlockState.ACTIVE);
        assertThat(bedside.report.sound).isEqualTo(AlarmSignal.HIGH);
        assertThat(bedside.report.stop[0]).isEqualTo(StopState.NONE);
        assertThat(bedside.report.stoTripped).doesNotContain(true);
    }

    @Test
    void aCardioplegiaDriveThatKeepsASpeedOfItsOwnIsStopped() {
        HealthyMachine bedside = turning(ROLLER);
        bedside.isJoined[bedside.pump("cardioplegia-blood")] = false;
        bedside.run(1_100);
        assertThat(bedside.report.stopDemanded[bedside.pump("cardioplegia-blood")])
                .isTrue();
    }

    @Test
    void aDriveThatStandsOrHasJoinedOrDoesNotAnswerKeepsNoSpeedOfItsOwn() {
        HealthyMachine bedside = turning(ROLLER);
        bedside.run(2_000);
        assertThat(bedside.state(Interlock.DRIVE_APART, "arterial")).isEqualTo(InterlockState.CLEAR);
        bedside.turn(0, 0);
        bedside.isJoined[0] = false;
        bedside.run(2_000);
        assertThat(bedside.state(Interlock.DRIVE_APART, "arterial")).isEqualTo(InterlockState.CLEAR);
        bedside.lose("vent");
        bedside.isJoined[bedside.pump("vent")] = false;
        bedside.run(2_000);
        assertThat(bedside.state(Interlock.DRIVE_APART, "vent")).isEqualTo(InterlockState.UNKNOWN);
    }

    @Test
    void whatTheRowsOfADeadControlLoopDo() {
        HealthyMachine bedside = turning(ROLLER);
        bedside.controlLives = false;
        bedside.run(55);
        assertThat(bedside.state(Interlock.CONTROL_LOST, "program")).isEqualTo(InterlockState.ACTIVE);
        assertThat(bedside.report.stop[0]).isEqualTo(StopState.NONE);
        assertThat(bedside.report.stopDemanded[bedside.pump("cardioplegia-blood")])
                .isTrue();
        assertThat(bedside.report.stopDemanded[bedside.pump("cardioplegia-crystalloid")])
                .isTrue();
        assertThat(bedside.report.stopDemanded[bedside.pump("vent")])
                .as("its lease stops it after ten seconds")
                .isFalse();
        assertThat(bedside.report.mayIncrease).doesNotContain(true);
        assertThat(bedside.report.mayStart).doesNotContain(true);
    }

    @Test
    void aControlLoopThatMissesAFewCyclesIsNotDead() {
        HealthyMachine bedside = turning(ROLLER);
        bedside.controlLives = false;
        bedside.run(45);
        bedside.controlLives = true;
        bedside.run(1_000);
        assertThat(bedside.state(Interlock.CONTROL_LOST, "program")).isEqualTo(InterlockState.CLEAR);
        assertThat(bedside.report.sound).isEqualTo(AlarmSignal.SILENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {ROLLER, CENTRIFUGAL})
    void aMachineWhoseSensorsComeOneAfterTheOtherLatchesNothingAndStartsNothing(String name) {
        var bedside = new HealthyMachine(name);
        Arrays.fill(bedside.isValueKnown, false);
        Arrays.fill(bedside.isSwitchKnown, false);
        Arrays.fill(bedside.isClampKnown, false);
        Arrays.fill(bedside.clampPercent, 100); // shut behind a pump that stands
        bedside.values[bedside.value("flow-arterial")] = 0;
        bedside.layout.pumps().forEach(bedside::lose);
        bedside.controlLives = false;
        bedside.run(50);
        assertThat(bedside.report.mayStart).doesNotContain(true);
        bedside.controlLives = true;
        bedside.run(500);
        for (int pump = 0; pump < bedside.rpm.length; pump++) { // the slowest drive answers after 1.5 s
            bedside.isLinked[pump] = true;
            bedside.run(200);
            assertThat(bedside.report.mayStart[pump]).isEqualTo(pump > 0 && isFree(bedside, pump));
        }
        Arrays.fill(bedside.isClampKnown, true);
        for (int i = 0; i < bedside.values.length; i++) {
            bedside.isValueKnown[i] = true;
            bedside.run(50);
        }
        for (int i = 0; i < bedside.switches.length; i++) {
            bedside.isSwitchKnown[i] = true;
            bedside.run(50);
        }
        assertThat(bedside.report.interlock)
                .doesNotContain(InterlockState.ACTIVE, InterlockState.LATCHED, InterlockState.UNKNOWN);
        assertThat(bedside.report.mayStart[0]).isTrue();
        assertThat(bedside.report.stopDemanded).doesNotContain(true);
        assertThat(bedside.report.runPower).isTrue();
        assertThat(bedside.report.sound).isEqualTo(AlarmSignal.SILENT);
    }

    /// Vent and suckers have no sensor of their own to wait for.
    private static boolean isFree(HealthyMachine bedside, int pump) {
        return switch (bedside.machine.pumps().get(pump).role()) {
            case VENT, SUCTION -> true;
            case ARTERIAL, CARDIOPLEGIA, HAEMOFILTRATION -> false;
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {ROLLER, CENTRIFUGAL})
    void anOrdinaryCaseIsWithoutAlarm(String name) {
        boolean isCentrifugal = name.equals(CENTRIFUGAL);
        var bedside = new HealthyMachine(name);
        int flow = bedside.value("flow-arterial");
        int tachometer = bedside.value("tachometer-arterial");
        bedside.values[flow] = 0;
        Arrays.fill(bedside.clampPercent, 100);
        bedside.run(2_000);
        double[] asked =
                isCentrifugal ? new double[] {2_800, 3_500, 2_300, 0, 2_500} : new double[] {60, 150, 20, 0, 40};
        double stepRpm = isCentrifugal ? 10 : 2;
        double rpm = 0;
        for (double target : asked) {
            bedside.turn(0, target);
            for (int i = 0; i < 1_000; i++) {
                rpm += Math.clamp(target - rpm, -stepRpm, stepRpm);
                bedside.rpm[0] = rpm;
                bedside.values[tachometer] = rpm;
                bedside.inputs.seen.drives[0].busRpm = rpm;
                if (isCentrifugal) {
                    double wantedPercent = bedside.report.clampClosed[0] ? 100 : 0;
                    bedside.clampPercent[0] += Math.clamp(wantedPercent - bedside.clampPercent[0], -2.5, 2.5);
                }
                boolean isOpen = !isCentrifugal || bedside.clampPercent[0] < 50;
                bedside.values[flow] = isOpen ? rpm * (isCentrifugal ? 1.5 : 45) : 0;
                bedside.cycle();
                assertThat(bedside.report.sound)
                        .as("on the way to %s rpm, after %s cycles", target, i)
                        .isEqualTo(AlarmSignal.SILENT);
            }
        }
        assertThat(bedside.report.trips).containsOnly(0);
    }
}
