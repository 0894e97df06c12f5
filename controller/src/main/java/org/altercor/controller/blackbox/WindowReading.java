package org.altercor.controller.blackbox;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.altercor.config.Machine;
import org.altercor.controller.replay.RecordedStart;
import org.altercor.controller.replay.SinceCheckpoint;
import org.altercor.safety.frame.FrameDecoder;
import org.altercor.safety.frame.FrameLayout;
import org.altercor.safety.frame.Loop;
import org.altercor.safety.journal.CycleReader;
import org.altercor.safety.journal.CyclesHeader;
import org.altercor.safety.journal.EventRecords;
import org.altercor.safety.journal.JournalReader;
import org.altercor.safety.journal.JournalRecord;
import org.altercor.safety.journal.RecordType;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.supervise.SupervisorCore;

/// Takes the window around an alarm out of a journal while it is read. Of what lies outside it keeps the cycles since
/// the last checkpoint, and of what lies inside only the numbers that are drawn. Owner: one thread.
public final class WindowReading implements JournalReader.Visitor {
    /// How late a cycle may be for what it saw to be that of the alarm: events of a screen lie between two cycles.
    private static final long MOMENT_NANOS = CycleTimes.GAP_NANOS;

    private static final long AROUND_NANOS = AlarmRecord.AROUND_MILLIS * 1_000_000;

    private final AlarmRecord alarm;
    private final RecordedStart start = new RecordedStart();
    private final SinceCheckpoint before = new SinceCheckpoint();
    private final List<WindowEvent> events = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final CycleTimes times;
    private Optional<Decoding> decoding = Optional.empty();
    private Optional<Moment> moment = Optional.empty();
    private boolean isBegun;
    private boolean isOver;

    /// What cycles are decoded into.
    private record Decoding(
            Machine machine,
            MachineLayout layout,
            CycleReader reader,
            FrameDecoder decoder,
            ByteBuffer bytes,
            Cycle cycle,
            List<Section> sections) {
        static Decoding of(Machine machine) {
            var layout = MachineLayout.of(machine);
            var cycle = new Cycle(SupervisorCore.inputsFor(machine, layout), SupervisorCore.reportFor(machine, layout));
            FrameLayout inputs = FrameLayout.of(cycle.inputs());
            FrameLayout outputs = FrameLayout.of(cycle.report());
            FrameLayout state = FrameLayout.of(new SupervisorCore(machine, layout));
            var bytes = ByteBuffer.allocate(inputs.bytes() + outputs.bytes());
            return new Decoding(
                    machine,
                    layout,
                    new CycleReader(inputs, outputs, state),
                    new FrameDecoder(bytes),
                    bytes,
                    cycle,
                    MachinePanels.of(machine, layout));
        }
    }

    /// @param alarm in its middle
    public WindowReading(AlarmRecord alarm) {
        this.alarm = alarm;
        times = new CycleTimes(alarm.event().nanos());
    }

    @Override
    public void visit(Optional<UUID> boot, JournalRecord record) {
        if (record.type() == RecordType.EVENT.code()) {
            takeEvent(record);
        }
        if (!boot.equals(Optional.of(alarm.event().boot()))) {
            return;
        }
        if (record.type() == RecordType.CONFIGURATION.code()) {
            start.configure(record.payload());
            decoding = start.machine().map(Decoding::of);
        } else if (record.type() == RecordType.LAYOUT.code()) {
            start.lay(record.payload());
        } else if (record.type() == RecordType.FRAMES.code() && whyNot().isEmpty() && !isOver) {
            takeFrames(record);
        }
    }

    private void takeEvent(JournalRecord record) {
        try {
            WindowEvent event = WindowEvent.of(record.sequence(), EventRecords.decode(record.payload()), alarm);
            if (event.isInside()) {
                events.add(event);
            }
        } catch (IllegalArgumentException e) {
            if (Math.abs(record.wallMillis() - alarm.event().at().toEpochMilli()) <= AlarmRecord.AROUND_MILLIS) {
                notes.add("record " + record.sequence() + " is an event that cannot be read: " + e.getMessage());
            }
        }
    }

    private void takeFrames(JournalRecord record) {
        try {
            CyclesHeader header = CyclesHeader.of(record.payload());
            if (header.loop() != Loop.SUPERVISOR) {
                return;
            }
            // A record is written behind its last cycle: what was written before the window has none of it.
            boolean isBefore =
                    !isBegun && record.monotonicNanos() - (alarm.event().nanos() - AROUND_NANOS) < 0;
            if (isBefore) {
                before.add(header, record.payload());
                return;
            }
            if (!isBegun) {
                isBegun = true;
                before.take().forEach(this::decode);
            }
            decode(record.payload());
        } catch (IllegalArgumentException e) {
            notes.add("record " + record.sequence() + " holds cycles that cannot be read: " + e.getMessage());
        }
    }

    private void decode(ByteBuffer payload) {
        Decoding into = decoding.orElseThrow();
        into.reader().read(payload, (number, bytes, _) -> take(into, number, bytes));
    }

    private void take(Decoding into, long number, ByteBuffer bytes) {
        into.bytes().clear().put(bytes.duplicate()).flip();
        into.decoder().decode(into.cycle().inputs());
        into.decoder().decode(into.cycle().report());
        long nanos = into.cycle().inputs().nowNanos;
        long fromAlarm = nanos - alarm.event().nanos();
        isOver |= fromAlarm > AROUND_NANOS;
        if (Math.abs(fromAlarm) > AROUND_NANOS) {
            return;
        }
        times.add(number, nanos);
        int index = times.count() - 1;
        boolean isBehindGap = times.isBehindGap(index);
        into.sections().forEach(section -> section.panels().forEach(panel -> panel.take(into.cycle(), isBehindGap)));
        if (moment.isEmpty() && fromAlarm >= 0 && fromAlarm <= MOMENT_NANOS) {
            moment = Optional.of(Moment.of(index, alarm.event().nanos(), into.machine(), into.layout(), into.cycle()));
        }
    }

    /// Why there is no window; empty when there is one.
    public String whyNot() {
        return start.whyNot(Loop.SUPERVISOR);
    }

    /// The window, when all was read.
    ///
    /// @throws IllegalStateException when something says why not
    Window window() {
        if (!whyNot().isEmpty()) {
            throw new IllegalStateException(whyNot());
        }
        Decoding read = decoding.orElseThrow();
        return new Window(
                alarm,
                read.machine(),
                read.layout(),
                start.sha256(),
                times,
                read.sections(),
                moment,
                events.stream().sorted(WindowEvent.ORDER).toList(),
                List.copyOf(notes));
    }
}
