package org.altercor.controller.cli;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// How results are written for machines: snake_case names, indented, the same everywhere.
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private Json() {}

    /// A result as JSON text.
    ///
    /// @param result a record, whose package is open to Jackson
    public static String write(Object result) {
        return MAPPER.writeValueAsString(result);
    }

    /// A result of JSON text that [#write] wrote.
    ///
    /// @param type a record, whose package is open to Jackson
    public static <T> T read(String text, Class<T> type) {
        return MAPPER.readValue(text, type);
    }
}
