package org.altercor.config.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.altercor.config.PumpRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnpoweredRuleTest {
    @ParameterizedTest
    @EnumSource(Unpowered.class)
    void anArterialClampWithoutPowerStaysOpenOrWhereItIs(Unpowered unpowered) {
        boolean isFit = UnpoweredRule.judge(OutputKind.CLAMP, PumpRole.ARTERIAL, unpowered) instanceof Fitness.Fit;

        assertThat(isFit).isEqualTo(unpowered == Unpowered.OPEN || unpowered == Unpowered.AS_IS);
    }

    @Test
    void theClampOfAPumpThatStopsMayClose() {
        assertThat(UnpoweredRule.judge(OutputKind.CLAMP, PumpRole.CARDIOPLEGIA, Unpowered.CLOSED))
                .isInstanceOf(Fitness.Fit.class);
        assertThat(UnpoweredRule.judge(OutputKind.CLAMP, PumpRole.CARDIOPLEGIA, Unpowered.OPEN))
                .isInstanceOf(Fitness.Unfit.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = PumpRole.class,
            names = {"VENT", "SUCTION"})
    void theClampOfAPumpThatEmptiesTheHeartMayNotClose(PumpRole role) {
        assertThat(UnpoweredRule.judge(OutputKind.CLAMP, role, Unpowered.OPEN)).isInstanceOf(Fitness.Fit.class);
        assertThat(UnpoweredRule.judge(OutputKind.CLAMP, role, Unpowered.CLOSED))
                .isInstanceOf(Fitness.Unfit.class);
    }

    @ParameterizedTest
    @EnumSource(PumpRole.class)
    void everyOtherOutputHasOneStateWhateverTheRole(PumpRole role) {
        assertThat(UnpoweredRule.allowed(OutputKind.STO, role)).isEqualTo(List.of(Unpowered.NOT_TRIPPED));
        assertThat(UnpoweredRule.allowed(OutputKind.RUN_PULSES, role)).isEqualTo(List.of(Unpowered.OFF));
        assertThat(UnpoweredRule.allowed(OutputKind.BUZZER, role)).isEqualTo(List.of(Unpowered.SOUNDING));
        assertThat(UnpoweredRule.allowed(OutputKind.LAMP, role)).isEqualTo(List.of(Unpowered.OFF));
    }

    @Test
    void aRefusalSaysWhy() {
        assertThat(UnpoweredRule.judge(OutputKind.CLAMP, PumpRole.ARTERIAL, Unpowered.CLOSED))
                .isInstanceOfSatisfying(
                        Fitness.Unfit.class, unfit -> assertThat(unfit.needed()).contains("bursts"));
    }
}
