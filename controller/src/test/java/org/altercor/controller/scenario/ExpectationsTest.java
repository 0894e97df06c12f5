package org.altercor.controller.scenario;

import static org.altercor.controller.scenario.Scenarios.drive;
import static org.altercor.controller.scenario.Scenarios.expect;
import static org.altercor.controller.scenario.Scenarios.fault;
import static org.altercor.controller.scenario.Scenarios.leak;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.altercor.controller.scenario.Scenarios.Claim;
import org.junit.jupiter.api.Test;

/// Each kind of expectation, held and failed. The pump comes to 60 rpm with a lag of 0.1 s: 63 % at 0.1 s.
class ExpectationsTest {
    private static final double ANY = Double.POSITIVE_INFINITY;
    private static final Claim FAST = Claim.of("arterial.speed-rpm", 50, 70);

    private static Verdict verdict(Scenarios scenario) {
        var run = new ScenarioRun(scenario.lasting(10), new LaggingWorld(), Recorder.NONE);
        run.begin();
        while (!run.isOver()) {
            run.step();
        }
        return run.result(1).expectations().getFirst();
    }

    private static Scenarios driven() {
        return Scenarios.named("driven").at(0, drive(60));
    }

    @Test
    void aValueInItsRangeHoldsAndSaysWhatWasFoundAndAllowed() {
        Verdict verdict = verdict(driven().at(5, expect(FAST)));
        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.found()).isCloseTo(60, within(0.1));
        assertThat(verdict.allowed()).isEqualTo("50 to 70 rpm");
        assertThat(verdict.unit()).isEqualTo("rpm");
        assertThat(verdict.line()).isEqualTo(11);
        assertThat(verdict.why()).isEqualTo("because");
        assertThat(verdict.decidedAtSeconds()).isEqualTo(5);
    }

    @Test
    void aValueBelowItsRangeFails() {
        assertThat(verdict(driven().at(0.02, expect(FAST))).passed()).isFalse();
    }

    @Test
    void aValueAboveItsRangeFails() {
        Verdict verdict = verdict(driven().at(5, expect(Claim.of("arterial.speed-rpm", -ANY, 30))));
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.allowed()).isEqualTo("at most 30 rpm");
    }

    @Test
    void aValueThatIsNotKnownHoldsNothing() {
        Verdict verdict = verdict(Scenarios.named("lost")
                .at(1, fault("probe", "lost"))
                .at(2, expect(Claim.of("probe.pressure-mmhg", -1e9, ANY))));
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.found()).isNaN();
    }

    @Test
    void aValueThatIsKnownAgainHolds() {
        assertThat(verdict(Scenarios.named("mended")
                                .at(1, fault("probe", "lost"))
                                .at(1.5, fault("probe", "none"))
                                .at(2, expect(Claim.of("probe.pressure-mmhg", -1e9, ANY))))
                        .passed())
                .isTrue();
    }

    @Test
    void aMeanIsTakenOverTheTimeBeforeItsMoment() {
        // the leak steps from 0 to 60000 mL/min at 1 s: at 1.5 s a mean over 1 s has half a second of each
        Verdict verdict = verdict(Scenarios.named("mean")
                .at(1, leak(60_000, 0))
                .at(1.5, expect(Claim.of("reservoir.volume-ml", 700, 1_000).meanOver(1))));
        assertThat(verdict.found()).isCloseTo(1_000 - 500 * 0.5 / 2, within(1.0));
        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.allowed()).isEqualTo("700 to 1000 mL, mean over 1 s");
    }

    @Test
    void aMeanOverMoreThanTheScenarioHasHadIsNotKnown() {
        Claim mean = Claim.of("reservoir.volume-ml", 0, ANY).meanOver(1);
        assertThat(verdict(Scenarios.named("early").at(0.9, expect(mean))).passed())
                .isFalse();
        assertThat(verdict(Scenarios.named("full").at(1, expect(mean))).passed())
                .isTrue();
    }

    @Test
    void aMeanThatTouchesAnUnknownValueIsNotKnown() {
        Scenarios lost = Scenarios.named("mean").at(1, fault("probe", "lost")).at(1.1, fault("probe", "none"));
        Claim known = Claim.of("probe.pressure-mmhg", 0, ANY).meanOver(1);
        assertThat(verdict(lost.at(1.5, expect(known))).passed()).isFalse();
    }

    @Test
    void aMeanAfterTheUnknownValueIsKnown() {
        Scenarios lost = Scenarios.named("mean").at(1, fault("probe", "lost")).at(1.1, fault("probe", "none"));
        Claim known = Claim.of("probe.pressure-mmhg", 0, ANY).meanOver(1);
        assertThat(verdict(lost.at(2.2, expect(known))).passed()).isTrue();
    }

    @Test
    void whatHoldsForItsWholeTimePassesAtTheEndOfIt() {
        Verdict verdict = verdict(driven().at(2, expect(FAST.lasting(5))));
        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.decidedAtSeconds()).isEqualTo(7);
        assertThat(verdict.allowed()).isEqualTo("50 to 70 rpm, for 5 s");
    }

    @Test
    void whatIsBrokenHalfWayFailsThenAndThere() {
        Verdict verdict = verdict(driven().at(2, expect(FAST.lasting(5))).at(4, fault("arterial", "trips")));
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.decidedAtSeconds()).isCloseTo(4, within(0.002));
        assertThat(verdict.found()).isLessThan(50);
    }

    @Test
    void aBreakThatIsOverAgainBeforeTheEndStillFails() {
        Verdict verdict =
                verdict(driven().at(2, expect(FAST.lasting(5))).at(4, drive(0)).at(5, drive(60)));
        assertThat(verdict.passed()).isFalse();
    }

    @Test
    void whatBecomesTrueInTimePassesWhenItDoes() {
        Verdict verdict = verdict(
                driven().at(0, expect(Claim.of("arterial.speed-rpm", 37.9, ANY).within(1))));
        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.decidedAtSeconds()).isCloseTo(0.1, within(0.01));
    }

    @Test
    void whatBecomesTrueTooLateFails() {
        Verdict verdict = verdict(
                driven().at(0, expect(Claim.of("arterial.speed-rpm", 59, ANY).within(0.2))));
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.decidedAtSeconds()).isEqualTo(0.2);
        assertThat(verdict.allowed()).isEqualTo("at least 59 rpm, within 0.2 s");
    }

    @Test
    void whatTheEndOfTheScenarioOvertakesHasNotHeld() {
        Verdict verdict = verdict(driven().at(9, expect(FAST.lasting(5))));
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.decidedAtSeconds()).isEqualTo(10);
    }
}
