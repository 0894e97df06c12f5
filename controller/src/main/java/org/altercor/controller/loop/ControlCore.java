package org.altercor.controller.loop;

import java.util.List;
import java.util.stream.IntStream;
import org.altercor.config.Machine;
import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.supervise.BeatWatch;
import org.altercor.safety.supervise.ControlSnapshot;
import org.altercor.safety.supervise.SupervisorCore;

/// The control loop's decisions: one pure step from inputs and state to a snapshot that says what each drive is asked.
///
/// It reads no clock and no port. The state is the fields of this object, exchanged as a frame; the step allocates
/// nothing.
public final class ControlCore implements Frame {
    /// Silence after which a witness of the supervisor's death speaks: twenty of its periods. Our own judgement. Its
    /// death stops nothing: it takes the right to start and to speed up.
    static final long SUPERVISOR_SILENCE_NANOS = 100_000_000;

    /// Longest time one ramp step may cover. A loop that was held up must not make up for it in one jump.
    private static final long LONGEST_STEP_NANOS = 20_000_000;

    private final PumpControl[] pumps;
    private final BeatWatch supervisor = new BeatWatch(SUPERVISOR_SILENCE_NANOS);
    private long lastNanos;
    private boolean started;
    private boolean listening; // since it was first known what is asked

    /// @param pumps what must be known of each pump, in the machine's order
    public ControlCore(List<ControlledPump> pumps) {
        this.pumps = pumps.stream().map(PumpControl::new).toArray(PumpControl[]::new);
    }

    /// The core of a machine.
    public static ControlCore of(Machine machine, MachineLayout layout) {
        return new ControlCore(IntStream.range(0, layout.pumps().size())
                .mapToObj(pump -> ControlledPump.of(machine, layout, pump))
                .toList());
    }

    /// Inputs of the shape that this core reads; nothing is known.
    public static ControlInputs inputsFor(Machine machine, MachineLayout layout) {
        return new ControlInputs(layout, SupervisorCore.reportFor(machine, layout));
    }

    /// Takes one cycle. Fills `snapshot` completely.
    public void step(ControlInputs inputs, ControlSnapshot snapshot) {
        if (inputs.safetyReadable) {
            supervisor.hear(inputs.safety.beat, inputs.nowNanos);
        }
        boolean isSupervised = supervisor.isAlive(inputs.nowNanos); // one unreadable report is not yet a death
        if (!listening && inputs.requestsKnown) {
            // What was asked before this loop could hear was asked of another one: nothing starts by itself.
            for (PumpControl pump : pumps) {
                pump.skip(inputs.requests);
            }
            listening = true;
        }
        double stepSeconds = stepSeconds(inputs.nowNanos);
        snapshot.nowNanos = inputs.nowNanos;
        snapshot.supervisorAlive = isSupervised;
        for (PumpControl pump : pumps) {
            pump.step(inputs, listening, isSupervised, stepSeconds, snapshot);
        }
        supervisor.beat(snapshot.beat, inputs.safety.beat, inputs.nowNanos);
    }

    private double stepSeconds(long nowNanos) {
        long sinceNanos = started ? Math.clamp(nowNanos - lastNanos, 0, LONGEST_STEP_NANOS) : 0;
        started = true;
        lastNanos = nowNanos;
        return sinceNanos / 1e9;
    }

    @Override
    public void exchange(FieldExchange fields) {
        fields.part("supervisor", supervisor);
        started = fields.flag("started", started);
        listening = fields.flag("listening", listening);
        lastNanos = fields.int64("lastNanos", lastNanos);
        for (int i = 0; i < pumps.length; i++) {
            fields.part("pump", i, pumps[i]);
        }
    }
}
