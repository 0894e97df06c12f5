package org.altercor.config.load;

import java.util.Locale;
import java.util.Optional;

/// Looks at the shape of a text before the parser does: nesting, unclosed quotation marks, strange characters.
///
/// It knows comments and the four kinds of TOML strings, and nothing else of the language. As it passes every line
/// anyway, it leaves out the empty ones for the parser.
///
/// ```
///           "        '        """       '''      #
/// CODE ──► BASIC, LITERAL, LONG_BASIC, LONG_LITERAL, COMMENT ──► CODE (closing mark; end of line)
/// ```
final class ShapeScan {
    /// Deepest nesting of brackets and dots. Our files need three; the parser recurses once for each.
    static final int DEEPEST = 8;

    /// Characters of one key with its value, comments not counted. Ours need some hundreds; within a value the parser's
    /// search for a way on grows with the square of its length.
    static final int LONGEST_VALUE = 2_048;

    /// Complaints after which the text is not worth parsing: it is no configuration.
    private static final int MOST_COMPLAINTS = 10;

    private enum In {
        CODE,
        COMMENT,
        BASIC,
        LITERAL,
        LONG_BASIC,
        LONG_LITERAL
    }

    private final String text;
    private final String file;
    private final Problems problems;
    private final DenseText.Builder dense;
    private In in = In.CODE;
    private int line = 1;
    private int lineStart;
    private int openedLine;
    private int openedColumn;
    private int depth;
    private int braces;
    private int previous;
    private int dots;
    private boolean isHeader;
    private boolean isLineBlank = true;
    private boolean isAssigned;
    private boolean isWithinText;
    private int length;
    private int complaints;

    private ShapeScan(String text, String file, Problems problems) {
        this.text = text;
        this.file = file;
        this.problems = problems;
        this.dense = new DenseText.Builder(text);
    }

    /// The lines of `text` that say something; empty when it is not worth parsing. What is wrong with it is added to
    /// `problems` either way.
    static Optional<DenseText> dense(String text, String file, Problems problems) {
        ShapeScan scan = new ShapeScan(text, file, problems);
        return scan.isParsable() ? Optional.of(scan.dense.build()) : Optional.empty();
    }

    private boolean isParsable() {
        int i = 0;
        while (i < text.length() && complaints < MOST_COMPLAINTS) {
            int point = text.codePointAt(i);
            if (isNeverAllowed(point, i)) {
                complain(
                        i,
                        String.format(Locale.ROOT, "the invisible or control character U+%04X", point),
                        "visible characters, tabs and line ends");
            }
            length += in == In.COMMENT ? 0 : 1;
            if (length > LONGEST_VALUE) {
                complain(
                        i,
                        "a heading, or a key with its value, of more than " + LONGEST_VALUE + " characters",
                        "at most so many; nothing after this was read");
                return false;
            }
            int width = switch (in) {
                case CODE -> code(point, i);
                case COMMENT -> 1;
                case BASIC -> inside(point, i, "\"", true);
                case LITERAL -> inside(point, i, "'", false);
                case LONG_BASIC -> inside(point, i, "\"\"\"", true);
                case LONG_LITERAL -> inside(point, i, "'''", false);
            };
            if (width == 0) {
                return false;
            }
            if (point == '\n' && braces > 0 && (in == In.CODE || in == In.COMMENT)) {
                complain(i, "a table in braces that is not closed in its line", "a closing brace in the same line");
                return false;
            }
            if (point == '\n') {
                endLine(i);
            }
            i += Math.max(width, Character.charCount(point));
        }
        if (in != In.CODE && in != In.COMMENT) {
            complainUnclosed();
        }
        if (depth > 0 && !isHeader) {
            complain(text.length(), "the end of the file within a list or a table", "a closing bracket");
            return false; // the parser would look for it again on every line
        }
        endOfLine(text.length());
        keepLine(text.length());
        return complaints < MOST_COMPLAINTS;
    }

