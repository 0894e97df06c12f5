package org.altercor.config.schema;

/// True or false.
///
/// @param name     name of the key
/// @param presence whether it must be there
/// @param meaning  one sentence
public record FlagKey(String name, Presence presence, String meaning) implements Key<Boolean> {
    @Override
    public String typeText() {
        return "true/false";
    }

    @Override
    public String allowedText() {
        return "true, false";
    }

    @Override
    public Verdict<Boolean> read(Object found) {
        return found instanceof Boolean flag
                ? new Verdict.Fit<>(flag)
                : Verdict.misfit(found, "true or false, without quotation marks");
    }
}
