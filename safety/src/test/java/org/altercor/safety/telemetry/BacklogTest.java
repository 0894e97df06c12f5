package org.altercor.safety.telemetry;

import static org.altercor.safety.telemetry.ToldMachine.BOOT;
import static org.altercor.safety.telemetry.ToldMachine.MS;
import static org.altercor.safety.telemetry.ToldMachine.SECOND;
import static org.altercor.safety.telemetry.ToldMachine.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.altercor.safety.event.EarlierEvents;
import org.altercor.safety.event.Event;
import org.altercor.safety.event.EventKind;
import org.altercor.safety.event.EventMemory;
import org.altercor.safety.interlock.Interlock;
import org.altercor.safety.supervise.InterlockState;
import org.junit.jupiter.api.Test;

/// What earlier starts of the program left goes out first, under their own boot and number.
class BacklogTest {
    private static final UUID FIRST = new UUID(0x1111L, 0x1111L);
    private static final UUID SECOND_BOOT = new UUID(0x2222L, 0x2222L);

    private final Memory memory = new Memory();
    private final ToldMachine told = new ToldMachine("adult-bypass", memory);

    /// Knows what a test says, and what it was told.
    private static final class Memory implements EventMemory {
        Optional<EarlierEvents> earlier = Optional.empty();
        final List<String> taken = new ArrayList<>();

        @Override
        public Optional<EarlierEvents> earlier() {
            return earlier;
        }

        @Override
        public void taken(UUID boot, long sequence) {
            taken.add(name(boot) + sequence);
        }
    }

    private static String name(UUID boot) {
        return boot.equals(FIRST) ? "first " : boot.equals(SECOND_BOOT) ? "second " : boot.equals(BOOT) ? "own " : "?";
    }

    private static List<Event> events(UUID boot, long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(number -> new Event(boot, number, number, Instant.EPOCH, EventKind.ACT, "", 0, "earlier"))
                .toList();
    }

    private void owe(UUID boot, long sequence, boolean isCut, List<Event> first, List<Event> second) {
        List<Event> all = new ArrayList<>(first);
        all.addAll(second);
        memory.earlier = Optional.of(new EarlierEvents(boot, sequence, all, isCut));
    }

    private List<String> heard() {
        return told.wires.made.stream()
                .flatMap(wire -> wire.on("/event").stream())
                .map(each -> {
                    assertThat(Schemas.errors(each.message().topic(), each.text()))
                            .as(each.text())
                            .isEmpty();
                    var event = json(each);
                    String kind = event.get("kind").asString().equals("gone") ? " gone " + event.get("value") : "";
                    return name(UUID.fromString(event.get("boot").asString()))
                            + event.get("seq").asLong()
                            + kind;
                })
                .toList();
    }

    @Test
    void whatEarlierStartsLeftComesBeforeThisStartsOwn() {
        owe(FIRST, 3, false, events(FIRST, 4, 40), events(SECOND_BOOT, 1, 2));
        told.happen(2);
        told.run(SECOND);
        List<String> wanted = new ArrayList<>();
        LongStream.rangeClosed(4, 40).forEach(number -> wanted.add("first " + number));
        wanted.addAll(List.of("second 1", "second 2", "own 1", "own 2"));
        assertThat(heard()).containsExactlyElementsOf(wanted);
        assertThat(memory.taken).contains("first 40", "second 1").endsWith("own 2");
        assertThat(told.link.state().waiting()).isZero();
    }

    @Test
    void thisStartsEventsWaitUntilItIsKnownWhatEarlierOnesLeftButAlarmsDoNot() {
        told.run(SECOND);
        told.happen(2);
        told.report.interlock[told.interlock(Interlock.BUS_LOST)] = InterlockState.ACTIVE;
        told.report.trips[told.interlock(Interlock.BUS_LOST)] = 1;
        int alarms = told.wires.newest().alarms().size();
        told.run(SECOND);
        assertThat(heard()).isEmpty();
        assertThat(told.wires.newest().alarms()).hasSizeGreaterThan(alarms);
        owe(FIRST, 0, false, events(FIRST, 1, 1), List.of());
        told.run(20 * MS);
        assertThat(heard()).containsExactly("first 1", "own 1", "own 2");
    }

