package org.altercor.safety.journal;

import java.util.Locale;
import org.altercor.config.Machine;
import org.altercor.hal.port.Reading;
import org.altercor.safety.frame.FrameCell;
import org.altercor.safety.observe.Channel;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.supervise.ControlSnapshot;
import org.altercor.safety.supervise.SupervisorCells;
import org.altercor.safety.supervise.SupervisorCore;
import org.altercor.safety.supervise.SupervisorInputs;

/// The machine in one line of words, for people who look into a journal without us:
/// `arterial.mode=flow arterial.commanded-rpm=66.7 arterial.rpm=66.6 pressure-line=156.2mmHg …`. What is not known is
/// `-`.
///
/// Owner: the journal's thread.
final class SummaryWords {
    private final MachineLayout layout;
    private final SupervisorInputs seen;
    private final ControlSnapshot control;
    private final FrameCell<SupervisorInputs>.Reader seenReader;
    private final FrameCell<ControlSnapshot>.Reader controlReader;

    SummaryWords(Machine machine, MachineLayout layout, SupervisorCells cells) {
        this.layout = layout;
        seen = SupervisorCore.inputsFor(machine, layout);
        control = new ControlSnapshot(layout.pumps().size());
        seenReader = cells.seen().reader();
        controlReader = cells.control().reader();
    }

    /// The newest state of the machine.
    String now() {
        seenReader.tryRead(seen);
        controlReader.tryRead(control);
        var words = new StringBuilder();
        for (int i = 0; i < layout.pumps().size(); i++) {
            String pump = layout.pumps().get(i);
            add(words, pump + ".mode", control.mode[i].word());
            add(words, pump + ".commanded-rpm", figure(control.commandedRpm[i]));
            add(words, pump + ".rpm", figure(seen.seen.drives[i].knownRpm(seen.nowNanos)));
        }
        for (int i = 0; i < layout.values().size(); i++) {
            Channel channel = layout.values().get(i);
            Reading reading = seen.seen.values[i];
            boolean isKnown = reading.isUsable(seen.nowNanos, channel.lostAfterNanos());
            String value =
                    isKnown ? figure(reading.value()) + channel.quantity().unit() : "-";
            add(words, channel.name(), value);
        }
        return words.toString();
    }

    private static void add(StringBuilder words, String name, String value) {
        words.append(words.isEmpty() ? "" : " ").append(name).append('=').append(value);
    }

    private static String figure(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.1f", value);
    }
}
