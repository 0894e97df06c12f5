package org.altercor.bench.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@SuppressWarnings("StringConcatToTextBlock") // pieces of lines, with the indentation that they stand in
class MutantsTest {
    private static final long SEED = 1;
    private static final long MOST_STATES = 40_000;

    private static final List<Mutant> MUTANTS = List.of(
            new Mutant("records are not synced", "JournalWriter", "        segment.file.sync();\n", ""),
            new Mutant(
                    "acknowledged before the sync",
                    "JournalWriter",
                    "        segment.file.write(segment.offset, batch.flip());\n",
                    "        durable = pending.stream().limit(count).reduce((a, b) -> b).orElseThrow().ticket;\n"
                            + "        tell(state.word(), state.reason());\n"
                            + "        segment.file.write(segment.offset, batch.flip());\n"),
            new Mutant(
                    "a segment's header is not synced",
                    "NextSegment",
                    "        next.file.sync();\n        folder.sync();\n        started = Optional.empty();\n"
                            + "        return",
                    "        folder.sync();\n        started = Optional.empty();\n        return"),
            new Mutant(
                    "the folder is not synced",
                    "NextSegment",
                    "        folder.sync();\n        started = Optional.empty();\n        return",
                    "        started = Optional.empty();\n        return"),
            new Mutant(
                    "the header of a carried tail comes first",
                    "NextSegment",
                    "        next.file.write(SegmentHeader.BYTES, bytes.flip());\n        next.file.sync();\n",
                    "        next.file.write(0, like.numbered(next.number).encode());\n        next.file.sync();\n"
                            + "        next.file.write(SegmentHeader.BYTES, bytes.flip());\n"),
            new Mutant(
                    "an unproven tail is not carried over",
                    "JournalWriter",
                    "if (!ending.tail().isEmpty()) {",
                    "if (ending.tail().size() > 1_000) {"),
            new Mutant(
                    "a segment that failed is written on",
                    "JournalWriter",
                    "        current.ifPresent(segment -> closeQuietly(segment.file));\n"
                            + "        current = Optional.empty();\n"
                            + "        next.discard();\n",
                    "        next.discard();\n"),
            new Mutant(
                    "a sync that failed is tried again",
                    "JournalWriter",
                    "        segment.file.sync();\n",
                    "        try {\n            segment.file.sync();\n        } catch (IOException e) {\n"
                            + "            segment.file.sync();\n        }\n"),
            new Mutant(
                    "what waits is forgotten on a failure",
                    "JournalWriter",
                    "        next.discard();\n        retryNanos",
                    "        next.discard();\n        pending.clear();\n        retryNanos"),
            new Mutant(
                    "a new start uses the last number again",
                    "JournalWriter",
                    "new Base(ending.lastSequence())",
                    "new Base(Math.max(0, ending.lastSequence() - 1))"),
            new Mutant(
                    "a new start breaks the chain",
                    "JournalWriter",
                    "durableChain = ending.chain();",
                    "durableChain = Chain.START;"),
            new Mutant(
                    "a segment starts a chain of its own",
                    "JournalWriter",
                    "boot, durableChain, machine)",
                    "boot, Chain.START, machine)"),
            new Mutant(
                    "a record says that it is on disk itself",
                    "JournalWriter",
                    "                before + durable,\n                record.type.code(),",
                    "                before + record.ticket,\n                record.type.code(),"),
            new Mutant(
                    "a record says that its neighbour is on disk",
                    "JournalWriter",
                    "                before + durable,\n                record.type.code(),",
                    "                before + record.ticket - 1,\n                record.type.code(),"),
            new Mutant(
                    "segments with records are taken for unused ones",
                    "JournalReader",
                    "segment.header().isEmpty() && lastNonZero(segment.bytes()) < 0",
                    "segment.header().isPresent() && lastNonZero(segment.bytes()) > 600"),
            new Mutant(
                    "a record's sum is not checked",
                    "JournalRecord",
                    "if (bytes.getInt(crcAt) != crc(part(bytes, 0, crcAt))) {",
                    "if (crcAt < 0) {"),
            new Mutant(
                    "a header's sum is not checked",
                    "SegmentHeader",
                    "from.remaining() < BYTES || from.getInt(CRC_AT) != crc(from)",
                    "from.remaining() < BYTES"),
            new Mutant(
                    "a tail that is torn is taken for damage",
                    "JournalReader",
                    "                    if (last < durable) {",
                    "                    if (last < Long.MAX_VALUE) {"),
            new Mutant(
                    "a file that failed is filled on and used",
                    "JournalWriter",
                    "        next.discard();\n        retryNanos",
                    "        retryNanos"),
            new Mutant(
                    "events are left out as well",
                    "JournalWriter",
                    "        if (type.isDroppable()) {",
                    "        if (type.code() > 0) {"),
            new Mutant(
                    "a gap in the tail is not its end",
                    "JournalReader",
                    "if (sequence > last + 1 && last >= durable) {",
                    "if (sequence > last + 1 && last > Long.MAX_VALUE - durable - 2) {"),
            new Mutant(
                    "records that were written again are read twice",
                    "JournalReader",
                    "if (sequence >= nextFirst || sequence <= last) {",
                    "if (sequence < 1) {"),
            new Mutant(
                    "an abandoned copy counts",
                    "JournalReader",
                    "if (sequence >= nextFirst || sequence <= last) {",
                    "if (sequence <= last) {"),
            new Mutant(
                    "a tail that is cut is not told",
                    "JournalReader",
                    "        flaws.add(new Flaw.TornTail(segment.name(), offset, scan.end() - offset));\n",
                    ""),
            new Mutant(
                    "a segment begins one record late",
                    "JournalWriter",
                    "base.orElseThrow().sequence() + durable + 1;",
                    "base.orElseThrow().sequence() + durable + 2;"),
            new Mutant(
                    "records are written before the place they belong",
                    "JournalWriter",
                    "        segment.offset += bytes;\n",
                    "        segment.offset += bytes - 1;\n"),
            new Mutant(
                    "a start reads the last file only, with a header or without",
                    "SegmentList",
                    "return isInOrder ? last : 0;",
                    "return Math.max(0, size() - 1);"),
            new Mutant(
                    "a start reads from one segment too late",
                    "SegmentList",
                    "return isInOrder ? last : 0;",
                    "return isInOrder ? Math.min(last + 1, Math.max(0, size() - 1)) : 0;"),
            new Mutant(
                    "a start goes on from no chain when the last segment is empty",
                    "JournalReader",
                    "                chain = header.chain();\n",
                    ""),
            new Mutant(
                    "a tail is carried over with no chain before it",
                    "JournalReader",
                    "                provenChain = header.chain();\n",
                    ""));

    @Test
    void everySeededBugIsCaught() throws Exception {
        List<String> missed = new ArrayList<>();
        for (Mutant mutant : MUTANTS) {
            String wrong = MutantLoader.of(mutant).firstWrong(SEED, MOST_STATES);
            System.out.printf("%s: %s%n", mutant, wrong.isEmpty() ? "NOT CAUGHT" : wrong);
            if (wrong.isEmpty()) {
                missed.add(mutant.name());
            }
        }
        System.out.printf("seeded bugs caught: %d/%d%n", MUTANTS.size() - missed.size(), MUTANTS.size());
        assertThat(missed).isEmpty();
    }

    @Test
    void theJournalAsItIsPassesTheSameSearch() throws Exception {
        var asItIs = new Mutant("nothing", "Chain", "START = new Chain(0, 0);", "START = new Chain(0, 0);");
        assertThat(MutantLoader.of(asItIs).firstWrong(SEED, MOST_STATES)).isEmpty();
    }

    @Test
    void aBugWhoseTextIsGoneIsNotCountedAsCaught() {
        var gone = new Mutant("gone", "Chain", "no such text", "");
        assertThatThrownBy(() -> MutantLoader.of(gone)).hasMessageContaining("not there exactly once");
    }
}
