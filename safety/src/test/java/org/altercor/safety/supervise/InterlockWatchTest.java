package org.altercor.safety.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.altercor.hal.port.AlarmSignal;
import org.altercor.safety.interlock.Interlock;
import org.altercor.safety.interlock.InterlockInstance;
import org.altercor.safety.interlock.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Debounce, latch and reset of one interlock, whatever it looks for: the condition is scripted.
class InterlockWatchTest {
    private static final long MS = HealthyMachine.MS;

    /// Finds what it is told to, in a sample of the time it is told.
    private static final class Scripted extends Condition {
        private Finding finding = Finding.CLEAR;

        @Override
        Finding judge(SupervisorInputs inputs) {
            return finding;
        }
    }

    private final HealthyMachine bedside = new HealthyMachine("adult-bypass");
    private final SupervisorInputs inputs = bedside.inputs;
    private final Scripted condition = new Scripted();

    private InterlockWatch watch(Interlock interlock, String pump) {
        var instance = new InterlockInstance(interlock, "subject", List.of(pump));
        return new InterlockWatch(
                instance, condition, List.of(WatchedPump.of(bedside.machine, bedside.layout, bedside.pump(pump))));
    }

    /// One cycle at `millis`, with a sample of that time.
    private InterlockState find(InterlockWatch watch, Finding finding, long millis) {
        return find(watch, finding, millis, millis);
    }

    private InterlockState find(InterlockWatch watch, Finding finding, long millis, long sampledAtMillis) {
        inputs.nowNanos += millis * MS - inputs.nowNanos;
        condition.finding = finding;
        condition.evidence(sampledAtMillis * MS);
        watch.step(inputs);
        return watch.state();
    }

    @Test
    void aConditionActsWhenItHasLastedAsLongAsItsRowSaysAndNotBefore() {
        InterlockWatch level = watch(Interlock.LEVEL_CRITICAL, "arterial"); // 100 ms
        assertThat(find(level, Finding.PRESENT, 0)).isEqualTo(InterlockState.PENDING);
        assertThat(level.response(0)).isEqualTo(Response.NONE);
        assertThat(level.forbidsStart(0)).as("a hazard on its way").isTrue();
        assertThat(find(level, Finding.PRESENT, 99)).isEqualTo(InterlockState.PENDING);
        assertThat(find(level, Finding.PRESENT, 100)).isEqualTo(InterlockState.ACTIVE);
        assertThat(level.response(0)).isEqualTo(Response.STOP);
        assertThat(level.trips()).isEqualTo(1);
    }

    @Test
    void oneSampleSeenAgainAndAgainLastsNoTimeAtAll() {
        InterlockWatch level = watch(Interlock.LEVEL_CRITICAL, "arterial");
        for (long millis = 0; millis < 5_000; millis++) {
            assertThat(find(level, Finding.PRESENT, millis, 0)).isEqualTo(InterlockState.PENDING);
        }
        assertThat(find(level, Finding.PRESENT, 5_000, 5_000)).isEqualTo(InterlockState.ACTIVE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 5, 20})
    void howOftenTheLoopLooksAddsNothing(long periodMillis) {
        InterlockWatch level = watch(Interlock.LEVEL_CRITICAL, "arterial");
        long millis = 0;
        while (find(level, Finding.PRESENT, millis, millis / 20 * 20) != InterlockState.ACTIVE) {
            millis += periodMillis;
        }
        assertThat(millis).isEqualTo(100);
    }

    @Test
    void aConditionThatEndsBeforeItsTimeBeginsAnew() {
        InterlockWatch level = watch(Interlock.LEVEL_CRITICAL, "arterial");
        find(level, Finding.PRESENT, 0);
        find(level, Finding.PRESENT, 90);
        assertThat(find(level, Finding.CLEAR, 95)).isEqualTo(InterlockState.CLEAR);
        find(level, Finding.PRESENT, 100);
        assertThat(find(level, Finding.PRESENT, 199)).isEqualTo(InterlockState.PENDING);
        assertThat(find(level, Finding.PRESENT, 200)).isEqualTo(InterlockState.ACTIVE);
    }

    @Test
    void aSensorThatComesAndGoesDoesNotDodgeTheTimeOfAConditionItConfirms() {
        InterlockWatch level = watch(Interlock.LEVEL_CRITICAL, "arterial");
        find(level, Finding.PRESENT, 0);
        assertThat(find(level, Finding.UNKNOWN, 50)).isEqualTo(InterlockState.UNKNOWN);
        assertThat(find(level, Finding.PRESENT, 100)).isEqualTo(InterlockState.ACTIVE);
    }

