package org.altercor.safety.telemetry;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/// The published schemas, by an independent validator.
final class Schemas {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Schemas() {}

    /// What is wrong with a message on a topic.
    static List<Error> errors(String topic, String message) {
        return of(topic)
                .validate(
                        message,
                        InputFormat.JSON,
                        execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static Schema of(String topic) {
        String[] levels = topic.split("/", -1);
        String name = levels[4];
        try (InputStream in = Telemetry.class.getResourceAsStream(name + ".schema.json")) {
            return REGISTRY.getSchema(Objects.requireNonNull(in, name), InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
