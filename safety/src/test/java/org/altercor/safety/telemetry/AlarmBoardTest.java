package org.altercor.safety.telemetry;

import static org.altercor.safety.telemetry.ToldMachine.MS;
import static org.altercor.safety.telemetry.ToldMachine.SECOND;
import static org.altercor.safety.telemetry.ToldMachine.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.altercor.safety.interlock.Interlock;
import org.altercor.safety.supervise.InterlockState;
import org.junit.jupiter.api.Test;

/// What the broker keeps of each alarm.
class AlarmBoardTest {
    private final ToldMachine told = new ToldMachine("adult-bypass");

    @Test
    void anAlarmGoesThroughItsLife() {
        int air = told.interlock(Interlock.LINE_AIR);
        told.run(SECOND);
        assertThat(newest(air)).isEqualTo("cleared/clear");

        told.report.interlock[air] = InterlockState.ACTIVE;
        told.run(20 * MS);
        assertThat(newest(air)).isEqualTo("active/active");

        told.report.acknowledged[air] = true;
        told.run(20 * MS);
        assertThat(newest(air)).isEqualTo("acknowledged/active");

        told.report.interlock[air] = InterlockState.LATCHED;
        told.run(20 * MS);
        assertThat(newest(air)).isEqualTo("acknowledged/latched");

        told.report.interlock[air] = InterlockState.CLEAR;
        told.report.acknowledged[air] = false;
        told.run(20 * MS);
        assertThat(newest(air)).isEqualTo("cleared/clear");
    }

    @Test
    void anAlarmThatDoesNotChangeIsNotToldAgain() {
        told.run(10 * SECOND);
        assertThat(told.wires.newest().alarms()).hasSize(told.interlocks.size());
    }

    @Test
    void aCauseThatHasNotLastedIsNoAlarm() {
        int air = told.interlock(Interlock.LINE_AIR);
        told.report.interlock[air] = InterlockState.PENDING;
        told.run(SECOND);
        assertThat(newest(air)).isEqualTo("cleared/clear");
    }

    @Test
    void notKnowingIsAnAlarmWhereTheTableSaysSo() {
        int air = told.interlock(Interlock.LINE_AIR);
        told.report.interlock[air] = InterlockState.UNKNOWN;
        told.run(SECOND);
        assertThat(newest(air)).isEqualTo("active/unknown");
    }

    @Test
    void notKnowingIsNoAlarmWhereTheTableSaysNothing() {
        int fall = told.interlock(Interlock.LINE_FALL);
        told.report.interlock[fall] = InterlockState.UNKNOWN;
        told.run(SECOND);
        assertThat(newest(fall)).isEqualTo("cleared/clear");
    }

    @Test
    void whenTheSupervisorFallsSilentNoAlarmIsCleared() {
        told.run(SECOND);
        told.supervisorLives = false;
        told.run(SECOND);
        for (int i = 0; i < told.interlocks.size(); i++) {
            assertThat(newest(i)).isEqualTo("unknown/unknown");
        }
        told.supervisorLives = true;
        told.run(100 * MS);
        assertThat(newest(0)).isEqualTo("cleared/clear");
    }

    @Test
    void aNewConnectionIsToldEverythingAgain() {
        told.run(SECOND);
        told.wires.newest().listener.heard(new Wire.Heard.Failed("cut"));
        told.report.interlock[told.interlock(Interlock.OVERSPEED)] = InterlockState.ACTIVE;
        told.run(5 * SECOND);
        assertThat(told.wires.made).hasSize(2);
        assertThat(told.wires.newest().alarms()).hasSize(told.interlocks.size());
        assertThat(newest(told.interlock(Interlock.OVERSPEED))).isEqualTo("active/active");
    }

    @Test
    void whatIsToldHelpsWhoStandsThere() {
        int air = told.interlock(Interlock.LINE_AIR);
        told.run(SECOND);
        told.report.interlock[air] = InterlockState.ACTIVE;
        told.report.sinceNanos[air] = told.nowNanos;
        told.run(20 * MS);
        var alarm = json(told.wires.newest().on("/alarm/al-01-air-arterial").getLast());
        assertThat(alarm.get("what").asString()).isEqualTo("Air in the line");
        assertThat(alarm.get("priority").asString()).isEqualTo("high");
        assertThat(alarm.get("look").asString()).isNotEmpty();
        assertThat(alarm.get("act").asString()).isNotEmpty();
        assertThat(alarm.get("ts").asLong() - alarm.get("since").asLong()).isEqualTo(20);
    }

    private String newest(int index) {
        var alarm = json(told.wires
                .newest()
                .on("/alarm/" + told.interlocks.get(index).alarmCode())
                .getLast());
        return alarm.get("state").asString() + '/' + alarm.get("condition").asString();
    }
}
