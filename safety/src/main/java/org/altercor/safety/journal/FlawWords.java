package org.altercor.safety.journal;

import java.util.Locale;
import org.altercor.safety.journal.JournalReport.Flaw;

/// A flaw in words.
public final class FlawWords {
    /// Most letters of a report: a spoilt disk can be described at any length. Our own judgement.
    private static final int MOST_LETTERS = 4_000;

    private FlawWords() {}

    /// What a start found, in one line.
    static String ofAll(JournalReport found) {
        var words = new StringBuilder(String.format(
                Locale.ROOT,
                "%d segments, %d records, last %d, chain %s",
                found.segments(),
                found.records(),
                found.lastSequence(),
                found.lastChain()));
        found.flaws().forEach(flaw -> words.append("; ").append(of(flaw)));
        return words.substring(0, Math.min(words.length(), MOST_LETTERS));
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
