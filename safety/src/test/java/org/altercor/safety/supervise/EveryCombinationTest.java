package org.altercor.safety.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.altercor.safety.interlock.Duty;
import org.altercor.safety.interlock.Interlock;
import org.altercor.safety.interlock.InterlockInstance;
import org.altercor.safety.interlock.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every combination of what the sensors of an arterial pump can say, and what follows from it, cycle by cycle. What
/// each pump must do is worked out a second time from the states of the interlocks and the table.
class EveryCombinationTest {
    private enum Air {
        NONE,
        SEEN,
        UNKNOWN
    }

    private enum Level {
        ENOUGH,
        LOW,
        EMPTY,
        UNKNOWN
    }

    private enum Pressure {
        NORMAL,
        HIGH,
        TOO_HIGH,
        UNKNOWN
    }

    private enum Flow {
        FORWARD,
        BACK,
        UNKNOWN
    }

    private enum Shaft {
        AS_TOLD,
        RUNAWAY,
        BACKWARDS,
        UNKNOWN
    }

    private enum Line {
        OPEN,
        SHUT,
        UNKNOWN
    }

    private record Case(Air air, Level level, Pressure pressure, Flow flow, Shaft shaft, Line line, boolean lives) {}

    @ParameterizedTest(name = "{0}, the operator stops it: {1}")
    @CsvSource({
        "adult-bypass, false",
        "adult-bypass, true",
        "adult-bypass-centrifugal, false",
        "adult-bypass-centrifugal, true"
    })
    void noCombinationStartsAPumpOrRaisesOneThatIsHeldOrStopsOneWithoutACause(String name, boolean operatorStops) {
        int cases = 0;
        for (Air air : Air.values()) {
            for (Level level : Level.values()) {
                for (Pressure pressure : Pressure.values()) {
                    for (Flow flow : Flow.values()) {
                        for (Shaft shaft : Shaft.values()) {
                            for (Line line : Line.values()) {
                                boolean lives = cases % 2 == 0; // half of them with a dead control loop
                                meet(name, new Case(air, level, pressure, flow, shaft, line, lives), operatorStops);
                                cases++;
                            }
                        }
                    }
                }
            }
        }
        assertThat(cases).isEqualTo(3 * 4 * 4 * 3 * 4 * 3);
    }

    private void meet(String name, Case met, boolean operatorStops) {
        HealthyMachine bedside = turning(name);
        set(bedside, met);
        bedside.inputs.orders.stops[0] += operatorStops ? 1 : 0;
        for (int i = 0; i < 12; i++) {
            StopState before = bedside.report.stop[0];
            bedside.cycle(i < 6 ? HealthyMachine.CYCLE_NANOS : 105 * HealthyMachine.MS);
            try {
                check(bedside, before, operatorStops);
            } catch (AssertionError e) {
                throw new AssertionError(met + ", cycle " + i, e);
            }
        }
    }

    private static HealthyMachine turning(String name) {
        HealthyMachine bedside = new HealthyMachine(name);
        bedside.run(20);
        bedside.turn(0, name.endsWith("centrifugal") ? 3_000 : 60);
        bedside.cycle();
        bedside.cycle();
        return bedside;
    }

    private static void set(HealthyMachine bedside, Case met) {
        bedside.controlLives = met.lives();
        bedside.switches[bedside.aSwitch("air-arterial")] = met.air() == Air.SEEN;
        bedside.isSwitchKnown[bedside.aSwitch("air-arterial")] = met.air() != Air.UNKNOWN;
        bedside.values[bedside.value("level")] = switch (met.level()) {
            case ENOUGH -> 1_000;
            case LOW -> 300;
            case EMPTY -> 100;
            case UNKNOWN -> Double.NaN;
        };
        bedside.values[bedside.value("pressure-line")] = switch (met.pressure()) {
            case NORMAL -> 120;
            case HIGH -> 300;
            case TOO_HIGH -> 400;
            case UNKNOWN -> Double.NaN;
        };
        bedside.values[bedside.value("flow-arterial")] = switch (met.flow()) {
            case FORWARD -> 4_500;
            case BACK -> -700;
            case UNKNOWN -> Double.NaN;
        };
        double rpm = switch (met.shaft()) {
            case AS_TOLD -> bedside.rpm[0];
            case RUNAWAY -> 5_000;
            case BACKWARDS -> -bedside.rpm[0];
            case UNKNOWN -> Double.NaN;
        };
        bedside.rpm[0] = rpm;
        bedside.values[bedside.value("tachometer-arterial")] = rpm;
        Arrays.fill(bedside.clampPercent, met.line() == Line.SHUT ? 100 : 0);
        Arrays.fill(bedside.isClampKnown, met.line() != Line.UNKNOWN);
    }

