package org.altercor.controller.operator;

import java.util.ArrayList;
import java.util.List;
import org.altercor.config.Machine;
import org.altercor.config.Pump;
import org.altercor.config.PumpHead;
import org.altercor.hal.port.Reading;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.observe.Quantity;
import org.altercor.safety.supervise.SupervisorInputs;

/// Speed knobs: turns of a knob become requests for its pump.
///
/// A knob trims a pump that was started; it starts none, and turns none the other way. It trims speed or flow, of
/// pulses
/// their mean; a follower it leaves to its leader, whose knob turns both, and a line that is held at zero flow it
/// leaves
/// alone: to pump again is an act of its own. Counters are compared, so that
/// no turn is lost between two looks. A knob that was not known for a while, or that jumps further than a hand turns it
/// in the meantime, moves nothing: counting begins anew. Owner: one thread.
public final class Knobs {
    /// What one detent is worth. Our own judgement: a click that a perfusionist feels and does not fear, a whole
    /// turn of 24 changes a usual flow by about a quarter.
    private static final double ROLLER_RPM = 1;

    private static final double CENTRIFUGAL_RPM = 20;
    private static final double FLOW_ML_PER_MIN = 50;

    /// Detents in one look that no hand turns. Our own judgement: a whole turn of 24 detents in the 50 ms between
    /// two looks.
    private static final double FARTHEST_DETENTS = 24;

    private final List<Knob> knobs = new ArrayList<>();
    private final Desk desk;

    /// One knob.
    private static final class Knob {
        private final String pump;
        private final int pumpIndex;
        private final int value;
        private final long lostAfterNanos;
        private final double detentRpm;
        private double seenDetents = Double.NaN;

        private Knob(String pump, int pumpIndex, int value, long lostAfterNanos, double detentRpm) {
            this.pump = pump;
            this.pumpIndex = pumpIndex;
            this.value = value;
            this.lostAfterNanos = lostAfterNanos;
            this.detentRpm = detentRpm;
        }
    }

    /// @param machine whose knobs these are
    /// @param layout  of the machine
    /// @param desk    where turns become requests
    public Knobs(Machine machine, MachineLayout layout, Desk desk) {
        this.desk = desk;
        for (int i = 0; i < machine.pumps().size(); i++) {
            Pump pump = machine.pumps().get(i);
            int index = i;
            double detentRpm = pump.head() == PumpHead.ROLLER ? ROLLER_RPM : CENTRIFUGAL_RPM;
            layout.value(channel -> channel.quantity() == Quantity.DETENTS && channel.serves(pump.name()))
                    .ifPresent(value -> knobs.add(new Knob(
                            pump.name(),
                            index,
                            value,
                            layout.values().get(value).lostAfterNanos(),
                            detentRpm)));
        }
    }

    /// Looks at all knobs.
    ///
    /// @param seen what the supervisor saw last, with the control loop's newest snapshot in it
    public void look(SupervisorInputs seen) {
        for (Knob knob : knobs) {
            Reading reading = seen.seen.values[knob.value];
            double detents = reading.isUsable(seen.nowNanos, knob.lostAfterNanos) ? reading.value() : Double.NaN;
            double turned = detents - knob.seenDetents;
            knob.seenDetents = detents;
            if (Math.abs(turned) <= FARTHEST_DETENTS && turned != 0) { // false for NaN
                turn(knob, turned, seen);
            }
        }
    }

    private void turn(Knob knob, double detents, SupervisorInputs seen) {
        switch (PumpAct.now(seen.control, knob.pumpIndex)) {
            case PumpAct.Speed(var rpm) -> ask(knob, new PumpAct.Speed(Math.max(rpm + detents * knob.detentRpm, 0)));
            case PumpAct.Flow(var mlPerMin) -> ask(knob, new PumpAct.Flow(turned(mlPerMin, detents)));
            case PumpAct.Pulsatile(var mlPerMin, var ratePerMin, var widthPercent, var basePercent) ->
                ask(knob, new PumpAct.Pulsatile(turned(mlPerMin, detents), ratePerMin, widthPercent, basePercent));
            case PumpAct.Stop(), PumpAct.Follow _, PumpAct.ZeroFlow() -> {}
        }
    }

    private static double turned(double mlPerMin, double detents) {
        return Math.max(mlPerMin + detents * FLOW_ML_PER_MIN, 0);
    }

    private void ask(Knob knob, PumpAct act) {
        desk.ask(knob.pump, act);
    }
}
