import org.jspecify.annotations.NullMarked;

/// What a biomedical engineer runs: timing, bench protocols, fault campaigns, tests against real kernels and peers.
@NullMarked
module org.altercor.bench {
    requires org.altercor.controller;
    requires static org.jspecify;
    requires HdrHistogram;
}
