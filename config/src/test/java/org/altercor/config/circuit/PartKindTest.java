package org.altercor.config.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.altercor.config.circuit.Parameter.Usual;
import org.junit.jupiter.api.Test;

/// The one table of the twin's numbers.
class PartKindTest {
    private static Stream<Parameter> parameters() {
        return Arrays.stream(PartKind.values()).flatMap(kind -> kind.parameters().stream());
    }

    @Test
    void aKeyThatSeveralKindsShareMeansOneUnitOneRangeAndOneNeed() {
        Map<String, Parameter> first = new HashMap<>();
        parameters().forEach(parameter -> {
            Parameter other = first.computeIfAbsent(parameter.key(), _ -> parameter);
            assertThat(parameter.unit()).as(parameter.key()).isEqualTo(other.unit());
            assertThat(parameter.min()).as(parameter.key()).isEqualTo(other.min());
            assertThat(parameter.max()).as(parameter.key()).isEqualTo(other.max());
            assertThat(parameter.usual() instanceof Usual.Needed)
                    .as(parameter.key())
                    .isEqualTo(other.usual() instanceof Usual.Needed);
        });
        assertThat(first).hasSizeGreaterThan(60);
    }

    @Test
    void noKindHasAKeyTwice() {
        for (PartKind kind : PartKind.values()) {
            assertThat(kind.parameters().stream().map(Parameter::key)).doesNotHaveDuplicates();
        }
    }

    @Test
    void whatIsUsualLiesWithinItsRange() {
        parameters().forEach(parameter -> {
            assertThat(parameter.min()).as(parameter.key()).isLessThan(parameter.max());
            if (parameter.usual() instanceof Usual.Value(double value)) {
                assertThat(value).as(parameter.key()).isBetween(parameter.min(), parameter.max());
            }
        });
    }

    @Test
    void whatIsAsTheBloodIsANumberOfTheBlood() {
        Set<String> asked = new HashSet<>();
        parameters()
                .filter(parameter -> parameter.usual() instanceof Usual.AsTheBlood)
                .forEach(parameter -> {
                    asked.add(parameter.key());
                    assertThat(PartKind.BLOOD
                                    .parameter(parameter.key())
                                    .orElseThrow()
                                    .usual())
                            .isInstanceOf(Usual.Value.class);
                });
        assertThat(asked).containsExactlyInAnyOrder("haematocrit-percent", "temperature-celsius");
    }

    @Test
    void everyNumberSaysWhereItComesFrom() {
        parameters()
                .forEach(parameter ->
                        assertThat(parameter.source()).as(parameter.key()).containsPattern("\\[.+\\]|\\(J\\)"));
    }
}
