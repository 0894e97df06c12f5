package org.altercor.safety.telemetry;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.altercor.config.Machine;
import org.altercor.safety.event.Event;
import org.altercor.safety.event.EventLog;
import org.altercor.safety.interlock.InterlockInstance;
import tools.jackson.core.JsonGenerator;

/// The messages of one start of the program, as their published schemas say.
///
/// Every message carries the boot id, an event that of the start in which it happened, and `ts`: integer milliseconds
/// UTC by the wall clock, which may step; what must be ordered goes by boot and sequence.
final class Messages {
    /// Version of topics and messages.
    static final int SCHEMA_VERSION = 1;

    private final Topics topics;
    private final UUID boot;
    private final Clock clock;

    Messages(Topics topics, UUID boot, Clock clock) {
        this.topics = topics;
        this.boot = boot;
        this.clock = clock;
    }

    /// The machine is there.
    Message online() {
        return status("online");
    }

    /// It left on purpose.
    Message stopped() {
        return status("stopped");
    }

    /// What the broker says for us when we fall silent. Not that anything stopped: pumps do not need us.
    Message lastWill() {
        return Message.state(topics.status(), JsonText.object(json -> {
            json.writeStringProperty("state", "unknown");
            json.writeStringProperty("boot", boot.toString());
        }));
    }

    private Message status(String state) {
        return Message.state(topics.status(), JsonText.object(json -> {
            head(json, clock.millis());
            json.writeStringProperty("state", state);
        }));
    }

    /// What machine this is, and what it will tell.
    Message info(Machine machine, String version, MetricCatalogue catalogue, List<InterlockInstance> alarms) {
        return Message.state(topics.info(), JsonText.object(json -> {
            head(json, clock.millis());
            json.writeNumberProperty("schema", SCHEMA_VERSION);
            json.writeStringProperty("version", version);
            json.writeStringProperty("machine", machine.name());
            json.writeStringProperty("title", machine.title());
            json.writeStringProperty("fingerprint", machine.fingerprint());
            json.writeStringProperty("catalogue", catalogue.hash());
            json.writeObjectPropertyStart("metrics");
            catalogue
                    .metrics()
                    .forEach(metric -> json.writeStringProperty(
                            metric.name(), metric.kind().ucum()));
            json.writeEndObject();
            json.writeArrayPropertyStart("alarms");
            alarms.forEach(alarm -> json.writeString(alarm.alarmCode()));
            json.writeEndArray();
        }));
    }

    /// Every metric, as the look shows it.
    ///
    /// @param sequence counts what was due, so that what was dropped shows as a gap
    Message metrics(MetricCatalogue catalogue, MachineLook look, long sequence) {
        List<Value> values =
                catalogue.metrics().stream().map(metric -> metric.read(look)).toList();
        return Message.fleeting(topics.metrics(), JsonText.object(json -> {
            head(json, clock.millis());
            json.writeNumberProperty("seq", sequence);
            json.writeObjectPropertyStart("v");
            for (int i = 0; i < values.size(); i++) {
                JsonText.value(json, catalogue.metrics().get(i).name(), values.get(i));
            }
            json.writeEndObject();
            json.writeObjectPropertyStart("q");
            for (int i = 0; i < values.size(); i++) {
                if (values.get(i) instanceof Value.Unknown(Value.Reason reason)) {
                    json.writeStringProperty(catalogue.metrics().get(i).name(), reason.word());
                }
            }
            json.writeEndObject();
        }));
    }

