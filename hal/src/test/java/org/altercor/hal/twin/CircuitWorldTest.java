package org.altercor.hal.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.altercor.config.circuit.Circuit;
import org.altercor.config.circuit.PartKind;
import org.altercor.hal.port.Reading;
import org.altercor.hal.twin.network.Circuits;
import org.junit.jupiter.api.Test;

class CircuitWorldTest {
    private static final long LEASE_NANOS = 300_000_000;

    /// A roller that draws from a vessel through a tube, and gives it back.
    static Circuit loop() {
        return new Circuits()
                .part("vessel", PartKind.RESERVOIR, "volume-ml", 2_000)
                .part("inlet", PartKind.JUNCTION)
                .part("outlet", PartKind.JUNCTION)
                .from("vessel", "supply", PartKind.TUBE, "inlet", "bore-mm", 12.7, "length-cm", 50)
                .from("inlet", "pump", PartKind.ROLLER, "outlet", "stroke-volume-ml-per-rev", 40)
                .from("outlet", "line", PartKind.TUBE, "vessel", "bore-mm", 9.5, "length-cm", 150)
                .circuit();
    }

    private final CircuitWorld world = new CircuitWorld(loop(), 1);

    private void ask(double speedRpm, int milliseconds) {
        for (int i = 0; i < milliseconds; i++) {
            world.drive("pump").command(speedRpm, world.nowNanos() + LEASE_NANOS);
            world.step();
        }
    }

    private double now(String signal) {
        return world.signals().stream()
                .filter(each -> each.name().equals(signal))
                .findFirst()
                .orElseThrow()
                .now();
    }

    private double meanFlowMlPerMin() {
        double sum = 0;
        for (int i = 0; i < 3_000; i++) {
            ask(100, 1);
            sum += now("line.flow-ml-per-min");
        }
        return sum / 3_000;
    }

    @Test
    void aDriveThatIsToldASpeedMakesTheFlowOfItsHead() {
        ask(0, 2);
        ask(100, 5_000);
        assertThat(now("pump.motor-rpm")).isCloseTo(100, within(0.1));
        assertThat(now("pump.speed-rpm")).isCloseTo(100, within(0.1));
        assertThat(now("pump.current-a")).isGreaterThan(1);
        assertThat(meanFlowMlPerMin()).isCloseTo(4_000, within(60.0));
        assertThat(world.elapsedSeconds()).isCloseTo(8.002, within(1e-9));
    }

    @Test
    void theHeadFollowsTheShaftAndNotTheMotor() {
        ask(0, 2);
        ask(100, 5_000);
        world.fault("pump", "slip", OptionalDouble.of(50));
        ask(100, 2_000);
        assertThat(now("pump.motor-rpm")).isCloseTo(100, within(0.1));
        assertThat(meanFlowMlPerMin()).isCloseTo(2_000, within(60.0));
        world.fault("pump", "none", OptionalDouble.empty());
        ask(100, 2_000);
        assertThat(meanFlowMlPerMin()).isCloseTo(4_000, within(60.0));
    }

    @Test
    void aDemandedStopStopsTheFlow() {
        ask(0, 2);
        ask(100, 5_000);
        world.stop("pump").demand();
        ask(100, 2_000);
        assertThat(meanFlowMlPerMin()).isCloseTo(0, within(60.0));
    }

    @Test
    void settledItTurnsAsToldLastAndNoTimeHasPassed() {
        ask(0, 2);
        ask(100, 1);
        double elapsed = world.elapsedSeconds();
        world.settle();
        assertThat(world.elapsedSeconds()).isEqualTo(elapsed);
        assertThat(now("pump.motor-rpm")).isCloseTo(100, within(1e-3));
        assertThat(now("line.flow-ml-per-min")).isCloseTo(4_000, within(60.0));
    }

    @Test
    void aHeadsNumbersAreThoseOfItsDrive() {
        world.set("pump", "ramp-rpm-per-s", 20);
        ask(0, 2);
        ask(100, 1_000);
        assertThat(now("pump.motor-rpm")).isCloseTo(20, within(1.0));
        assertThat(world.parameter("pump", "ramp-rpm-per-s")).isEqualTo(20);
    }

    @Test
    void airAndFluidComeIntoTheCircuit() {
        world.injectAir("line", 3);
        ask(0, 300);
        assertThat(now("air.moving-ml") + now("air.vented-ml")).isEqualTo(3);
        double before = now("vessel.volume-ml");
        world.give("vessel", 100, 0);
        assertThat(now("vessel.volume-ml")).isEqualTo(before + 100);
    }

    @Test
    void anUnknownPumpOrFaultIsRefusedWithWhatThereIs() {
        assertThatThrownBy(() -> world.drive("vent"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("vent")
                .hasMessageContaining("pump");
        assertThatThrownBy(() -> world.fault("pump", "melted", OptionalDouble.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("jammed");
    }

    @Test
    void theDrivesOwnPortSpeaksToo() {
        ask(0, 2);
        ask(100, 3_000);
        var speed = new Reading();
        world.drive("pump").readSpeedRpm(speed);
        assertThat(speed.isUsable(world.nowNanos(), 1)).isTrue();
        assertThat(speed.value()).isCloseTo(100, within(0.1));
    }
}
