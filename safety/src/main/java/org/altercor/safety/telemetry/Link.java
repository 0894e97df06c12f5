package org.altercor.safety.telemetry;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// The link to the broker: what goes out when, what must be acknowledged, and when a connection is given up.
///
/// ```
///            due ┌──────────┐ consent                    ┌──────┐
///   waiting ────►│connecting├───────────────────────────►│  up  │  info, alarms, status, events, metrics, health
///      ▲         └────┬─────┘                            └──┬───┘
///      │ back-off     │ refused, or silent for too long      │ broken, or no acknowledgement for too long
///      └──────────────┴──────────────────────────────────────┘
/// ```
///
/// Time is an argument. Owner: one thread, which calls [#work] often; wires tell what they hear from theirs.
final class Link {
    /// How often the status is told anew: each time the broker must acknowledge it, so that a connection that only
    /// seems to stand is found out. Our own judgement.
    static final long STATUS_PERIOD_NANOS = Duration.ofSeconds(5).toNanos();

    /// How often the program's health is told: 0.2 Hz.
    static final long HEALTH_PERIOD_NANOS = Duration.ofSeconds(5).toNanos();

    /// Messages of metrics that may be on their way: more would only be older. Our own judgement.
    static final int METRICS_UNDER_WAY = 3;

    private final LinkTiming timing;
    private final long metricsPeriodNanos;
    private final Wire.Maker maker;
    private final BackOff backOff;
    private final Outgoings out;
    private final ConcurrentLinkedQueue<Told> told = new ConcurrentLinkedQueue<>();
    private final Map<Long, Flight> flights = new LinkedHashMap<>();

    private @Nullable Wire wire;
    private boolean isUp;
    private boolean isLeaving;
    private boolean hasLeft;
    private boolean saidStopped;
    private boolean saidInfo;
    private long openedNanos;
    private long upNanos;
    private long retryNanos;
    private long statusNanos;
    private long healthNanos;
    private long metricsNanos;
    private long attempts;
    private long tickets;
    private long handed;
    private long metricsSequence;
    private long metricsDropped;
    private long connections;
    private int metricsUnderWay;
    private TelemetryState.Word word = TelemetryState.Word.CONNECTING;
    private long wordNanos;
    private String reason = "";

    /// @param attempt number of the connection that heard it
    private record Told(long attempt, Wire.Heard what) {}

    /// @param sentNanos when it was handed to the wire
    /// @param isMetrics whether it was a message of metrics
    /// @param delivered what is to be done when it has arrived
    private record Flight(long sentNanos, boolean isMetrics, Runnable delivered) {}

    Link(TelemetryOptions options, Wire.Maker maker, BackOff backOff, Outgoings out, long nowNanos) {
        timing = options.timing();
        metricsPeriodNanos = options.period().toNanos();
        this.maker = maker;
        this.backOff = backOff;
        this.out = out;
        retryNanos = nowNanos;
        metricsNanos = nowNanos;
        wordNanos = nowNanos;
    }

    /// Does what is due.
    void work(long nowNanos) {
        out.look().refresh(nowNanos);
        out.events().look(nowNanos);
        hear(nowNanos);
        if (isLeaving && !isUp) {
            hasLeft = true;
        } else if (wire == null) {
            if (nowNanos - retryNanos >= 0) {
                open(nowNanos);
            }
        } else if (!isUp) {
            if (nowNanos - openedNanos >= timing.connect().toNanos()) {
                fail(
                        nowNanos,
                        "no answer from the broker for " + timing.connect().toMillis() + " ms");
            }
        } else if (isOverdue(nowNanos)) {
            fail(nowNanos, "no acknowledgement for " + timing.acknowledge().toMillis() + " ms");
        } else {
            send(nowNanos);
        }
        tellMetrics(nowNanos);
    }

    private void hear(long nowNanos) {
        for (Told next = told.poll(); next != null; next = told.poll()) {
            if (next.attempt() != attempts || wire == null) {
                continue; // of a connection that was given up
            }
            switch (next.what()) {
                case Wire.Heard.Opened() -> up(nowNanos);
                case Wire.Heard.Failed(String why) -> fail(nowNanos, why);
                case Wire.Heard.Delivered(long ticket) -> {
                    Flight flight = flights.remove(ticket);
                    if (flight != null) {
                        metricsUnderWay -= flight.isMetrics() ? 1 : 0;
                        flight.delivered().run();
                    }
                }
            }
        }
    }

    private void open(long nowNanos) {
        long attempt = ++attempts;
        Wire next = maker.make(out.messages().lastWill(), what -> told.add(new Told(attempt, what)));
        wire = next;
        openedNanos = nowNanos;
        next.open();
    }

    private void up(long nowNanos) {
        isUp = true;
        upNanos = nowNanos;
        connections++;
        saidInfo = false;
        statusNanos = nowNanos - STATUS_PERIOD_NANOS;
        healthNanos = nowNanos - HEALTH_PERIOD_NANOS;
        out.alarms().forget();
        say(TelemetryState.Word.OK, nowNanos, "");
    }

