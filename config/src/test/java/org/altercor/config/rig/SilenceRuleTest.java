package org.altercor.config.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.altercor.config.PumpHead;
import org.altercor.config.PumpRole;
import org.altercor.config.rig.Silence.Action;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SilenceRuleTest {
    private static final Silence NOTHING = new Silence.Nothing();
    private static final Silence HOLD = fixed(Action.HOLD, 300);
    private static final Silence STOP = fixed(Action.STOP, 300);
    private static final Silence STOP_AT_1_S = fixed(Action.STOP, 1_000);
    private static final Silence STOP_AFTER_1_S = fixed(Action.STOP, 1_001);
    private static final Silence STOP_AT_10_S = fixed(Action.STOP, 10_000);
    private static final Silence STOP_AFTER_10_S = fixed(Action.STOP, 10_001);
    private static final Silence COAST = fixed(Action.COAST, 300);
    private static final Silence COAST_AFTER_10_S = fixed(Action.COAST, 10_001);
    private static final Silence LEASE = new Silence.Lease(Duration.ofMillis(300));
    private static final Silence LEASE_AFTER_10_S = new Silence.Lease(Duration.ofMillis(10_001));

    private static final List<Silence> ALL = List.of(
            NOTHING,
            HOLD,
            STOP,
            STOP_AT_1_S,
            STOP_AFTER_1_S,
            STOP_AT_10_S,
            STOP_AFTER_10_S,
            COAST,
            COAST_AFTER_10_S,
            LEASE,
            LEASE_AFTER_10_S);

    /// The whole table, written down by hand: what each role and head accepts.
    static Stream<Arguments> everyCombination() {
        List<Arguments> rows = new ArrayList<>();
        for (PumpRole role : PumpRole.values()) {
            for (PumpHead head : PumpHead.values()) {
                for (boolean isFed : new boolean[] {false, true}) {
                    for (Silence silence : ALL) {
                        rows.add(Arguments.of(
                                role,
                                head,
                                silence,
                                isFed,
                                accepted(role, head, isFed).contains(silence)));
                    }
                }
            }
        }
        return rows.stream();
    }

    private static List<Silence> accepted(PumpRole role, PumpHead head, boolean isFed) {
        if (role == PumpRole.ARTERIAL) {
            return isFed ? List.of() : List.of(NOTHING, HOLD, LEASE, LEASE_AFTER_10_S);
        }
        boolean stopsAtOnce = role == PumpRole.CARDIOPLEGIA || role == PumpRole.HAEMOFILTRATION;
        if (isFed) {
            return stopsAtOnce && head == PumpHead.ROLLER ? ALL : List.of();
        }
        List<Silence> accepted = new ArrayList<>(List.of(STOP, STOP_AT_1_S, LEASE));
        if (head == PumpHead.ROLLER) {
            accepted.add(COAST);
        }
        if (!stopsAtOnce) {
            accepted.addAll(List.of(STOP_AFTER_1_S, STOP_AT_10_S));
        }
        return accepted;
    }

    @ParameterizedTest
    @MethodSource("everyCombination")
    void aDriveServesARoleExactlyWhenTheTableSaysSo(
            PumpRole role, PumpHead head, Silence silence, boolean isFed, boolean isAccepted) {
        Fitness fitness = SilenceRule.judge(role, head, silence, isFed);

        assertThat(fitness instanceof Fitness.Fit).isEqualTo(isAccepted);
    }

    @Test
    void aRefusalSaysWhatTheDriveDoesAndWhatTheRoleNeeds() {
        Fitness fitness = SilenceRule.judge(PumpRole.CARDIOPLEGIA, PumpHead.CENTRIFUGAL, COAST, false);

        assertThat(fitness).isInstanceOfSatisfying(Fitness.Unfit.class, unfit -> {
            assertThat(unfit.found()).isEqualTo("it coasts after 300 ms");
            assertThat(unfit.needed()).contains("within 1000 ms").contains("open pipe");
        });
    }

    private static Silence fixed(Action action, long millis) {
        return new Silence.Fixed(action, Duration.ofMillis(millis));
    }
}
