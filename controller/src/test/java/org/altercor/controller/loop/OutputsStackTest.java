package org.altercor.controller.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.altercor.config.Machine;
import org.altercor.config.PumpRole;
import org.altercor.config.load.Checked;
import org.altercor.config.load.MachineFiles;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.port.LineClamp;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.hal.port.SafeTorqueOff;
import org.altercor.hal.port.SwitchReading;
import org.altercor.hal.rig.Rig;
import org.altercor.hal.rig.RigBinder;
import org.altercor.hal.rig.UnboundDriverException;
import org.altercor.hal.time.CyclicTask;
import org.altercor.hal.time.DeterministicExecutor;
import org.altercor.hal.time.ThreadRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Both loops, run pulses, clamp, STO and twin drives of the shipped adult bypass, centrifugal, under the deterministic
/// executor.
class OutputsStackTest {
    private static final long MS = 1_000_000;
    private static final long SECOND = 1_000 * MS;
    private static final long FRESH_NANOS = 2 * MS;
    private static final double ROLLER_RPM = 40;
    private static final double ROTOR_RPM = 2_000;

    private final Machine machine;
    private final SupervisorBeat beat = LoopPair.newBeat();
    private final Rig rig;
    private final LoopPair loops;
    private final SpeedRequests asked;
    private final LineClamp clamp;
    private final SafeTorqueOff sto;
    private DeterministicExecutor executor = new DeterministicExecutor(1);
    private boolean controlLives = true;
    private boolean supervisorLives = true;
    private boolean pulseThreadLives = true;

    OutputsStackTest() throws UnboundDriverException {
        machine = ((Checked.Whole) new MachineFiles(LocalDate.of(2026, 11, 23)).machine("adult-bypass-centrifugal"))
                .machine();
        rig = RigBinder.bind(machine, beat);
        loops = LoopPair.over(machine, rig, beat);
        asked = new SpeedRequests(machine.pumps().size());
        clamp = rig.outputs().clamps().values().iterator().next();
        sto = rig.outputs().safeTorqueOffs().values().iterator().next();
    }

    private void start(long seed) {
        executor = new DeterministicExecutor(seed);
        for (Rig.Task task : rig.tasks()) {
            CyclicTask mortal = task.role() == ThreadRole.PULSES
                    ? now -> {
                        if (pulseThreadLives) {
                            task.task().cycle(now);
                        }
                    }
                    : task.task();
            executor.every(task.role(), task.name(), task.periodNanos(), mortal);
        }
        executor.every(ThreadRole.SUPERVISOR, "supervisor", LoopPair.SUPERVISOR_PERIOD_NANOS, now -> {
            if (supervisorLives) {
                loops.supervisor().cycle(now);
            }
        });
        executor.every(ThreadRole.CONTROL, "control", LoopPair.CONTROL_PERIOD_NANOS, now -> {
            if (controlLives) {
                loops.control().cycle(now);
            }
        });
        executor.runFor(SECOND / 2);
    }

    private void startAndTurn(long seed) {
        start(seed);
        askAll(ROLLER_RPM, ROTOR_RPM);
        executor.runFor(10 * SECOND);
        assertRoles("at the start", ROTOR_RPM, ROLLER_RPM, ROLLER_RPM);
    }

    private void askAll(double rollerRpm, double rotorRpm) {
        for (int pump = 0; pump < asked.id.length; pump++) {
            asked.id[pump]++;
            asked.speedRpm[pump] = machine.pumps().get(pump).role() == PumpRole.ARTERIAL ? rotorRpm : rollerRpm;
        }
        loops.requests().publish(asked);
    }

    private double speedRpm(int pump) {
        var reading = new Reading();
        rig.drives().get(pump).readSpeedRpm(reading);
        assertThat(reading.quality()).isEqualTo(Quality.GOOD);
        return reading.value();
    }

    private void assertRoles(String when, double arterialRpm, double stopRoleRpm, double otherRpm) {
        for (int i = 0; i < machine.pumps().size(); i++) {
            double expectedRpm = switch (machine.pumps().get(i).role()) {
                case ARTERIAL -> arterialRpm;
                case CARDIOPLEGIA, HAEMOFILTRATION -> stopRoleRpm;
                case VENT, SUCTION -> otherRpm;
            };
            assertThat(speedRpm(i))
                    .as("%s %s", machine.pumps().get(i).name(), when)
                    .isCloseTo(expectedRpm, within(1.0));
        }
    }

    private boolean isActive(Consumer<SwitchReading> port) {
        var contact = new SwitchReading();
        port.accept(contact);
        assertThat(contact.isUsable(executor.nanoTime(), FRESH_NANOS)).isTrue();
        return contact.rawActive();
    }

    private boolean hasRunPower() {
        return isActive(rig.outputs().runPulses().values().iterator().next()::readPowered);
    }

