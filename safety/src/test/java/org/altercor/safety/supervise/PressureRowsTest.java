package org.altercor.safety.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import org.altercor.hal.port.AlarmSignal;
import org.altercor.safety.interlock.Interlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// IL-04 (350 mmHg, 30 ms), IL-05 (250 mmHg, 200 ms), IL-06 line fall and IL-17 (280 mmHg, 30 ms).
class PressureRowsTest {
    private static final String ROLLER = "adult-bypass";
    private static final String CENTRIFUGAL = "adult-bypass-centrifugal";

    private final HealthyMachine bedside = turning(ROLLER);
    private final SafetyReport report = bedside.report;

    private static HealthyMachine turning(String name) {
        var bedside = new HealthyMachine(name);
        bedside.run(100);
        bedside.turnAll(40);
        bedside.turn(0, name.equals(CENTRIFUGAL) ? 3_000 : 40);
        bedside.run(3_000);
        return bedside;
    }

    private static void pressure(HealthyMachine bedside, double mmHg) {
        bedside.values[bedside.value("pressure-line")] = mmHg;
    }

    private InterlockState lineFall() {
        return bedside.state(Interlock.LINE_FALL, "pressure-line");
    }

    @Test
    void aPressureAboveTheStopLimitStopsARollerAfter30Ms() {
        pressure(bedside, 350.1);
        bedside.run(30);
        assertThat(report.stopDemanded[0]).isFalse();
        bedside.cycle();
        assertThat(report.stopDemanded[0]).isTrue();
        assertThat(bedside.cause("arterial")).isEqualTo(Interlock.OVER_PRESSURE);
        assertThat(report.stopDemanded[bedside.pump("vent")]).isFalse();
    }

    @Test
    void aPressureAtTheLimitIsNotAboveIt() {
        pressure(bedside, 350);
        bedside.run(10_000);
        assertThat(bedside.state(Interlock.OVER_PRESSURE, "pressure-line")).isEqualTo(InterlockState.CLEAR);
        assertThat(report.stop[0]).isEqualTo(StopState.NONE);
    }

    @Test
    void aCentrifugalHeadCannotBurstItsLineAndIsHeldNotStopped() {
        HealthyMachine machine = turning(CENTRIFUGAL);
        pressure(machine, 400);
        machine.run(1_000);
        assertThat(machine.state(Interlock.OVER_PRESSURE, "pressure-line")).isEqualTo(InterlockState.ACTIVE);
        assertThat(machine.report.stop[0]).isEqualTo(StopState.NONE);
        assertThat(machine.report.clampClosed[0]).isFalse();
        assertThat(machine.report.mayIncrease[0]).isFalse();
    }

