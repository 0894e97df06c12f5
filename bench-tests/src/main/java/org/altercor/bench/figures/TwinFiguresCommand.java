package org.altercor.bench.figures;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.altercor.controller.cli.Command;
import org.altercor.controller.cli.Json;
import picocli.CommandLine;

/// `altercor bench twin-figures`: the twin beside published figures, faster than real time.
@CommandLine.Command(
        name = "twin-figures",
        mixinStandardHelpOptions = true,
        description = {
            "Set what the twin gives beside what others have measured or derived.",
            "Prints a Markdown table; docs/tables/twin-figures.md is a copy. Exit code 1 when a figure is not as the "
                    + "table says: one that agreed differs, or one that is known to differ agrees."
        })
public final class TwinFiguresCommand implements Command {
    private final Map<String, List<Figure>> themes;

    @CommandLine.Option(names = "--json", description = "Print JSON instead of Markdown.")
    private boolean json;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandLine.Model.CommandSpec spec;

    /// For picocli: of all figures.
    public TwinFiguresCommand() {
        this(TwinFigures.byTheme());
    }

    TwinFiguresCommand(Map<String, List<Figure>> themes) {
        this.themes = themes;
    }

    @Override
    public Integer call() {
        Map<String, List<Finding>> findings = find(themes);
        FigureCounts counts =
                FigureCounts.of(findings.values().stream().flatMap(List::stream).toList());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            List<FiguresReport.Row> rows = new ArrayList<>();
            findings.forEach((theme, its) -> its.forEach(finding -> rows.add(FiguresReport.Row.of(theme, finding))));
            out.println(Json.write(new FiguresReport(counts, rows)));
        } else {
            out.print(FiguresText.markdown(findings));
        }
        out.flush();
        return counts.changed() == 0 ? TRUE : FALSE;
    }

    /// Asks the twin for every figure. Takes some seconds.
    static Map<String, List<Finding>> find(Map<String, List<Figure>> themes) {
        Map<String, List<Finding>> findings = new LinkedHashMap<>();
        themes.forEach((theme, figures) ->
                findings.put(theme, figures.stream().map(Figure::find).toList()));
        return findings;
    }
}
