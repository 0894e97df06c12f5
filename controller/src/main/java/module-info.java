import org.jspecify.annotations.NullMarked;

/// The control loop and the operator's side of the machine, with the command line and its `main`.
@NullMarked
module org.altercor.controller {
    requires transitive org.altercor.safety;
    requires static transitive org.jspecify;
    requires transitive info.picocli;
    requires com.fasterxml.jackson.annotation;
    requires io.javalin;
    requires org.eclipse.jetty.server;
    requires org.eclipse.jetty.util;
    requires tools.jackson.core;
    requires tools.jackson.databind;

    exports org.altercor.controller.cli;
    exports org.altercor.controller.console;
    exports org.altercor.controller.journal;
    exports org.altercor.controller.loop;
    exports org.altercor.controller.operator;
    exports org.altercor.controller.replay;
    exports org.altercor.controller.run;
    exports org.altercor.controller.scenario;

    opens org.altercor.controller.cli to
            info.picocli;
    opens org.altercor.controller.console to
            tools.jackson.databind;
    opens org.altercor.controller.journal to
            tools.jackson.databind;
    opens org.altercor.controller.replay to
            tools.jackson.databind;
    opens org.altercor.controller.scenario to
            tools.jackson.databind;

    uses org.altercor.controller.cli.Command;
    uses org.altercor.controller.cli.DemoBroker;
}
