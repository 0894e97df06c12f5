package org.altercor.safety.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Consumer;
import org.altercor.hal.port.AlarmSignal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A monotonic clock may start anywhere, and wraps. The same case is told twice, cycle by cycle.
class ClockWrapTest {
    private static final long MS = HealthyMachine.MS;

    private HealthyMachine usual = new HealthyMachine("adult-bypass");
    private HealthyMachine wrapping = usual;

    @ParameterizedTest(name = "{0}, the clock wraps after {1} ms")
    @CsvSource({
        "adult-bypass, 2500",
        "adult-bypass, 2700",
        "adult-bypass, 3300",
        "adult-bypass, 5000",
        "adult-bypass-centrifugal, 2500",
        "adult-bypass-centrifugal, 2700",
        "adult-bypass-centrifugal, 3300",
        "adult-bypass-centrifugal, 5000"
    })
    void theWrapOfTheClockChangesNothing(String name, long wrapsAfterMillis) {
        usual = new HealthyMachine(name);
        wrapping = new HealthyMachine(name, Long.MAX_VALUE - wrapsAfterMillis * MS);
        double rpm = name.endsWith("centrifugal") ? 3_000 : 60;

        both(100, machine -> {});
        both(2_400, machine -> machine.turn(0, rpm));
        both(300, machine -> machine.values[machine.value("level")] = 300);
        both(200, machine -> machine.inputs.orders.pauses++);
        both(300, machine -> machine.switches[machine.aSwitch("air-arterial")] = true);
        both(1_500, machine -> machine.switches[machine.aSwitch("air-arterial")] = false);
        assertThat(usual.report.sound).as("something has happened").isEqualTo(AlarmSignal.HIGH);
        both(1_000, machine -> {
            machine.rpm[0] = 0;
            machine.values[machine.value("tachometer-arterial")] = 0;
            Arrays.fill(machine.clampPercent, 100);
        });
        both(500, machine -> machine.inputs.orders.resets++);
        both(500, machine -> machine.controlLives = false);
        assertThat(wrapping.nowNanos).as("it has wrapped").isNegative();
    }

    private void both(long millis, Consumer<HealthyMachine> happens) {
        happens.accept(usual);
        happens.accept(wrapping);
        for (long passed = 0; passed < millis; passed += 5) {
            usual.cycle();
            wrapping.cycle();
            SafetyReport one = usual.report;
            SafetyReport other = wrapping.report;
            assertThat(other.interlock).containsExactly(one.interlock);
            assertThat(other.stop).containsExactly(one.stop);
            assertThat(other.cause).containsExactly(one.cause);
            assertThat(other.mayIncrease).containsExactly(one.mayIncrease);
            assertThat(other.clampClosed).containsExactly(one.clampClosed);
            assertThat(other.runPower).isEqualTo(one.runPower);
            assertThat(other.controlAlive).isEqualTo(one.controlAlive);
            assertThat(other.pausedNanos).isEqualTo(one.pausedNanos);
            assertThat(other.sound).isEqualTo(one.sound);
        }
    }
}
