package org.altercor.config.schema;

import static org.altercor.config.schema.Presence.REQUIRED;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.altercor.config.Place;
import org.altercor.config.circuit.Parameter;
import org.altercor.config.circuit.Parameter.Usual;
import org.altercor.config.circuit.PartKind;
import org.altercor.config.circuit.PartKind.Shape;
import org.altercor.config.schema.Section.Count;
import org.altercor.config.schema.WordKey.Words;

/// Keys of a circuit file: what the twin simulates. The numbers of its parts are those of [PartKind]; a key that
/// several
/// kinds share is one key, with one unit and one range.
public final class CircuitKeys {
    /// Name of the section of a part.
    public static final String PART = "part";

    public static final WordKey<PartKind> TYPE = new WordKey<>(
            "type",
            REQUIRED,
            Words.of(PartKind.values(), PartKind::word),
            "what the part is; it decides which numbers it has");
    public static final TextKey FROM = new TextKey(
            "from",
            Presence.requiredWhen(TYPE, kinds(PartKind::hasEnds)),
            TextKey.Shape.NAME,
            "name of the holding part at its first end");
    public static final TextKey TO = new TextKey(
            "to",
            Presence.requiredWhen(TYPE, kinds(PartKind::hasEnds)),
            TextKey.Shape.NAME,
            "name of the holding part at its second end; flow counts as positive that way");
    public static final WordKey<Place> PLACE = new WordKey<>(
            "place",
            Presence.optionalWhen(TYPE, kinds(kind -> kind.shape() == Shape.HOLDS || kind.shape() == Shape.LEADS)),
            Words.of(Place.values(), Place::word),
            "where it is, in the words of machine files: sensors of that place find it");

    private static final Map<String, DecimalKey> NUMBERS = numbers();

    static final List<Key<?>> OF_PART = ofPart();

    static final List<Section> SECTIONS = List.of(
            new Section("", Count.ONE, "what the file is", List.of(CommonKeys.KIND, CommonKeys.NAME, CommonKeys.TITLE)),
            new Section(
                    PART, Count.NAMED_SOME, "one part; a pump head bears the name of the pump that turns it", OF_PART));

    private CircuitKeys() {}

    /// The key of a parameter.
    public static DecimalKey number(Parameter parameter) {
        return Objects.requireNonNull(NUMBERS.get(parameter.key()), parameter.key());
    }

    private static PartKind[] kinds(Predicate<PartKind> wanted) {
        return Arrays.stream(PartKind.values()).filter(wanted).toArray(PartKind[]::new);
    }

    private static List<Key<?>> ofPart() {
        List<Key<?>> keys = new ArrayList<>(List.of(TYPE, FROM, TO, PLACE));
        keys.addAll(NUMBERS.values());
        return List.copyOf(keys);
    }

    private static Map<String, DecimalKey> numbers() {
        Map<String, DecimalKey> numbers = new LinkedHashMap<>();
        for (PartKind kind : PartKind.values()) {
            for (Parameter parameter : kind.parameters()) {
                numbers.computeIfAbsent(parameter.key(), key -> number(key, parameter));
            }
        }
        return numbers;
    }

    private static DecimalKey number(String key, Parameter first) {
        PartKind[] kinds = kinds(kind -> kind.parameter(key).isPresent());
        Presence presence = first.usual() instanceof Usual.Needed
                ? Presence.requiredWhen(TYPE, kinds)
                : Presence.optionalWhen(TYPE, kinds);
        Map<String, String> kindsOfMeaning = new LinkedHashMap<>();
        for (PartKind kind : kinds) {
            kindsOfMeaning.merge(
                    kind.parameter(key).orElseThrow().meaning(), kind.word(), (one, other) -> one + ", " + other);
        }
        String meaning = kindsOfMeaning.size() == 1
                ? first.meaning()
                : kindsOfMeaning.entrySet().stream()
                        .map(entry -> entry.getValue() + ": " + entry.getKey())
                        .collect(Collectors.joining("; "));
        return new DecimalKey(key, presence, first, meaning);
    }
}
