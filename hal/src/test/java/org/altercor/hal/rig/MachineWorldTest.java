package org.altercor.hal.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.altercor.config.Machine;
import org.altercor.config.Place;
import org.altercor.config.circuit.Circuit;
import org.altercor.config.circuit.PartKind;
import org.altercor.config.load.Checked;
import org.altercor.config.load.MachineFiles;
import org.altercor.hal.bus.KeptCommand;
import org.altercor.hal.port.DriveStatus;
import org.altercor.hal.twin.Signal;
import org.altercor.hal.twin.network.Circuits;
import org.junit.jupiter.api.Test;

/// A shipped machine as a scenario has it.
class MachineWorldTest {
    private static final String FLOW = "read.flow-arterial.flow-ml-per-min";
    private static final String CLAMP = "read.clamp-arterial.closed-percent";

    private final Running world = new Running(machine("adult-bypass-centrifugal"), 1);

    private static Machine machine(String name) {
        return switch (new MachineFiles(LocalDate.of(2026, 11, 23)).machine(name)) {
            case Checked.Whole(Machine machine) -> machine;
            case Checked.Refused refused -> throw new AssertionError(refused.render());
            case Checked.Part part -> throw new AssertionError(part);
        };
    }

    /// A world with somebody who keeps its pumps turning.
    private static final class Running {
        private final MachineWorld world;
        private final Map<String, KeptCommand> pumps = new HashMap<>();
        private final Map<String, Signal> signals = new HashMap<>();

        Running(Machine machine, long seed) {
            world = new MachineWorld(machine, seed);
            world.signals().forEach(signal -> signals.put(signal.name(), signal));
        }

        void drive(String pump, double speedRpm) {
            pumps.computeIfAbsent(pump, world::kept).ask(speedRpm);
        }

        void run(int milliseconds) {
            for (int i = 0; i < milliseconds; i++) {
                pumps.values().forEach(pump -> pump.renew(world.nowNanos()));
                world.step();
            }
        }

        void watch(int milliseconds) {
            for (int i = 0; i < milliseconds; i++) {
                pumps.values().forEach(pump -> pump.renew(world.nowNanos()));
                world.watch();
            }
        }

        double now(String signal) {
            return signals.get(signal).now();
        }

        void breaks(String device, String fault) {
            world.fault(device, fault, OptionalDouble.empty());
        }

        List<Double> everything() {
            return world.signals().stream().map(Signal::now).toList();
        }
    }

    @Test
    void whatIsReadIsWhatIsSoAsLateAsTheRigAllows() {
        world.drive("arterial", 2_800);
        world.run(20_000);
        double soMlPerMin = 0;
        double readMlPerMin = 0;
        for (int i = 0; i < 3_000; i++) {
            world.run(1);
            soMlPerMin += world.now("arterial-line.flow-ml-per-min") / 3_000;
            readMlPerMin += world.now(FLOW) / 3_000;
        }
        assertThat(soMlPerMin).isGreaterThan(2_500);
        assertThat(readMlPerMin).isCloseTo(soMlPerMin, within(30.0));
        assertThat(world.now(FLOW + ".quality")).isEqualTo(5);
        assertThat(world.now(FLOW + ".age-ms")).isBetween(219.0, 321.0); // 220 ms late, each 100 ms
        assertThat(world.now("read.arterial.speed-rpm")).isCloseTo(2_800, within(0.1));
    }

    @Test
    void beforeItsFirstMeasurementASensorReadsNothingAndNotZero() {
        assertThat(world.now(FLOW)).isNaN();
        assertThat(world.now(FLOW + ".quality")).isZero(); // missing
        assertThat(world.now(FLOW + ".age-ms")).isNaN();
        assertThat(world.now("read.air-arterial.air")).isNaN();
        assertThat(world.now("read.air-arterial.air.activations")).isNaN();
        world.run(1_000);
        assertThat(world.now(FLOW)).isFinite();
        assertThat(world.now("read.air-arterial.air")).isZero();
        assertThat(world.now("read.air-arterial.air.activations")).isZero();
    }

    @Test
    void aSensorThatIsUnpluggedReadsNothingUntilItIsMended() {
        world.run(1_000);
        world.breaks("flow-arterial", "unplugged");
        world.breaks("air-arterial", "unplugged");
        world.run(1_000);
        assertThat(world.now(FLOW)).isNaN();
        assertThat(world.now(FLOW + ".quality")).isEqualTo(1); // disconnected
        assertThat(world.now("read.air-arterial.air")).isNaN();
        world.breaks("flow-arterial", "none");
        world.breaks("air-arterial", "none");
        world.run(1_000);
        assertThat(world.now(FLOW)).isFinite();
        assertThat(world.now("read.air-arterial.air")).isZero();
    }

    @Test
    void aReadingThatIsTooOldIsNotKnownThoughItWasGood() {
        world.run(1_000);
        world.breaks("flow-arterial", "silent");
        world.run(100);
        assertThat(world.now(FLOW)).isFinite();
        world.run(500); // 220 ms late, and three periods of 100 ms
        assertThat(world.now(FLOW)).isNaN();
        assertThat(world.now(FLOW + ".quality")).isEqualTo(5); // good, when it was measured
    }

    @Test
    void aClampGoesWhereItIsToldAndStuckItDoesNot() {
        world.world.clamp("clamp-arterial", true);
        world.run(250);
        assertThat(world.now(CLAMP)).isEqualTo(100);
        world.breaks("clamp-arterial", "stuck");
        world.world.clamp("clamp-arterial", false);
        world.run(250);
        assertThat(world.now(CLAMP)).isEqualTo(100);
        world.breaks("clamp-arterial", "none");
        world.breaks("clamp-arterial", "lies");
        world.run(10);
        assertThat(world.now(CLAMP)).isZero();
        assertThat(world.now("clamp-arterial.jaw-percent")).isGreaterThan(50);
        world.run(250);
        assertThat(world.now("clamp-arterial.jaw-percent")).isZero();
    }

