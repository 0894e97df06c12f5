package org.altercor.bench.broker;

import io.moquette.broker.Server;
import io.moquette.broker.config.IConfig;
import io.moquette.broker.config.MemoryConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.altercor.controller.cli.Command;
import picocli.CommandLine;

/// `altercor broker`: a small MQTT 3.1.1 broker on the loopback, for demonstrations. It keeps nothing and asks nobody
/// for a password.
@CommandLine.Command(
        name = "broker",
        mixinStandardHelpOptions = true,
        description = "Run a demo MQTT broker on the loopback. Not for a theatre: use a site broker there.")
public final class BrokerCommand implements Command {
    /// First word of the line that says where it listens.
    static final String LISTENING = "listening";

    /// `info` and metrics of a large machine are some ten kB. Our own judgement.
    private static final int LARGEST_MESSAGE_BYTES = 1 << 20;

    @CommandLine.Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "1883",
            description = "Where to listen on 127.0.0.1; 0 for a free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @CommandLine.Option(
            names = "--until-input-ends",
            description = "End when standard input does: a child does not outlive its parent.")
    private boolean untilInputEnds;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandLine.Model.CommandSpec spec;

    /// The command alone, as the main class of a child.
    public static void main(String[] args) {
        System.exit(new CommandLine(new BrokerCommand()).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        System.setProperty("slf4j.internal.verbosity", "ERROR"); // that nobody collects its log is meant so
        var server = new Server();
        int listening = port == 0 ? freePort() : port;
        server.startServer(new MemoryConfig(settings(listening)));
        PrintWriter out = spec.commandLine().getOut();
        out.println(LISTENING + " mqtt://127.0.0.1:" + listening);
        out.flush();
        try {
            if (untilInputEnds) {
                System.in.readAllBytes();
            } else {
                new CountDownLatch(1).await();
            }
        } finally {
            server.stopServer();
        }
        return TRUE;
    }

    /// Moquette does not say which port it was given, so that it is told one. Somebody else may take it in between:
    /// then
    /// it does not start, and says so.
    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Properties settings(int port) {
        var settings = new Properties();
        settings.setProperty(IConfig.HOST_PROPERTY_NAME, "127.0.0.1");
        settings.setProperty(IConfig.PORT_PROPERTY_NAME, Integer.toString(port));
        settings.setProperty(IConfig.ALLOW_ANONYMOUS_PROPERTY_NAME, "true");
        settings.setProperty(IConfig.PERSISTENCE_ENABLED_PROPERTY_NAME, "false");
        settings.setProperty(IConfig.ENABLE_TELEMETRY_NAME, "false"); // it would call its authors
        settings.setProperty("netty.epoll", "false"); // no native code
        settings.setProperty(IConfig.NETTY_MAX_BYTES_PROPERTY_NAME, Integer.toString(LARGEST_MESSAGE_BYTES));
        return settings;
    }
}
