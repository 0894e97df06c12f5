package org.altercor.safety.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.altercor.config.schema.OperatorSetting;
import org.altercor.safety.interlock.Interlock;
import org.altercor.safety.setting.SettingAnswer;
import org.altercor.safety.setting.SettingSlot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the operator sets while the machine runs: what is taken, what is refused, and what it does to the interlocks.
class SettingsTest {
    private static final String STOP = "line-pressure-stop.pressure-line";
    private static final String WARN = "line-pressure-warning.pressure-line";
    private static final String ALERT = "level-alert.level";
    private static final String PRESSURE_ZERO = "pressure-zero.pressure-line";
    private static final String PROBE_ZERO = "probe-zero.flow-arterial";
    private static final String FACTOR = "flow-factor.flow-arterial";

    private final HealthyMachine theatre = new HealthyMachine("adult-bypass");

    @BeforeEach
    void live() {
        theatre.run(100);
    }

    private int slot(String name) {
        return slot(name, theatre);
    }

    private static int slot(String name, HealthyMachine machine) {
        var slots = SettingSlot.of(machine.machine, machine.layout);
        return slots.indexOf(slots.stream()
                .filter(slot -> slot.name().equals(name))
                .findFirst()
                .orElseThrow());
    }

    private void order(String name, double value) {
        theatre.inputs.orders.settings.number[slot(name)]++;
        theatre.inputs.orders.settings.value[slot(name)] = value;
        theatre.cycle();
    }

    private double value(String name) {
        return theatre.report.settings.value[slot(name)];
    }

    private SettingAnswer answer(String name) {
        return theatre.report.settings.answer[slot(name)];
    }

    private void turnArterial(double rpm) {
        theatre.turn(theatre.pump("arterial"), rpm);
        theatre.run(50);
    }

    private void pressure(double mmHg) {
        theatre.values[theatre.value("pressure-line")] = mmHg;
    }

    /// One sample above, the next below, by so much.
    private void runNoisy(String channel, double mean, double amplitude, int millis) {
        for (int i = 0; i < millis / 5; i++) {
            theatre.values[theatre.value(channel)] = mean + (i % 2 == 0 ? amplitude : -amplitude);
            theatre.cycle();
        }
    }

    @Test
    void beforeAnybodySetsAnythingTheProfileHolds() {
        assertThat(value(STOP))
                .isEqualTo(theatre.machine.profile().linePressure().stopMmHg());
        assertThat(value(WARN))
                .isEqualTo(theatre.machine.profile().linePressure().warnMmHg());
        assertThat(value(ALERT)).isEqualTo(theatre.machine.profile().level().alertMl());
        assertThat(value(PRESSURE_ZERO)).isZero();
        assertThat(value(FACTOR)).isEqualTo(1);
        assertThat(answer(STOP)).isEqualTo(SettingAnswer.NONE);
    }

    @Test
    void aLoweredStopTripsWhereTheProfileWouldNot() {
        turnArterial(100);
        order(STOP, 280);
        assertThat(answer(STOP)).isEqualTo(SettingAnswer.ACCEPTED);
        pressure(290);
        theatre.run(200);
        assertThat(theatre.state(Interlock.OVER_PRESSURE, "pressure-line")).isEqualTo(InterlockState.ACTIVE);
    }

    @Test
    void withoutALoweredStopTheSamePressureOnlyWarns() {
        turnArterial(100);
        pressure(290);
        theatre.run(3_000);
        assertThat(theatre.state(Interlock.OVER_PRESSURE, "pressure-line")).isEqualTo(InterlockState.CLEAR);
        assertThat(theatre.state(Interlock.PRESSURE_HIGH, "pressure-line")).isEqualTo(InterlockState.ACTIVE);
    }

    @Test
    void aStopIsRaisedAgainWhileThePumpStandsAndNeverAboveTheProfile() {
        order(STOP, 280);
        order(STOP, 320);
        assertThat(value(STOP)).isEqualTo(320);
        order(STOP, 351);
        assertThat(answer(STOP)).isEqualTo(SettingAnswer.OUT_OF_RANGE);
        assertThat(theatre.report.settings.detail[slot(STOP)]).isEqualTo(350);
        assertThat(value(STOP)).isEqualTo(320);
    }

    @Test
    void whileThePumpTurnsAStopIsLoweredAndNotRaised() {
        turnArterial(100);
        order(STOP, 280);
        order(STOP, 300);
        assertThat(answer(STOP)).isEqualTo(SettingAnswer.ONLY_SAFER_WHILE_TURNING);
        assertThat(value(STOP)).isEqualTo(280);
    }