    /// How one alarm stands.
    ///
    /// @param ageNanos how long it has stood so; negative when that is not known
    Message alarm(InterlockInstance alarm, AlarmStanding standing, String cause, long ageNanos) {
        return Message.state(topics.alarm(alarm.alarmCode()), JsonText.object(json -> {
            long now = clock.millis();
            head(json, now);
            json.writeStringProperty("code", alarm.alarmCode());
            json.writeStringProperty("state", standing.word());
            json.writeStringProperty("condition", cause);
            json.writeStringProperty("priority", word(alarm.interlock().priority()));
            json.writeStringProperty("subject", alarm.subject());
            json.writeStringProperty("what", alarm.interlock().what());
            json.writeStringProperty("look", alarm.interlock().look());
            json.writeStringProperty("act", alarm.interlock().act());
            if (ageNanos < 0) {
                json.writeNullProperty("since");
            } else {
                json.writeNumberProperty("since", now - ageNanos / 1_000_000);
            }
        }));
    }

    /// Something that happened, in this start of the program or an earlier one.
    Message event(Event event) {
        return Message.event(topics.event(), JsonText.object(json -> {
            head(json, event.at().toEpochMilli(), event.boot());
            json.writeNumberProperty("seq", event.sequence());
            json.writeNumberProperty("mono_ns", event.nanos());
            json.writeStringProperty("kind", event.kind().word());
            json.writeStringProperty("subject", event.subject());
            JsonText.number(json, "value", event.value());
            json.writeStringProperty("text", event.text());
        }));
    }

    /// Events are gone: nothing kept them while nobody could be told. It carries the number of the last of them.
    Message gone(Outgoing.Gone gone) {
        long count = gone.last() - gone.first() + 1;
        String words = count + " events are gone, " + gone.first() + " to " + gone.last() + ": nothing kept them";
        return gone(gone, gone.nanos(), (double) count, words);
    }

    /// More events of earlier starts are left out than can be counted. It carries the number of the first of them.
    Message cut(Outgoing.Cut cut) {
        String words =
                "events from " + cut.first() + " of this start on, and of starts after it, are left out: the newest "
                        + EventLog.CAPACITY + " are told";
        return gone(cut, cut.nanos(), Double.NaN, words);
    }

    private Message gone(Outgoing what, long nanos, double count, String words) {
        return Message.event(topics.event(), JsonText.object(json -> {
            head(json, clock.millis(), what.boot());
            json.writeNumberProperty("seq", what.number());
            json.writeNumberProperty("mono_ns", nanos);
            json.writeStringProperty("kind", "gone");
            json.writeStringProperty("subject", "");
            JsonText.number(json, "value", count);
            json.writeStringProperty("text", words);
        }));
    }

    /// How the program and this link are.
    Message health(MachineLook look, LinkCounts counts) {
        Runtime runtime = Runtime.getRuntime();
        return Message.fleeting(topics.health(), JsonText.object(json -> {
            head(json, clock.millis());
            JsonText.number(json, "control_age_ms", look.controlAgeMillis());
            JsonText.number(json, "supervisor_age_ms", look.reportAgeMillis());
            json.writeNumberProperty("control_cycles", look.control.beat.cycle);
            json.writeNumberProperty("supervisor_cycles", look.report.beat.cycle);
            json.writeNumberProperty("metrics_dropped", counts.metricsDropped());
            json.writeNumberProperty("events_waiting", counts.eventsWaiting());
            json.writeNumberProperty("events_gone", counts.eventsGone());
            json.writeNumberProperty("connections", counts.connections());
            json.writeNumberProperty("heap_used_bytes", runtime.totalMemory() - runtime.freeMemory());
        }));
    }

    /// What the link has counted since start.
    ///
    /// @param metricsDropped messages of metrics that were due and did not go out
    /// @param eventsWaiting  events that are not acknowledged
    /// @param eventsGone     events that the log no longer had
    /// @param connections    connections that came up
    record LinkCounts(long metricsDropped, long eventsWaiting, long eventsGone, long connections) {}

    private void head(JsonGenerator json, long millis) {
        head(json, millis, boot);
    }

    private static void head(JsonGenerator json, long millis, UUID boot) {
        json.writeNumberProperty("ts", millis);
        json.writeStringProperty("boot", boot.toString());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
