package org.altercor.controller.journal;

import org.altercor.safety.journal.Durability;
import org.altercor.safety.journal.JournalRecord;
import org.altercor.safety.journal.JournalReport.Flaw;
import org.altercor.safety.journal.RecordType;

/// Words for what a journal holds. Those of [#type] and [#durability] stand in exports and never change.
public final class Words {
    private Words() {}

    static int typeCode(JournalRecord record) {
        return record.type() & 0xFF;
    }

    static String type(JournalRecord record) {
        return RecordType.word(typeCode(record));
    }

    static String durability(Durability durability) {
        return switch (durability) {
            case AT_ONCE -> "at-once";
            case SOON -> "soon";
            case BY_THE_SECOND -> "second";
        };
    }

    /// What a flaw means for who relies on the journal.
    public static String meaning(Flaw flaw) {
        return switch (flaw) {
            case Flaw.TornTail _ ->
                "What a power cut leaves. Nothing in it was ever acknowledged; nothing that was is lost.";
            case Flaw.Spoilt _ ->
                "Something changed these bytes after they were written. What lies around them can be read.";
            case Flaw.Missing _ -> "They were on disk and are not any more: what happened then is not known from here.";
            case Flaw.ChainBroken _ ->
                "This record does not follow the one before it: one was changed, taken out or put in.";
            case Flaw.NoHeader _ ->
                "Its records are read, but not which start wrote them; the chain cannot be checked at its beginning.";
        };
    }
}
