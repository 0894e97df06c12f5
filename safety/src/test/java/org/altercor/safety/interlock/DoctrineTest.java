package org.altercor.safety.interlock;

import static org.altercor.safety.interlock.Duty.ARTERIAL_CENTRIFUGAL;
import static org.altercor.safety.interlock.Duty.ARTERIAL_ROLLER;
import static org.altercor.safety.interlock.Duty.CARDIOPLEGIA;
import static org.altercor.safety.interlock.Duty.HAEMOFILTRATION;
import static org.altercor.safety.interlock.Duty.SUCTION;
import static org.altercor.safety.interlock.Duty.VENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.altercor.hal.port.AlarmSignal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The doctrine, written down a second time from its text: what each class of fault does to each kind of pump.
class DoctrineTest {
    private static final Set<Duty> ARTERIAL = EnumSet.of(ARTERIAL_ROLLER, ARTERIAL_CENTRIFUGAL);
    private static final Set<Duty> FIELD = EnumSet.of(VENT, SUCTION);
    private static final Set<Duty> DOSES = EnumSet.of(CARDIOPLEGIA, HAEMOFILTRATION);

    private static Response onHazard(Interlock row, Duty duty) {
        return row.on(duty).onHazard();
    }

    private static Response onUnknown(Interlock row, Duty duty) {
        return row.on(duty).onUnknown();
    }

    /// Hazards of the patient's side, one line for each: air, empty, burst by pressure, reverse, runaway.
    @ParameterizedTest
    @CsvSource(
            value = {
                // row, arterial roller, arterial centrifugal, cardioplegia, haemofiltration, vent, suction
                "LINE_AIR, STOP, CLAMP, STOP, STOP, NONE, NONE",
                "LEVEL_CRITICAL, STOP, CLAMP, NONE, STOP, NONE, NONE",
                "OVER_PRESSURE, STOP, HOLD, NONE, NONE, NONE, NONE",
                "CARDIOPLEGIA_OVER_PRESSURE, NONE, NONE, STOP, NONE, NONE, NONE",
                "BACKFLOW, ALARM, CLAMP, NONE, NONE, NONE, NONE",
                "LOW_SPEED_OPEN, NONE, CLAMP, NONE, NONE, NONE, NONE",
                "NO_ARTERIAL_FLOW, NONE, NONE, STOP, STOP, NONE, NONE",
                "WRONG_DIRECTION, CUT, CUT, CUT, CUT, CUT, CUT",
                "OVERSPEED, CUT_AT_ONCE, CUT_AT_ONCE, CUT_AT_ONCE, CUT_AT_ONCE, CUT_AT_ONCE, CUT_AT_ONCE",
                "STILL_TURNING, CUT, CUT, CUT, CUT, CUT, CUT"
            })
    void aConfirmedHazardDoesToEachPumpWhatTheDoctrineSays(
            Interlock row,
            Response roller,
            Response centrifugal,
            Response cardioplegia,
            Response haemofiltration,
            Response vent,
            Response suction) {
        assertThat(onHazard(row, ARTERIAL_ROLLER)).isEqualTo(roller);
        assertThat(onHazard(row, ARTERIAL_CENTRIFUGAL)).isEqualTo(centrifugal);
        assertThat(onHazard(row, CARDIOPLEGIA)).isEqualTo(cardioplegia);
        assertThat(onHazard(row, HAEMOFILTRATION)).isEqualTo(haemofiltration);
        assertThat(onHazard(row, VENT)).isEqualTo(vent);
        assertThat(onHazard(row, SUCTION)).isEqualTo(suction);
    }

    @ParameterizedTest
    @EnumSource(
            value = Interlock.class,
            names = {"CONTROL_LOST", "BUS_LOST"})
    void whenControlOrItsBusIsDeadTheArterialPumpHoldsDosesStopAndTheFieldHoldsThenStops(Interlock row) {
        ARTERIAL.forEach(duty -> assertThat(onHazard(row, duty)).isEqualTo(Response.HOLD));
        DOSES.forEach(duty -> assertThat(onHazard(row, duty)).isEqualTo(Response.STOP));
        FIELD.forEach(duty -> assertThat(onHazard(row, duty)).isEqualTo(Response.HOLD_THEN_STOP));
    }

    @Test
    void whenTheSupervisorIsDeadEverythingRunsWithoutStartAndIncreaseAndADoseFinishes() {
        ARTERIAL.forEach(
                duty -> assertThat(onHazard(Interlock.SUPERVISOR_LOST, duty)).isEqualTo(Response.HOLD));
        FIELD.forEach(
                duty -> assertThat(onHazard(Interlock.SUPERVISOR_LOST, duty)).isEqualTo(Response.HOLD));
        DOSES.forEach(
                duty -> assertThat(onHazard(Interlock.SUPERVISOR_LOST, duty)).isEqualTo(Response.FINISH));
    }

    /// A stop that was demanded and is not seen is the one exception: there nobody wants flow.
    @ParameterizedTest
    @EnumSource(value = Interlock.class, mode = EnumSource.Mode.EXCLUDE, names = "STILL_TURNING")
    void notKnowingNeverEndsTheFlowOfAnArterialPumpNorOfTheField(Interlock row) {
        ARTERIAL.forEach(duty ->
                assertThat(onUnknown(row, duty).endsFlow()).as("%s", duty).isFalse());
        FIELD.forEach(duty ->
                assertThat(onUnknown(row, duty).endsFlow()).as("%s", duty).isFalse());
    }

