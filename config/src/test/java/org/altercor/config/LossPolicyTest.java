package org.altercor.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LossPolicyTest {
    private static final Profile.Loss LOSS =
            new Profile.Loss(Duration.ofSeconds(8), Duration.ofSeconds(9), Duration.ofSeconds(40));

    @Test
    void theTimesOfTheProfileReachTheRolesTheyAreFor() {
        assertThat(LOSS.policy(PumpRole.ARTERIAL)).isEqualTo(new LossPolicy.Hold());
        assertThat(LOSS.policy(PumpRole.VENT)).isEqualTo(new LossPolicy.HoldThenStop(Duration.ofSeconds(8)));
        assertThat(LOSS.policy(PumpRole.SUCTION)).isEqualTo(new LossPolicy.HoldThenStop(Duration.ofSeconds(9)));
        assertThat(LOSS.policy(PumpRole.CARDIOPLEGIA)).isEqualTo(new LossPolicy.Stop(Duration.ofSeconds(40)));
        assertThat(LOSS.policy(PumpRole.HAEMOFILTRATION)).isEqualTo(new LossPolicy.Stop(Duration.ofSeconds(40)));
    }
}
