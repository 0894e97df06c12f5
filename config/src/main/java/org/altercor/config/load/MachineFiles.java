package org.altercor.config.load;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.altercor.config.SourceFile;
import org.altercor.config.schema.FileKind;

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

    /// Reads a machine again from the files that it was read from, and from no others.
    ///
    /// @param kept as [org.altercor.config.Machine#sources] has them
    /// @return [Checked.Whole] or [Checked.Refused]
    public Checked machine(List<SourceFile> kept) {
        return new Assembly(today, kept).machine(fileOf(kept, FileKind.MACHINE).orElse(""), fileOf(kept, FileKind.RIG));
    }

    private static Optional<String> fileOf(List<SourceFile> kept, FileKind kind) {
        return kept.stream()
                .filter(file -> file.kind().equals(kind.word()))
                .map(SourceFile::file)
                .findFirst();
    }

    /// Checks a file of any kind: a machine with everything it names, any other as far as it can be checked alone.
    public Checked check(String fileOrName) {
        return new Assembly(today).check(fileOrName);
    }
}
