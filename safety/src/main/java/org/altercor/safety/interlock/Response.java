package org.altercor.safety.interlock;

/// What an interlock does to a pump, the milder first: of several that act on one pump the strongest wins.
public enum Response {
    /// Nothing, and no alarm on this pump's account.
    NONE("–"),
    /// An alarm; the pump goes on as it was asked.
    ALARM("alarm"),
    /// No start and no increase; the pump goes on.
    HOLD("hold"),
    /// No start and no increase; after the profile's time the pump stops. Carried out below the supervisor.
    HOLD_THEN_STOP("hold, then stop"),
    /// A dose that runs may finish within the profile's time; then it stops. Carried out below the supervisor.
    FINISH("finish, then stop"),
    /// The line is clamped, then the head holds its zero-flow speed.
    CLAMP("clamp, then zero-flow"),
    /// Standstill, verified. A centrifugal head clamps its line first.
    STOP("stop"),
    /// Standstill, and drive power goes by the second path: on a centrifugal head once its line is shut.
    CUT("stop and cut"),
    /// Drive power goes at once, shut line or not: a runaway leaves no time.
    CUT_AT_ONCE("cut at once");

    private final String words;

    Response(String words) {
        this.words = words;
    }

    /// For people.
    public String words() {
        return words;
    }

    /// Whether the pump is stopped, or its flow is.
    public boolean endsFlow() {
        return compareTo(CLAMP) >= 0;
    }

    /// Whether drive power goes by the second path.
    public boolean cuts() {
        return compareTo(CUT) >= 0;
    }
}
