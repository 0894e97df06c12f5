import org.jspecify.annotations.NullMarked;

/// What a machine is: pumps, sensors, wiring, limits, tubing, calibration. Typed, validated, unit-bearing.
@NullMarked
module org.altercor.config {
    requires static transitive org.jspecify;
    requires org.tomlj;

    exports org.altercor.config;
    exports org.altercor.config.circuit;
    exports org.altercor.config.load;
    exports org.altercor.config.report;
    exports org.altercor.config.rig;
    exports org.altercor.config.scenario;
    exports org.altercor.config.schema;
}
