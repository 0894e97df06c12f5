package org.altercor.config.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.altercor.config.PumpRole;
import org.altercor.config.rig.RegisterField.Table;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnableRuleTest {
    private static final boolean ON_BENCH = true;
    private static final boolean OFF_BENCH = false;

    @ParameterizedTest
    @EnumSource(PumpRole.class)
    void withoutAnEnableWordOnlyASuckerMayServeOffTheBench(PumpRole role) {
        boolean isFit = EnableRule.judge(role, map(Optional.empty()), OFF_BENCH) instanceof Fitness.Fit;

        assertThat(isFit).isEqualTo(role == PumpRole.SUCTION);
    }

    @ParameterizedTest
    @EnumSource(PumpRole.class)
    void onABenchOrWithAnEnableWordAnyRoleIsServed(PumpRole role) {
        assertThat(EnableRule.judge(role, map(Optional.empty()), ON_BENCH)).isInstanceOf(Fitness.Fit.class);
        assertThat(EnableRule.judge(role, map(Optional.of(new CommandWord(5, 1, 0))), OFF_BENCH))
                .isInstanceOf(Fitness.Fit.class);
    }

    private static ModbusDriveMap map(Optional<CommandWord> enable) {
        return new ModbusDriveMap(
                1,
                Duration.ofMillis(4),
                WriteFunction.SINGLE,
                new RegisterField(1, Table.HOLDING, true, 0.1),
                new RegisterField(2, Table.INPUT, true, 0.1),
                enable,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
