package org.altercor.controller.loop;

import static org.altercor.controller.loop.Stack.MS;
import static org.altercor.controller.loop.Stack.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.altercor.hal.port.LineClamp;
import org.altercor.hal.port.Reading;
import org.altercor.hal.port.SafeTorqueOff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Both loops, run pulses, clamp, STO and twin drives of the shipped adult bypass, centrifugal, under the deterministic
/// executor.
class OutputsStackTest {
    private static final double ROLLER_RPM = 15;
    private static final double ROTOR_RPM = 3_000;

    private final Stack stack = new Stack("adult-bypass-centrifugal");
    private final LineClamp clamp =
            stack.rig.outputs().clamps().values().iterator().next();
    private final SafeTorqueOff sto =
            stack.rig.outputs().safeTorqueOffs().values().iterator().next();

    private void startAndTurn(long seed) {
        stack.start(seed);
        stack.turn(ROTOR_RPM, ROLLER_RPM);
        assertRoles("at the start", ROTOR_RPM, ROLLER_RPM, ROLLER_RPM);
    }

    private void assertRoles(String when, double arterialRpm, double stopRoleRpm, double otherRpm) {
        for (int i = 0; i < stack.machine.pumps().size(); i++) {
            double expectedRpm = switch (stack.machine.pumps().get(i).role()) {
                case ARTERIAL -> arterialRpm;
                case CARDIOPLEGIA, HAEMOFILTRATION -> stopRoleRpm;
                case VENT, SUCTION -> otherRpm;
            };
            assertThat(stack.speedRpm(i))
                    .as("%s %s", stack.machine.pumps().get(i).name(), when)
                    .isCloseTo(expectedRpm, within(1.0));
        }
    }

    private boolean hasRunPower() {
        return stack.isActive(
                stack.rig.outputs().runPulses().values().iterator().next()::readPowered);
    }

