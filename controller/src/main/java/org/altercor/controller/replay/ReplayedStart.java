package org.altercor.controller.replay;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.altercor.config.Machine;
import org.altercor.config.load.Checked;
import org.altercor.safety.frame.Loop;
import org.altercor.safety.journal.ConfigurationWords;
import org.altercor.safety.journal.CyclesHeader;
import org.altercor.safety.journal.LayoutWords;
import org.altercor.safety.observe.MachineLayout;

/// One start of the program that runs again: its machine, read from the files that its journal kept, and both loops.
/// Owner: one thread.
final class ReplayedStart {
    private final UUID boot;
    private final Map<Loop, ReplayedLoop> loops = new EnumMap<>(Loop.class);
    private Optional<Machine> machine = Optional.empty();
    private String whyNot = "its configuration is not in what was read";
    private boolean hasCycles;

    ReplayedStart(UUID boot) {
        this.boot = boot;
    }

    /// Takes its configuration.
    void configure(ByteBuffer payload) {
        try {
            switch (ConfigurationWords.machine(payload)) {
                case Checked.Whole(Machine whole) -> {
                    machine = Optional.of(whole);
                    whyNot = "";
                    var layout = MachineLayout.of(whole);
                    for (Loop loop : Loop.values()) {
                        loops.put(loop, new ReplayedLoop(Step.of(loop, whole, layout)));
                    }
                }
                case Checked.Refused refused ->
                    whyNot = "this program does not take its configuration any more: "
                            + refused.problems().getFirst().render().strip();
                case Checked.Part part -> whyNot = "its configuration is no machine: " + part;
            }
        } catch (IllegalArgumentException e) {
            whyNot = String.valueOf(e.getMessage());
        }
    }

    /// Takes what it says stands where in its cycles.
    void lay(ByteBuffer payload) {
        if (!whyNot.isEmpty()) {
            return;
        }
        try {
            LayoutWords recorded = LayoutWords.read(
                    StandardCharsets.UTF_8.decode(payload.duplicate()).toString());
            String difference = recorded.difference(loop(recorded.loop()).layout());
            if (!difference.isEmpty()) {
                whyNot = "another version wrote it: of the " + recorded.loop().word() + " loop it " + difference;
            }
        } catch (IllegalArgumentException e) {
            whyNot = String.valueOf(e.getMessage());
        }
    }

    private ReplayedLoop loop(Loop loop) {
        return Optional.ofNullable(loops.get(loop)).orElseThrow();
    }

    /// Runs the cycles of a record.
    void run(ByteBuffer payload) {
        hasCycles = true;
        if (whyNot.isEmpty()) {
            try {
                loop(CyclesHeader.of(payload).loop()).run(payload);
            } catch (IllegalArgumentException e) {
                whyNot = String.valueOf(e.getMessage());
            }
        }
    }

    /// What comes before a cycle is not asked for.
    void skipTo(Loop loop, long cycle) {
        if (whyNot.isEmpty()) {
            loop(loop).skipTo(cycle);
        }
    }

    /// Whether any of its cycles were asked for.
    boolean hasCycles() {
        return hasCycles;
    }

    /// What was found so far.
    ReplayReport.Start report() {
        return new ReplayReport.Start(
                boot.toString(),
                machine.map(Machine::name).orElse(""),
                whyNot,
                whyNot.isEmpty()
                        ? loops.values().stream().map(ReplayedLoop::report).toList()
                        : List.of());
    }
}
