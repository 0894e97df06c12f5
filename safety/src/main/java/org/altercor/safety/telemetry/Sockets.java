package org.altercor.safety.telemetry;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// The socket of one attempt, kept so that it can be closed whatever the MQTT library is waiting for: the library's own
/// ways to close wait themselves.
///
/// Thread-safe.
final class Sockets {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private @Nullable Socket open;
    private boolean isClosed;

    /// Makes plain sockets.
    SocketFactory plain() {
        return new Plain();
    }

    /// Makes encrypted sockets.
    SSLSocketFactory encrypted(SSLContext context) {
        return new Encrypted(context.getSocketFactory());
    }

    private synchronized Socket keep(Socket socket) throws IOException {
        if (isClosed) {
            socket.close();
            throw new SocketException("given up");
        }
        open = socket;
        return socket;
    }

    /// Closes the socket, and every one that is asked for later.
    void close() {
        Socket socket;
        synchronized (this) {
            isClosed = true;
            socket = open;
            open = null;
        }
        if (socket != null) {
            try {
                socket.setSoLinger(true, 0); // an encrypted socket would wait to say good-bye
            } catch (SocketException e) {
                // not connected: nothing to wait for
            }
            try {
                socket.close();
            } catch (IOException e) {
                // gone either way
            }
        }
    }

    private final class Plain extends SocketFactory {
        @Override
        public Socket createSocket() throws IOException {
            return keep(new Socket());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return keep(new Socket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return keep(new Socket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return keep(new Socket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return keep(new Socket(host, port, local, localPort));
        }
    }

    private final class Encrypted extends SSLSocketFactory {
        private final SSLSocketFactory factory;

        private Encrypted(SSLSocketFactory factory) {
            this.factory = factory;
        }

        private Socket modern(Socket socket) throws IOException {
            if (socket instanceof SSLSocket encrypted) {
                encrypted.setEnabledProtocols(PROTOCOLS);
            }
            return keep(socket);
        }

        @Override
        public Socket createSocket() throws IOException {
            return modern(factory.createSocket());
        }

        @Override
        public Socket createSocket(Socket over, String host, int port, boolean autoClose) throws IOException {
            return modern(factory.createSocket(over, host, port, autoClose));
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException, UnknownHostException {
            return modern(factory.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort)
                throws IOException, UnknownHostException {
            return modern(factory.createSocket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return modern(factory.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return modern(factory.createSocket(host, port, local, localPort));
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return factory.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return factory.getSupportedCipherSuites();
        }
    }
}
