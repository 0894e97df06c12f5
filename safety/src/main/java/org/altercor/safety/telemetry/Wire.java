package org.altercor.safety.telemetry;

/// One attempt at a connection to the broker; a new one each time. What it hears it tells from threads of its own.
///
/// Owner of the calls: the telemetry thread. None of them waits.
interface Wire {
    /// Takes up connecting.
    void open();

    /// Hands over one message.
    ///
    /// @param ticket comes back in [Heard.Delivered]
    /// @return false when it takes none now: the message is still the caller's
    boolean publish(Message message, long ticket);

    /// Says good-bye, so that the broker does not tell the last will; then [#close].
    void leave();

    /// Ends at once, whatever hangs.
    void close();

    /// What a wire hears.
    sealed interface Heard {
        /// The broker consents.
        record Opened() implements Heard {}

        /// There will be no connection, or it is gone.
        record Failed(String reason) implements Heard {}

        /// A message has arrived as surely as its quality of service says: acknowledged by the broker, or given to the
        /// network.
        record Delivered(long ticket) implements Heard {}
    }

    /// Who is told. Called from threads of the wire; must not wait.
    @FunctionalInterface
    interface Listener {
        void heard(Heard what);
    }

    /// Makes wires.
    @FunctionalInterface
    interface Maker {
        /// A wire that has not been opened yet.
        ///
        /// @param will what the broker tells when we fall silent
        Wire make(Message will, Listener listener);
    }
}
