package org.altercor.safety.telemetry;

import static org.altercor.safety.telemetry.ToldMachine.MS;
import static org.altercor.safety.telemetry.ToldMachine.SECOND;
import static org.altercor.safety.telemetry.ToldMachine.json;
import static org.altercor.safety.telemetry.ToldMachine.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.altercor.safety.event.EventLog;
import org.altercor.safety.interlock.Interlock;
import org.altercor.safety.supervise.InterlockState;
import org.junit.jupiter.api.Test;

class LinkTest {
    private final ToldMachine told = new ToldMachine("adult-bypass");
    private final FakeWires wires = told.wires;

    @Test
    void whoeverSeesTheStatusCanBelieveInfoAndAlarms() {
        told.run(40 * MS);
        List<String> topics = wires.newest().handed.stream()
                .map(each -> each.message().topic())
                .toList();
        assertThat(topics.getFirst()).endsWith("/info");
        assertThat(topics.indexOf("altercor/v1/theatre-1/pump-1/status")).isEqualTo(1 + told.interlocks.size());
    }

    @Test
    void theLastWillSaysUnknownAndIsKept() {
        told.run(20 * MS);
        Message will = wires.newest().will;
        assertThat(json(new FakeWires.Handed(will, 0)).get("state").asString()).isEqualTo("unknown");
        assertThat(will.retained()).isTrue();
        assertThat(will.qos()).isEqualTo(1);
    }

    @Test
    void statesAreKeptByTheBrokerAndMetricsAreNot() {
        told.happen(1);
        told.run(6 * SECOND);
        for (FakeWires.Handed handed : wires.newest().handed) {
            Message message = handed.message();
            boolean isFleeting =
                    message.topic().endsWith("/metrics") || message.topic().endsWith("/health");
            boolean isEvent = message.topic().endsWith("/event");
            assertThat(message.qos()).as(message.topic()).isEqualTo(isFleeting ? 0 : 1);
            assertThat(message.retained()).as(message.topic()).isEqualTo(!isFleeting && !isEvent);
        }
    }

    @Test
    void whatHappensIsToldAtTheNextLook() {
        told.run(SECOND);
        told.happen(2);
        told.run(20 * MS);
        assertThat(numbers(wires.newest())).containsExactly(1L, 2L);
    }

    @Test
    void whatHappenedWhileTheBrokerWasAwayIsToldCompletelyAndInOrder() {
        wires.areGood = false;
        told.happen(3);
        told.run(30 * SECOND);
        assertThat(told.link.state().word()).isEqualTo(TelemetryState.Word.LOST);
        told.happen(500);
        wires.areGood = true;
        told.run(120 * SECOND);
        assertThat(told.link.state().word()).isEqualTo(TelemetryState.Word.OK);
        assertThat(numbers(wires.newest()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 503).boxed().toList());
        assertThat(told.link.state().waiting()).isZero();
    }

    @Test
    void everyMessageThatTheConnectionTookIsCountedAndNoOther() {
        wires.areGood = false;
        told.happen(2);
        told.run(SECOND);
        assertThat(told.link.state().handed()).isZero();

        wires.areGood = true;
        told.run(30 * SECOND);
        assertThat(told.link.state().handed())
                .isPositive()
                .isEqualTo(wires.newest().handed.size());
    }

    @Test
    void anEventThatWasNotAcknowledgedGoesAgainUnderTheSameNumber() {
        told.run(SECOND);
        FakeWires.Fake first = wires.newest();
        first.acknowledges = false;
        told.happen(2);
        told.run(20 * MS);
        assertThat(numbers(first)).containsExactly(1L, 2L);
        first.listener.heard(
                new Wire.Heard.Delivered(first.on("/event").getFirst().ticket()));
        told.run(20 * MS);
        first.listener.heard(new Wire.Heard.Failed("cut"));
        told.run(10 * SECOND);
        assertThat(numbers(wires.newest())).containsExactly(2L);
    }

