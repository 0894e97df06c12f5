package org.altercor.safety.telemetry;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// One JSON object on its way out. A number that is not finite is written as `null`: JSON has no other word.
final class JsonText {
    private static final JsonFactory FACTORY = new JsonFactory();

    /// Three places behind the point: finer than any sensor here.
    private static final double ROUNDING = 1_000;

    /// Below this every whole number is exact in a double: 2^53.
    private static final double EXACT_BELOW = 9_007_199_254_740_992.0;

    private JsonText() {}

    /// What is written into an object.
    @FunctionalInterface
    interface Body {
        void write(JsonGenerator json);
    }

    /// An object.
    static String object(Body body) {
        var text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        }
        return text.toString();
    }

    /// A property that is a number, rounded.
    static void number(JsonGenerator json, String name, double number) {
        json.writeName(name);
        if (!Double.isFinite(number)) {
            json.writeNull();
            return;
        }
        double rounded = Math.rint(number * ROUNDING) / ROUNDING;
        if (rounded == Math.rint(rounded) && Math.abs(rounded) < EXACT_BELOW) {
            json.writeNumber((long) rounded);
        } else {
            json.writeNumber(rounded);
        }
    }

    /// A property that is a metric's value.
    static void value(JsonGenerator json, String name, Value value) {
        switch (value) {
            case Value.Amount(double number) -> number(json, name, number);
            case Value.Flag(boolean flag) -> json.writeBooleanProperty(name, flag);
            case Value.Word(String word) -> json.writeStringProperty(name, word);
            case Value.Unknown(var _) -> json.writeNullProperty(name);
        }
    }
}
