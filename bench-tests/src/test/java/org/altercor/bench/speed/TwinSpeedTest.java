package org.altercor.bench.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.altercor.config.circuit.Circuit;
import org.altercor.config.load.Checked;
import org.altercor.config.load.MachineFiles;
import org.junit.jupiter.api.Test;

/// What holds on any machine. Times belong to the command.
class TwinSpeedTest {
    private final TwinSpeed speed = new TwinSpeed(3, 20_000);

    private static Circuit adult() {
        var checked = new MachineFiles(LocalDate.of(2026, 11, 23)).machine("adult-bypass");
        return ((Checked.Whole) checked).machine().circuit().orElseThrow();
    }

    @Test
    void aStepOfTheAdultCircuitAllocatesNothing() {
        assertThat(speed.measure(adult(), 40).bytesAStep()).isZero();
    }

    @Test
    void eightTimesAsManyPartsCostFarLessThanTheSquareOfThat() {
        double small = speed.measure(TwinSpeed.row(16), 0).nanosAStep();
        double large = speed.measure(TwinSpeed.row(128), 0).nanosAStep();
        assertThat(large / small).isBetween(3.0, 24.0); // 8 is linear, 64 would be its square
    }

    @Test
    void halfAnHourOfBypassKeepsEveryMillilitre() {
        assertThat(speed.volumeErrorMl(adult(), 100, 0.5)).isCloseTo(0, within(1e-3));
    }
}
