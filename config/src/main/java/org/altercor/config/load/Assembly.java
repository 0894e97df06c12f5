package org.altercor.config.load;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.altercor.config.Calibration;
import org.altercor.config.Machine;
import org.altercor.config.Profile;
import org.altercor.config.Pump;
import org.altercor.config.SourceFile;
import org.altercor.config.circuit.Circuit;
import org.altercor.config.rig.Rig;
import org.altercor.config.scenario.Scenario;
import org.altercor.config.schema.CommonKeys;
import org.altercor.config.schema.FileKind;
import org.altercor.config.schema.Key;
import org.altercor.config.schema.MachineKeys;
import org.altercor.config.schema.RigKeys;
import org.altercor.config.schema.ScenarioKeys;

/// Puts one machine, or one scenario, together. Used once.
final class Assembly {
    private final LocalDate today;
    private final Problems problems = new Problems();
    private final Sources sources;

    Assembly(LocalDate today) {
        this.today = today;
        sources = new Sources(problems);
    }

    /// Over files that were kept, and no others.
    Assembly(LocalDate today, List<SourceFile> kept) {
        this.today = today;
        sources = new Sources(problems, kept);
    }

    Checked check(String fileOrName) {
        Optional<FileValues> file = sources.openAny(fileOrName);
        if (file.isPresent() && file.get().kind() == FileKind.MACHINE) {
            return machine(file.get(), Optional.empty());
        }
        file.ifPresent(this::alone);
        if (!problems.isEmpty() || file.isEmpty()) {
            return new Checked.Refused(problems.list());
        }
        Values top = file.get().top();
        return new Checked.Part(
                file.get().file(), file.get().kind(), top.of(CommonKeys.NAME), top.of(CommonKeys.TITLE));
    }

    private void alone(FileValues file) {
        switch (file.kind()) {
            case MACHINE -> throw new IllegalStateException("a machine is never checked alone");
            case RIG -> {
                rig(Optional.of(file));
                circuitFile(file).ifPresent(values -> CircuitReader.read(values, problems));
            }
            case PROFILE -> ProfileReader.read(file, today, problems);
            case CALIBRATION -> CalibrationReader.read(file, today, problems);
            case CIRCUIT -> CircuitReader.read(file, problems);
            case SCENARIO -> readScenario(file);
        }
    }

    /// A scenario and everything that it names.
    ScenarioFiles.Read scenario(String file) {
        Optional<Scenario> scenario = sources.open(file, FileKind.SCENARIO).flatMap(this::readScenario);
        return problems.isEmpty() && scenario.isPresent()
                ? new ScenarioFiles.Read.Whole(scenario.get(), sources.shown(), sources.fingerprint())
                : new ScenarioFiles.Read.Refused(new Checked.Refused(problems.list()));
    }

    private Optional<Scenario> readScenario(FileValues file) {
        Optional<FileValues> circuit = named(file, file.top(), ScenarioKeys.CIRCUIT, FileKind.CIRCUIT);
        Optional<Draft> machine = named(file, file.top(), ScenarioKeys.MACHINE, FileKind.MACHINE)
                .map(values -> draft(values, Optional.empty()));
        return new ScenarioReader(file, circuit, machine, problems).read();
    }

    Checked machine(String fileOrName, Optional<String> rigOverride) {
        Optional<FileValues> file = sources.open(fileOrName, FileKind.MACHINE);
        if (file.isEmpty()) {
            rigOverride.ifPresent(name -> rig(sources.open(name, FileKind.RIG)));
            return new Checked.Refused(problems.list());
        }
        return machine(file.get(), rigOverride);
    }

    private Checked machine(FileValues file, Optional<String> rigOverride) {
        return draft(file, rigOverride)
                .machine()
                .<Checked>map(Checked.Whole::new)
                .orElseGet(() -> new Checked.Refused(problems.list()));
    }