    private boolean isBuzzing() {
        return isActive(rig.outputs().annunciator()::readHeard);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whileAllLiveThereIsRunPowerAndTheBuzzerIsQuiet(long seed) {
        startAndTurn(seed);
        assertThat(hasRunPower()).isTrue();
        assertThat(isBuzzing()).isFalse();
        executor.runFor(120 * SECOND);
        assertThat(hasRunPower()).isTrue();
        assertThat(isBuzzing()).isFalse();
        assertRoles("two minutes later", ROTOR_RPM, ROLLER_RPM, ROLLER_RPM);
    }

    @Test
    void beforeTheControlLoopLivesThereIsNoRunPowerAndTheBuzzerSounds() {
        controlLives = false;
        start(1);
        assertThat(hasRunPower()).isFalse();
        assertThat(isBuzzing()).isTrue();
        controlLives = true;
        executor.runFor(SECOND);
        assertThat(hasRunPower()).isTrue();
        assertThat(isBuzzing()).isFalse();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whenTheProgramDiesTheStopRolesLoseTheirPowerAndNobodyElse(long seed) {
        startAndTurn(seed);
        controlLives = false;
        supervisorLives = false;
        pulseThreadLives = false;
        executor.runFor(250 * MS); // before any lease of 300 ms has run out
        assertThat(hasRunPower()).isFalse();
        assertThat(isBuzzing()).isTrue();
        assertRoles("a quarter of a second later", ROTOR_RPM, 0, ROLLER_RPM);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whileThePulseThreadLivesTheSameDeathTakesNoPowerAway(long seed) {
        startAndTurn(seed);
        controlLives = false;
        supervisorLives = false;
        executor.runFor(250 * MS);
        assertThat(hasRunPower()).isTrue();
        assertRoles("a quarter of a second later", ROTOR_RPM, ROLLER_RPM, ROLLER_RPM);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void whenTheSupervisorDiesADoseMayFinishThenItsPowerGoesAndTheBuzzerSoundsFromTheStart(long seed) {
        startAndTurn(seed);
        supervisorLives = false;
        executor.runFor(SECOND / 2);
        assertThat(isBuzzing()).as("a dead supervisor is heard").isTrue();
        executor.runFor(59 * SECOND);
        assertThat(hasRunPower()).isTrue();
        assertRoles("just before a minute", ROTOR_RPM, ROLLER_RPM, ROLLER_RPM);
        executor.runFor(2 * SECOND);
        assertThat(hasRunPower()).isFalse();
        assertRoles("just after a minute", ROTOR_RPM, 0, ROLLER_RPM);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void whenTheControlLoopDiesTheStopComesByTheRampAndThenThePowerGoes(long seed) {
        startAndTurn(seed);
        controlLives = false;
        executor.runFor(900 * MS);
        assertThat(isBuzzing()).isTrue();
        assertThat(hasRunPower()).isTrue();
        assertRoles("0.9 s later", ROTOR_RPM, 0, ROLLER_RPM);
        executor.runFor(SECOND);
        assertThat(hasRunPower()).isFalse();
        assertRoles("1.9 s later", ROTOR_RPM, 0, ROLLER_RPM);
    }

    @Test
    void powerThatReturnsStartsNothingUntilSomebodyAsks() {
        startAndTurn(1);
        controlLives = false;
        executor.runFor(3 * SECOND);
        controlLives = true;
        executor.runFor(5 * SECOND);
        assertThat(hasRunPower()).isTrue();
        assertRoles("with power, and nobody asked", ROTOR_RPM, 0, ROLLER_RPM);

        askAll(ROLLER_RPM, ROTOR_RPM);
        executor.runFor(5 * SECOND);
        assertRoles("asked anew", ROTOR_RPM, ROLLER_RPM, ROLLER_RPM);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aPumpWithoutPowerIsNotStartedByARequestThatWasMadeMeanwhile(long seed) {
        pulseThreadLives = false;
        start(seed);
        askAll(ROLLER_RPM, ROTOR_RPM);
        executor.runFor(5 * SECOND);
        assertRoles("without run power", ROTOR_RPM, 0, ROLLER_RPM);
        pulseThreadLives = true;
        executor.runFor(5 * SECOND);
        assertRoles("with run power", ROTOR_RPM, 0, ROLLER_RPM);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void theClampShutsThenTheStoCutsOnlyTheArterialDriveAndItsRestoringStartsNothing(long seed) {
        startAndTurn(seed);
        clamp.close();
        executor.runFor(100 * MS);
        assertThat(isActive(clamp::readMoving)).isTrue();
        executor.runFor(150 * MS);
        var position = new Reading();
        clamp.readClosedPercent(position);
        assertThat(position.value()).isGreaterThanOrEqualTo(LineClamp.SHUT_FROM_PERCENT);
        assertRoles("with the line shut", ROTOR_RPM, ROLLER_RPM, ROLLER_RPM);

        sto.trip();
        executor.runFor(SECOND);
        assertThat(isActive(sto::readTripped)).isTrue();
        assertRoles("without torque", 0, ROLLER_RPM, ROLLER_RPM);

        sto.restore();
        executor.runFor(5 * SECOND);
        assertThat(isActive(sto::readTripped)).isFalse();
        assertRoles("with torque, and nobody asked", 0, ROLLER_RPM, ROLLER_RPM);
    }

    @Test
    void anStoThatIsRestoredWhileTheShaftStillTurnsDoesNotSpinItUpAgain() {
        startAndTurn(1);
        sto.trip();
        executor.runFor(20 * MS);
        sto.restore();
        executor.runFor(5 * SECOND);
        assertRoles("after a short cut", 0, ROLLER_RPM, ROLLER_RPM);
    }

    @Test
    void withoutAnyDeathOrDemandNeitherClampNorStoMovesByItself() {
        startAndTurn(1);
        var position = new Reading();
        clamp.readClosedPercent(position);
        assertThat(position.value()).isLessThanOrEqualTo(LineClamp.OPEN_TO_PERCENT);
        assertThat(isActive(sto::readTripped)).isFalse();
        controlLives = false;
        supervisorLives = false;
        pulseThreadLives = false;
        executor.runFor(5 * SECOND);
        clamp.readClosedPercent(position);
        assertThat(position.value()).isLessThanOrEqualTo(LineClamp.OPEN_TO_PERCENT);
        assertThat(isActive(sto::readTripped))
                .as("a dead supervisor cannot trip it")
                .isFalse();
    }
}