    @Test
    void aRowThatLatchesGoesOnWhenItsConditionIsGoneAndOneThatDoesNotEnds() {
        InterlockWatch critical = watch(Interlock.LEVEL_CRITICAL, "arterial");
        find(critical, Finding.PRESENT, 0);
        find(critical, Finding.PRESENT, 500);
        assertThat(find(critical, Finding.CLEAR, 505)).isEqualTo(InterlockState.LATCHED);
        assertThat(critical.response(0)).isEqualTo(Response.STOP);
        assertThat(critical.alarm()).isEqualTo(AlarmSignal.HIGH);

        InterlockWatch low = watch(Interlock.LEVEL_LOW, "arterial");
        find(low, Finding.PRESENT, 1_000);
        find(low, Finding.PRESENT, 1_500);
        assertThat(low.response(0)).isEqualTo(Response.HOLD);
        assertThat(find(low, Finding.CLEAR, 1_505)).isEqualTo(InterlockState.CLEAR);
        assertThat(low.response(0)).isEqualTo(Response.NONE);
        assertThat(low.alarm()).isEqualTo(AlarmSignal.SILENT);
    }

    @Test
    void aLatchIsResetWhenItsCauseHasBeenGoneForASecondAndNotBefore() {
        InterlockWatch air = watch(Interlock.LINE_AIR, "arterial");
        find(air, Finding.PRESENT, 0);
        assertThat(air.reset(0)).as("while it is there").isFalse();
        find(air, Finding.CLEAR, 10);
        find(air, Finding.CLEAR, 1_009);
        assertThat(air.reset(1_009 * MS)).isFalse();
        assertThat(air.state()).isEqualTo(InterlockState.LATCHED);
        find(air, Finding.CLEAR, 1_010);
        assertThat(air.reset(1_010 * MS)).isTrue();
        assertThat(air.state()).isEqualTo(InterlockState.CLEAR);
        assertThat(find(air, Finding.CLEAR, 1_020)).isEqualTo(InterlockState.CLEAR);
    }

    @Test
    void oneClearSampleThatGrowsOldIsNoSecondWithoutTheCause() {
        InterlockWatch air = watch(Interlock.LINE_AIR, "arterial");
        find(air, Finding.PRESENT, 0);
        find(air, Finding.CLEAR, 10);
        find(air, Finding.CLEAR, 3_000, 10);
        assertThat(air.reset(3_000 * MS)).isFalse();
    }

    @Test
    void theTimeInWhichNobodyKnewIsNoTimeWithoutTheCause() {
        InterlockWatch air = watch(Interlock.LINE_AIR, "arterial");
        find(air, Finding.PRESENT, 0);
        find(air, Finding.CLEAR, 10);
        assertThat(find(air, Finding.UNKNOWN, 500)).as("and it goes on acting").isEqualTo(InterlockState.LATCHED);
        assertThat(air.reset(500 * MS)).isFalse();
        find(air, Finding.CLEAR, 5_000);
        assertThat(air.reset(5_000 * MS)).isFalse();
        find(air, Finding.CLEAR, 6_000);
        assertThat(air.reset(6_000 * MS)).isTrue();
    }

    @Test
    void aLatchThatWasResetWhileItsCauseIsOnItsWayBackIsNot() {
        InterlockWatch level = watch(Interlock.LEVEL_CRITICAL, "arterial");
        find(level, Finding.PRESENT, 0);
        find(level, Finding.PRESENT, 100);
        find(level, Finding.CLEAR, 200);
        find(level, Finding.CLEAR, 1_300);
        assertThat(find(level, Finding.PRESENT, 1_310))
                .as("a latch is not weakened by a cause that comes back")
                .isEqualTo(InterlockState.LATCHED);
        assertThat(level.reset(1_310 * MS)).isFalse();
    }

    @Test
    void aCauseThatComesBackAfterAResetTripsAgain() {
        InterlockWatch air = watch(Interlock.LINE_AIR, "arterial");
        find(air, Finding.PRESENT, 0);
        find(air, Finding.CLEAR, 10);
        find(air, Finding.CLEAR, 1_010);
        air.reset(1_010 * MS);
        assertThat(find(air, Finding.PRESENT, 1_020)).isEqualTo(InterlockState.ACTIVE);
        assertThat(air.trips()).isEqualTo(2);
    }

