package org.altercor.hal.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.altercor.config.circuit.Circuit;
import org.altercor.config.rig.Unpowered;
import org.altercor.hal.port.OutsideWorld.Act;
import org.altercor.hal.port.Reading;
import org.altercor.hal.twin.network.CircuitModel;
import org.junit.jupiter.api.Test;

class TwinOutsideWorldTest {
    private final Circuit circuit = CircuitWorldTest.loop();
    private final CircuitModel model = new CircuitModel(circuit, 1);
    private final TwinLineClamp clamp = clamp();
    private final TwinOutsideWorld outside = new TwinOutsideWorld(circuit, model, Map.of("clamp", clamp));

    /// A device with a fault that is called like a number of a tube.
    private static final class Stretched implements TwinDevice<Stretched.Fault> {
        enum Fault implements Happening {
            STRETCHED;

            @Override
            public Words words() {
                return Words.of("length-cm", "grows longer");
            }
        }

        @Override
        public List<Fault> happenings() {
            return List.of(Fault.values());
        }

        @Override
        public void happen(Fault what, double amount) {
            throw new AssertionError("nobody asked for it");
        }

        @Override
        public void mend() {
            throw new AssertionError("nobody asked for it");
        }
    }

    private static TwinLineClamp clamp() {
        return new TwinLineClamp(Duration.ofMillis(250), Unpowered.AS_IS, new TwinSupply());
    }

    private double closedPercent() {
        return model.parameter("line", "closed-percent");
    }

    @Test
    void anActIsDoneAtTheNextStepAndNoSooner() {
        outside.perform("line.closed-percent", 40);
        assertThat(closedPercent()).isZero();
        outside.step(1);
        assertThat(closedPercent()).isEqualTo(40);
        model.set("line", "closed-percent", 0);
        outside.step(2);
        assertThat(closedPercent()).as("done once").isZero();
    }

    @Test
    void actsAreDoneInTheOrderInWhichTheyCame() {
        outside.perform("line.closed-percent", 40);
        outside.perform("line.closed-percent", 70);
        outside.step(1);
        assertThat(closedPercent()).isEqualTo(70);
    }

    @Test
    void actsOfAnotherThreadAreNotLost() throws InterruptedException {
        Thread trainer = new Thread(() -> {
            for (int percent = 1; percent <= 90; percent++) {
                outside.perform("line.closed-percent", percent);
            }
        });
        trainer.start();
        for (long step = 1; trainer.isAlive(); step++) {
            outside.step(step);
        }
        trainer.join();
        outside.step(Long.MAX_VALUE);
        assertThat(closedPercent()).isEqualTo(90);
    }

    @Test
    void aDeviceIsBrokenByItsWordAndMendedByNone() {
        outside.perform("clamp.unplugged", 0);
        outside.step(1);
        clamp.step(1);
        var position = new Reading();
        clamp.readClosedPercent(position);
        assertThat(position.isUsable(1, 1)).isFalse();
        outside.perform("clamp.none", 0);
        outside.step(2);
        clamp.step(2);
        clamp.readClosedPercent(position);
        assertThat(position.isUsable(2, 1)).isTrue();
    }

    @Test
    void anAmountBeyondItsRangeIsRefusedBeforeAnythingHappens() {
        for (double tooMuch : new double[] {-1, 101, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> outside.perform("line.closed-percent", tooMuch))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("line.closed-percent");
        }
        assertThatThrownBy(() -> outside.perform("clamp.stuck", 1)).hasMessageContaining("clamp.stuck");
        outside.step(1);
        assertThat(closedPercent()).isZero();
    }

    @Test
    void noActHidesAnotherOfItsName() {
        assertThatThrownBy(() -> new TwinOutsideWorld(circuit, model, Map.of("line", new Stretched())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line.length-cm");
        assertThat(new TwinOutsideWorld(circuit, model, Map.of("line", clamp())).acts())
                .as("a device may share the name of a part")
                .extracting(Act::name)
                .contains("line.length-cm", "line.stuck");
    }
}
