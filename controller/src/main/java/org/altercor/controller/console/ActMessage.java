package org.altercor.controller.console;

import org.altercor.controller.loop.AskedNumber;
import org.altercor.controller.operator.PumpAct;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One act as it arrives.
///
/// @param token      one of ours, never used before
/// @param frame      number of the picture that was on the screen when it was touched
/// @param since      number of the picture that whoever touched it began with: of an act of several touches
///                   that of the first, else the same
/// @param touchAgeMs age of the touch when it was sent, by the screen's own clock
/// @param act        what was touched
record ActMessage(String token, long frame, long since, double touchAgeMs, ConsoleAct act) {
    /// An act that is not one.
    static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1;

        MalformedException(String what) {
            super(what);
        }
    }

    /// Reads a message.
    ///
    /// @throws MalformedException when it is not JSON, or not an act
    static ActMessage of(String body) throws MalformedException {
        JsonNode json;
        try {
            json = JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            throw new MalformedException("not JSON");
        }
        long frame = (long) number(json, "frame");
        long since = json.has("since") ? (long) number(json, "since") : frame;
        return new ActMessage(text(json, "token"), frame, since, number(json, "touchAgeMs"), act(json));
    }

    private static ConsoleAct act(JsonNode json) throws MalformedException {
        String act = text(json, "act");
        return switch (act) {
            case "stop" -> new ConsoleAct.Stop(text(json, "pump"));
            case "start" -> new ConsoleAct.Start(text(json, "pump"), aim(json), number(json, "heldMs"));
            case "change" -> new ConsoleAct.Change(text(json, "pump"), aim(json), flag(json, "confirmed"));
            case "reset" -> new ConsoleAct.Reset();
            case "pause-sound" -> new ConsoleAct.PauseSound();
            case "acknowledge" -> new ConsoleAct.Acknowledge();
            case "cross-clamp" -> new ConsoleAct.CrossClamp(flag(json, "on"));
            case "setting" -> new ConsoleAct.Set(text(json, "setting"), number(json, "value"), flag(json, "confirmed"));
            case "take-zero" -> new ConsoleAct.TakeZero(text(json, "setting"), flag(json, "confirmed"));
            case "outside" -> new ConsoleAct.Outside(text(json, "name"), number(json, "amount"));
            default -> throw new MalformedException("there is no such act");
        };
    }

    /// A start or a change is told a speed or a flow that is more than nothing: nothing is what STOP is for. Whether
    /// the pump can do it is judged by the control loop.
    private static PumpAct aim(JsonNode json) throws MalformedException {
        return switch (text(json, "mode")) {
            case "speed" -> new PumpAct.Speed(someOf(json, AskedNumber.SPEED));
            case "flow" -> new PumpAct.Flow(someOf(json, AskedNumber.FLOW));
            case "pulsatile" ->
                new PumpAct.Pulsatile(
                        someOf(json, AskedNumber.FLOW),
                        number(json, AskedNumber.RATE.word()),
                        number(json, AskedNumber.WIDTH.word()),
                        number(json, AskedNumber.BASE.word()));
            case "follower" -> new PumpAct.Follow(someOf(json, AskedNumber.RATIO));
            case "zero-flow" -> new PumpAct.ZeroFlow();
            default -> throw new MalformedException("there is no such mode");
        };
    }

    private static double someOf(JsonNode json, AskedNumber number) throws MalformedException {
        double value = number(json, number.word());
        if (!(value > 0)) {
            throw new MalformedException(number.word() + " must be more than 0");
        }
        return value;
    }

    private static String text(JsonNode json, String key) throws MalformedException {
        JsonNode value = json.path(key);
        if (!value.isString()) {
            throw new MalformedException(key + " must be a text");
        }
        return value.stringValue();
    }

    private static double number(JsonNode json, String key) throws MalformedException {
        JsonNode value = json.path(key);
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw new MalformedException(key + " must be a number");
        }
        return value.doubleValue();
    }

    private static boolean flag(JsonNode json, String key) throws MalformedException {
        JsonNode value = json.path(key);
        if (!value.isBoolean()) {
            throw new MalformedException(key + " must be true or false");
        }
        return value.booleanValue();
    }
}
