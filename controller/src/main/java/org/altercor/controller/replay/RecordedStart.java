package org.altercor.controller.replay;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.altercor.config.Machine;
import org.altercor.config.load.Checked;
import org.altercor.safety.frame.Loop;
import org.altercor.safety.journal.ConfigurationWords;
import org.altercor.safety.journal.LayoutWords;
import org.altercor.safety.observe.MachineLayout;

/// What one start of the program recorded of itself: the machine, read from the files that its journal kept, and
/// whether this program still knows what stands where in its cycles. Owner: one thread.
public final class RecordedStart {
    private final Map<Loop, Step> steps = new EnumMap<>(Loop.class);
    private final Set<Loop> laid = EnumSet.noneOf(Loop.class);
    private Optional<Machine> machine = Optional.empty();
    private String sha256 = "";
    private String whyNot = "its configuration is not in what was read";

    /// Takes its configuration.
    ///
    /// @param payload of the record; left as it is
    public void configure(ByteBuffer payload) {
        try {
            sha256 = ConfigurationWords.sha256(payload);
            switch (ConfigurationWords.machine(payload)) {
                case Checked.Whole(Machine whole) -> {
                    machine = Optional.of(whole);
                    whyNot = "";
                    var layout = MachineLayout.of(whole);
                    for (Loop loop : Loop.values()) {
                        steps.put(loop, Step.of(loop, whole, layout));
                    }
                }
                case Checked.Refused refused ->
                    whyNot = "this program does not take its configuration any more: "
                            + refused.problems().getFirst().render().strip();
                case Checked.Part part -> whyNot = "its configuration is no machine: " + part;
            }
        } catch (IllegalArgumentException e) {
            spoil(e);
        }
    }

    /// Takes what it says stands where in its cycles.
    ///
    /// @param payload of the record; left as it is
    public void lay(ByteBuffer payload) {
        if (!whyNot.isEmpty()) {
            return;
        }
        try {
            LayoutWords recorded = LayoutWords.read(
                    StandardCharsets.UTF_8.decode(payload.duplicate()).toString());
            laid.add(recorded.loop());
            String difference = recorded.difference(step(recorded.loop()).layout());
            if (!difference.isEmpty()) {
                whyNot = "another version wrote it: of the " + recorded.loop().word() + " loop it " + difference;
            }
        } catch (IllegalArgumentException e) {
            spoil(e);
        }
    }

    /// Something of it cannot be read: none of its cycles is any more.
    public void spoil(IllegalArgumentException why) {
        whyNot = String.valueOf(why.getMessage());
    }

    /// A step of its machine; there is one as long as nothing says why not.
    Step step(Loop loop) {
        return Optional.ofNullable(steps.get(loop)).orElseThrow();
    }

    /// Its machine, where that could be read.
    public Optional<Machine> machine() {
        return machine;
    }

    /// SHA-256 of its configuration, in hexadecimal; empty where none was read.
    public String sha256() {
        return sha256;
    }

    /// Why its cycles cannot be read; empty when they can.
    public String whyNot() {
        return whyNot;
    }

    /// Why the cycles of a loop cannot be read; empty when they can. Without its layout they are not guessed at.
    public String whyNot(Loop loop) {
        return !whyNot.isEmpty() || laid.contains(loop)
                ? whyNot
                : "what stands where in its cycles is not in what was read";
    }
}
