package org.altercor.hal.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.altercor.config.rig.ModbusDriveMap;
import org.altercor.config.rig.RegisterField;
import org.altercor.config.rig.RegisterField.Table;
import org.altercor.config.rig.WriteFunction;
import org.junit.jupiter.api.Test;

class DriveRegistersTest {
    private static DriveRegisters signed(double rpmPerCount) {
        return new DriveRegisters(new ModbusDriveMap(
                1,
                Duration.ofMillis(10),
                WriteFunction.SINGLE,
                new RegisterField(1, Table.HOLDING, true, rpmPerCount),
                new RegisterField(2, Table.HOLDING, true, 1),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    private static double toldRpm(double askedRpm, double rpmPerCount) {
        return (short) signed(rpmPerCount).speedRaw(askedRpm) * rpmPerCount;
    }

    @Test
    void aSetPointIsNeverAboveWhatWasAsked() {
        assertThat(toldRpm(151, 100)).isEqualTo(100);
        assertThat(toldRpm(-151, 100)).isEqualTo(-100);
        assertThat(toldRpm(50.1, 100)).isZero();
        assertThat(toldRpm(-50.1, 100)).isZero();

        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int trial = 0; trial < 100_000; trial++) {
            double rpmPerCount = Math.pow(10, random.nextInt(-2, 3)) * (1 + random.nextInt(9));
            double askedRpm = random.nextDouble(-1, 1) * 32_767 * rpmPerCount;
            double toldRpm = toldRpm(askedRpm, rpmPerCount);
            String where = "seed %d: %s rpm at %s rpm per count".formatted(seed, askedRpm, rpmPerCount);
            assertThat(Math.abs(toldRpm)).as(where).isLessThanOrEqualTo(Math.abs(askedRpm) + 1e-5 * rpmPerCount);
            assertThat(Math.abs(toldRpm - askedRpm)).as(where).isLessThan(rpmPerCount);
        }
    }

    /// The twin: what is a whole number of counts loses none of them to the arithmetic.
    @Test
    void aSetPointOfWholeCountsIsToldExactly() {
        for (int count = -32_767; count <= 32_767; count++) {
            assertThat((short) signed(0.1).speedRaw(count / 10.0)).isEqualTo((short) count);
            assertThat((short) signed(0.1).speedRaw(count * 0.1)).isEqualTo((short) count);
        }
    }
}
