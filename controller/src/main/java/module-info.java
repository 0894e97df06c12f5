import org.jspecify.annotations.NullMarked;

/// The control loop and the operator's side of the machine, with the command line and its `main`.
@NullMarked
module org.altercor.controller {
    requires transitive org.altercor.safety;
    requires static transitive org.jspecify;
    requires transitive info.picocli;

    exports org.altercor.controller.cli;
    exports org.altercor.controller.loop;

    opens org.altercor.controller.cli to
            info.picocli;

    uses org.altercor.controller.cli.Command;
}
