package org.altercor.safety.telemetry;

import java.util.List;
import org.altercor.config.Machine;
import org.altercor.safety.event.EventLog;
import org.altercor.safety.event.EventMemory;
import org.altercor.safety.interlock.InterlockInstance;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.supervise.SupervisorCells;

/// Everything that there is to tell of one machine: its newest frames, its alarms, its events, and how they are put.
///
/// Owner: one thread.
final class Outgoings {
    private final Machine machine;
    private final String version;
    private final MetricCatalogue catalogue;
    private final List<InterlockInstance> interlocks;
    private final MachineLook look;
    private final AlarmBoard alarms;
    private final EventOutbox events;
    private final Messages messages;

    /// @param memory  of what was told, over starts
    /// @param version of the program
    Outgoings(
            Machine machine,
            MachineLayout layout,
            SupervisorCells cells,
            EventLog log,
            EventMemory memory,
            String version,
            Messages messages) {
        this.machine = machine;
        this.version = version;
        this.messages = messages;
        catalogue = MetricCatalogue.of(layout);
        interlocks = InterlockInstance.of(machine, layout);
        look = new MachineLook(machine, layout, cells);
        alarms = new AlarmBoard(machine, interlocks);
        events = new EventOutbox(log, memory);
    }

    MachineLook look() {
        return look;
    }

    AlarmBoard alarms() {
        return alarms;
    }

    EventOutbox events() {
        return events;
    }

    Messages messages() {
        return messages;
    }

    Message info() {
        return messages.info(machine, version, catalogue, interlocks);
    }

    Message alarm(AlarmBoard.Changed changed) {
        AlarmBoard.Standing is = changed.is();
        return messages.alarm(interlocks.get(changed.index()), is.standing(), is.condition(), is.ageNanos());
    }

    Message event(Outgoing outgoing) {
        return switch (outgoing) {
            case Outgoing.One(var event) -> messages.event(event);
            case Outgoing.Gone gone -> messages.gone(gone);
            case Outgoing.Cut cut -> messages.cut(cut);
        };
    }

    Message metrics(long sequence) {
        return messages.metrics(catalogue, look, sequence);
    }

    Message health(Messages.LinkCounts counts) {
        return messages.health(look, counts);
    }
}
