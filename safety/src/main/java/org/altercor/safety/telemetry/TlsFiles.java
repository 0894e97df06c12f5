package org.altercor.safety.telemetry;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Files for an encrypted link.
///
/// Names that end in `.p12` or `.pfx` are PKCS#12 stores, all others PEM. The password of a store with a key comes from
/// the environment ([#PASSWORD_VARIABLE]); a store without one is opened with an empty password.
///
/// @param authority   certificates of the authorities that are believed; the JDK's own list when empty
/// @param certificate certificate of this device, with its chain, for brokers that ask for one; a store holds both
/// @param key         private key of that certificate, PKCS#8, unencrypted; empty when the certificate is a store
/// @param password    of the stores; not part of [#toString]
public record TlsFiles(Optional<Path> authority, Optional<Path> certificate, Optional<Path> key, String password) {
    /// Environment variable of the password.
    public static final String PASSWORD_VARIABLE = "ALTERCOR_MQTT_KEY_PASSWORD";

    public TlsFiles {
        if (certificate.isPresent() && !isStore(certificate.get()) && key.isEmpty()) {
            throw new IllegalArgumentException(certificate.get() + ": a certificate in PEM needs its key beside it");
        }
        if (key.isPresent() && (certificate.isEmpty() || isStore(certificate.get()))) {
            throw new IllegalArgumentException(key.get() + ": a key needs a certificate in PEM");
        }
    }

    /// The JDK's own authorities, and no certificate of ours.
    public static TlsFiles none() {
        return new TlsFiles(Optional.empty(), Optional.empty(), Optional.empty(), "");
    }

    /// These files, with the password that an environment holds.
    public TlsFiles with(Map<String, String> environment) {
        return new TlsFiles(authority, certificate, key, environment.getOrDefault(PASSWORD_VARIABLE, ""));
    }

    static boolean isStore(Path file) {
        String name = file.toString();
        return name.endsWith(".p12") || name.endsWith(".pfx");
    }

    @Override
    public String toString() {
        return "TlsFiles[authority=" + authority + ", certificate=" + certificate + ", key=" + key + "]";
    }
}
