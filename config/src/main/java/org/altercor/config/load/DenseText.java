package org.altercor.config.load;

import java.util.Arrays;

/// A text without its blank lines and comment lines, and where every line of it stood. Columns stay as they were.
///
/// The parser gets this one: its cost grows steeply with the number of empty lines in a row (measured: two thousand
/// took 26 s), and an engineer who comments a file well must not pay for that.
final class DenseText {
    private final String text;
    private final int[] lines;
    private final int lastLine;

    private DenseText(String text, int[] lines, int lastLine) {
        this.text = text;
        this.lines = lines;
        this.lastLine = lastLine;
    }

    String text() {
        return text;
    }

    /// Line of the original that became a line of this text, both from 1; beyond the end, the last of the original.
    int originalLine(int line) {
        return line > lines.length ? lastLine : lines[Math.max(1, line) - 1];
    }

    /// Takes lines in their order, from the first to the last.
    static final class Builder {
        private final String original;
        private final StringBuilder text = new StringBuilder();
        private int[] lines = new int[64];
        private int count;

        Builder(String original) {
            this.original = original;
        }

        /// Keeps a line of the original, its line end included.
        void keep(int line, int start, int end) {
            if (count == lines.length) {
                lines = Arrays.copyOf(lines, 2 * count);
            }
            lines[count++] = line;
            text.append(original, start, end);
        }

        DenseText build() {
            int lastLine = Math.max(1, (int) original.lines().count());
            return new DenseText(text.toString(), Arrays.copyOf(lines, count), lastLine);
        }
    }
}
