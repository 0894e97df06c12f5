import org.jspecify.annotations.NullMarked;

/// Ports (what the machine has, in our words), time and real-time threads, bus threads and drivers behind the ports.
///
/// Pi4J and jSerialComm stay inside: no exported package shows a type of theirs. The twin is shown to what builds and
/// examines circuits, and to nothing that decides.
@NullMarked
@SuppressWarnings("module") // the two modules that see the twin are compiled later
module org.altercor.hal {
    requires transitive org.altercor.config;
    requires static transitive org.jspecify;
    requires com.fazecast.jSerialComm;
    requires java.management;
    requires jdk.management;
    requires org.slf4j;

    exports org.altercor.hal.bus;
    exports org.altercor.hal.cell;
    exports org.altercor.hal.emtec;
    exports org.altercor.hal.line;
    exports org.altercor.hal.modbus;
    exports org.altercor.hal.port;
    exports org.altercor.hal.realtime;
    exports org.altercor.hal.rig;
    exports org.altercor.hal.serial;
    exports org.altercor.hal.time;
    exports org.altercor.hal.twin to
            org.altercor.bench,
            org.altercor.controller;
    exports org.altercor.hal.twin.blood to
            org.altercor.bench,
            org.altercor.controller;
    exports org.altercor.hal.twin.network to
            org.altercor.bench,
            org.altercor.controller;
    exports org.altercor.hal.twin.sensor to
            org.altercor.bench,
            org.altercor.controller;
}
