package org.altercor.safety.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import org.altercor.hal.port.AlarmSignal;
import org.altercor.safety.interlock.Interlock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// IL-02 reservoir empty (200 mL, 100 ms) and IL-03 reservoir low (400 mL, 300 ms) of the shipped profile.
class LevelRowsTest {
    private final HealthyMachine bedside = new HealthyMachine("adult-bypass");
    private final SafetyReport report = bedside.report;
    private final int arterial = bedside.pump("arterial");

    @BeforeEach
    void turn() {
        bedside.run(100);
        bedside.turnAll(60);
        bedside.run(2_000);
    }

    private void level(double millilitres) {
        bedside.values[bedside.value("level")] = millilitres;
    }

    private InterlockState critical() {
        return bedside.state(Interlock.LEVEL_CRITICAL, "level");
    }

    private InterlockState low() {
        return bedside.state(Interlock.LEVEL_LOW, "level");
    }

    @Test
    void anEmptyReservoirStopsTheArterialRollerAndNoneThatFillsIt() {
        level(199.9);
        bedside.run(100);
        assertThat(report.stopDemanded[arterial])
                .as("100 ms from the first sample")
                .isFalse();
        bedside.cycle();
        assertThat(report.stopDemanded[arterial]).isTrue();
        assertThat(report.stopDemanded[bedside.pump("sucker-1")]).isFalse();
        assertThat(report.stopDemanded[bedside.pump("vent")]).isFalse();
        assertThat(report.sound).isEqualTo(AlarmSignal.HIGH);
    }

    @Test
    void anEmptyReservoirClampsACentrifugalLine() {
        var centrifugal = new HealthyMachine("adult-bypass-centrifugal");
        centrifugal.run(100);
        centrifugal.turn(0, 3_000);
        centrifugal.run(1_000);
        centrifugal.values[centrifugal.value("level")] = 100;
        centrifugal.run(110);
        assertThat(centrifugal.report.stop[0]).isEqualTo(StopState.CLAMPING);
        assertThat(centrifugal.report.stopDemanded[0]).isFalse();
    }

    @Test
    void aReservoirAtItsLimitIsNeitherEmptyNorLow() {
        level(400);
        bedside.run(2_000);
        assertThat(low()).isEqualTo(InterlockState.CLEAR);
        level(200);
        bedside.run(2_000);
        assertThat(critical()).isEqualTo(InterlockState.CLEAR);
        assertThat(low()).isEqualTo(InterlockState.ACTIVE);
    }

    @Test
    void aWaveInTheReservoirTripsNothing() {
        for (int i = 0; i < 20; i++) {
            level(150);
            bedside.run(90);
            level(450);
            bedside.run(50);
        }
        assertThat(critical()).isEqualTo(InterlockState.CLEAR);
        assertThat(low()).isEqualTo(InterlockState.CLEAR);
    }

    @Test
    void aLowReservoirHoldsTheSpeedAndEndsByItselfWhenBloodIsBack() {
        level(300);
        bedside.run(310);
        assertThat(low()).isEqualTo(InterlockState.ACTIVE);
        assertThat(report.stop[arterial]).isEqualTo(StopState.NONE);
        assertThat(report.mayIncrease[arterial]).isFalse();
        assertThat(report.mayStart[arterial]).isFalse();
        assertThat(report.sound).isEqualTo(AlarmSignal.MEDIUM);
        level(1_000);
        bedside.cycle();
        assertThat(report.mayIncrease[arterial]).isTrue();
        assertThat(report.sound).isEqualTo(AlarmSignal.SILENT);
    }

    @Test
    void oneSampleThatIsTooLowIsNoEmptyReservoirHoweverLongItIsTheNewest() {
        level(100);
        bedside.cycle();
        bedside.isMeasuring = false;
        bedside.run(200);
        assertThat(critical()).isEqualTo(InterlockState.PENDING);
        assertThat(report.stopDemanded[arterial]).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 10})
    void howOftenTheLoopLooksAddsNothing(long periodMillis) {
        level(100);
        long beganAtNanos = bedside.nowNanos + 10 * HealthyMachine.MS;
        for (int i = 1; critical() != InterlockState.ACTIVE; i++) {
            bedside.isMeasuring = i * periodMillis % 10 == 0; // a sample every 10 ms
            bedside.cycle(periodMillis * HealthyMachine.MS);
        }
        assertThat(bedside.nowNanos - beganAtNanos).isEqualTo(100 * HealthyMachine.MS);
    }

    @Test
    void theMarkCountsThoughTheVolumeIsHigh() {
        bedside.switches[bedside.aSwitch("level.below-mark")] = true;
        bedside.run(110);
        assertThat(report.stopDemanded[arterial]).isTrue();
    }

    @Test
    void aVolumeThatIsLostHoldsThePumpAndDoesNotStopItWhileTheMarkIsCovered() {
        bedside.isValueKnown[bedside.value("level")] = false;
        bedside.run(1_000);
        assertThat(critical()).as("the mark says enough").isEqualTo(InterlockState.CLEAR);
        assertThat(low()).as("of this it says nothing").isEqualTo(InterlockState.UNKNOWN);
        assertThat(report.stop[arterial]).isEqualTo(StopState.NONE);
        assertThat(report.mayIncrease[arterial]).isFalse();
    }

    @Test
    void aReservoirOfWhichNothingIsKnownHoldsThePumpAndIsAHighAlarm() {
        bedside.isValueKnown[bedside.value("level")] = false;
        bedside.isSwitchKnown[bedside.aSwitch("level.below-mark")] = false;
        bedside.run(10_000);
        assertThat(critical()).isEqualTo(InterlockState.UNKNOWN);
        assertThat(report.stop[arterial]).isEqualTo(StopState.NONE);
        assertThat(report.limitRpm[arterial]).isInfinite();
        assertThat(report.mayIncrease[arterial]).isFalse();
        assertThat(report.sound).isEqualTo(AlarmSignal.HIGH);
    }

    @Test
    void aVolumeThatIsNotANumberIsNotKnown() {
        level(Double.NaN);
        bedside.cycle();
        assertThat(low()).isEqualTo(InterlockState.UNKNOWN);
    }

    @Test
    void aSensorThatIsLostDuringAnAudioPauseIsHeard() {
        level(300);
        bedside.run(500);
        bedside.inputs.orders.pauses++;
        bedside.run(100);
        assertThat(report.sound).isEqualTo(AlarmSignal.SILENT);
        bedside.isSwitchKnown[bedside.aSwitch("air-arterial")] = false;
        bedside.run(10);
        assertThat(report.sound).isEqualTo(AlarmSignal.HIGH);
    }

    @Test
    void aReservoirThatIsEmptyAgainWhileItsLatchWaitsIsNotReset() {
        level(100);
        bedside.run(200);
        level(1_000);
        bedside.run(1_500);
        level(100);
        bedside.cycle();
        bedside.reset();
        assertThat(report.latchesLeft).isPositive();
        assertThat(report.stopDemanded[arterial]).isTrue();
    }
}