    @Test
    void aJournalThatCannotBeReadKeepsNobodyForLongAndWhatItHasComesLater() {
        told.happen(2);
        told.run(EventOutbox.PATIENCE_NANOS - 100 * MS);
        assertThat(heard()).isEmpty();
        told.run(200 * MS);
        assertThat(heard()).containsExactly("own 1", "own 2");
        assertThat(memory.taken).as("nothing counts before what was earlier").isEmpty();
        owe(FIRST, 0, false, events(FIRST, 1, 1), List.of());
        told.happen(1);
        told.run(40 * MS);
        assertThat(heard()).containsExactly("own 1", "own 2", "first 1", "own 3");
        assertThat(memory.taken).endsWith("own 3");
    }

    @Test
    void whatTheBrokerDidNotAcknowledgeGoesAgainAndDoesNotCountAsTaken() {
        owe(FIRST, 0, false, events(FIRST, 1, 3), List.of());
        told.wires.areGood = false;
        told.run(20 * MS);
        FakeWires.Fake silent = told.wires.newest();
        silent.listener.heard(new Wire.Heard.Opened());
        told.run(20 * MS);
        assertThat(heard()).containsExactly("first 1", "first 2", "first 3");
        silent.listener.heard(
                new Wire.Heard.Delivered(silent.on("/event").get(1).ticket())); // and not the one before it
        told.run(20 * MS);
        assertThat(memory.taken).isEmpty();
        silent.listener.heard(
                new Wire.Heard.Delivered(silent.on("/event").getFirst().ticket()));
        told.run(20 * MS);
        assertThat(memory.taken).containsExactly("first 2");
        silent.listener.heard(new Wire.Heard.Failed("cut"));
        told.wires.areGood = true;
        told.run(5 * SECOND);
        assertThat(heard()).containsExactly("first 1", "first 2", "first 3", "first 3");
        assertThat(memory.taken).endsWith("own 0");
    }

    @Test
    void onlyAWindowOfThemIsUnderWay() {
        owe(FIRST, 0, false, events(FIRST, 1, 100), List.of());
        told.happen(5);
        told.wires.areGood = false;
        told.run(20 * MS);
        told.wires.newest().listener.heard(new Wire.Heard.Opened());
        told.run(200 * MS);
        assertThat(heard()).hasSize(EventOutbox.WINDOW);
    }

    @Test
    void whatIsMissingAmongThemIsToldInItsPlace() {
        owe(FIRST, 3, true, events(FIRST, 10, 11), events(SECOND_BOOT, 3, 3));
        told.run(SECOND);
        assertThat(heard()).containsExactly("first 9 gone 6", "first 10", "first 11", "second 2 gone 2", "second 3");
        assertThat(told.out.events().gone()).isEqualTo(8);
    }

    @Test
    void whatWasLeftOutOverStartsIsToldWithoutACount() {
        owe(FIRST, 3, true, List.of(), events(SECOND_BOOT, 1, 2));
        told.run(SECOND);
        assertThat(heard()).containsExactly("first 4 gone null", "second 1", "second 2");
    }

    @Test
    void whoeverLeavesBeforeItIsKnownSaysItsOwn() {
        told.happen(2);
        told.run(SECOND);
        told.link.leave();
        told.run(SECOND);
        assertThat(heard()).containsExactly("own 1", "own 2");
        assertThat(told.link.hasLeft()).isTrue();
        assertThat(memory.taken).isEmpty();
    }

    @Test
    void whereNothingIsRememberedNothingIsWaitedFor() {
        var plain = new ToldMachine("adult-bypass");
        plain.happen(1);
        plain.run(40 * MS);
        assertThat(ToldMachine.numbers(plain.wires.newest())).containsExactly(1L);
    }
}
