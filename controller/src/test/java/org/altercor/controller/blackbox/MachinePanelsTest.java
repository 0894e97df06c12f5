package org.altercor.controller.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.altercor.config.Machine;
import org.altercor.config.load.Checked;
import org.altercor.config.load.MachineFiles;
import org.altercor.controller.blackbox.StateTrace.Shade;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.SwitchReading;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.supervise.PumpMode;
import org.altercor.safety.supervise.StopState;
import org.altercor.safety.supervise.SupervisorCore;
import org.junit.jupiter.api.Test;

/// Cycles of a shipped machine with a clamp, filled by hand, one every 5 ms.
class MachinePanelsTest {
    private static final long PERIOD_NANOS = 5_000_000;

    private final Machine machine = ((Checked.Whole)
                    new MachineFiles(LocalDate.of(2026, 11, 23)).machine("adult-bypass-centrifugal"))
            .machine();
    private final MachineLayout layout = MachineLayout.of(machine);
    private final Cycle cycle =
            new Cycle(SupervisorCore.inputsFor(machine, layout), SupervisorCore.reportFor(machine, layout));
    private final List<Section> sections = MachinePanels.of(machine, layout);
    private int sample;

    private void take() {
        cycle.inputs().nowNanos += PERIOD_NANOS;
        sample++;
        sections.forEach(section -> section.panels().forEach(panel -> panel.take(cycle, false)));
    }

    private void measureRpm(double rpm) {
        cycle.inputs()
                .seen
                .drives[0]
                .speedRpm
                .set(rpm, rpm, cycle.inputs().nowNanos + PERIOD_NANOS, sample, Quality.GOOD);
    }

    private Panel pump() {
        return sections.getFirst().panels().getFirst();
    }

    private StateTrace state(String name) {
        return sections.stream()
                .flatMap(section -> section.panels().stream())
                .flatMap(panel -> panel.states().stream())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theLastWordsOfASilentControlLoopAreNotTakenForWhatItCommands() {
        cycle.inputs().control.commandedRpm[0] = 3_000;
        cycle.inputs().control.mode[0] = PumpMode.FLOW;
        cycle.report().controlAlive = true;
        take();
        cycle.report().controlAlive = false;
        take();

        Trace commanded = pump().lines().get(1);
        assertThat(commanded.value(0)).as("twin: while it speaks").isEqualTo(3_000);
        assertThat(commanded.isUnknown(1)).isTrue();
        assertThat(pump().states().getFirst().at(0).words()).isEqualTo("flow");
        assertThat(pump().states().getFirst().at(1).shade()).isEqualTo(Shade.UNKNOWN);
    }

    @Test
    void aStopIsSaidWhateverTheControlLoopSays() {
        cycle.report().stop[0] = StopState.DEMANDED;
        take();

        assertThat(pump().states().getLast().at(0)).isEqualTo(StateTrace.State.alarm("stop demanded"));
    }

    @Test
    void anOldSpeedIsNotKnownAndNotZero() {
        measureRpm(2_500);
        take();
        cycle.inputs().nowNanos += 10_000_000_000L;
        take();

        Trace measured = pump().lines().getFirst();
        assertThat(measured.value(0)).isEqualTo(2_500);
        assertThat(measured.isUnknown(1)).isTrue();
    }

    @Test
    void aPumpWhoseSpeedNobodyEverKnewIsDrawn() {
        cycle.report().controlAlive = true;
        take();
        assertThat(pump().isWorth().getAsBoolean()).isTrue();
    }

    @Test
    void aPumpThatStoodAndWasAskedForNothingIsNotDrawn() {
        cycle.report().controlAlive = true;
        measureRpm(0);
        take();
        assertThat(pump().isWorth().getAsBoolean()).isFalse();
    }

    @Test
    void airThatCameAndWentBetweenTwoCyclesIsShown() {
        SwitchReading air = cycle.inputs()
                .seen
                .switches[
                layout.aSwitch(each -> each.sensor().equals("air-arterial")).orElseThrow()];
        for (long activations : new long[] {4, 5, 5}) {
            air.set(false, activations, cycle.inputs().nowNanos + PERIOD_NANOS, sample, Quality.GOOD);
            take();
        }

        assertThat(state("air-arterial").runs())
                .extracting(run -> run.state().words())
                .containsExactly("no air", "air", "no air");
    }

    @Test
    void aLostAirDetectorIsNotKnown() {
        take();
        assertThat(state("air-arterial").at(0).shade()).isEqualTo(Shade.UNKNOWN);
    }

    @Test
    void whatAClampWasToldAndWhereItIsStandSideBySide() {
        String clamp = layout.clamps().getFirst();
        cycle.report().clampTold[0] = true;
        cycle.report().clampClosed[0] = true;
        for (double closedPercent : new double[] {0, 50, 100}) {
            cycle.inputs()
                    .outputs
                    .clamps[0]
                    .closedPercent
                    .set(closedPercent, closedPercent, cycle.inputs().nowNanos + PERIOD_NANOS, sample, Quality.GOOD);
            take();
        }
        cycle.inputs().nowNanos += 1_000_000_000;
        take();

        assertThat(state(clamp + " told").runs())
                .extracting(run -> run.state().words())
                .containsExactly("to shut");
        assertThat(state(clamp + " is").runs())
                .extracting(run -> run.state().words())
                .containsExactly("open", "between", "shut", "not known");
    }
}
