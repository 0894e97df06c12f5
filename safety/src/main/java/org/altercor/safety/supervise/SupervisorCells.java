package org.altercor.safety.supervise;

import org.altercor.config.Machine;
import org.altercor.safety.frame.FrameCell;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.setting.SettingSlot;

/// The cells that the supervisor reads and writes. Whoever shows the machine reads the same ones.
///
/// @param control where the control loop publishes
/// @param orders  where the operator's orders arrive
/// @param seen    where the supervisor publishes what it saw
/// @param reports where it publishes what it decided
public record SupervisorCells(
        FrameCell<ControlSnapshot> control,
        FrameCell<OperatorOrders> orders,
        FrameCell<SupervisorInputs> seen,
        FrameCell<SafetyReport> reports) {
    /// New cells of the shape of a machine.
    public static SupervisorCells of(Machine machine, MachineLayout layout) {
        int pumps = layout.pumps().size();
        int settings = SettingSlot.of(machine, layout).size();
        return new SupervisorCells(
                new FrameCell<>(new ControlSnapshot(pumps)),
                new FrameCell<>(new OperatorOrders(pumps, settings)),
                new FrameCell<>(SupervisorCore.inputsFor(machine, layout)),
                new FrameCell<>(SupervisorCore.reportFor(machine, layout)));
    }
}
