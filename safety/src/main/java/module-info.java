import org.jspecify.annotations.NullMarked;

/// Frames and snapshots, and the supervisor that limits, stops, clamps and cuts. Compiles without the controller.
@NullMarked
module org.altercor.safety {
    requires transitive org.altercor.hal;
    requires static transitive org.jspecify;

    exports org.altercor.safety.event;
    exports org.altercor.safety.frame;
    exports org.altercor.safety.interlock;
    exports org.altercor.safety.observe;
    exports org.altercor.safety.supervise;
}
