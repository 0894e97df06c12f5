package org.altercor.config.load;

import java.time.LocalDate;
import java.util.Optional;

/// Reads machines from their files. Cold code: allocates, blocks on the disk, throws nothing for anything a file holds.
///
/// ```
/// bytes ─ TextGate ─ ShapeScan ─ TOML ─ SectionReader ─ readers of each kind ─ checks between files ─► Machine
///    all problems of all files ──────────────────────────────────────────────────────────────────► Refused
/// ```
///
/// A file is named by its path, which ends in `.toml`, or by the name of a shipped one. Files named within a file are
/// looked for beside it.
public final class MachineFiles {
    private final LocalDate today;

    /// A reader for a day: calibrations that have expired by then are refused.
    public MachineFiles(LocalDate today) {
        this.today = today;
    }

    /// Reads a machine and everything it names.
    ///
    /// @return [Checked.Whole] or [Checked.Refused]
    public Checked machine(String fileOrName) {
        return new Assembly(today).machine(fileOrName, Optional.empty());
    }

    /// Reads a machine on another rig than the one its file names.
    ///
    /// @return [Checked.Whole] or [Checked.Refused]
    public Checked machine(String fileOrName, String rigFileOrName) {
        return new Assembly(today).machine(fileOrName, Optional.of(rigFileOrName));
    }

    /// Checks a file of any kind: a machine with everything it names, any other as far as it can be checked alone.
    public Checked check(String fileOrName) {
        return new Assembly(today).check(fileOrName);
    }
}
