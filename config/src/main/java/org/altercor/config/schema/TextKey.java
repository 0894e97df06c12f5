package org.altercor.config.schema;

import java.util.regex.Pattern;

/// A text of a given shape.
///
/// @param name     name of the key
/// @param presence whether it must be there
/// @param shape    what the text must look like
/// @param meaning  one sentence
public record TextKey(String name, Presence presence, Shape shape, String meaning) implements Key<String> {
    /// Shapes of texts.
    public enum Shape {
        /// Free text for people. A terminal and a report show it as it is: nothing invisible, and nothing that steers.
        LINE("(?=.*[^\\s\\p{Z}])[^\\p{C}\\p{Zl}\\p{Zp}]+", 200, "one line of text, 1 to 200 visible characters"),
        /// A name that other sections refer to.
        NAME("[a-z][a-z0-9]*(-[a-z0-9]+)*", 40, "a name: lower-case letters, digits and single hyphens"),
        /// A shipped name, or a path that ends in `.toml`.
        FILE(
                "[a-z][a-z0-9]*(-[a-z0-9]+)*|[^\\p{C}\\p{Zl}\\p{Zp}]+\\.toml",
                200,
                "a shipped name, or a path that ends in .toml"),
        /// An absolute path of a device, written the one way: no empty part, no `.` and no `..`, so that two texts are
        /// two names. A link and what it leads to are still two.
        DEVICE(
                "/dev(/(?!\\.{1,2}(/|$))[A-Za-z0-9._:+-]+)+",
                200,
                "the path of a device, /dev/…, without a double slash, . or .. in it"),
        /// Label of a GPIO chip, or its path: never its number, which changes between models.
        CHIP("/dev/gpiochip(0|[1-9][0-9]*)|[a-z][a-z0-9-]*", 40, "a chip label (pinctrl-rp1), or /dev/gpiochipN");

        private final Pattern pattern;
        private final int longest;
        private final String allowed;

        Shape(String pattern, int longest, String allowed) {
            this.pattern = Pattern.compile(pattern);
            this.longest = longest;
            this.allowed = allowed;
        }

        /// Whether a text has this shape.
        public boolean fits(String text) {
            return text.length() <= longest && pattern.matcher(text).matches();
        }

        /// The shape in words.
        public String allowed() {
            return allowed;
        }
    }

    @Override
    public String typeText() {
        return "text";
    }

    @Override
    public String allowedText() {
        return shape.allowed;
    }

    @Override
    public Verdict<String> read(Object found) {
        return found instanceof String text && shape.fits(text)
                ? new Verdict.Fit<>(text)
                : Verdict.misfit(found, shape.allowed);
    }
}