    @Test
    void aPumpThatNobodySeesMayTurn() {
        order(STOP, 280);
        theatre.lose("arterial");
        order(STOP, 290);
        assertThat(answer(STOP)).as("its tachometer sees it stand").isEqualTo(SettingAnswer.ACCEPTED);
        theatre.isValueKnown[theatre.value("tachometer-arterial")] = false;
        theatre.run(1_000);
        order(STOP, 300);
        assertThat(answer(STOP)).isEqualTo(SettingAnswer.ONLY_SAFER_WHILE_TURNING);
        assertThat(value(STOP)).isEqualTo(290);
    }

    @Test
    void warningAndStopNeverCross() {
        order(STOP, 240);
        assertThat(answer(STOP)).isEqualTo(SettingAnswer.OUT_OF_RANGE);
        assertThat(theatre.report.settings.detail[slot(STOP)]).isEqualTo(250);
        order(WARN, 200);
        order(STOP, 240);
        assertThat(value(STOP)).isEqualTo(240);
        order(WARN, 241);
        assertThat(answer(WARN)).isEqualTo(SettingAnswer.OUT_OF_RANGE);
        assertThat(value(WARN)).isEqualTo(200);
    }

    @Test
    void anAlertOfTheLevelFollowsTheOperatorAndNotBelowTheProfilesStop() {
        order(ALERT, 1_200);
        theatre.run(2_000);
        assertThat(theatre.state(Interlock.LEVEL_LOW, "level")).isEqualTo(InterlockState.ACTIVE);
        order(ALERT, 150);
        assertThat(answer(ALERT)).isEqualTo(SettingAnswer.OUT_OF_RANGE);
        order(ALERT, 900);
        theatre.run(2_000);
        assertThat(theatre.state(Interlock.LEVEL_LOW, "level")).isEqualTo(InterlockState.CLEAR);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoNumberIsNoSetting(double value) {
        order(STOP, value);
        assertThat(answer(STOP)).isEqualTo(SettingAnswer.NOT_A_NUMBER);
        assertThat(value(STOP)).isEqualTo(350);
    }

    @Test
    void aZeroIsTheMeanOfASecondAndComesOnTopOfTheOneBefore() {
        pressure(12);
        order(PRESSURE_ZERO, 99);
        assertThat(answer(PRESSURE_ZERO)).isEqualTo(SettingAnswer.TAKING);
        runNoisy("pressure-line", 12, 0.5, 1_100);
        assertThat(answer(PRESSURE_ZERO)).isEqualTo(SettingAnswer.ACCEPTED);
        assertThat(value(PRESSURE_ZERO)).isCloseTo(12, within(0.1));

        // What is seen from now on is corrected, here as in the loop: 2 mmHg are left.
        pressure(2);
        order(PRESSURE_ZERO, 0);
        runNoisy("pressure-line", 2, 0.5, 1_100);
        assertThat(value(PRESSURE_ZERO)).isCloseTo(14, within(0.1));
    }

    @Test
    void aZeroTakenWithPressureOnItIsRefused() {
        pressure(100);
        order(PRESSURE_ZERO, 0);
        theatre.run(1_100);
        assertThat(answer(PRESSURE_ZERO)).isEqualTo(SettingAnswer.OUT_OF_RANGE);
        assertThat(value(PRESSURE_ZERO)).isZero();
    }

    @Test
    void aZeroOfAPressureThatPulsatesIsRefused() {
        pressure(5);
        order(PRESSURE_ZERO, 0);
        runNoisy("pressure-line", 5, 3, 1_100);
        assertThat(answer(PRESSURE_ZERO)).isEqualTo(SettingAnswer.UNSTEADY);
        assertThat(value(PRESSURE_ZERO)).isZero();
    }

    @Test
    void aZeroIsGivenUpWhenThePumpBeginsToTurn() {
        pressure(5);
        order(PRESSURE_ZERO, 0);
        theatre.run(500);
        turnArterial(100);
        theatre.run(1_000);
        assertThat(answer(PRESSURE_ZERO)).isEqualTo(SettingAnswer.NOT_WHILE_TURNING);
        assertThat(value(PRESSURE_ZERO)).isZero();
    }

    @Test
    void aZeroIsGivenUpWhenTheSensorIsLost() {
        pressure(5);
        order(PRESSURE_ZERO, 0);
        theatre.run(500);
        theatre.isValueKnown[theatre.value("pressure-line")] = false;
        theatre.run(1_000);
        assertThat(answer(PRESSURE_ZERO)).isEqualTo(SettingAnswer.SENSOR_UNKNOWN);
        assertThat(value(PRESSURE_ZERO)).isZero();
    }

    @Test
    void aZeroThatIsWithdrawnIsNotTaken() {
        pressure(5);
        order(PRESSURE_ZERO, 0);
        theatre.run(500);
        order(PRESSURE_ZERO, Double.NaN);
        theatre.run(1_500);
        assertThat(answer(PRESSURE_ZERO)).isEqualTo(SettingAnswer.NOT_A_NUMBER);
        assertThat(value(PRESSURE_ZERO)).isZero();
    }

    @Test
    void aZeroThatIsNotGivenUpIsTakenInThatTime() {
        pressure(5);
        order(PRESSURE_ZERO, 0);
        theatre.run(1_500);
        assertThat(answer(PRESSURE_ZERO)).isEqualTo(SettingAnswer.ACCEPTED);
    }

    @Test
    void aProbeIsZeroedOnAShutLineOnly() {
        var clamped = new HealthyMachine("adult-bypass-centrifugal");
        clamped.values[clamped.value("flow-arterial")] = 60;
        clamped.run(100);
        int probeZero = slot(PROBE_ZERO, clamped);
        clamped.inputs.orders.settings.number[probeZero]++;
        clamped.run(1_100);
        assertThat(clamped.report.settings.answer[probeZero]).isEqualTo(SettingAnswer.LINE_OPEN);

        clamped.clampPercent[0] = 100;
        clamped.run(50);
        clamped.inputs.orders.settings.number[probeZero]++;
        clamped.run(1_100);
        assertThat(clamped.report.settings.answer[probeZero]).isEqualTo(SettingAnswer.ACCEPTED);
        assertThat(clamped.report.settings.value[probeZero]).isCloseTo(60, within(0.1));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFlowFactorNeedsABench(boolean isOnABench) {
        int index = slot(FACTOR);
        SettingSlot slot = SettingSlot.of(theatre.machine, theatre.layout).get(index);
        var pumps = IntStream.range(0, theatre.layout.pumps().size())
                .mapToObj(pump -> WatchedPump.of(theatre.machine, theatre.layout, pump))
                .toList();
        var factor = new HeldSetting(slot, isOnABench, new SettingWatch(slot, theatre.layout, pumps));
        theatre.inputs.orders.settings.number[index]++;
        theatre.inputs.orders.settings.value[index] = 1.1;
        factor.step(theatre.inputs, index, true, 1);
        factor.tell(theatre.report.settings, index);
        assertThat(answer(FACTOR)).isEqualTo(isOnABench ? SettingAnswer.ACCEPTED : SettingAnswer.BENCH_ONLY);
        assertThat(value(FACTOR)).isEqualTo(isOnABench ? 1.1 : 1);
    }

    @Test
    void whatWasOrderedBeforeASupervisorCouldHearWasOrderedOfAnotherOne() {
        var restarted = new HealthyMachine("adult-bypass");
        restarted.inputs.ordersKnown = false;
        restarted.cycle();
        restarted.inputs.ordersKnown = true;
        restarted.inputs.orders.settings.number[slot(STOP)] = 7;
        restarted.inputs.orders.settings.value[slot(STOP)] = 260;
        restarted.run(100);
        assertThat(restarted.report.settings.value[slot(STOP)]).isEqualTo(350);
    }

    @Test
    void anOrderIsCarriedOutOnce() {
        order(STOP, 280);
        order(WARN, 260);
        theatre.inputs.orders.settings.value[slot(STOP)] = 330; // no new number: nobody ordered it
        theatre.run(100);
        assertThat(value(STOP)).isEqualTo(280);
    }

    @Test
    void everySettingThatIsInForceAndKeptByTheSupervisorHasASlotAndNoOther() {
        var slots = SettingSlot.of(theatre.machine, theatre.layout);
        for (OperatorSetting setting : OperatorSetting.values()) {
            boolean isExpected = setting.inForce() == OperatorSetting.InForce.YES
                    && setting.owner() == OperatorSetting.Owner.SUPERVISOR;
            assertThat(slots.stream().anyMatch(slot -> slot.setting() == setting))
                    .as(setting.words())
                    .isEqualTo(isExpected);
        }
    }
}
