package org.altercor.safety.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import org.altercor.hal.port.AlarmSignal;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.safety.frame.FrameDecoder;
import org.altercor.safety.frame.FrameDifference;
import org.altercor.safety.frame.FrameEncoder;
import org.altercor.safety.frame.FrameLayout;
import org.altercor.safety.interlock.Interlock;
import org.altercor.safety.observe.DriveLook;
import org.junit.jupiter.api.Test;

/// Beats, permits, run power and sound, on the shipped adult bypass with a roller.
class SupervisorCoreTest {
    private static final long MS = HealthyMachine.MS;

    private final HealthyMachine bedside = new HealthyMachine("adult-bypass");
    private final SafetyReport report = bedside.report;

    @Test
    void freshInputsPermitNothing() {
        bedside.core.step(SupervisorCore.inputsFor(bedside.machine, bedside.layout), report);
        assertThat(report.mayStart).containsOnly(false);
        assertThat(report.mayIncrease).containsOnly(false);
        assertThat(report.controlAlive).isFalse();
        assertThat(report.runPower).isFalse();
        assertThat(report.sound).isEqualTo(AlarmSignal.HIGH);
    }

    @Test
    void aReportThatNobodyFilledInGivesNoRunPowerAndSoundsTheAlarm() {
        var fresh = new SafetyReport(2, 1, 1, 3, List.of());
        assertThat(fresh.runPower).isFalse();
        assertThat(fresh.sound).isEqualTo(AlarmSignal.HIGH);
        assertThat(fresh.light).isEqualTo(AlarmSignal.HIGH);
        assertThat(fresh.mayStart).containsOnly(false);
        assertThat(fresh.interlock).containsOnly(InterlockState.UNKNOWN);
        assertThat(fresh.clampTold).as("a clamp stays as it is found").containsOnly(false);
    }

    @Test
    void whenAllIsWellTheArterialPumpMayStartAndNothingSounds() {
        bedside.run(100);
        assertThat(report.mayStart[bedside.pump("arterial")]).isTrue();
        assertThat(report.sound).isEqualTo(AlarmSignal.SILENT);
        assertThat(report.light).isEqualTo(AlarmSignal.SILENT);
        assertThat(report.runPower).isTrue();
    }

    @Test
    void cardioplegiaMayStartOnlyWhenTheArterialPumpGivesFlow() {
        bedside.run(100);
        int blood = bedside.pump("cardioplegia-blood");
        assertThat(report.mayStart[blood]).isFalse();
        assertThat(report.startBlockedBy[blood]).isEqualTo(bedside.interlock(Interlock.NO_ARTERIAL_FLOW, "arterial"));
        assertThat(report.sound).as("and that is no alarm").isEqualTo(AlarmSignal.SILENT);

        bedside.turn(bedside.pump("arterial"), 100);
        bedside.run(100);
        assertThat(report.mayStart[blood]).isTrue();
    }

    @Test
    void runPowerOutlastsTheControlLoopByItsSilenceAndNotByMore() {
        bedside.run(100);
        bedside.controlLives = false;
        long diedAtNanos = bedside.nowNanos;
        bedside.run(1_000);
        assertThat(bedside.nowNanos - diedAtNanos).isEqualTo(SupervisorCore.RUN_POWER_SILENCE_NANOS);
        assertThat(report.controlAlive).isFalse();
        assertThat(report.runPower).isTrue();
        bedside.run(100);
        assertThat(report.runPower).isFalse();
    }

    @Test
    void aControlLoopThatHangsLosesThePermitsAndItsAlarmLatches() {
        bedside.turn(bedside.pump("arterial"), 100);
        bedside.run(100);
        bedside.controlLives = false;
        bedside.run(100);
        assertThat(report.mayStart).containsOnly(false);
        assertThat(report.mayIncrease).containsOnly(false);
        assertThat(bedside.state(Interlock.CONTROL_LOST, "program")).isEqualTo(InterlockState.ACTIVE);
        assertThat(report.sound).isEqualTo(AlarmSignal.HIGH);
        assertThat(report.stopDemanded[bedside.pump("arterial")]).as("it holds").isFalse();
        assertThat(report.stopDemanded[bedside.pump("cardioplegia-blood")]).isTrue();

        bedside.controlLives = true;
        bedside.run(100);
        assertThat(report.controlAlive).isTrue();
        assertThat(bedside.state(Interlock.CONTROL_LOST, "program")).isEqualTo(InterlockState.LATCHED);

        bedside.run(1_000);
        bedside.inputs.orders.resets++;
        bedside.run(100);
        assertThat(bedside.state(Interlock.CONTROL_LOST, "program")).isEqualTo(InterlockState.CLEAR);
        assertThat(report.mayIncrease[bedside.pump("arterial")]).isTrue();
    }

