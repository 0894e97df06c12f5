package org.altercor.safety.event;

/// Kinds of event. The codes and words are part of the recorded format and of telemetry: they never change.
public enum EventKind {
    /// The program started; nothing of what was before is known to it.
    STARTED(0, "started"),
    /// An interlock changed its state: subject is its index, value the state's code.
    INTERLOCK(1, "interlock"),
    /// A stop went on: subject is the pump, value the stop state's code.
    STOP(2, "stop"),
    /// A clamp was told to move: subject is the clamp, value 1 for shut, 0 for open.
    CLAMP(3, "clamp"),
    /// A drive's second path: subject is the path, value 1 for cut, 0 for restored.
    POWER(4, "power"),
    /// Run power: value 1 for given, 0 for withdrawn.
    RUN_POWER(5, "run-power"),
    /// A pump changed its mode: subject is the pump, value the mode's code.
    MODE(6, "mode"),
    /// A request was judged: subject is the pump, value the answer's code, detail the request's number.
    ANSWER(7, "answer"),
    /// Something keeps a pump below what was asked, or no longer does: subject is the pump, value the limiter's code.
    LIMIT(8, "limit"),
    /// An alarm was acknowledged: subject is the interlock's index.
    ACKNOWLEDGED(9, "acknowledged"),
    /// The operator reset latches: value is how many were left.
    RESET(10, "reset"),
    /// The sound was paused: value 1, or the pause ended: value 0.
    SOUND_PAUSE(11, "sound-pause"),
    /// The supervisor's life as the control loop sees it: value 1 for alive, 0 for dead.
    SUPERVISOR(12, "supervisor"),
    /// Somebody did something at a screen, a knob or in a scenario: the text says who and what.
    ACT(13, "act"),
    /// Something happened to the world of the twin: the text says what.
    OUTSIDE(14, "outside"),
    /// Events were lost before they could be numbered: value is how many.
    LOST(15, "lost"),
    /// An operator setting was changed: subject is the setting, value what is in force now.
    SETTING(16, "setting"),
    /// A change of a setting was refused: subject is the setting, value the answer's code.
    SETTING_REFUSED(17, "setting-refused");

    private static final EventKind[] BY_CODE = values();

    private final byte code;
    private final String word;

    EventKind(int code, String word) {
        this.code = (byte) code;
        this.word = word;
    }

    /// Stable code for records and wires.
    public byte code() {
        return code;
    }

    /// Stable word for telemetry.
    public String word() {
        return word;
    }

    /// The constant of a code.
    ///
    /// @throws IllegalArgumentException when this version has no such kind
    public static EventKind ofCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no kind of event: " + code);
        }
        return BY_CODE[code];
    }
}
