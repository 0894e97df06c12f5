package org.altercor.controller.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;
import org.altercor.hal.twin.Signal;

/// Rows as comma-separated values: a header of names, each with its unit in it, then one line a row.
///
/// Seven digits: more than any sensor has, and the same on every computer. What is not known is an empty field.
public final class CsvRows implements Recorder.Rows {
    private static final MathContext DIGITS = new MathContext(7);

    private final Writer writer;

    /// Writes the header.
    ///
    /// @throws UncheckedIOException when the file takes no more; so does every row
    public CsvRows(List<Signal> signals, Writer writer) {
        this.writer = writer;
        write("time-s," + signals.stream().map(Signal::name).collect(Collectors.joining(",")) + "\n");
    }

    @Override
    public void row(double timeSeconds, double[] values) {
        StringBuilder line = new StringBuilder(number(timeSeconds));
        for (double value : values) {
            line.append(',').append(number(value));
        }
        write(line.append('\n').toString());
    }

    private void write(String text) {
        try {
            writer.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        BigDecimal rounded = new BigDecimal(value, DIGITS);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
