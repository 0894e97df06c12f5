package org.altercor.controller.console;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client that may say in its headers what it likes, and a screen that listens.
final class HttpDoor implements AutoCloseable {
    /// What came back.
    record Response(int status, String body) {
        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }

    private final int port;
    private final Socket listening;
    private final BufferedReader pictures;
    private final Deque<String> tokens = new ArrayDeque<>();
    private long frame;

    /// Connects a screen and takes its first picture.
    HttpDoor(Console console) throws IOException {
        port = console.address().getPort();
        listening = new Socket(InetAddress.getLoopbackAddress(), port);
        listening.setSoTimeout(10_000);
        listening
                .getOutputStream()
                .write(("GET /state HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAccept: text/event-stream\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        pictures = new BufferedReader(new InputStreamReader(listening.getInputStream(), StandardCharsets.UTF_8));
        JsonMapper.shared().readTree(next("hello")).get("tokens").forEach(token -> tokens.add(token.stringValue()));
        picture();
    }

    private String next(String kind) throws IOException {
        String line = pictures.readLine();
        while (line != null && !line.equals("event: " + kind)) {
            line = pictures.readLine();
        }
        String data = pictures.readLine();
        if (data == null) {
            throw new IOException("the console hung up");
        }
        return data.substring("data: ".length());
    }

    /// The next picture.
    JsonNode picture() throws IOException {
        JsonNode state = JsonMapper.shared().readTree(next("state"));
        frame = state.get("frame").longValue();
        return state;
    }

    long frame() {
        return frame;
    }

    String token() {
        return tokens.isEmpty() ? "" : tokens.remove();
    }

    /// Sends an act as our page does: with a new token, the newest picture, a fresh touch.
    Response act(String what) throws IOException {
        return act(token(), frame, 0, what);
    }

    Response act(String token, long seenFrame, double touchAgeMs, String what) throws IOException {
        return post(
                "Origin: http://127.0.0.1:" + port,
                "{\"token\":\"" + token + "\",\"frame\":" + seenFrame + ",\"touchAgeMs\":" + touchAgeMs + "," + what
                        + "}");
    }

    /// Posts with any origin line.
    Response post(String originLine, String body) throws IOException {
        return post("127.0.0.1:" + port, originLine, "application/json", body);
    }

    Response post(String host, String originLine, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return send("POST /acts HTTP/1.1\r\nHost: " + host + "\r\n" + (originLine.isEmpty() ? "" : originLine + "\r\n")
                + "Content-Type: " + type + "\r\nContent-Length: " + bytes.length + "\r\nConnection: close\r\n\r\n"
                + body);
    }

    Response get(String path, String host) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    }

    int port() {
        return port;
    }

    /// Sends bytes as they are, and takes what comes until the other side hangs up.
    Response send(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            var all = new ByteArrayOutputStream();
            InputStream in = socket.getInputStream();
            in.transferTo(all);
            String text = all.toString(StandardCharsets.UTF_8);
            int body = text.indexOf("\r\n\r\n");
            return new Response(Integer.parseInt(text.substring(9, 12)), body < 0 ? "" : text.substring(body + 4));
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