    @ParameterizedTest
    @EnumSource(
            value = Interlock.class,
            names = {
                "LINE_AIR",
                "CARDIOPLEGIA_OVER_PRESSURE",
                "NO_ARTERIAL_FLOW",
                "OVERSPEED",
                "WRONG_DIRECTION",
                "CLAMP_ASTRAY"
            })
    void aDoseStopsWhenItsSafetySensorIsNotKnown(Interlock row) {
        assertThat(onUnknown(row, CARDIOPLEGIA)).isEqualTo(Response.STOP);
    }

    /// Unknown is not OK: what a hazard would stop or hold is not started and not raised while nobody knows.
    @ParameterizedTest
    @EnumSource(Interlock.class)
    void notKnowingForbidsTheIncreaseOfWhateverTheHazardWouldStop(Interlock row) {
        for (Duty duty : Duty.values()) {
            if (onHazard(row, duty).endsFlow()) {
                assertThat(onUnknown(row, duty)).as("%s", duty).isGreaterThanOrEqualTo(Response.HOLD);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Interlock.class)
    void notKnowingNeverDoesMoreThanTheHazardExceptHold(Interlock row) {
        for (Duty duty : Duty.values()) {
            Response most = onHazard(row, duty).compareTo(Response.HOLD) < 0 ? Response.HOLD : onHazard(row, duty);
            assertThat(onUnknown(row, duty)).as("%s", duty).isLessThanOrEqualTo(most);
        }
    }

    /// Nothing starts by itself, and a line that was shut does not open by itself. A pump that nobody may start in this
    /// version is left out.
    @ParameterizedTest
    @EnumSource(Interlock.class)
    void whatEndsAFlowOnAHazardWaitsForTheOperator(Interlock row) {
        for (Duty duty : EnumSet.complementOf(EnumSet.of(HAEMOFILTRATION))) {
            assertThat(row.latches() || !onHazard(row, duty).endsFlow())
                    .as("%s", duty)
                    .isTrue();
        }
    }

    /// A stop is an open line there.
    @ParameterizedTest
    @EnumSource(Interlock.class)
    void noRowStopsACentrifugalHeadWithoutItsClamp(Interlock row) {
        assertThat(onHazard(row, ARTERIAL_CENTRIFUGAL)).isNotEqualTo(Response.STOP);
    }

    @Test
    void onlyARunawayIsCutAtOnce() {
        for (Interlock row : Interlock.values()) {
            for (Duty duty : Duty.values()) {
                assertThat(onHazard(row, duty) == Response.CUT_AT_ONCE)
                        .as("%s, %s", row, duty)
                        .isEqualTo(row == Interlock.OVERSPEED);
                assertThat(onUnknown(row, duty)).isNotEqualTo(Response.CUT_AT_ONCE);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Interlock.class)
    void whatEndsAnArterialFlowIsAHighAlarm(Interlock row) {
        if (ARTERIAL.stream().anyMatch(duty -> onHazard(row, duty).endsFlow())) {
            assertThat(row.priority()).isEqualTo(AlarmSignal.HIGH);
        }
    }

    @ParameterizedTest
    @EnumSource(Interlock.class)
    void everyRowSaysWhatIsWrongWhereToLookAndWhatToDo(Interlock row) {
        assertThat(row.what()).isNotBlank().doesNotEndWith(".");
        assertThat(row.look()).matches(".+[.?]");
        assertThat(row.act()).matches(".+[.?]");
        assertThat(row.id()).matches("IL-\\d\\d");
        assertThat(row.alarm()).isEqualTo(row.id().replace("IL", "AL"));
        assertThat(row.hazard()).matches("HZ-\\d\\d");
        assertThat(row.requirement()).matches("RQ-\\d\\d");
        assertThat(row.budget().firmwareMs())
                .isPositive()
                .isLessThanOrEqualTo(row.budget().totalMs());
        assertThat(row.debounce().isNegative()).isFalse();
    }

    @Test
    void idsDoNotCollide() {
        Set<String> ids = new HashSet<>();
        Arrays.stream(Interlock.values())
                .forEach(row -> assertThat(ids.add(row.id())).isTrue());
        Arrays.stream(Interlock.values())
                .forEach(row -> assertThat(ids.add(row.requirement())).isTrue());
    }

    @Test
    void theStrongestResponseIsTheLastOfTheOrder() {
        assertThat(Response.values())
                .containsExactly(
                        Response.NONE,
                        Response.ALARM,
                        Response.HOLD,
                        Response.HOLD_THEN_STOP,
                        Response.FINISH,
                        Response.CLAMP,
                        Response.STOP,
                        Response.CUT,
                        Response.CUT_AT_ONCE);
        assertThat(Response.FINISH.endsFlow()).isFalse();
        assertThat(Response.CLAMP.endsFlow()).isTrue();
        assertThat(Response.STOP.cuts()).isFalse();
        assertThat(Response.CUT.cuts()).isTrue();
    }
}
