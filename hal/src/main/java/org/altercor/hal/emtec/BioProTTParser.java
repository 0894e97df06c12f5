package org.altercor.hal.emtec;

/// Reads the free-running lines of an em-tec BioProTT, byte by byte.
///
/// ```
/// ee ss aaa p.pp ffffff mmmmmm ssssss tttttt CR LF        single spaces
/// │  │  │   │    │      │      │      └ board temperature, °C
/// │  │  │   │    │      └──────┴ means over 1 s and 10 s: checked for form, never used
/// │  │  │   │    └ mean flow over 0.1 s, mL/min, signed
/// │  │  │   └ calibration factor, 0.50 to 1.50
/// │  │  └ acoustic coupling, 0 to 100 %
/// │  └ status byte, hex
/// └ error byte, hex, 00 is none
/// ```
///
/// Blanks are runs of `-`, overflow of `^`, underflow of `v`. Lines may end in CR LF or LF CR, and may arrive
/// in any pieces. The protocol has no checksum: only the form of a line tells noise from a measurement, so the
/// form is checked strictly, and one wrong digit cannot be seen. Source: [P50].
///
/// Owner: one bus thread. Allocates nothing after construction.
public final class BioProTTParser {
    /// What the flow field of a line says.
    public enum Flow {
        MEASURED,
        /// The meter shows nothing.
        BLANK,
        /// More, or less, than the meter can show.
        BEYOND
    }

    /// Longest line that is looked at; the longest the protocol has is 45 characters [P50].
    private static final int LONGEST_LINE = 48;

    private static final int FIELDS = 8;
    private static final int NOT_A_NUMBER = Integer.MIN_VALUE;

    private final byte[] line = new byte[LONGEST_LINE];
    private final int[] starts = new int[FIELDS];
    private final int[] ends = new int[FIELDS];
    private int length;
    private boolean spoilt = true; // until the first line end: what came before may be the tail of a line

    private long linesBad;
    private int error;
    private int status;
    private int couplingPercent;
    private Flow flow = Flow.BLANK;
    private int flowMlPerMin;

    /// Takes one byte.
    ///
    /// @return whether it completed a good line, which the accessors then describe until the next one
    public boolean accept(byte next) {
        if (next == '\r' || next == '\n') {
            boolean good = endLine();
            length = 0;
            spoilt = false;
            return good;
        }
        if (length == LONGEST_LINE || next < ' ' || next > '~') {
            spoilt = true;
        } else {
            line[length++] = next;
        }
        return false;
    }

    /// What came so far is not continued by what comes next: bytes were lost, or may have been. Half a line and half
    /// of a later one would otherwise make one in form, with a flow that nobody measured.
    public void interrupted() {
        spoilt |= length > 0;
    }

    private boolean endLine() {
        if (length == 0 && !spoilt) {
            return false; // the second character of a line end
        }
        boolean good = !spoilt && split() && understand();
        if (!good) {
            linesBad++;
        }
        return good;
    }

    private boolean split() {
        int field = 0;
        starts[0] = 0;
        for (int i = 0; i < length; i++) {
            if (line[i] == ' ') {
                if (field == FIELDS - 1) {
                    return false;
                }
                ends[field++] = i;
                starts[field] = i + 1;
            }
        }
        ends[field] = length;
        return field == FIELDS - 1;
    }

    private boolean understand() {
        int newError = hex(0);
        int newStatus = hex(1);
        boolean couplingIsBlank = isRun(2, '-');
        int newCoupling = couplingIsBlank ? 0 : number(2);
        boolean inForm = newError >= 0
                && newStatus >= 0
                && newCoupling >= 0
                && newCoupling <= 100
                && (isRun(3, '-') || isFactor())
                && isFlow(4)
                && isFlow(5)
                && isFlow(6)
                && number(7) != NOT_A_NUMBER;
        if (!inForm) {
            return false;
        }
        error = newError;
        status = newStatus;
        couplingPercent = newCoupling;
        flowMlPerMin = 0;
        if (isRun(4, '-')) {
            flow = Flow.BLANK;
        } else if (isRun(4, '^') || isRun(4, 'v')) {
            flow = Flow.BEYOND;
        } else {
            flow = Flow.MEASURED;
            flowMlPerMin = number(4);
        }
        return true;
    }

    private boolean isFlow(int field) {
        return isRun(field, '-') || isRun(field, '^') || isRun(field, 'v') || number(field) != NOT_A_NUMBER;
    }

    private boolean isRun(int field, char mark) {
        for (int i = starts[field]; i < ends[field]; i++) {
            if (line[i] != mark) {
                return false;
            }
        }
        return ends[field] - starts[field] >= 3;
    }

    /// One digit, a point, two digits.
    private boolean isFactor() {
        int at = starts[3];
        return ends[3] - at == 4
                && isDigit(line[at])
                && line[at + 1] == '.'
                && isDigit(line[at + 2])
                && isDigit(line[at + 3]);
    }

    private int hex(int field) {
        if (ends[field] - starts[field] != 2) {
            return NOT_A_NUMBER;
        }
        int high = Character.digit(line[starts[field]], 16);
        int low = Character.digit(line[starts[field] + 1], 16);
        return high < 0 || low < 0 ? NOT_A_NUMBER : (high << 4) | low;
    }

    /// A decimal number of one to six digits with an optional sign.
    private int number(int field) {
        int at = starts[field];
        boolean negative = at < ends[field] && line[at] == '-';
        if (negative || (at < ends[field] && line[at] == '+')) {
            at++;
        }
        int digits = ends[field] - at;
        if (digits < 1 || digits > 6) {
            return NOT_A_NUMBER;
        }
        int value = 0;
        for (; at < ends[field]; at++) {
            if (!isDigit(line[at])) {
                return NOT_A_NUMBER;
            }
            value = 10 * value + line[at] - '0';
        }
        return negative ? -value : value;
    }

    private static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }

    /// Lines that were not in form since start.
    public long linesBad() {
        return linesBad;
    }

    /// Error byte; 0 is none.
    public int error() {
        return error;
    }

    /// Status byte, as sent.
    public int status() {
        return status;
    }

    /// Acoustic coupling in percent; 0 when the meter shows none.
    public int couplingPercent() {
        return couplingPercent;
    }

    public Flow flow() {
        return flow;
    }

    /// Mean flow over 0.1 s in mL/min, as the meter is mounted; meaningless unless [#flow] is `MEASURED`.
    public int flowMlPerMin() {
        return flowMlPerMin;
    }
}