    @Test
    void aPumpWhoseSpeedIsNotKnownMayNotBeStartedNorRaisedAndTheOthersMay() {
        bedside.run(100);
        bedside.isLinked[bedside.pump("vent")] = false;
        bedside.inputs.seen.drives[bedside.pump("vent")].speedRpm.copyFrom(new Reading());
        bedside.run(100);
        assertThat(report.mayStart[bedside.pump("vent")]).isFalse();
        assertThat(report.mayIncrease[bedside.pump("vent")]).isFalse();
        assertThat(report.mayStart[bedside.pump("sucker-1")]).isTrue();
    }

    @Test
    void aSpeedThatHasGrownOldIsNotKnown() {
        bedside.run(100);
        int vent = bedside.pump("vent");
        bedside.isLinked[vent] = false;
        bedside.inputs.seen.drives[vent].speedRpm.set(
                0, 0, bedside.nowNanos - DriveLook.SPEED_AGE_NANOS, 1, Quality.GOOD);
        bedside.cycle();
        assertThat(report.mayStart[vent]).isFalse();
    }

    @Test
    void aSnapshotThatCannotBeReadIsStaleAndNotBelieved() {
        bedside.run(100);
        bedside.controlLives = false;
        for (int i = 0; i < 20; i++) {
            bedside.inputs.controlReadable = false;
            bedside.inputs.control.beat.cycle += 100; // whatever stands in the frame
            bedside.inputs.nowNanos += 5 * MS;
            bedside.core.step(bedside.inputs, report);
        }
        assertThat(report.controlAlive).isFalse();
    }

    @Test
    void soundCanBePausedForAWhileAndLightCannot() {
        bedside.run(100);
        bedside.values[bedside.value("level")] = 300; // low
        bedside.run(500);
        assertThat(report.sound).isEqualTo(AlarmSignal.MEDIUM);
        bedside.inputs.orders.pauses++;
        bedside.run(100);
        assertThat(report.sound).isEqualTo(AlarmSignal.SILENT);
        assertThat(report.light).isEqualTo(AlarmSignal.MEDIUM);
        assertThat(report.pausedNanos).isPositive();

        bedside.run(bedside.machine.profile().alarms().audioPause().toMillis());
        assertThat(report.sound).isEqualTo(AlarmSignal.MEDIUM);
        assertThat(report.pausedNanos).isZero();
    }

    @Test
    void aNewAlarmBreaksThePause() {
        bedside.run(100);
        bedside.values[bedside.value("level")] = 300;
        bedside.run(500);
        bedside.inputs.orders.pauses++;
        bedside.run(100);
        bedside.values[bedside.value("level")] = 100;
        bedside.run(500);
        assertThat(report.sound).isEqualTo(AlarmSignal.HIGH);
    }

    @Test
    void anAlarmThatWasSeenIsSeenUntilItComesAnew() {
        bedside.run(100);
        int low = bedside.interlock(Interlock.LEVEL_LOW, "level");
        bedside.values[bedside.value("level")] = 300;
        bedside.run(500);
        assertThat(report.acknowledged[low]).isFalse();
        bedside.inputs.orders.acknowledgements++;
        bedside.run(100);
        assertThat(report.acknowledged[low]).isTrue();
        bedside.values[bedside.value("level")] = 1_000;
        bedside.run(500);
        bedside.values[bedside.value("level")] = 300;
        bedside.run(500);
        assertThat(report.acknowledged[low]).isFalse();
    }

    @Test
    void ordersFromBeforeItCouldHearAreNotObeyedExceptAStop() {
        bedside.inputs.ordersKnown = true;
        bedside.inputs.orders.resets = 7;
        bedside.inputs.orders.pauses = 7;
        bedside.inputs.orders.stops[0] = 7;
        bedside.turn(0, 100);
        bedside.run(50);
        assertThat(report.pausedNanos).isZero();
        assertThat(report.stop[0]).isEqualTo(StopState.DEMANDED);
    }

    @Test
    void theStepContinuesFromARecordedStateToTheSameBits() {
        bedside.turnAll(60);
        bedside.run(500);
        bedside.values[bedside.value("level")] = 100;
        bedside.run(50);

        ByteBuffer recorded = ByteBuffer.allocate(FrameLayout.of(bedside.core).bytes());
        new FrameEncoder(recorded).encode(bedside.core);
        var replayed = new SupervisorCore(bedside.machine, bedside.layout);
        new FrameDecoder(recorded.flip()).decode(replayed);
        var replayedReport = SupervisorCore.reportFor(bedside.machine, bedside.layout);

        for (int i = 0; i < 40; i++) {
            bedside.cycle();
            replayed.step(bedside.inputs, replayedReport);
            assertThat(FrameDifference.first(FrameLayout.of(report), bytes(report), bytes(replayedReport)))
                    .isEmpty();
        }
        assertThat(report.stop[bedside.pump("arterial")]).isEqualTo(StopState.DEMANDED);
    }

    private static byte[] bytes(SafetyReport report) {
        ByteBuffer bytes = ByteBuffer.allocate(FrameLayout.of(report).bytes());
        new FrameEncoder(bytes).encode(report);
        return bytes.array();
    }
}
