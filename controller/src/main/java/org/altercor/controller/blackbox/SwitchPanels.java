package org.altercor.controller.blackbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.altercor.controller.blackbox.Panel.Scale;
import org.altercor.controller.blackbox.StateTrace.State;
import org.altercor.hal.port.SwitchReading;
import org.altercor.safety.observe.Channel;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.observe.Quantity;
import org.altercor.safety.supervise.ClampLook;

/// Bands of what has two states: air and clamps, and what the machine is to itself.
final class SwitchPanels {
    private SwitchPanels() {}

    /// Air, the lowest mark of a reservoir, and what each clamp was told and did.
    static Panel airAndClamps(MachineLayout layout) {
        List<StateTrace> states = new ArrayList<>();
        for (int i = 0; i < layout.switches().size(); i++) {
            Channel channel = layout.switches().get(i);
            if (channel.quantity() == Quantity.AIR_SEEN) {
                states.add(aSwitch(channel.sensor(), channel, i, State.alarm("air"), State.quiet("no air"), true));
            } else if (channel.quantity() == Quantity.BELOW_MARK) {
                states.add(aSwitch(
                        channel.sensor() + " mark",
                        channel,
                        i,
                        State.alarm("below the mark"),
                        State.quiet("above"),
                        true));
            }
        }
        for (int i = 0; i < layout.clamps().size(); i++) {
            int clamp = i;
            String name = layout.clamps().get(i);
            states.add(new StateTrace(name + " told", cycle -> told(cycle, clamp)));
            states.add(new StateTrace(name + " is", cycle -> position(cycle, clamp)));
        }
        return bands("Air and clamps", states);
    }

    /// What the machine is to itself: its power, its loops, its sound, its covers.
    static Panel machineItself(MachineLayout layout) {
        List<StateTrace> states = new ArrayList<>();
        states.add(new StateTrace(
                "control loop", cycle -> cycle.report().controlAlive ? State.quiet("alive") : State.alarm("silent")));
        states.add(new StateTrace("alarm sound", cycle -> switch (cycle.report().sound) {
            case SILENT -> State.quiet("silent");
            case LOW -> State.note("low");
            case MEDIUM -> State.note("medium");
            case HIGH -> State.alarm("high");
        }));
        states.add(new StateTrace(
                "run power", cycle -> cycle.report().runPower ? State.quiet("given") : State.alarm("withdrawn")));
        for (int i = 0; i < layout.stos().size(); i++) {
            int sto = i;
            states.add(new StateTrace(
                    layout.stos().get(i),
                    cycle -> cycle.report().stoTripped[sto] ? State.alarm("cuts power") : State.quiet("closed")));
        }
        for (int i = 0; i < layout.switches().size(); i++) {
            add(states, layout.switches().get(i), i);
        }
        return bands("Power and loops", states);
    }

    /// Covers, stop button and mains; of other switches nothing.
    private static void add(List<StateTrace> states, Channel channel, int index) {
        if (channel.quantity() == Quantity.LID_OPEN) {
            states.add(aSwitch(channel.sensor(), channel, index, State.note("open"), State.quiet("closed"), false));
        } else if (channel.quantity() == Quantity.STOP_PRESSED) {
            states.add(aSwitch(
                    channel.sensor(), channel, index, State.alarm("pressed"), State.quiet("not pressed"), true));
        } else if (channel.quantity() == Quantity.MAINS_PRESENT) {
            states.add(aSwitch("mains", channel, index, State.quiet("there"), State.alarm("away"), true));
        }
    }

    private static Panel bands(String title, List<StateTrace> states) {
        return new Panel(title, "", Optional.empty(), Scale.NONE, List.of(), List.of(), states, () -> true);
    }

    /// A switch; one that was active between two cycles, and only then, counts as active in the second.
    private static StateTrace aSwitch(
            String name, Channel channel, int index, State active, State inactive, boolean isWorthQuiet) {
        var seen = new long[] {-1};
        return new StateTrace(
                name,
                (Cycle cycle) -> {
                    SwitchReading reading = cycle.inputs().seen.switches[index];
                    boolean wasBetween = seen[0] >= 0 && reading.activations() > seen[0];
                    seen[0] = reading.activations();
                    if (!reading.isUsable(cycle.inputs().nowNanos, channel.lostAfterNanos())) {
                        return State.NOT_KNOWN;
                    }
                    return reading.rawActive() || wasBetween ? active : inactive;
                },
                isWorthQuiet);
    }

    private static State told(Cycle cycle, int clamp) {
        if (!cycle.report().clampTold[clamp]) {
            return State.quiet("nothing");
        }
        return cycle.report().clampClosed[clamp] ? State.alarm("to shut") : State.quiet("to open");
    }

    private static State position(Cycle cycle, int clamp) {
        ClampLook look = cycle.inputs().outputs.clamps[clamp];
        long nowNanos = cycle.inputs().nowNanos;
        if (!look.isKnown(nowNanos)) {
            return State.NOT_KNOWN;
        }
        if (look.isShut(nowNanos)) {
            return State.alarm("shut");
        }
        return look.isOpen(nowNanos) ? State.quiet("open") : State.note("between");
    }
}
