import org.jspecify.annotations.NullMarked;

/// Ports (what the machine has, in our words), time and real-time threads, bus threads and drivers behind the ports.
///
/// Pi4J and jSerialComm stay inside: no exported package shows a type of theirs. The twin is there for what builds and
/// examines circuits; walls keep it away from what decides.
@NullMarked
module org.altercor.hal {
    requires transitive org.altercor.config;
    requires static transitive org.jspecify;
    requires com.fazecast.jSerialComm;
    requires java.management;
    requires jdk.management;

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
    exports org.altercor.hal.twin;
    exports org.altercor.hal.twin.blood;
    exports org.altercor.hal.twin.network;
    exports org.altercor.hal.twin.sensor;
}
