package org.altercor.controller.console;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.sse.SseClient;
import io.javalin.http.staticfiles.Location;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import tools.jackson.databind.json.JsonMapper;

/// The console's server. On a loopback address it takes acts from its own page; on any other it only shows: the routes
/// that take acts are then not there.
///
/// It has threads of its own, of ordinary priority, and no loop waits for any of them.
public final class Console implements AutoCloseable {
    private static final long PERIOD_NANOS = 100_000_000;
    private static final int MOST_CONNECTIONS = 64;
    private static final int MOST_THREADS = 24;
    private static final int MOST_HEADER_BYTES = 8 * 1024;
    private static final int MOST_BODY_BYTES = 16 * 1024;

    /// What the kernel keeps for a screen that does not read; it would let that grow to megabytes, seconds old.
    private static final int MOST_UNREAD_BYTES = 64 * 1024;

    private static final Duration IDLE = Duration.ofSeconds(10);

    /// Nothing comes from anywhere but here, and nobody frames it.
    private static final String CONTENT_POLICY =
            "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final MachineView view;
    private final Screen screen;
    private final ViewWatch watch;
    private final Tokens tokens = new Tokens();
    private final ScreenClients clients = new ScreenClients();
    private final boolean takesActs;
    private final String facts;
    private final ActDoor door;
    private final Javalin server;
    private final Thread ticker;
    private final String host;
    private volatile SameOrigin ours = new SameOrigin(0);
    private volatile boolean isOpen = true;

    private Console(ConsoleOptions options, MachineView view) {
        this.view = view;
        host = options.host();
        var catalogue = Catalogue.english();
        screen = new Screen(view, catalogue);
        watch = new ViewWatch(view.layout());
        takesActs = options.isLoopback();
        facts = json(MachineFacts.of(view, takesActs, catalogue, screen.patientKeys()));
        door = new ActDoor(view, catalogue, tokens, watch, screen);
        server = Javalin.create(config -> configure(config, options));
        ticker = Thread.ofPlatform().name("console").daemon().unstarted(this::tick);
    }

    /// Starts a console.
    ///
    /// @throws io.javalin.util.JavalinBindException when the address is taken
    public static Console start(ConsoleOptions options, MachineView view) {
        var console = new Console(options, view);
        console.server.start();
        console.ours = new SameOrigin(console.server.port());
        console.ticker.start();
        return console;
    }

    /// Where it listens.
    public InetSocketAddress address() {
        return InetSocketAddress.createUnresolved(host, server.port());
    }

    /// Its page, for people.
    public String page() {
        boolean isBare = host.indexOf(':') < 0;
        return "http://" + (isBare ? host : "[" + host + "]") + ":" + server.port() + "/";
    }

    @Override
    public void close() {
        isOpen = false;
        ticker.interrupt();
        clients.close();
        server.stop();
    }

    /// How many screens listen.
    int screens() {
        return clients.count();
    }

    private void configure(JavalinConfig config, ConsoleOptions options) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, 2);
        config.jetty.modifyHttpConfiguration(Console::limit);
        config.jetty.modifyServer(jetty -> jetty.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, jetty)));
        config.jetty.addConnector((jetty, http) -> connector(jetty, http, options));
        config.http.maxRequestSize = MOST_BODY_BYTES;
        config.staticFiles.enableWebjars();
        config.staticFiles.add(files -> {
            files.hostedPath = "/";
            files.directory = "/altercor-console/page";
            files.location = Location.CLASSPATH;
            files.headers = Map.of("Cache-Control", "no-cache");
        });
        config.routes.before(this::guard);
        config.routes.before("/state", this::makeRoom);
        config.routes.get("/facts", context -> answer(context, HttpStatus.OK, facts));
        config.routes.get("/trend", context -> answer(context, HttpStatus.OK, json(screen.history())));
        config.routes.sse("/state", this::listen);
        if (takesActs) {
            config.routes.post("/acts", this::act);
        }
    }

    private static ServerConnector connector(Server jetty, HttpConfiguration http, ConsoleOptions options) {
        var connector = new ServerConnector(jetty, new HttpConnectionFactory(http)); // HTTP/1.1 and nothing else
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setIdleTimeout(IDLE.toMillis());
        connector.setAcceptedSendBufferSize(MOST_UNREAD_BYTES);
        return connector;
    }

    private static void limit(HttpConfiguration http) {
        http.setRequestHeaderSize(MOST_HEADER_BYTES);
        http.setSendServerVersion(false);
    }

    /// Every request: a name that is not ours is a page elsewhere that has its name point here.
    private void guard(Context context) {
        context.header("Content-Security-Policy", CONTENT_POLICY);
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "no-referrer");
        if (takesActs && !ours.isOurs(context.header("Host"))) {
            context.status(HttpStatus.FORBIDDEN).result("not this host").skipRemainingHandlers();
        }
    }

    private void makeRoom(Context context) {
        if (clients.isFull()) {
            context.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .result("too many screens")
                    .skipRemainingHandlers();
        }
    }

    private void listen(SseClient connection) {
        String name = tokens.word();
        String hello = json(new Hello(takesActs ? tokens.firstOf(name) : List.of()));
        clients.add(connection, hello);
    }

    private void act(Context context) {
        String type = context.contentType();
        if (!ours.isFromOurPage(context.header("Host"), context.header("Origin"))
                || type == null
                || !type.startsWith("application/json")) {
            context.status(HttpStatus.FORBIDDEN).result("not our page");
            return;
        }
        try {
            ActAnswer answer = door.answer(ActMessage.of(context.body()));
            answer(context, status(answer.verdict()), json(answer));
        } catch (ActMessage.MalformedException e) {
            context.status(HttpStatus.BAD_REQUEST).result(String.valueOf(e.getMessage()));
        }
    }

    private static HttpStatus status(ActAnswer.Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> HttpStatus.OK;
            case REFUSED, ASKS -> HttpStatus.CONFLICT;
            case NOT_OURS -> HttpStatus.FORBIDDEN;
        };
    }

    private static void answer(Context context, HttpStatus status, String json) {
        context.status(status)
                .contentType("application/json")
                .header("Cache-Control", "no-store")
                .result(json);
    }

    /// Draws and gives out ten pictures a second. Should it fail, it ends: screens then say that what they show is old.
    private void tick() {
        long dueNanos = System.nanoTime();
        while (isOpen) {
            long nowNanos = view.clock().nanoTime();
            ScreenState state = screen.draw(nowNanos, ZonedDateTime.now(ZoneId.systemDefault()));
            watch.drawn(state, nowNanos);
            clients.offer(json(state));
            dueNanos = Math.max(dueNanos + PERIOD_NANOS, System.nanoTime());
            try {
                Thread.sleep(Duration.ofNanos(dueNanos - System.nanoTime()));
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    /// What a screen is told first.
    ///
    /// @param tokens for its first acts; none on a listener that takes none
    private record Hello(List<String> tokens) {}
}
