package org.altercor.controller.replay;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.altercor.controller.journal.RecordFilter;
import org.altercor.safety.frame.Loop;
import org.altercor.safety.journal.CyclesHeader;
import org.altercor.safety.journal.JournalReader;
import org.altercor.safety.journal.JournalRecord;
import org.altercor.safety.journal.JournalReport;
import org.altercor.safety.journal.RecordType;

/// Runs the loops of a journal again while it is read. Of a part that begins in the middle, the cycles since the last
/// checkpoint before it run too. Owner: one thread.
public final class Replay implements JournalReader.Visitor {
    private final RecordFilter wanted;
    private final Map<UUID, Ongoing> starts = new LinkedHashMap<>();

    /// A start, and for each loop the records since its last checkpoint, as long as none was wanted.
    private static final class Ongoing {
        final ReplayedStart start;
        final Map<Loop, SinceCheckpoint> before = new EnumMap<>(Loop.class);
        final Set<Loop> begun = EnumSet.noneOf(Loop.class);

        Ongoing(UUID boot) {
            start = new ReplayedStart(boot);
        }
    }

    /// @param wanted which part of the journal
    public Replay(RecordFilter wanted) {
        this.wanted = wanted;
    }

    @Override
    public void visit(Optional<UUID> boot, JournalRecord record) {
        Ongoing ongoing = starts.computeIfAbsent(boot.orElse(new UUID(0, 0)), Ongoing::new);
        if (record.type() == RecordType.CONFIGURATION.code()) {
            ongoing.start.configure(record.payload().duplicate());
        } else if (record.type() == RecordType.LAYOUT.code()) {
            ongoing.start.lay(record.payload().duplicate());
        } else if (record.type() == RecordType.FRAMES.code()) {
            take(ongoing, record);
        }
    }

    private void take(Ongoing ongoing, JournalRecord record) {
        CyclesHeader header = CyclesHeader.of(record.payload());
        boolean isBegun = ongoing.begun.contains(header.loop());
        if (wanted.takes(record)) {
            if (!isBegun) {
                begin(ongoing, header);
            }
            ongoing.start.run(record.payload());
        } else if (!isBegun) {
            ongoing.before
                    .computeIfAbsent(header.loop(), _ -> new SinceCheckpoint())
                    .add(header, record.payload());
        }
    }

    private static void begin(Ongoing ongoing, CyclesHeader header) {
        ongoing.begun.add(header.loop());
        List<ByteBuffer> before = ongoing.before
                .getOrDefault(header.loop(), new SinceCheckpoint())
                .take();
        if (!before.isEmpty() && !header.isCheckpoint()) {
            ongoing.start.skipTo(
                    header.loop(), CyclesHeader.of(before.getFirst()).first());
            before.forEach(ongoing.start::run);
        } else if (!before.isEmpty()) {
            ongoing.start.skipTo(header.loop(), header.first());
        }
    }

    /// What was found.
    ///
    /// @param path    of the journal
    /// @param found   of reading it
    /// @param seconds that it took
    public ReplayReport report(String path, JournalReport found, double seconds) {
        return ReplayReport.of(
                path,
                found.isWhole(),
                seconds,
                starts.values().stream()
                        .map(ongoing -> ongoing.start)
                        .filter(ReplayedStart::hasCycles)
                        .map(ReplayedStart::report)
                        .toList());
    }
}
