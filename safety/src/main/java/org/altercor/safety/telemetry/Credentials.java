package org.altercor.safety.telemetry;

import java.util.Map;
import java.util.Optional;

/// Name and password for the broker. They come from the environment, never from a file of the machine nor from the
/// command line, where others can read them.
///
/// @param user     name
/// @param password secret; not part of [#toString]
public record Credentials(String user, String password) {
    /// Environment variable of the name.
    public static final String USER_VARIABLE = "ALTERCOR_MQTT_USER";

    /// Environment variable of the password.
    public static final String PASSWORD_VARIABLE = "ALTERCOR_MQTT_PASSWORD";

    /// What an environment holds; empty when neither variable is set.
    ///
    /// @throws IllegalArgumentException when only one of the two is set
    public static Optional<Credentials> from(Map<String, String> environment) {
        String user = environment.get(USER_VARIABLE);
        String password = environment.get(PASSWORD_VARIABLE);
        if (user == null && password == null) {
            return Optional.empty();
        }
        if (user == null || password == null) {
            throw new IllegalArgumentException(
                    "set both " + USER_VARIABLE + " and " + PASSWORD_VARIABLE + ", or neither");
        }
        return Optional.of(new Credentials(user, password));
    }

    @Override
    public String toString() {
        return "Credentials[user=" + user + ", password=(not shown)]";
    }
}
