package org.altercor.controller.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.altercor.controller.blackbox.BlackBoxPage;
import org.altercor.controller.blackbox.WindowReading;
import org.altercor.safety.journal.JournalReport;
import picocli.CommandLine;

/// `altercor journal black-box FOLDER`.
@CommandLine.Command(
        name = "black-box",
        mixinStandardHelpOptions = true,
        description = {
            "Draw the minute on either side of an alarm: pumps, flows, pressures with their limits, level, air, clamps,",
            "events and settings, on one page for a browser or a printer that needs nothing else."
        },
        footer = {
            "",
            "Example:",
            "  altercor journal list FOLDER --type event          has the number of the alarm",
            "  altercor journal black-box FOLDER --alarm 4711 --out alarm.html"
        })
final class JournalBlackBoxCommand implements Callable<Integer> {
    @CommandLine.Mixin
    private final JournalSource source = new JournalSource();

    @CommandLine.Option(
            names = "--alarm",
            paramLabel = "NUMBER",
            required = true,
            description = "The event in its middle; 'journal list --type event' has its number.")
    private long alarm;

    @CommandLine.Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "Where to, a file that is not there yet.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private Path out;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init")
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var file = new NewFile(out, spec);
        file.expectNone();
        var reading = new WindowReading(source.event(alarm));
        JournalReport report = source.read(reading);
        if (!reading.whyNot().isEmpty()) {
            spec.commandLine().getErr().println("cannot be drawn: " + reading.whyNot());
            source.told(report);
            return Command.FALSE;
        }
        String page = BlackBoxPage.of(reading, source.name(), report, Main.Version.program());
        file.write(writer -> writer.append(page));
        return source.told(report);
    }
}