    private static void check(HealthyMachine bedside, StopState before, boolean operatorStops) {
        SafetyReport report = bedside.report;
        StopState state = report.stop[0];
        Duty duty = Duty.of(bedside.machine.pumps().getFirst());
        Response strongest = strongest(bedside, duty);
        boolean isLineShut = report.lineShut[0];
        boolean isOpenHead = duty == Duty.ARTERIAL_CENTRIFUGAL;

        if (strongest.compareTo(Response.HOLD) >= 0 || state != StopState.NONE || !report.controlAlive) {
            assertThat(report.mayStart[0]).isFalse();
            assertThat(report.mayIncrease[0]).isFalse();
        } else {
            assertThat(report.mayIncrease[0]).as("nobody forbids it").isTrue();
        }
        if (strongest.endsFlow()) {
            assertThat(state).isNotEqualTo(StopState.NONE);
            assertThat(report.cause[0]).isNotEqualTo(SafetyReport.NOBODY);
            assertThat(onPump(bedside, report.cause[0], duty).endsFlow())
                    .as("the cause of a stop is one that stops")
                    .isTrue();
        } else if (!operatorStops) {
            assertThat(state).isEqualTo(StopState.NONE);
            assertThat(report.stopDemanded[0]).isFalse();
            assertThat(report.limitRpm[0]).isInfinite();
        }
        boolean wantsStandstill = operatorStops || strongest.compareTo(Response.STOP) >= 0;
        if (wantsStandstill && (!isOpenHead || isLineShut) && state != StopState.NONE) {
            assertThat(report.stopDemanded[0]).isTrue();
        }
        if (report.stopDemanded[0]) {
            assertThat(report.limitRpm[0]).isZero();
            boolean wasDemanded =
                    before != StopState.NONE && before != StopState.CLAMPING && before != StopState.CLAMPED;
            assertThat(wasDemanded || !isOpenHead || isLineShut || strongest == Response.CUT_AT_ONCE)
                    .as("an open head is not stopped before its line is shut")
                    .isTrue();
        }
        assertThat(report.stoTripped[0]).isEqualTo(state == StopState.CUT);
        if (isOpenHead && state != StopState.NONE) {
            assertThat(report.clampClosed[0]).isTrue();
        }
        assertThat(report.runPower
                        || report.stop[bedside.pump("cardioplegia-blood")] == StopState.CUT
                        || report.stop[bedside.pump("cardioplegia-crystalloid")] == StopState.CUT
                        || !report.controlAlive)
                .isTrue();
    }

    private static Response strongest(HealthyMachine bedside, Duty duty) {
        Response strongest = Response.NONE;
        for (int i = 0; i < bedside.interlocks.size(); i++) {
            Response wanted = onPump(bedside, i, duty);
            strongest = wanted.compareTo(strongest) > 0 ? wanted : strongest;
        }
        return strongest;
    }

    private static Response onPump(HealthyMachine bedside, int index, Duty duty) {
        InterlockInstance instance = bedside.interlocks.get(index);
        if (!instance.pumps().contains("arterial")) {
            return Response.NONE;
        }
        Interlock.Responses responses = instance.interlock().on(duty);
        return switch (bedside.report.interlock[index]) {
            case ACTIVE, LATCHED -> responses.onHazard();
            case UNKNOWN -> responses.onUnknown();
            case CLEAR, PENDING -> Response.NONE;
        };
    }
}
