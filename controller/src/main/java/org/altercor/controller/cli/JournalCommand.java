package org.altercor.controller.cli;

import picocli.CommandLine;

/// `altercor journal verify|list|export|black-box FOLDER`: looks inside a journal, and changes nothing of it.
@CommandLine.Command(
        name = "journal",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "verify|list|export|black-box",
        description = "Look inside a journal. Nothing of it is changed.",
        subcommands = {
            JournalVerifyCommand.class,
            JournalListCommand.class,
            JournalExportCommand.class,
            JournalBlackBoxCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  altercor journal verify FOLDER",
            "  altercor journal list FOLDER --type event --last 20",
            "  altercor journal export FOLDER --format csv --out case.csv",
            "  altercor journal black-box FOLDER --alarm 4711 --out alarm.html",
            "",
            "list, export and black-box say on the error stream what is wrong with the journal, and end with 1 when it is not whole."
        })
public final class JournalCommand implements Command {
    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Say what to do: verify, list, export or black-box.");
    }
}
