import org.jspecify.annotations.NullMarked;

/// What a biomedical engineer runs: timing, bench protocols, fault campaigns, tests against real kernels and peers.
@NullMarked
module org.altercor.bench {
    requires org.altercor.controller;
    requires static org.jspecify;
    requires java.management;
    requires java.net.http;
    requires jdk.management;
    requires HdrHistogram;
    requires moquette.broker;
    requires org.slf4j; // the broker needs it and, being no module, cannot say so
    requires com.fasterxml.jackson.annotation;
    requires tools.jackson.databind;

    opens org.altercor.bench to
            info.picocli;
    opens org.altercor.bench.broker to
            info.picocli;
    opens org.altercor.bench.figures to
            info.picocli,
            tools.jackson.databind;
    opens org.altercor.bench.journal to
            info.picocli,
            tools.jackson.databind;
    opens org.altercor.bench.speed to
            info.picocli,
            tools.jackson.databind;
    opens org.altercor.bench.load to
            tools.jackson.databind;
    opens org.altercor.bench.latency to
            info.picocli,
            tools.jackson.databind;
    opens org.altercor.bench.timing to
            info.picocli,
            tools.jackson.databind;

    provides org.altercor.controller.cli.Command with
            org.altercor.bench.BenchCommand,
            org.altercor.bench.broker.BrokerCommand,
            org.altercor.bench.timing.TimingCommand;
    provides org.altercor.controller.cli.DemoBroker with
            org.altercor.bench.broker.ChildBroker;
}
