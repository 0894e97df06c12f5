package org.altercor.safety.telemetry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/// Whom an encrypted link believes, and who it says it is, out of [TlsFiles].
final class TlsTrust {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final List<String> KEY_KINDS = List.of("EC", "RSA", "Ed25519");

    private TlsTrust() {}

    /// A context of these files.
    ///
    /// @throws IOException              when a file cannot be read
    /// @throws GeneralSecurityException when one is not what it should be
    static SSLContext context(TlsFiles files) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys(files), authorities(files), null);
        return context;
    }

    @SuppressWarnings("NullAway") // null means the JDK's own authorities: so the JDK says
    private static TrustManager[] authorities(TlsFiles files) throws IOException, GeneralSecurityException {
        if (files.authority().isEmpty()) {
            return null;
        }
        Path file = files.authority().get();
        KeyStore store;
        if (TlsFiles.isStore(file)) {
            store = store(file, files.password());
        } else {
            store = empty();
            int number = 0;
            for (Certificate certificate : certificates(file)) {
                store.setCertificateEntry("authority-" + number++, certificate);
            }
        }
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    @SuppressWarnings("NullAway") // null means no certificate of ours
    private static KeyManager[] keys(TlsFiles files) throws IOException, GeneralSecurityException {
        if (files.certificate().isEmpty()) {
            return null;
        }
        Path file = files.certificate().get();
        KeyStore store;
        if (TlsFiles.isStore(file)) {
            store = store(file, files.password());
        } else {
            store = empty();
            store.setKeyEntry(
                    "device",
                    key(files.key().orElseThrow()),
                    new char[0],
                    certificates(file).toArray(Certificate[]::new));
        }
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, TlsFiles.isStore(file) ? files.password().toCharArray() : new char[0]);
        return factory.getKeyManagers();
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static KeyStore store(Path file, String password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password.toCharArray());
        } catch (IOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        return store;
    }

    private static Collection<? extends Certificate> certificates(Path file)
            throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            var found = CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw new GeneralSecurityException(file + ": no certificate in it");
            }
            return found;
        }
    }

    private static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
        Matcher found = KEY.matcher(Files.readString(file, StandardCharsets.US_ASCII));
        if (!found.find()) {
            throw new GeneralSecurityException(file + ": no unencrypted PKCS#8 key in it (BEGIN PRIVATE KEY);"
                    + " openssl pkcs8 -topk8 -nocrypt makes one");
        }
        var coded = new PKCS8EncodedKeySpec(
                Base64.getMimeDecoder().decode(found.group(1).strip()));
        for (String kind : KEY_KINDS) {
            try {
                return KeyFactory.getInstance(kind).generatePrivate(coded);
            } catch (InvalidKeySpecException e) {
                // of another kind
            }
        }
        throw new GeneralSecurityException(file + ": a key of none of the kinds " + String.join(", ", KEY_KINDS));
    }
}
