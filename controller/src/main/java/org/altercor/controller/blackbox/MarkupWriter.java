package org.altercor.controller.blackbox;

import java.util.Locale;

/// Puts markup together. Owner: one thread.
final class MarkupWriter {
    private final StringBuilder markup = new StringBuilder();

    /// Adds markup; words in it went through [Markup#text].
    ///
    /// @param form as of [String#format]; taken as it is when there are no values
    @SuppressWarnings("AnnotateFormatMethod") // the annotation is in a library that we do not ship
    void add(String form, Object... values) {
        markup.append(values.length == 0 ? form : String.format(Locale.ROOT, form, values));
    }

    /// Adds words at a place of a drawing.
    ///
    /// @param kind their classes on the page
    void text(String kind, double x, double y, String words) {
        add("<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>", kind, x, y, Markup.text(words));
    }

    boolean isEmpty() {
        return markup.isEmpty();
    }

    @Override
    public String toString() {
        return markup.toString();
    }
}
