package org.altercor.config.schema;

import java.util.List;

/// The kinds of file, each with its table of sections and keys.
public enum FileKind {
    MACHINE("machine", "machines", MachineKeys.SECTIONS),
    RIG("rig", "rigs", RigKeys.SECTIONS),
    PROFILE("profile", "profiles", ProfileKeys.SECTIONS),
    CALIBRATION("calibration", "calibrations", CalibrationKeys.SECTIONS),
    CIRCUIT("circuit", "circuits", CircuitKeys.SECTIONS),
    SCENARIO("scenario", "scenarios", ScenarioKeys.SECTIONS);

    private final String word;
    private final String folder;

    @SuppressWarnings("ImmutableEnumChecker") // a list that cannot change
    private final List<Section> sections;

    FileKind(String word, String folder, List<Section> sections) {
        this.word = word;
        this.folder = folder;
        this.sections = sections;
    }

    /// The word under the key `kind` at the top of every file.
    public String word() {
        return word;
    }

    /// Folder in which shipped files of this kind lie.
    public String folder() {
        return folder;
    }

    public List<Section> sections() {
        return sections;
    }
}
