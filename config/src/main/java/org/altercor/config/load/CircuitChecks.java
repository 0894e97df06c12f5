package org.altercor.config.load;

import static org.altercor.config.schema.CircuitKeys.*;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.altercor.config.circuit.PartKind;
import org.altercor.config.circuit.PartKind.Shape;
import org.altercor.config.schema.Spelling;
import org.altercor.config.schema.TextKey;

/// What must be true between the parts of a circuit: ends that exist and hold, nothing that nothing leads to, one blood
/// and one patient, each place once, and a surface somewhere.
final class CircuitChecks {
    private static final Set<PartKind> WITH_SURFACE = Set.of(PartKind.RESERVOIR, PartKind.TANK, PartKind.COMPARTMENT);

    private final FileValues file;
    private final Problems problems;
    private final Set<String> reached = new HashSet<>();
    private boolean isEveryEndKnown = true;

    private CircuitChecks(FileValues file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    static void check(FileValues file, Problems problems) {
        var checks = new CircuitChecks(file, problems);
        for (Values part : file.all(PART)) {
            checks.ends(part);
        }
        checks.lonely();
        checks.once(PartKind.BLOOD);
        checks.once(PartKind.PATIENT);
        checks.places();
        checks.surface();
    }

    private void ends(Values part) {
        Optional<PartKind> kind = part.find(TYPE);
        if (kind.isEmpty()) {
            isEveryEndKnown = false;
            return;
        }
        if (!kind.get().hasEnds()) {
            return;
        }
        end(part, FROM);
        end(part, TO);
        part.find(TO)
                .filter(to -> part.find(FROM).filter(to::equals).isPresent())
                .ifPresent(to -> problems.add(
                        part.spot(TO),
                        to + ", at both ends",
                        "two different parts: nothing flows from a part to itself"));
    }

    private void end(Values part, TextKey key) {
        Optional<String> name = part.find(key);
        if (name.isEmpty()) {
            isEveryEndKnown = false;
            return;
        }
        Optional<Values> other = file.named(PART, name.get());
        if (other.isEmpty()) {
            isEveryEndKnown = false;
            if (problems.isFullFor(file.file())) {
                problems.count(file.file());
            } else if (file.isComplete()) {
                problems.add(
                        part.spot(key),
                        "the part " + name.get() + ", which the circuit does not have",
                        "one of: " + String.join(", ", holding()),
                        Spelling.didYouMean(name.get(), holding()));
            }
            return;
        }
        reached.add(name.get());
        other.get()
                .find(TYPE)
                .filter(kind -> kind.shape() != Shape.HOLDS)
                .ifPresent(kind -> problems.add(
                        part.spot(key),
                        String.format(Locale.ROOT, "%s, of type %s, which holds nothing", name.get(), kind.word()),
                        "one of: " + String.join(", ", holding())
                                + "; two parts that lead meet in a junction between them"));
    }

    private List<String> holding() {
        return file.all(PART).stream()
                .filter(CircuitChecks::holds)
                .map(Values::name)
                .toList();
    }

    private static boolean holds(Values part) {
        return part.find(TYPE).filter(kind -> kind.shape() == Shape.HOLDS).isPresent();
    }

    private void lonely() {
        if (!file.isComplete() || !isEveryEndKnown) {
            return; // a wrong name may be the one that is missing here
        }
        for (Values part : file.all(PART)) {
            if (holds(part) && !reached.contains(part.name())) {
                problems.add(
                        part.heading(),
                        "a part that nothing leads to",
                        "a part with ends from or to " + part.name() + ", or none of that name");
            }
        }
    }

    private void once(PartKind kind) {
        List<Values> all = file.all(PART).stream()
                .filter(part -> part.find(TYPE).filter(kind::equals).isPresent())
                .toList();
        for (Values second : all.stream().skip(1).toList()) {
            problems.add(
                    second.spot(TYPE),
                    "a second " + kind.word(),
                    "one of its kind; the first is " + all.getFirst().name());
        }
    }

    /// A sensor that finds two parts in its place would measure either.
    private void places() {
        Map<String, Values> taken = new HashMap<>();
        for (Values part : file.all(PART)) {
            part.find(PLACE)
                    .ifPresent(place -> part.find(TYPE).ifPresent(kind -> {
                        Values other = taken.putIfAbsent(kind.shape() + " " + place.word(), part);
                        if (other != null) {
                            problems.add(
                                    part.spot(PLACE),
                                    String.format(Locale.ROOT, "%s, where %s is already", place.word(), other.name()),
                                    String.format(
                                            Locale.ROOT,
                                            "a place for one part that %s",
                                            kind.shape() == Shape.HOLDS ? "holds, and one that leads" : "leads"));
                        }
                    }));
        }
    }

    private void surface() {
        List<Optional<PartKind>> kinds =
                file.all(PART).stream().map(part -> part.find(TYPE)).toList();
        boolean isKnown =
                file.isComplete() && !kinds.isEmpty() && kinds.stream().allMatch(Optional::isPresent);
        if (isKnown && kinds.stream().noneMatch(kind -> WITH_SURFACE.contains(kind.orElseThrow()))) {
            problems.add(
                    new Spot(file.file(), 1, 1, PART),
                    "a circuit without a surface",
                    "at least one "
                            + WITH_SURFACE.stream().map(PartKind::word).sorted().collect(Collectors.joining(" or "))
                            + ": something must say what the pressure is");
        }
    }
}
