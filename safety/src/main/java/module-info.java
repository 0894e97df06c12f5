import org.jspecify.annotations.NullMarked;

/// Frames and snapshots, and the supervisor that limits, stops, clamps and cuts. Compiles without the controller.
@NullMarked
module org.altercor.safety {
    requires transitive org.altercor.hal;
    requires static transitive org.jspecify;
    requires org.eclipse.paho.client.mqttv3;
    requires tools.jackson.core;

    exports org.altercor.safety.event;
    exports org.altercor.safety.frame;
    exports org.altercor.safety.interlock;
    exports org.altercor.safety.journal;
    exports org.altercor.safety.observe;
    exports org.altercor.safety.setting;
    exports org.altercor.safety.supervise;
    exports org.altercor.safety.telemetry;
}
