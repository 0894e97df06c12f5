package org.altercor.config.circuit;

import java.util.List;
import java.util.Optional;

/// What the twin simulates: parts, and how they are joined. A pump head bears the name of the pump that turns it.
///
/// @param name  name
/// @param title one line for people
/// @param parts in the order of the file
public record Circuit(String name, String title, List<Part> parts) {
    public Circuit {
        parts = List.copyOf(parts);
    }

    /// The part that describes what all others share; the usual one where the file has none.
    public Part shared(PartKind kind) {
        return parts.stream()
                .filter(part -> part.kind() == kind)
                .findFirst()
                .orElseGet(() -> Part.usual(kind.word(), kind));
    }

    /// A part by its name.
    public Optional<Part> part(String partName) {
        return parts.stream().filter(part -> part.name().equals(partName)).findFirst();
    }
}
