package org.altercor.controller.blackbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.altercor.config.Machine;
import org.altercor.config.Place;
import org.altercor.controller.blackbox.Panel.Scale;
import org.altercor.controller.blackbox.Trace.Stroke;
import org.altercor.safety.observe.Channel;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.observe.Quantity;
import org.altercor.safety.supervise.Sensed;

/// What is drawn of a machine: its pumps, flows, pressures and limits, reservoir, air, clamps and temperatures. Used
/// once, before the window is read.
final class MachinePanels {
    private final Machine machine;
    private final MachineLayout layout;
    private final LimitsInForce limits;

    private MachinePanels(Machine machine, MachineLayout layout) {
        this.machine = machine;
        this.layout = layout;
        limits = new LimitsInForce(machine, layout);
    }

    /// In the order of the page.
    static List<Section> of(Machine machine, MachineLayout layout) {
        var panels = new MachinePanels(machine, layout);
        return List.of(
                new Section("Pumps", new PumpPanels(machine, layout).all()),
                new Section("Flow and pressure", panels.flowsAndPressures()),
                new Section("Reservoir, air and clamps", panels.reservoir()),
                new Section("The machine itself", List.of(SwitchPanels.machineItself(layout))),
                new Section("Temperatures, gas and blood", panels.slowOnes()));
    }

    private List<Panel> flowsAndPressures() {
        List<Panel> panels = new ArrayList<>();
        for (Channel channel : channels(Quantity.FLOW)) {
            boolean isArterial = channel.place() == Place.ARTERIAL_LINE;
            Scale scale = isArterial ? new Scale("L/min", 1e-3, 2, 1, true) : new Scale("mL/min", 1, 0, 100, true);
            List<Trace> lines = new ArrayList<>(List.of(measured("measured", channel, 0)));
            channel.pumps().forEach(pump -> lines.add(asked(pump)));
            panels.add(panel("Flow", channel, scale, lines));
        }
        for (Channel channel : channels(Quantity.PRESSURE)) {
            panels.add(panel(
                    "Pressure", channel, new Scale("mmHg", 1, 0, 40, true), List.of(measured("measured", channel, 0))));
        }
        return panels;
    }

    private Trace asked(String pump) {
        int index = layout.pumps().indexOf(pump);
        return new Trace(
                "asked",
                Stroke.ASKED,
                cycle -> cycle.isControlHeard() ? cycle.inputs().control.setFlowMlPerMin[index] : Double.NaN);
    }

    private List<Panel> reservoir() {
        List<Panel> panels = new ArrayList<>();
        for (Channel channel : channels(Quantity.LEVEL)) {
            panels.add(panel(
                    "Level", channel, new Scale("mL", 1, 0, 200, true), List.of(measured("measured", channel, 0))));
        }
        panels.add(SwitchPanels.airAndClamps(layout));
        return panels;
    }

    private List<Panel> slowOnes() {
        List<Panel> panels = new ArrayList<>();
        together("Temperatures", Quantity.TEMPERATURE, new Scale("°C", 1, 1, 2, false))
                .ifPresent(panels::add);
        for (Quantity quantity : List.of(
                Quantity.GAS_FLOW, Quantity.OXYGEN_FRACTION, Quantity.VENOUS_SATURATION, Quantity.HAEMATOCRIT)) {
            Scale scale = quantity == Quantity.GAS_FLOW
                    ? new Scale("L/min", 1e-3, 2, 0.5, true)
                    : new Scale(quantity.unit(), 1, 1, 10, false);
            for (Channel channel : channels(quantity)) {
                panels.add(panel(title(quantity), channel, scale, List.of(measured("measured", channel, 0))));
            }
        }
        return panels;
    }

    private static String title(Quantity quantity) {
        if (quantity == Quantity.GAS_FLOW) {
            return "Gas flow";
        }
        if (quantity == Quantity.OXYGEN_FRACTION) {
            return "Oxygen in the gas";
        }
        return quantity == Quantity.VENOUS_SATURATION ? "Venous saturation" : "Haematocrit";
    }

    /// All of a quantity in one plot.
    private Optional<Panel> together(String title, Quantity quantity, Scale scale) {
        List<Channel> all = channels(quantity);
        List<Trace> lines = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            lines.add(measured(all.get(i).sensor().replace("temperature-", ""), all.get(i), i));
        }
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Panel(title, "", Optional.empty(), scale, lines, List.of(), List.of(), () -> true));
    }

    private Panel panel(String title, Channel channel, Scale scale, List<Trace> lines) {
        var role = channel.pumps().stream().findFirst().flatMap(machine::pump).map(pump -> pump.role());
        return new Panel(title, channel.sensor(), role, scale, lines, limits.of(channel), List.of(), () -> true);
    }

    private Trace measured(String name, Channel channel, int index) {
        var sensed = new Sensed(layout.values().indexOf(channel), channel.lostAfterNanos());
        return new Trace(
                name, Stroke.measure(index), cycle -> sensed.known(cycle.inputs().seen, cycle.inputs().nowNanos));
    }

    private List<Channel> channels(Quantity quantity) {
        return layout.values().stream()
                .filter(channel -> channel.quantity() == quantity)
                .toList();
    }
}