    /// Gives up a connection, or an attempt at one.
    void fail(long nowNanos, String why) {
        Wire failed = wire;
        if (failed == null) {
            return;
        }
        wire = null;
        failed.close();
        metricsDropped += metricsUnderWay;
        metricsUnderWay = 0;
        flights.clear();
        out.events().restart();
        retryNanos = nowNanos + backOff.afterFailure(isUp ? nowNanos - upNanos : 0);
        isUp = false;
        say(TelemetryState.Word.LOST, nowNanos, why);
    }

    private boolean isOverdue(long nowNanos) {
        Iterator<Flight> oldestFirst = flights.values().iterator();
        return oldestFirst.hasNext()
                && nowNanos - oldestFirst.next().sentNanos()
                        >= timing.acknowledge().toNanos();
    }

    /// Hands over what is due, the most urgent first, until the wire takes no more. The status comes behind info and
    /// alarms: who sees it can believe them.
    private void send(long nowNanos) {
        if (!saidInfo) {
            saidInfo = hand(out.info(), nowNanos, false, () -> {});
        }
        if (saidInfo && sendAlarms(nowNanos) && sendStatus(nowNanos) && sendEvents(nowNanos)) {
            sendHealth(nowNanos);
        }
    }

    private boolean sendAlarms(long nowNanos) {
        AlarmBoard board = out.alarms();
        board.look(out.look());
        for (var next = board.next(out.look()); next.isPresent(); next = board.next(out.look())) {
            if (!hand(out.alarm(next.get()), nowNanos, false, () -> {})) {
                return false;
            }
            board.told(next.get());
        }
        return true;
    }

    private boolean sendStatus(long nowNanos) {
        if (isLeaving) {
            if (!saidStopped && out.events().waiting() == 0) {
                saidStopped = hand(out.messages().stopped(), nowNanos, false, this::leaveWire);
            }
            return true;
        }
        if (nowNanos - statusNanos >= STATUS_PERIOD_NANOS) {
            if (!hand(out.messages().online(), nowNanos, false, () -> {})) {
                return false;
            }
            statusNanos = nowNanos;
        }
        return true;
    }

    private boolean sendEvents(long nowNanos) {
        EventOutbox events = out.events();
        for (Optional<Outgoing> next = events.next(); next.isPresent(); next = events.next()) {
            Outgoing outgoing = next.get();
            if (!hand(out.event(outgoing), nowNanos, false, () -> events.delivered(outgoing))) {
                return false;
            }
            events.sent(outgoing);
        }
        return true;
    }

    private void sendHealth(long nowNanos) {
        if (nowNanos - healthNanos >= HEALTH_PERIOD_NANOS && hand(out.health(counts()), nowNanos, false, () -> {})) {
            healthNanos = nowNanos;
        }
    }

    /// Metrics are due whether they can go or not: what does not go is counted, and shows as a gap.
    private void tellMetrics(long nowNanos) {
        if (nowNanos - metricsNanos < 0) {
            return;
        }
        long due = 1 + (nowNanos - metricsNanos) / metricsPeriodNanos;
        metricsNanos += due * metricsPeriodNanos;
        metricsSequence += due;
        boolean goes = isUp
                && saidInfo
                && metricsUnderWay < METRICS_UNDER_WAY
                && hand(out.metrics(metricsSequence), nowNanos, true, () -> {});
        metricsUnderWay += goes ? 1 : 0;
        metricsDropped += goes ? due - 1 : due;
    }

    private boolean hand(Message message, long nowNanos, boolean isMetrics, Runnable delivered) {
        Wire open = wire;
        if (open == null) {
            return false;
        }
        long ticket = ++tickets;
        if (!open.publish(message, ticket)) {
            return false;
        }
        handed++;
        flights.put(ticket, new Flight(nowNanos, isMetrics, delivered));
        return true;
    }

    /// From now on it only says what is left to say, and good-bye.
    void leave() {
        isLeaving = true;
        out.events().hurry();
    }

    /// Whether it has said good-bye, or has nobody to say it to.
    boolean hasLeft() {
        return hasLeft;
    }

    private void leaveWire() {
        Wire open = wire;
        wire = null;
        isUp = false;
        hasLeft = true;
        if (open != null) {
            open.leave();
        }
    }

    /// Ends for good.
    void end(long nowNanos) {
        Wire open = wire;
        wire = null;
        isUp = false;
        if (open != null) {
            open.close();
        }
        say(TelemetryState.Word.STOPPED, nowNanos, "");
    }

    private void say(TelemetryState.Word is, long nowNanos, String why) {
        if (word != is) {
            word = is;
            wordNanos = nowNanos;
        }
        reason = why;
    }

    private Messages.LinkCounts counts() {
        return new Messages.LinkCounts(
                metricsDropped, out.events().waiting(), out.events().gone(), connections);
    }

    /// How the link is.
    TelemetryState state() {
        return new TelemetryState(
                word, wordNanos, handed, metricsDropped, out.events().waiting(), reason);
    }
}