    @Test
    void aPumpThatIsFedByRunPulsesTurnsFromTheStart() {
        world.drive("cardioplegia-blood", 40);
        world.run(2_000);
        assertThat(world.now("cardioplegia-blood.speed-rpm")).isCloseTo(40, within(0.1));
    }

    @Test
    void theSameSeedGivesTheSameWorldAndAnotherSeedOtherNoise() {
        assertThat(after(7)).isEqualTo(after(7));
        assertThat(after(7)).isNotEqualTo(after(8));
    }

    private static List<Double> after(long seed) {
        var world = new Running(machine("adult-bypass-centrifugal"), seed);
        world.drive("arterial", 2_500);
        world.run(2_000);
        world.world.injectAir("arterial-line", 3);
        world.breaks("pressure-line", "stuck");
        world.run(1_000);
        return world.everything();
    }

    @Test
    void aMillisecondIsOneStepOfTheTwinWhateverTheSeed() {
        var status = new DriveStatus();
        for (long seed = 0; seed < 20; seed++) {
            var seeded = new MachineWorld(machine("adult-bypass"), seed);
            for (int i = 1; i <= 5; i++) {
                seeded.step();
                seeded.drive("arterial").readStatus(status);
                assertThat(status.framesGood).as("seed %d", seed).isEqualTo(i);
            }
            assertThat(seeded.elapsedSeconds()).isEqualTo(0.005);
        }
    }

    @Test
    void whatIsWatchedAtRestIsSeenByEverySensorAndNoBloodMoves() {
        var resting = new Running(machine("adult-bypass").over(loop()), 1);
        resting.drive("arterial", 100);
        resting.run(100);
        resting.world.settle();
        double atRestMlPerMin = resting.now("line.flow-ml-per-min");
        assertThat(atRestMlPerMin).isBetween(3_900.0, 4_000.0);
        assertThat(resting.now(FLOW)).isNaN(); // 220 ms late

        resting.watch(resting.world.watchSteps());

        assertThat(resting.now("line.flow-ml-per-min")).isEqualTo(atRestMlPerMin);
        assertThat(resting.now("arterial.speed-rpm")).isCloseTo(100, within(0.1));
        assertThat(resting.world.elapsedSeconds()).isEqualTo(0.1);
        assertThat(resting.now(FLOW)).isCloseTo(atRestMlPerMin, within(25.0));
        assertThat(resting.now("read.level.level-ml")).isCloseTo(resting.now("vessel.volume-ml"), within(10.0));
        resting.run(10);
        assertThat(resting.now("line.flow-ml-per-min")).isNotEqualTo(atRestMlPerMin); // the roller pulses again
        assertThat(resting.world.elapsedSeconds()).isEqualTo(0.11);
    }

    /// A roller that draws from a vessel and gives it back.
    private static Circuit loop() {
        return new Circuits()
                .part("vessel", PartKind.RESERVOIR, "volume-ml", 2_000)
                .at(Place.RESERVOIR)
                .part("inlet", PartKind.JUNCTION)
                .part("outlet", PartKind.JUNCTION)
                .at(Place.ARTERIAL_LINE)
                .from("vessel", "supply", PartKind.TUBE, "inlet", "bore-mm", 12.7, "length-cm", 50)
                .from("inlet", "arterial", PartKind.ROLLER, "outlet", "stroke-volume-ml-per-rev", 40)
                .from("outlet", "line", PartKind.TUBE, "vessel", "bore-mm", 9.5, "length-cm", 150)
                .at(Place.ARTERIAL_LINE)
                .circuit();
    }

    @Test
    void aCircuitThatWouldEmptyItsReservoirHasNoRest() {
        var bleeding = new Running(machine("adult-bypass"), 1);
        bleeding.drive("arterial", 60);
        bleeding.run(100);
        assertThatThrownBy(bleeding.world::settle)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("adult-bypass finds no rest");
    }

    @Test
    void noScenarioGetsHoldOfAMachineWithHardware() {
        assertThatThrownBy(() -> new MachineWorld(machine("serial-bench"), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("serial-bench has hardware: drive arterial");
    }

    @Test
    void whatIsNotThereIsToldWithWhatIs() {
        assertThatThrownBy(() -> world.world.drive("arterail")).hasMessageContaining("there are arterial, sucker-1");
        assertThatThrownBy(() -> world.world.stop("arterail")).hasMessageContaining("there are arterial, sucker-1");
        assertThatThrownBy(() -> world.world.clamp("clamp", true)).hasMessageContaining("there are clamp-arterial");
        assertThatThrownBy(() -> world.breaks("clamp", "stuck")).hasMessageContaining("clamp-arterial, air-arterial");
    }

    @Test
    void aStepAndALookAtEverythingAllocateNothing() {
        world.drive("arterial", 2_500);
        List<Signal> signals = new ArrayList<>(world.world.signals());
        KeptCommand pump = world.pumps.get("arterial");
        for (int i = 0; i < 6_000; i++) {
            stepAndLook(pump, signals);
        }
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 2_000; i++) {
            stepAndLook(pump, signals);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(2_000);
    }

    private void stepAndLook(KeptCommand pump, List<Signal> signals) {
        pump.renew(world.world.nowNanos());
        world.world.step();
        for (int i = 0; i < signals.size(); i++) {
            signals.get(i).now();
        }
    }
}
