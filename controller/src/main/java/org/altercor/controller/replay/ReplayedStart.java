package org.altercor.controller.replay;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.altercor.config.Machine;
import org.altercor.safety.frame.Loop;
import org.altercor.safety.journal.CyclesHeader;

/// One start of the program that runs again: its machine, and both loops. Owner: one thread.
final class ReplayedStart {
    private final UUID boot;
    private final RecordedStart recorded = new RecordedStart();
    private final Map<Loop, ReplayedLoop> loops = new EnumMap<>(Loop.class);
    private boolean hasCycles;

    ReplayedStart(UUID boot) {
        this.boot = boot;
    }

    /// Takes its configuration.
    void configure(ByteBuffer payload) {
        recorded.configure(payload);
        if (recorded.whyNot().isEmpty()) {
            for (Loop loop : Loop.values()) {
                loops.put(loop, new ReplayedLoop(recorded.step(loop)));
            }
        }
    }

    /// Takes what it says stands where in its cycles.
    void lay(ByteBuffer payload) {
        recorded.lay(payload);
    }

    private ReplayedLoop loop(Loop loop) {
        return Optional.ofNullable(loops.get(loop)).orElseThrow();
    }

    /// Runs the cycles of a record.
    void run(ByteBuffer payload) {
        hasCycles = true;
        if (recorded.whyNot().isEmpty()) {
            try {
                Loop loop = CyclesHeader.of(payload).loop();
                if (!recorded.whyNot(loop).isEmpty()) {
                    throw new IllegalArgumentException(recorded.whyNot(loop));
                }
                loop(loop).run(payload);
            } catch (IllegalArgumentException e) {
                recorded.spoil(e);
            }
        }
    }

    /// What comes before a cycle is not asked for.
    void skipTo(Loop loop, long cycle) {
        if (recorded.whyNot().isEmpty()) {
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
                recorded.machine().map(Machine::name).orElse(""),
                recorded.whyNot(),
                recorded.whyNot().isEmpty()
                        ? loops.values().stream().map(ReplayedLoop::report).toList()
                        : List.of());
    }
}
