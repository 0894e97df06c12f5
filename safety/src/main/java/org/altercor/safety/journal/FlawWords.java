package org.altercor.safety.journal;

import java.util.Locale;
import org.altercor.safety.journal.JournalReport.Flaw;

/// A flaw in words.
public final class FlawWords {
    /// Most letters of a report: a spoilt disk can be described at any length. Our own judgement.
    private static final int MOST_LETTERS = 4_000;

    private FlawWords() {}

    /// What a start found at the end of its journal, in one line: how far it goes, what of it was read, and what was
    /// wrong in that.
    static String of(JournalReader.Ending found) {
        var words = new StringBuilder(String.format(
                Locale.ROOT,
                "last %d, chain %s; %s",
                found.lastSequence(),
                found.chain().hex(),
                whatWasRead(found)));
        found.report().flaws().forEach(flaw -> words.append("; ").append(of(flaw)));
        return words.substring(0, Math.min(words.length(), MOST_LETTERS));
    }

    private static String whatWasRead(JournalReader.Ending found) {
        return found.read().isEmpty()
                ? "a new journal"
                : String.format(
                        Locale.ROOT,
                        "%d records read, of %s to the end: %d of %d files",
                        found.report().records(),
                        found.read().getFirst(),
                        found.read().size(),
                        found.files());
    }

    /// What is wrong, and where.
    public static String of(Flaw flaw) {
        return switch (flaw) {
            case Flaw.TornTail(var file, var offset, var bytes) ->
                String.format(
                        Locale.ROOT, "%s: tail cut at offset %d, %d bytes: not acknowledged", file, offset, bytes);
            case Flaw.Spoilt(var file, var offset, var bytes) ->
                String.format(Locale.ROOT, "%s: %d bytes at offset %d are no record", file, bytes, offset);
            case Flaw.Missing(var file, var first, var last) ->
                first == last
                        ? String.format(Locale.ROOT, "%s: record %d is missing", file, first)
                        : String.format(Locale.ROOT, "%s: records %d to %d are missing", file, first, last);
            case Flaw.ChainBroken(var file, var sequence) ->
                String.format(Locale.ROOT, "%s: the chain breaks at record %d", file, sequence);
            case Flaw.NoHeader(var file) -> String.format(Locale.ROOT, "%s: its header cannot be read", file);
        };
    }
}
