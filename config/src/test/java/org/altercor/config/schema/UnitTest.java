package org.altercor.config.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UnitTest {
    @ParameterizedTest
    @CsvSource({
        "MMHG, 46.7, 50, 400, kPa",
        "MMHG, 0.4, 50, 400, bar",
        "ML_PER_MIN, 5, 100, 8000, L/min",
        "MS, 0.2, 10, 1000, s",
        "CELSIUS, 98.2, 15, 38, °F",
        "CELSIUS, 310.0, 15, 38, K",
        "CM, 1.8, 5, 500, m",
        "CM, 1800, 5, 500, mm",
        "RPM, 0.5, 1, 250, rev/s",
        "PERCENT, 0.65, 30, 100, a fraction"
    })
    void anOutlierIsExplainedByTheUnitThatWasProbablyMeant(
            Unit unit, double found, double min, double max, String typed) {
        assertThat(unit.likelyConfusion(found, min, max).orElseThrow()).contains(" in " + typed + " would be ");
    }

    @Test
    void aNumberThatNoUnitExplainsIsNotExplained() {
        assertThat(Unit.MMHG.likelyConfusion(1e9, 50, 400)).isEmpty();
        assertThat(Unit.S.likelyConfusion(30, 0, 10)).isEmpty(); // 30 ms would be almost nothing
    }

    @Test
    void numbersAreShownAsPeopleWriteThem() {
        assertThat(Unit.number(350)).isEqualTo("350");
        assertThat(Unit.number(0.0001)).isEqualTo("0.0001");
        assertThat(Unit.number(36.8)).isEqualTo("36.8");
        assertThat(Unit.number(Double.NaN)).isEqualTo("nan");
    }

    @ParameterizedTest
    @EnumSource(HardLimit.class)
    void everyHardLimitIsARangeWithAReasonAndASource(HardLimit limit) {
        assertThat(limit.min()).isLessThan(limit.max()).isFinite();
        assertThat(limit.why()).isNotBlank();
        assertThat(limit.source()).matches("(\\[[A-Z][A-Za-z0-9-]*\\]|\\(J\\))( \\(J\\))?");
    }

    @Test
    void theNearestWordIsFoundAndAFarOneIsNot() {
        List<String> words = List.of("max-speed-rpm", "role", "head");

        assertThat(Spelling.nearest("max-sped-rpm", words)).contains("max-speed-rpm");
        assertThat(Spelling.nearest("rloe", words)).contains("role");
        assertThat(Spelling.nearest("banana", words)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(FileKind.class)
    void everyKeyIsNamedOnceInItsSectionAndDecidingKeysComeFirst(FileKind kind) {
        for (Section section : kind.sections()) {
            List<String> names = section.keyNames();
            assertThat(names).doesNotHaveDuplicates();
            for (Key<?> key : section.keys()) {
                key.presence()
                        .when()
                        .ifPresent(when -> assertThat(names.indexOf(when.key().name()))
                                .as(key.name())
                                .isBetween(0, names.indexOf(key.name()) - 1));
                assertThat(key.meaning()).isNotBlank();
            }
        }
    }

    @Test
    void aSettingTakesItsRangeAndNothingElse() {
        OperatorSetting.Range range = OperatorSetting.LINE_STOP.range();

        assertThat(range.contains(350)).isTrue();
        assertThat(range.contains(401)).isFalse();
        assertThat(range.contains(Double.NaN)).isFalse();
    }
}