    @Test
    void whatIsAtRestForbidsTheStartAndIsNoAlarmAndStaysSoThroughAReset() {
        InterlockWatch noFlow = watch(Interlock.NO_ARTERIAL_FLOW, "cardioplegia-blood");
        assertThat(find(noFlow, Finding.AT_REST, 0)).isEqualTo(InterlockState.PENDING);
        assertThat(find(noFlow, Finding.AT_REST, 60_000)).isEqualTo(InterlockState.PENDING);
        assertThat(noFlow.forbidsStart(0)).isTrue();
        assertThat(noFlow.alarm()).isEqualTo(AlarmSignal.SILENT);
        assertThat(noFlow.response(0)).isEqualTo(Response.NONE);

        find(noFlow, Finding.PRESENT, 60_005);
        assertThat(find(noFlow, Finding.PRESENT, 60_505)).isEqualTo(InterlockState.ACTIVE);
        find(noFlow, Finding.AT_REST, 60_510);
        find(noFlow, Finding.AT_REST, 61_510);
        assertThat(noFlow.reset(61_510 * MS)).isTrue();
        assertThat(noFlow.forbidsStart(0)).as("nor for the cycle of the reset").isTrue();
    }

    @Test
    void unknownActsAsItsRowSaysForThatAndEndsWhenItIsKnown() {
        InterlockWatch air = watch(Interlock.LINE_AIR, "cardioplegia-blood");
        assertThat(find(air, Finding.UNKNOWN, 0)).isEqualTo(InterlockState.UNKNOWN);
        assertThat(air.response(0)).isEqualTo(Response.STOP);
        assertThat(air.forbidsStart(0)).isTrue();
        assertThat(air.alarm()).isEqualTo(AlarmSignal.HIGH);
        assertThat(find(air, Finding.CLEAR, 5)).isEqualTo(InterlockState.CLEAR);
        assertThat(air.forbidsStart(0)).isFalse();
        assertThat(air.trips()).as("it never acted on a hazard").isZero();
    }

    @Test
    void powerThatWasCutBecauseNobodySawTheShaftDoesNotComeBackByItself() {
        InterlockWatch turning = watch(Interlock.STILL_TURNING, "arterial");
        find(turning, Finding.CLEAR, 0);
        find(turning, Finding.UNKNOWN, 1_000);
        assertThat(turning.response(0)).isEqualTo(Response.CUT);
        assertThat(find(turning, Finding.CLEAR, 1_005)).isEqualTo(InterlockState.LATCHED);
        assertThat(turning.response(0)).isEqualTo(Response.CUT);
        assertThat(turning.reset(1_005 * MS)).isFalse();
        find(turning, Finding.CLEAR, 2_005);
        assertThat(turning.reset(2_005 * MS)).isTrue();
        assertThat(turning.response(0)).isEqualTo(Response.NONE);
    }

    @Test
    void anAlarmThatWasSeenComesAnewWhenItTripsAnewOrIsNoLongerKnown() {
        InterlockWatch level = watch(Interlock.LEVEL_LOW, "arterial");
        find(level, Finding.PRESENT, 0);
        find(level, Finding.PRESENT, 300);
        level.acknowledge();
        assertThat(level.isAcknowledged()).isTrue();
        find(level, Finding.PRESENT, 305);
        assertThat(level.isAcknowledged()).as("it goes on").isTrue();
        find(level, Finding.UNKNOWN, 310);
        assertThat(level.isAcknowledged()).isFalse();
        assertThat(level.alarms()).isEqualTo(2);
    }

    @Test
    void anAlarmThatNobodyHasCannotBeSeenInAdvance() {
        InterlockWatch level = watch(Interlock.LEVEL_LOW, "arterial");
        find(level, Finding.CLEAR, 0);
        level.acknowledge();
        assertThat(level.isAcknowledged()).isFalse();
    }

    @Test
    void theWrapOfTheClockChangesNothing() {
        InterlockWatch level = watch(Interlock.LEVEL_CRITICAL, "arterial");
        long beforeWrap = Long.MAX_VALUE / MS;
        find(level, Finding.PRESENT, beforeWrap - 50);
        condition.finding = Finding.PRESENT;
        condition.evidence((beforeWrap - 50) * MS + 99 * MS); // negative by now
        inputs.nowNanos = (beforeWrap - 50) * MS + 99 * MS;
        level.step(inputs);
        assertThat(level.state()).isEqualTo(InterlockState.PENDING);
        condition.evidence((beforeWrap - 50) * MS + 100 * MS);
        level.step(inputs);
        assertThat(level.state()).isEqualTo(InterlockState.ACTIVE);
    }
}