    /// A machine on its way.
    ///
    /// @param reader      what stands in its file
    /// @param rigFile     what stands in the file of its rig, if that could be read
    /// @param rig         its rig, if that file could be read
    /// @param circuitFile what stands in the file of its circuit, if the rig names one that could be read
    /// @param machine     the machine, when nothing is wrong so far
    record Draft(
            MachineReader reader,
            Optional<FileValues> rigFile,
            Optional<Rig> rig,
            Optional<FileValues> circuitFile,
            Optional<Machine> machine) {}

    private Draft draft(FileValues file, Optional<String> rigOverride) {
        MachineReader reader = new MachineReader(file, problems);
        reader.check();
        Optional<Profile> profile = named(file, file.top(), MachineKeys.PROFILE, FileKind.PROFILE)
                .flatMap(values -> ProfileReader.read(values, today, problems));
        Optional<FileValues> rigFile = rigOverride.isPresent()
                ? sources.open(rigOverride.get(), FileKind.RIG)
                : named(file, file.top(), MachineKeys.RIG, FileKind.RIG);
        Optional<Rig> rig = rig(rigFile);
        Optional<FileValues> circuitFile = rigFile.flatMap(this::circuitFile);
        Optional<Circuit> circuit = circuitFile.flatMap(values -> CircuitReader.read(values, problems));
        List<Pump> pumps = reader.pumps(calibrations(file));
        if (rigFile.isPresent() && rig.isPresent()) {
            Parts parts = new Parts(reader, rigFile.get(), rig.get(), profile, pumps, reader.sensors());
            WiringChecks.check(parts, problems);
            DriveChecks.check(parts, problems);
            ProtectionChecks.check(parts, problems);
            circuit.ifPresent(simulated -> TwinChecks.check(parts, simulated, problems));
        }
        boolean isWhole = file.isClean() && pumps.size() == file.names("pump").size();
        if (!problems.isEmpty() || profile.isEmpty() || rig.isEmpty() || !isWhole) {
            return new Draft(reader, rigFile, rig, circuitFile, Optional.empty());
        }
        Values top = file.top();
        var machine = new Machine(
                top.of(CommonKeys.NAME),
                top.of(CommonKeys.TITLE),
                pumps,
                reader.sensors(),
                profile.get(),
                rig.get(),
                circuit,
                sources.files(),
                today,
                sources.fingerprint(),
                Cautions.of(pumps, reader.sensors(), rig.get(), circuit, today));
        return new Draft(reader, rigFile, rig, circuitFile, Optional.of(machine));
    }

    private Optional<Rig> rig(Optional<FileValues> file) {
        return file.map(values -> {
            Rig rig = RigReader.read(values);
            RigChecks.check(values, rig, today, problems);
            TwinChecks.hasCircuit(values, rig, problems);
            return rig;
        });
    }

    /// The file of the circuit that a rig names, if it names one that can be read.
    private Optional<FileValues> circuitFile(FileValues rigFile) {
        return named(rigFile, rigFile.top(), RigKeys.CIRCUIT, FileKind.CIRCUIT);
    }

    /// The calibrations that could be read, by the name under which pumps ask for them.
    private Map<String, Calibration> calibrations(FileValues file) {
        Map<String, Calibration> calibrations = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (Values pump : file.all("pump")) {
            Optional<String> asked = pump.find(MachineKeys.CALIBRATION);
            if (asked.isPresent() && seen.add(asked.get())) {
                named(file, pump, MachineKeys.CALIBRATION, FileKind.CALIBRATION)
                        .flatMap(values -> CalibrationReader.read(values, today, problems))
                        .ifPresent(calibration -> calibrations.put(asked.get(), calibration));
            }
        }
        return calibrations;
    }

    private Optional<FileValues> named(FileValues file, Values values, Key<String> key, FileKind kind) {
        return values.find(key).flatMap(asked -> sources.open(asked, kind, Optional.of(file.file()), values.spot(key)));
    }
}