    @Test
    void onlyAWindowOfEventsIsUnderWayUntilTheBrokerAcknowledges() {
        told.run(SECOND);
        FakeWires.Fake slow = wires.newest();
        slow.acknowledges = false;
        told.happen(100);
        told.run(SECOND);
        assertThat(numbers(slow)).hasSize(EventOutbox.WINDOW);
        slow.listener.heard(
                new Wire.Heard.Delivered(slow.on("/event").getFirst().ticket()));
        told.run(20 * MS);
        assertThat(numbers(slow)).hasSize(EventOutbox.WINDOW + 1);
    }

    @Test
    void anAcknowledgedEventIsNotToldAgain() {
        told.happen(5);
        told.run(SECOND);
        wires.newest().listener.heard(new Wire.Heard.Failed("cut"));
        told.run(10 * SECOND);
        assertThat(wires.made).hasSize(2);
        assertThat(numbers(wires.newest())).isEmpty();
    }

    @Test
    void anAcknowledgementOutOfOrderDoesNotHideTheOneBefore() {
        told.run(SECOND);
        FakeWires.Fake first = wires.newest();
        first.acknowledges = false;
        told.happen(2);
        told.run(20 * MS);
        first.listener.heard(new Wire.Heard.Delivered(first.on("/event").get(1).ticket()));
        told.run(20 * MS);
        first.listener.heard(new Wire.Heard.Failed("cut"));
        told.run(10 * SECOND);
        assertThat(numbers(wires.newest())).containsExactly(1L, 2L);
    }

    @Test
    void whatAnEarlierConnectionHeardLateIsNotHeeded() {
        told.run(SECOND);
        FakeWires.Fake first = wires.newest();
        first.acknowledges = false;
        told.happen(1);
        told.run(20 * MS);
        first.listener.heard(new Wire.Heard.Failed("cut"));
        told.run(10 * SECOND);
        FakeWires.Fake second = wires.newest();
        first.listener.heard(new Wire.Heard.Failed("cut once more"));
        told.run(SECOND);
        assertThat(wires.newest()).isSameAs(second);
        assertThat(told.link.state().word()).isEqualTo(TelemetryState.Word.OK);
    }

    @Test
    void ofEventsThatTheLogNoLongerHasOneEventSaysHowMany() {
        wires.areGood = false;
        told.run(SECOND);
        told.happen(EventLog.CAPACITY + 7);
        wires.areGood = true;
        told.run(100 * SECOND);
        List<FakeWires.Handed> events = wires.newest().on("/event");
        assertThat(events).hasSize(EventLog.CAPACITY + 1);
        var gone = json(events.getFirst());
        assertThat(gone.get("kind").asString()).isEqualTo("gone");
        assertThat(gone.get("value").asInt()).isEqualTo(7);
        assertThat(gone.get("seq").asInt()).isEqualTo(7);
        assertThat(json(events.get(1)).get("seq").asInt()).isEqualTo(8);
        assertThat(events.stream().filter(each -> each.text().contains("\"gone\"")))
                .hasSize(1);
    }

    @Test
    void whenNothingIsGoneNobodySaysSo() {
        told.happen(EventLog.CAPACITY);
        told.run(30 * SECOND);
        assertThat(wires.newest().on("/event")).hasSize(EventLog.CAPACITY);
        assertThat(wires.newest().on("/event").getFirst().text()).doesNotContain("gone");
    }

    @Test
    void aBrokerThatAcknowledgesNothingIsGivenUp() {
        told.run(SECOND);
        FakeWires.Fake frozen = wires.newest();
        frozen.acknowledges = false;
        told.run(4_900 * MS);
        assertThat(frozen.isClosed).isFalse();
        told.run(400 * MS);
        assertThat(frozen.isClosed).isTrue();
        assertThat(told.link.state().reason()).isEqualTo("no acknowledgement for 5000 ms");
    }

    @Test
    void aBrokerThatAcknowledgesInTimeIsKept() {
        told.run(60 * SECOND);
        assertThat(wires.made).hasSize(1);
        assertThat(wires.newest().on("/status")).hasSize(12);
    }

