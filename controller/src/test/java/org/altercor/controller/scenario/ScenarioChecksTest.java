package org.altercor.controller.scenario;

import static org.altercor.controller.scenario.Scenarios.drive;
import static org.altercor.controller.scenario.Scenarios.expect;
import static org.altercor.controller.scenario.Scenarios.fault;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.altercor.config.load.Problem;
import org.altercor.config.scenario.Act;
import org.altercor.config.scenario.Scenario;
import org.altercor.controller.scenario.Scenarios.Claim;
import org.altercor.controller.scenario.TwinSource.Stage;
import org.junit.jupiter.api.Test;

class ScenarioChecksTest {
    private static List<Problem> problems(Scenario scenario, Optional<String> served) {
        return ScenarioChecks.problems("x.toml", scenario, new Stage(new LaggingWorld(), Optional.empty()), served);
    }

    private static List<Problem> problems(Scenarios scenario) {
        return problems(scenario.lasting(10), Optional.empty());
    }

    @Test
    void aScenarioThatTheWorldKnowsAllOfHasNoProblem() {
        assertThat(problems(Scenarios.named("sound")
                        .at(0, drive(60))
                        .at(1, fault("probe", "lost"))
                        .at(2, expect(Claim.of("probe.pressure-mmhg", 0, 1).meanOver(2)))))
                .isEmpty();
    }

    @Test
    void allProblemsComeAtOnceEachWithItsLine() {
        List<Problem> problems = problems(Scenarios.named("broken")
                .at(0, new Act.Drive("venous", 60))
                .at(0, new Act.Stop("vent", true))
                .at(1, fault("probe", "melts"))
                .at(2, expect(Claim.of("probe.presure-mmhg", 0, 1))));
        assertThat(problems).extracting(problem -> problem.spot().line()).containsExactly(10, 11, 12, 13);
        assertThat(problems.get(0).allowed()).contains("there is only the pump arterial");
        assertThat(problems.get(2).render()).contains("x.toml:12", "'melts' of probe", "one of: none, lost, reads");
        assertThat(problems.get(3).suggestion()).contains("did you mean probe.pressure-mmhg?");
    }

    @Test
    void aFaultThatIsNotThereIsToldWithWhatIsAndWhatMayHaveBeenMeant() {
        List<Problem> problems = problems(Scenarios.named("broken")
                .at(0, fault("prob", "lost"))
                .at(1, fault("probe", "los"))
                .at(2, fault("probe", "reads"))
                .at(3, new Act.Fault("probe", "reads", OptionalDouble.of(201)))
                .at(4, new Act.Fault("probe", "lost", OptionalDouble.of(1)))
                .at(5, new Act.Clamp("clmp", true)));

        assertThat(problems)
                .extracting(problem -> problem.spot().key())
                .containsExactly("device", "fault", "amount", "amount", "amount", "device");
        assertThat(problems.get(0).render()).contains("one of: probe, arterial", "did you mean probe?");
        assertThat(problems.get(1).render()).contains("one of: none, lost, reads", "did you mean lost?");
        assertThat(problems.get(2).render()).contains("no amount for 'reads' of probe", "from 0 to 200 mmHg");
        assertThat(problems.get(3).render()).contains("201 for 'reads' of probe", "from 0 to 200 mmHg");
        assertThat(problems.get(4).render()).contains("lost takes no amount");
        assertThat(problems.get(5).allowed()).contains("there is only the clamp clamp");
    }

    @Test
    void aFaultWithItsAmountAndAClampThatIsThereAreNoProblem() {
        assertThat(problems(Scenarios.named("sound")
                        .at(0, new Act.Fault("probe", "reads", OptionalDouble.of(200)))
                        .at(0, fault("probe", "none"))
                        .at(1, new Act.Clamp("clamp", true))))
                .isEmpty();
    }

    @Test
    void aServedPumpIsNotAlsoDrivenByTheScenario() {
        Scenario scenario = Scenarios.named("served").at(0, drive(60)).lasting(1);
        assertThat(problems(scenario, Optional.of("arterial"))).hasSize(1);
        assertThat(problems(scenario, Optional.of("vent"))).isEmpty();
    }

    @Test
    void whatIsTriedOutDoesNotReachTheWorldOfTheRun() {
        Scenario scenario = Scenarios.named("fault")
                .at(1, expect(Claim.of("probe.pressure-mmhg", 99, 101)))
                .at(2, fault("probe", "lost"))
                .lasting(3);
        var loaded = new LoadedScenario("x.toml", scenario, new ScenariosByName(scenario));
        assertThat(loaded.problems(Optional.empty())).isEmpty();
        assertThat(loaded.run(() -> 0).failed()).isZero();
    }
}
