package org.altercor.safety.journal;

import java.util.Locale;
import org.altercor.safety.journal.JournalReport.Flaw;

/// A flaw in words.
public final class FlawWords {
    private FlawWords() {}

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
