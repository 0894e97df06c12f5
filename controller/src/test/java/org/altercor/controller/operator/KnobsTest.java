package org.altercor.controller.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.altercor.config.Machine;
import org.altercor.config.load.Checked;
import org.altercor.config.load.MachineFiles;
import org.altercor.controller.loop.PumpRequests;
import org.altercor.hal.port.Quality;
import org.altercor.safety.frame.FrameCell;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.supervise.PumpMode;
import org.altercor.safety.supervise.SupervisorCells;
import org.altercor.safety.supervise.SupervisorInputs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KnobsTest {
    private static final Machine MACHINE =
            ((Checked.Whole) new MachineFiles(LocalDate.of(2026, 11, 23)).machine("adult-bypass")).machine();
    private static final MachineLayout LAYOUT = MachineLayout.of(MACHINE);

    private final FrameCell<PumpRequests> cell =
            new FrameCell<>(new PumpRequests(LAYOUT.pumps().size()));
    private final Desk desk = new Desk(LAYOUT, List.of(), cell, SupervisorCells.of(MACHINE, LAYOUT));
    private final Knobs knobs = new Knobs(MACHINE, LAYOUT, desk);
    private final SupervisorInputs seen = new SupervisorInputs(LAYOUT, 0);
    private final PumpRequests asked = new PumpRequests(LAYOUT.pumps().size());
    private final int knob =
            LAYOUT.value(channel -> channel.name().equals("knob-arterial")).orElseThrow();
    private long sample;

    @BeforeEach
    void thePumpTurnsAt100() {
        seen.control.mode[0] = PumpMode.SPEED;
        seen.control.targetRpm[0] = 100;
        look(7, Quality.GOOD);
    }

    private void look(double detents, Quality quality) {
        seen.nowNanos += 50_000_000;
        seen.seen.values[knob].set(detents, detents, seen.nowNanos, ++sample, quality);
        knobs.look(seen);
        cell.reader().tryRead(asked);
    }

    @Test
    void aDetentIsOneRpmOfARoller() {
        look(10, Quality.GOOD);
        assertThat(asked.id[0]).isEqualTo(1);
        assertThat(asked.mode[0]).isEqualTo(PumpMode.SPEED);
        assertThat(asked.speedRpm[0]).isEqualTo(103);
        look(8, Quality.GOOD);
        assertThat(asked.speedRpm[0]).isEqualTo(98);
    }

    @Test
    void aDetentIsFiftyMillilitresAMinuteWhereFlowIsSet() {
        seen.control.mode[0] = PumpMode.FLOW;
        seen.control.setFlowMlPerMin[0] = 4_500;
        look(9, Quality.GOOD);
        assertThat(asked.mode[0]).isEqualTo(PumpMode.FLOW);
        assertThat(asked.flowMlPerMin[0]).isEqualTo(4_600);
    }

    @Test
    void aDetentOfAPumpThatPulsesTrimsItsMeanAndLeavesItsBeats() {
        seen.control.mode[0] = PumpMode.PULSATILE;
        seen.control.setFlowMlPerMin[0] = 3_000;
        seen.control.setRatePerMin[0] = 72;
        seen.control.setWidthPercent[0] = 40;
        seen.control.setBasePercent[0] = 30;
        look(9, Quality.GOOD);
        assertThat(asked.mode[0]).isEqualTo(PumpMode.PULSATILE);
        assertThat(asked.flowMlPerMin[0]).isEqualTo(3_100);
        assertThat(asked.ratePerMin[0]).isEqualTo(72);
        assertThat(asked.widthPercent[0]).isEqualTo(40);
        assertThat(asked.basePercent[0]).isEqualTo(30);
        look(-15, Quality.GOOD);
        assertThat(asked.flowMlPerMin[0]).as("down again").isEqualTo(1_800);
        seen.control.setFlowMlPerMin[0] = 1_000;
        look(-39, Quality.GOOD);
        assertThat(asked.flowMlPerMin[0]).as("to zero, and no further").isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"STOPPED", "FOLLOWER", "ZERO_FLOW"})
    void aKnobLeavesAloneWhatOnlyAnActOfItsOwnMayChange(PumpMode mode) {
        seen.control.mode[0] = mode;
        seen.control.setRatio[0] = 4;
        seen.control.setFlowMlPerMin[0] = 0;
        look(9, Quality.GOOD);
        look(3, Quality.GOOD);
        assertThat(asked.id[0]).isZero();
    }

    @Test
    void whatItCountedBeforeAnybodyLookedIsNoTurnNorIsAKnobThatRests() {
        assertThat(asked.id[0]).isZero();
        look(7, Quality.GOOD);
        assertThat(asked.id[0]).isZero();
    }

    @Test
    void aKnobStartsNoPumpAndTurnsNoneTheOtherWay() {
        seen.control.mode[0] = PumpMode.STOPPED;
        look(20, Quality.GOOD);
        assertThat(asked.id[0]).isZero();

        seen.control.mode[0] = PumpMode.SPEED;
        seen.control.targetRpm[0] = 5;
        look(0, Quality.GOOD);
        assertThat(asked.mode[0]).as("to zero, and no further").isEqualTo(PumpMode.STOPPED);
    }

    @Test
    void aKnobThatComesBackOrJumpsMovesNothingAndCountsFromThere() {
        look(Double.NaN, Quality.DISCONNECTED);
        look(15, Quality.GOOD);
        assertThat(asked.id[0]).as("turned while nobody saw it").isZero();
        look(16, Quality.GOOD);
        assertThat(asked.speedRpm[0]).isEqualTo(101);

        look(1_000, Quality.GOOD);
        assertThat(asked.id[0]).as("no hand turns that far").isEqualTo(1);
    }
}