    /// Looks at one character outside strings and comments; 0 when the text is nested too deeply.
    private int code(int point, int at) {
        switch (point) {
            case '#' -> in = In.COMMENT;
            case '"' -> {
                return open(at, "\"\"\"", In.LONG_BASIC, In.BASIC);
            }
            case '\'' -> {
                return open(at, "'''", In.LONG_LITERAL, In.LITERAL);
            }
            case '[', '{' -> {
                isHeader |= depth == 0 && isLineBlank;
                depth++;
                braces += point == '{' ? 1 : 0;
                dots = 0;
            }
            case ']', '}' -> {
                depth--;
                braces -= point == '}' ? 1 : 0;
                dots = 0;
            }
            case '.' -> dots++;
            case '=' -> {
                if (isLineBlank && depth == 0) {
                    complain(at, "an equals sign with no key before it", "key = value");
                }
                isAssigned = true;
                dots = 0;
            }
            case ',' -> dots = 0;
            default -> {
                if (point > 0x7e && !isNeverAllowed(point, at)) {
                    complain(
                            at,
                            String.format(Locale.ROOT, "the character U+%04X (%s)", point, name(point)),
                            "plain ASCII outside comments and quotation marks");
                }
            }
        }
        if (point != ' ' && point != '\t' && point != '\r' && point != '\n' && point != '#') {
            previous = point;
        }
        isLineBlank &= point == ' ' || point == '\t' || point == '\r' || point == '\n' || point == '#';
        if (depth < 0) {
            complain(at, "a closing bracket too many", "as many as were opened");
            depth = 0;
        }
        if (depth > DEEPEST || dots > DEEPEST) {
            complain(
                    at,
                    "nesting deeper than " + DEEPEST,
                    "at most " + DEEPEST + " brackets or dots within each other; nothing after this was read");
            return 0;
        }
        return 1;
    }

    private int open(int at, String longMark, In longString, In shortString) {
        if (depth > 0 && "[{,=.".indexOf(previous) < 0) {
            complain(at, "a text right after another value", "a comma between them");
        }
        boolean isLong = text.startsWith(longMark, at);
        in = isLong ? longString : shortString;
        openedLine = line;
        openedColumn = at - lineStart + 1;
        isLineBlank = false;
        return isLong ? longMark.length() : 1;
    }

    private int inside(int point, int at, String closing, boolean hasEscapes) {
        if (hasEscapes && point == '\\' && at + 1 < text.length() && text.charAt(at + 1) != '\n') {
            return 2;
        }
        if (text.startsWith(closing, at)) {
            in = In.CODE;
            previous = '"';
            return closing.length();
        }
        if (point == '\n' && closing.length() == 1) {
            complainUnclosed();
            in = In.CODE;
        }
        return 1;
    }

    private void endLine(int at) {
        endOfLine(at);
        keepLine(at + 1);
        line++;
        lineStart = at + 1;
        dots = 0;
        isLineBlank = true;
        if (in == In.COMMENT) {
            in = In.CODE;
        }
        isHeader = false;
        isWithinText = in == In.LONG_BASIC || in == In.LONG_LITERAL;
        isAssigned = depth > 0 || isWithinText; // this line goes on with a value
        length = isAssigned ? length : 0;
    }

    /// Hands a line to the parser unless it is blank or a comment. Within a text every line counts.
    private void keepLine(int end) {
        if (!isLineBlank || isWithinText) {
            dense.keep(line, lineStart, end);
        }
    }

    /// A line is a heading, a key with its value, or nothing. The parser tries hard to make sense of any other, at a
    /// cost that grows with the square of their number.
    private void endOfLine(int at) {
        boolean isAllowed = isLineBlank || isAssigned || isHeader;
        if (isHeader && depth > 0) {
            complain(at, "a heading that is not closed", "a closing bracket in the same line");
            depth = 0;
        } else if (!isAllowed) {
            complain(at, "a line that is no key = value, no [heading] and no comment", "one of these");
        }
    }

    private boolean isNeverAllowed(int point, int at) {
        if (point == '\t' || point == '\n') {
            return false;
        }
        if (point == '\r') {
            return at + 1 >= text.length() || text.charAt(at + 1) != '\n';
        }
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.UNASSIGNED
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static String name(int point) {
        String name = Character.getName(point);
        return name == null ? "without a name" : name;
    }

    private void complainUnclosed() {
        complaints++;
        problems.add(
                new Spot(file, openedLine, openedColumn, ""),
                "a quotation mark that is never closed",
                "a closing one " + (in == In.BASIC || in == In.LITERAL ? "on the same line" : "somewhere"),
                Optional.empty());
    }

    private void complain(int at, String found, String allowed) {
        complaints++;
        problems.add(new Spot(file, line, at - lineStart + 1, ""), found, allowed);
    }
}
