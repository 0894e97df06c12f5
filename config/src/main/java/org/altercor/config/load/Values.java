package org.altercor.config.load;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.altercor.config.schema.Key;

/// What was read of one section: the values that fit, and where everything stands.
final class Values {
    private final Spot heading;
    private final String name;
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, Spot> spots = new HashMap<>();
    private boolean isClean = true;

    Values(Spot heading, String name) {
        this.heading = heading;
        this.name = name;
    }

    /// The same values under another heading, to be replaced one by one.
    Values under(Spot otherHeading) {
        Values copy = new Values(otherHeading, name);
        copy.values.putAll(values);
        copy.spots.putAll(spots);
        copy.isClean = isClean;
        return copy;
    }

    /// The name its writer gave the section; the section's own name when it has only that.
    String name() {
        return name;
    }

    Spot heading() {
        return heading;
    }

    void put(Key<?> key, Object value) {
        values.put(key.name(), value);
    }

    void mark(String key, Spot spot) {
        spots.put(key, spot);
    }

    void spoil() {
        isClean = false;
    }

    /// Whether every key was there and fitted: only then may a record be built from it.
    boolean isClean() {
        return isClean;
    }

    /// Where a key stands; the heading with the key's name when it does not.
    Spot spot(Key<?> key) {
        String full = heading.key().isEmpty() ? key.name() : heading.key() + "." + key.name();
        return spots.getOrDefault(key.name(), new Spot(heading.file(), heading.line(), heading.column(), full));
    }

    /// Whether a key stands in the section, whatever its value.
    boolean isMarked(Key<?> key) {
        return spots.containsKey(key.name());
    }

    /// Where something stands that is no key of ours.
    Spot spotOf(String name) {
        return spots.getOrDefault(name, heading);
    }

    /// A value that may be absent.
    @SuppressWarnings("unchecked") // values come in only together with their key
    <T> Optional<T> find(Key<T> key) {
        return Optional.ofNullable((T) values.get(key.name()));
    }

    /// A value that a clean section has.
    <T> T of(Key<T> key) {
        return find(key).orElseThrow(() -> new IllegalStateException(heading.key() + " has no " + key.name()));
    }
}
