package org.altercor.controller.journal;

import java.util.List;
import org.altercor.safety.journal.FlawWords;
import org.altercor.safety.journal.JournalReport;
import org.altercor.safety.journal.JournalReport.Flaw;

/// What `altercor journal verify` found, as machines read it.
///
/// @param schema  name and version of this form
/// @param path    of what was read
/// @param whole   whether everything that was ever acknowledged is there and unchanged
/// @param chain   link of the last record, in hexadecimal
public record VerifyReport(
        String schema,
        String path,
        boolean whole,
        int segments,
        long records,
        long firstNumber,
        long lastNumber,
        String chain,
        List<Found> flaws) {
    /// Name and version of this form.
    static final String SCHEMA = "altercor-journal-verify/1";

    /// A flaw.
    ///
    /// @param kind    `torn-tail`, `spoilt`, `missing`, `chain-broken` or `no-header`
    /// @param words   what is wrong, and where
    /// @param meaning for who relies on the journal
    public record Found(String kind, String file, String words, String meaning) {
        static Found of(Flaw flaw) {
            String kind = switch (flaw) {
                case Flaw.TornTail _ -> "torn-tail";
                case Flaw.Spoilt _ -> "spoilt";
                case Flaw.Missing _ -> "missing";
                case Flaw.ChainBroken _ -> "chain-broken";
                case Flaw.NoHeader _ -> "no-header";
            };
            return new Found(kind, flaw.file(), FlawWords.of(flaw), Words.meaning(flaw));
        }
    }

    /// The report of a reading.
    ///
    /// @param path of what was read
    public static VerifyReport of(String path, JournalReport report) {
        return new VerifyReport(
                SCHEMA,
                path,
                report.isWhole(),
                report.segments(),
                report.records(),
                report.firstSequence(),
                report.lastSequence(),
                report.lastChain(),
                report.flaws().stream().map(Found::of).toList());
    }

    /// For people.
    public String text() {
        var text = new StringBuilder(path).append('\n');
        line(text, "segments", Integer.toString(segments));
        line(text, "records", records == 0 ? "0" : records + ", number " + firstNumber + " to " + lastNumber);
        line(text, "chain", chain);
        line(text, "flaws", flaws.isEmpty() ? "none" : Integer.toString(flaws.size()));
        for (Found flaw : flaws) {
            text.append("\n  ")
                    .append(flaw.words())
                    .append("\n    ")
                    .append(flaw.meaning())
                    .append('\n');
        }
        text.append('\n').append(verdict()).append('\n');
        if (firstNumber > 1) {
            text.append("What came before record ").append(firstNumber).append(" was not read.\n");
        }
        return text.toString();
    }

    private String verdict() {
        return whole
                ? "Whole: everything that was acknowledged in what was read is there and unchanged."
                : "NOT whole: something that was acknowledged is gone or changed.";
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format(java.util.Locale.ROOT, "  %-9s %s%n", name, value));
    }
}
