package org.altercor.controller.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A time as people type it: a number and its unit, `500ms`, `30s`, `5min`, `2h`.
final class DurationWord implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)(ms|s|min|h)");

    @Override
    public Duration convert(String word) {
        Matcher form = FORM.matcher(word);
        if (!form.matches()) {
            throw new TypeConversionException("'" + word + "' is no time; write it as 500ms, 30s, 5min or 2h");
        }
        double milliseconds = switch (form.group(2)) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "min" -> 60_000;
            case "h" -> 3_600_000;
            default -> throw new IllegalStateException("no unit of " + FORM);
        };
        return Duration.ofNanos(Math.round(Double.parseDouble(form.group(1)) * milliseconds * 1e6));
    }
}
