package org.altercor.bench.telemetry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// An authority of the test's own, and what it signs, by `openssl`.
record Certificates(Path folder) {
    static final String PROGRAM = "/usr/bin/openssl";

    /// Makes an authority.
    static Certificates in(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var made = new Certificates(folder);
        made.openssl(
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=authority of a test",
                "-keyout",
                "ca.key",
                "-out",
                "ca.crt");
        return made;
    }

    /// Has the authority sign a certificate for a host or a device.
    Certificates sign(String name, String alternative) throws IOException, InterruptedException {
        Files.writeString(folder.resolve(name + ".ext"), "subjectAltName=" + alternative + "\n");
        openssl(
                "req",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-subj",
                "/CN=" + name,
                "-keyout",
                name + ".key",
                "-out",
                name + ".csr");
        openssl(
                "x509",
                "-req",
                "-in",
                name + ".csr",
                "-CA",
                "ca.crt",
                "-CAkey",
                "ca.key",
                "-CAcreateserial",
                "-days",
                "2",
                "-extfile",
                name + ".ext",
                "-out",
                name + ".crt");
        return this;
    }

    /// Puts certificate and key into one store.
    Path store(String name, String password) throws IOException, InterruptedException {
        openssl(
                "pkcs12",
                "-export",
                "-in",
                name + ".crt",
                "-inkey",
                name + ".key",
                "-passout",
                "pass:" + password,
                "-out",
                name + ".p12");
        return file(name + ".p12");
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    private void openssl(String... words) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<String>(List.of(PROGRAM));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
    }
}