    @Test
    void aBrokerThatAcceptsAndSaysNothingIsGivenUp() {
        wires.areGood = false;
        told.run(2_900 * MS);
        assertThat(wires.newest().isClosed).isFalse();
        assertThat(told.link.state().word()).isEqualTo(TelemetryState.Word.CONNECTING);
        told.run(200 * MS);
        assertThat(wires.made.getFirst().isClosed).isTrue();
        assertThat(told.link.state().word()).isEqualTo(TelemetryState.Word.LOST);
    }

    @Test
    void whileABrokerIsSilentOnlyAFewMetricsWaitAndTheOthersAreCounted() {
        told.run(SECOND);
        FakeWires.Fake frozen = wires.newest();
        int before = frozen.on("/metrics").size();
        long dropped = told.link.state().dropped();
        frozen.acknowledges = false;
        told.run(2 * SECOND);
        assertThat(frozen.on("/metrics")).hasSize(before + Link.METRICS_UNDER_WAY);
        assertThat(told.link.state().dropped() - dropped).isEqualTo(10 - Link.METRICS_UNDER_WAY);
    }

    @Test
    void metricsThatWereDroppedShowAsAGapInTheSequence() {
        told.run(SECOND);
        long dropped = told.link.state().dropped();
        wires.newest().listener.heard(new Wire.Heard.Failed("cut"));
        told.run(SECOND + 100 * MS);
        long last =
                json(wires.made.getFirst().on("/metrics").getLast()).get("seq").asLong();
        long next = json(wires.newest().on("/metrics").getFirst()).get("seq").asLong();
        assertThat(wires.made).hasSize(2);
        assertThat(next - last - 1).isPositive().isEqualTo(told.link.state().dropped() - dropped);
    }

    @Test
    void aMessageThatTheWireDoesNotTakeIsKept() {
        wires.areGood = false;
        wires.capacity = 10;
        told.run(20 * MS);
        FakeWires.Fake slow = wires.newest();
        slow.listener.heard(new Wire.Heard.Opened());
        told.happen(40);
        for (int acknowledged = 0; acknowledged < 200; acknowledged++) {
            told.run(20 * MS);
            if (acknowledged < slow.handed.size()) {
                slow.pending--;
                slow.listener.heard(
                        new Wire.Heard.Delivered(slow.handed.get(acknowledged).ticket()));
            }
        }
        assertThat(wires.made).hasSize(1);
        assertThat(slow.alarms()).hasSize(told.interlocks.size());
        assertThat(numbers(slow))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 40).boxed().toList());
    }

    @Test
    void alarmsGoBeforeEventsAndMetrics() {
        told.run(SECOND);
        FakeWires.Fake wire = wires.newest();
        int before = wire.handed.size();
        told.happen(1);
        told.report.interlock[told.interlock(Interlock.BUS_LOST)] = InterlockState.ACTIVE;
        told.report.trips[told.interlock(Interlock.BUS_LOST)] = 1;
        told.run(20 * MS);
        assertThat(wire.handed.get(before).message().topic()).contains("/alarm/");
        assertThat(wire.handed.get(before + 1).message().topic()).endsWith("/event");
    }

    @Test
    void whoLeavesOnPurposeSaysWhatIsLeftAndThatItStopped() {
        told.run(SECOND);
        told.happen(3);
        told.link.leave();
        told.run(200 * MS);
        FakeWires.Fake wire = wires.newest();
        assertThat(numbers(wire)).containsExactly(1L, 2L, 3L);
        assertThat(json(wire.on("/status").getLast()).get("state").asString()).isEqualTo("stopped");
        assertThat(wire.hasLeft)
                .as("so that the broker does not tell the last will")
                .isTrue();
        assertThat(told.link.hasLeft()).isTrue();
    }

    @Test
    void withoutABrokerLeavingTakesNoTime() {
        wires.areGood = false;
        told.run(4 * SECOND);
        told.link.leave();
        told.run(20 * MS);
        assertThat(told.link.hasLeft()).isTrue();
    }
}
