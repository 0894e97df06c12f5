package org.altercor.hal.twin;

import java.util.List;
import java.util.function.DoubleSupplier;
import org.altercor.hal.twin.network.CircuitModel;

/// The circuit, its heads turned by the shafts of their drives.
///
/// Owner: the twin's thread. A step allocates nothing.
public final class TwinHydraulics implements TwinStep {
    /// Power in watt of 1 mmHg and 1 mL/min.
    private static final double WATTS_PER_MMHG_ML_PER_MIN = 133.322 * 1e-6 / 60;

    /// A head of the circuit.
    ///
    /// @param pump     name of both
    /// @param shaftRpm speed of what turns it
    public record Head(String pump, DoubleSupplier shaftRpm) {}

    private final CircuitModel model;
    private final List<Head> heads;
    private boolean standsStill;

    /// @param heads in a fixed order; each in the circuit
    public TwinHydraulics(CircuitModel model, List<Head> heads) {
        this.model = model;
        this.heads = List.copyOf(heads);
    }

    @Override
    public void step(long nowNanos) {
        turn();
        if (!standsStill) {
            model.step();
        }
    }

    /// Lets the circuit stand still while everything else goes on, or moves it again.
    public void standStill(boolean isStill) {
        standsStill = isStill;
    }

    /// Brings pressures and flows to rest at the speeds that the shafts have now; no time passes.
    ///
    /// @return whether they came to rest
    public boolean settle() {
        turn();
        return model.settle();
    }

    /// Gives the heads the speeds of their shafts.
    private void turn() {
        for (int i = 0; i < heads.size(); i++) {
            Head head = heads.get(i);
            model.turn(head.pump(), head.shaftRpm().getAsDouble());
        }
    }

    /// Power in watt that the blood takes off a head; below zero when it gives.
    public static DoubleSupplier watts(CircuitModel model, String pump) {
        DoubleSupplier differenceMmHg =
                model.signal(pump + ".difference-mmhg").orElseThrow().value();
        DoubleSupplier flowMlPerMin =
                model.signal(pump + ".flow-ml-per-min").orElseThrow().value();
        return () -> -differenceMmHg.getAsDouble() * flowMlPerMin.getAsDouble() * WATTS_PER_MMHG_ML_PER_MIN;
    }
}