    @Test
    void aWaterHammerOfOneSampleStopsNothing() {
        pressure(bedside, 500);
        bedside.cycle();
        bedside.isMeasuring = false;
        bedside.run(50);
        bedside.isMeasuring = true;
        pressure(bedside, 120);
        bedside.run(100);
        assertThat(report.stopDemanded[0]).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {ROLLER, CENTRIFUGAL})
    void aHighPressureIsAnAlarmAndTakesNoPermit(String name) {
        HealthyMachine machine = turning(name);
        pressure(machine, 250);
        machine.run(1_000);
        assertThat(machine.report.sound).isEqualTo(AlarmSignal.SILENT);
        pressure(machine, 251);
        machine.run(210);
        assertThat(machine.report.sound).isEqualTo(AlarmSignal.MEDIUM);
        assertThat(machine.report.mayIncrease[0]).isTrue();
        pressure(machine, 200);
        machine.cycle();
        assertThat(machine.report.sound).isEqualTo(AlarmSignal.SILENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {ROLLER, CENTRIFUGAL})
    void aPressureThatNobodyKnowsHoldsThePumpAndIsAHighAlarm(String name) {
        HealthyMachine machine = turning(name);
        pressure(machine, Double.NaN);
        machine.run(5_000);
        assertThat(machine.state(Interlock.OVER_PRESSURE, "pressure-line")).isEqualTo(InterlockState.UNKNOWN);
        assertThat(machine.report.stop[0]).isEqualTo(StopState.NONE);
        assertThat(machine.report.mayIncrease[0]).isFalse();
        assertThat(machine.report.mayIncrease[machine.pump("vent")]).isTrue();
        assertThat(machine.report.sound).isEqualTo(AlarmSignal.HIGH);
    }

    @ParameterizedTest
    @ValueSource(strings = {ROLLER, CENTRIFUGAL})
    void aLineThatComesOffIsAnAlarmAndHoldsThePump(String name) {
        HealthyMachine machine = turning(name);
        pressure(machine, 50);
        machine.run(110);
        assertThat(machine.state(Interlock.LINE_FALL, "pressure-line")).isEqualTo(InterlockState.ACTIVE);
        assertThat(machine.report.sound).isEqualTo(AlarmSignal.HIGH);
        assertThat(machine.report.stop[0]).as("a fall is no proof of a burst").isEqualTo(StopState.NONE);
        assertThat(machine.report.mayIncrease[0]).isFalse();
        machine.run(5_000);
        assertThat(machine.state(Interlock.LINE_FALL, "pressure-line")).isEqualTo(InterlockState.LATCHED);
    }

    @Test
    void aPressureThatFallsByLessThanHalfIsNone() {
        pressure(bedside, 65);
        bedside.run(5_000);
        assertThat(lineFall()).isEqualTo(InterlockState.CLEAR);
    }

    @Test
    void aPressureThatFallsBecauseThePumpIsSlowedDownIsNone() {
        bedside.turn(0, 15);
        pressure(bedside, 45);
        bedside.run(5_000);
        assertThat(lineFall()).isEqualTo(InterlockState.CLEAR);
    }

    @Test
    void aPressureThatFallsBecauseThePumpStopsIsNone() {
        bedside.turn(0, 0);
        pressure(bedside, 10);
        bedside.run(5_000);
        assertThat(lineFall()).isEqualTo(InterlockState.CLEAR);
    }

    @Test
    void aPressureThatFallsWithAShaftThatStandsThoughItIsToldToTurnIsNone() {
        bedside.rpm[0] = 0; // it stalls; told is 40
        pressure(bedside, 10);
        bedside.run(5_000);
        assertThat(lineFall()).isEqualTo(InterlockState.CLEAR);
    }

    @Test
    void aLowPressureHasNowhereToFallTo() {
        pressure(bedside, 55);
        bedside.run(10_000);
        bedside.reset();
        bedside.run(2_000);
        bedside.reset();
        assertThat(lineFall()).isEqualTo(InterlockState.CLEAR);
        pressure(bedside, 5);
        bedside.run(2_000);
        assertThat(lineFall()).isEqualTo(InterlockState.CLEAR);
    }

    @Test
    void whatThePressureWasBeforeItsSensorWasLostSaysNothingOfTheTimeAfter() {
        pressure(bedside, Double.NaN);
        bedside.run(1_000);
        pressure(bedside, 50);
        bedside.run(1_000);
        assertThat(lineFall()).isEqualTo(InterlockState.CLEAR);
    }

    /// Square pulses: the speed is told at once, the shaft follows in 100 ms, pressure with it.
    @Test
    void noPulseOfAPumpIsALineThatCameOff() {
        double shaftRpm = 15;
        for (int i = 0; i < 2_000; i++) {
            double toldRpm = i % 160 < 64 ? 77 : 15; // 75 beats per minute, 40 % of each a pulse
            shaftRpm += Math.clamp(toldRpm - shaftRpm, -2, 2);
            bedside.inputs.seen.drives[0].busRpm = toldRpm;
            bedside.rpm[0] = shaftRpm;
            pressure(bedside, 20 + 3 * shaftRpm);
            bedside.cycle();
            assertThat(lineFall()).as("cycle %s", i).isNotIn(InterlockState.ACTIVE, InterlockState.LATCHED);
        }
    }

    @Test
    void thePressureThatAClampLetsGoIsNoLineThatCameOff() {
        HealthyMachine machine = turning(CENTRIFUGAL);
        machine.clampPercent[0] = 100;
        machine.run(2_000);
        machine.clampPercent[0] = 50; // it opens
        pressure(machine, 50);
        machine.run(100);
        machine.clampPercent[0] = 0;
        machine.run(1_000);
        assertThat(machine.state(Interlock.LINE_FALL, "pressure-line")).isEqualTo(InterlockState.CLEAR);
    }

    @Test
    void aClampWhosePositionIsNotKnownHidesNoFall() {
        HealthyMachine machine = turning(CENTRIFUGAL);
        machine.isClampKnown[0] = false;
        pressure(machine, 50);
        machine.run(110);
        assertThat(machine.state(Interlock.LINE_FALL, "pressure-line")).isEqualTo(InterlockState.ACTIVE);
    }

    @Test
    void cardioplegiaPressureStopsItsPumpsAndNotTheArterialOne() {
        bedside.values[bedside.value("pressure-cardioplegia")] = 280;
        bedside.run(1_000);
        assertThat(report.stopDemanded[bedside.pump("cardioplegia-blood")]).isFalse();
        bedside.values[bedside.value("pressure-cardioplegia")] = 280.1;
        bedside.run(30);
        assertThat(report.stopDemanded[bedside.pump("cardioplegia-blood")]).isFalse();
        bedside.cycle();
        assertThat(report.stopDemanded[bedside.pump("cardioplegia-blood")]).isTrue();
        assertThat(report.stopDemanded[bedside.pump("cardioplegia-crystalloid")])
                .isTrue();
        assertThat(report.stopDemanded[0]).isFalse();
        assertThat(report.mayIncrease[0]).isTrue();
    }

    @Test
    void cardioplegiaStopsWhenItsPressureIsNotKnown() {
        bedside.isValueKnown[bedside.value("pressure-cardioplegia")] = false;
        bedside.run(500);
        assertThat(report.stopDemanded[bedside.pump("cardioplegia-blood")]).isTrue();
        assertThat(report.mayIncrease[0]).isTrue();
    }
}