    private boolean isBuzzing() {
        return stack.isActive(stack.rig.outputs().annunciator()::readHeard);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whileAllLiveThereIsRunPowerAndTheBuzzerIsQuiet(long seed) {
        startAndTurn(seed);
        assertThat(hasRunPower()).isTrue();
        assertThat(isBuzzing()).isFalse();
        stack.run(120 * SECOND);
        assertThat(hasRunPower()).isTrue();
        assertThat(isBuzzing()).isFalse();
        assertRoles("two minutes later", ROTOR_RPM, ROLLER_RPM, ROLLER_RPM);
    }

    @Test
    void beforeTheControlLoopLivesThereIsNoRunPowerAndTheBuzzerSounds() {
        stack.controlLives = false;
        stack.start(1);
        assertThat(hasRunPower()).isFalse();
        assertThat(isBuzzing()).isTrue();
        stack.controlLives = true;
        stack.run(SECOND);
        assertThat(hasRunPower()).isTrue();
        assertThat(isBuzzing()).isFalse();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whenTheProgramDiesTheStopRolesLoseTheirPowerAndNobodyElse(long seed) {
        startAndTurn(seed);
        stack.controlLives = false;
        stack.supervisorLives = false;
        stack.pulseThreadLives = false;
        stack.run(250 * MS); // before any lease of 300 ms has run out
        assertThat(hasRunPower()).isFalse();
        assertThat(isBuzzing()).isTrue();
        assertRoles("a quarter of a second later", ROTOR_RPM, 0, ROLLER_RPM);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whileThePulseThreadLivesTheSameDeathTakesNoPowerAway(long seed) {
        startAndTurn(seed);
        stack.controlLives = false;
        stack.supervisorLives = false;
        stack.run(250 * MS);
        assertThat(hasRunPower()).isTrue();
        assertRoles("a quarter of a second later", ROTOR_RPM, ROLLER_RPM, ROLLER_RPM);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void whenTheSupervisorDiesADoseMayFinishThenItsPowerGoesAndTheBuzzerSoundsFromTheStart(long seed) {
        startAndTurn(seed);
        stack.supervisorLives = false;
        stack.run(SECOND / 2);
        assertThat(isBuzzing()).as("a dead supervisor is heard").isTrue();
        stack.run(59 * SECOND);
        assertThat(hasRunPower()).isTrue();
        assertRoles("just before a minute", ROTOR_RPM, ROLLER_RPM, ROLLER_RPM);
        stack.run(2 * SECOND);
        assertThat(hasRunPower()).isFalse();
        assertRoles("just after a minute", ROTOR_RPM, 0, ROLLER_RPM);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void whenTheControlLoopDiesTheStopComesByTheRampAndThenThePowerGoes(long seed) {
        startAndTurn(seed);
        stack.controlLives = false;
        stack.run(900 * MS);
        assertThat(isBuzzing()).isTrue();
        assertThat(hasRunPower()).isTrue();
        assertRoles("0.9 s later", ROTOR_RPM, 0, ROLLER_RPM);
        stack.run(SECOND);
        assertThat(hasRunPower()).isFalse();
        assertRoles("1.9 s later", ROTOR_RPM, 0, ROLLER_RPM);
    }

    @Test
    void powerThatReturnsStartsNothingUntilSomebodyAsks() {
        startAndTurn(1);
        stack.controlLives = false;
        stack.run(3 * SECOND);
        stack.controlLives = true;
        stack.run(5 * SECOND);
        assertThat(hasRunPower()).isTrue();
        assertRoles("with power, and nobody asked", ROTOR_RPM, 0, ROLLER_RPM);

        stack.reset(); // the death of the control loop is latched
        stack.run(SECOND);
        stack.turn(ROTOR_RPM, ROLLER_RPM);
        stack.run(5 * SECOND);
        assertRoles("asked anew", ROTOR_RPM, ROLLER_RPM, ROLLER_RPM);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aPumpWithoutPowerIsNotStartedByARequestThatWasMadeMeanwhile(long seed) {
        stack.pulseThreadLives = false;
        stack.start(seed);
        stack.turn(ROTOR_RPM, ROLLER_RPM);
        stack.run(5 * SECOND);
        assertRoles("without run power", ROTOR_RPM, 0, ROLLER_RPM);
        stack.pulseThreadLives = true;
        stack.run(5 * SECOND);
        assertRoles("with run power", ROTOR_RPM, 0, ROLLER_RPM);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void theClampShutsThenTheStoCutsOnlyTheArterialDriveAndItsRestoringStartsNothing(long seed) {
        startAndTurn(seed);
        stack.supervisorLives = false; // it would not have it
        clamp.close();
        stack.run(100 * MS);
        assertThat(stack.isActive(clamp::readMoving)).isTrue();
        stack.run(150 * MS);
        var position = new Reading();
        clamp.readClosedPercent(position);
        assertThat(position.value()).isGreaterThanOrEqualTo(LineClamp.SHUT_FROM_PERCENT);
        assertRoles("with the line shut", ROTOR_RPM, ROLLER_RPM, ROLLER_RPM);

        sto.trip();
        stack.run(SECOND);
        assertThat(stack.isActive(sto::readTripped)).isTrue();
        assertRoles("without torque", 0, ROLLER_RPM, ROLLER_RPM);

        sto.restore();
        stack.run(5 * SECOND);
        assertThat(stack.isActive(sto::readTripped)).isFalse();
        assertRoles("with torque, and nobody asked", 0, ROLLER_RPM, ROLLER_RPM);
    }

    @Test
    void anStoThatIsRestoredWhileTheShaftStillTurnsDoesNotSpinItUpAgain() {
        startAndTurn(1);
        stack.supervisorLives = false;
        sto.trip();
        stack.run(20 * MS);
        sto.restore();
        stack.run(5 * SECOND);
        assertRoles("after a short cut", 0, ROLLER_RPM, ROLLER_RPM);
    }

    @Test
    void withoutAnyDeathOrDemandNeitherClampNorStoMovesByItself() {
        startAndTurn(1);
        var position = new Reading();
        clamp.readClosedPercent(position);
        assertThat(position.value()).isLessThanOrEqualTo(LineClamp.OPEN_TO_PERCENT);
        assertThat(stack.isActive(sto::readTripped)).isFalse();
        stack.controlLives = false;
        stack.supervisorLives = false;
        stack.pulseThreadLives = false;
        stack.run(5 * SECOND);
        clamp.readClosedPercent(position);
        assertThat(position.value()).isLessThanOrEqualTo(LineClamp.OPEN_TO_PERCENT);
        assertThat(stack.isActive(sto::readTripped))
                .as("a dead supervisor cannot trip it")
                .isFalse();
    }
}
