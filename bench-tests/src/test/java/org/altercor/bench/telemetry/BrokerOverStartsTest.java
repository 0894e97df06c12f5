package org.altercor.bench.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.altercor.bench.ThisProgram;
import org.altercor.bench.peer.Peers;
import org.altercor.safety.telemetry.TelemetryState.Word;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A program that ends and starts again while a real broker is away: its journal keeps what the broker has not.
class BrokerOverStartsTest {
    @TempDir
    private Path brokersFolder;

    @TempDir
    private Path journalsFolder;

    private final List<ToldProgram> programs = new ArrayList<>();

    private Mosquitto broker;
    private Observer observer;

    private ToldProgram start(boolean remembers) {
        var program = new ToldProgram(journalsFolder, broker.plain(), remembers);
        programs.add(program);
        return program;
    }

    private static void awaitWord(ToldProgram program, Word word) {
        Peers.await("the link is " + word, () -> program.telemetry.state().word() == word);
    }

    /// Events of a start, as a broker's observer tells one from another.
    private static List<String> told(UUID boot, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> boot + " " + number)
                .toList();
    }

    @BeforeEach
    void aBrokerThatKnowsItsObserver() throws Exception {
        Peers.requireProgram(Mosquitto.PROGRAM, "mosquitto");
        Peers.requireProgram(Observer.PROGRAM, "mosquitto-clients");
        broker = new Mosquitto(brokersFolder);
        broker.start();
        observer = Observer.start(broker.port);
        Peers.await("the observer listens", () -> broker.read("mosquitto.log").contains("as observer"));
    }

    @AfterEach
    void everythingEndsByItsOwnProcess() {
        programs.forEach(ToldProgram::close);
        if (observer != null) {
            observer.close();
            broker.close();
        }
    }

    private List<String> heard() {
        return heard(observer);
    }

    private static List<String> heard(Observer whose) {
        return whose.on("/event").stream()
                .map(each -> each.text("boot") + " " + each.message().get("seq").asLong())
                .toList();
    }

    private void awaitHeard(List<String> events) {
        Peers.await("all of " + events.size() + " events are heard", () -> heard().containsAll(events));
    }

    private static List<String> all(List<List<String>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }

    @Test
    void whatHappenedInStartsWithoutABrokerComesFirstWhenItIsBack() throws Exception {
        broker.stop();
        var first = start(true);
        first.happen(300);
        awaitWord(first, Word.LOST);
        first.close();
        var second = start(true);
        second.happen(40);
        awaitWord(second, Word.LOST);
        second.close();

        broker.start();
        var third = start(true);
        third.happen(5);
        List<String> everything =
                all(List.of(told(first.boot(), 1, 300), told(second.boot(), 1, 40), told(third.boot(), 1, 5)));
        awaitHeard(everything);
        assertThat(heard().stream().distinct()).containsExactlyElementsOf(everything);
        assertThat(observer.wrong()).isEmpty();
    }

    @Test
    void whatABrokerAcknowledgedInAnEarlierStartIsNotToldAgain() throws Exception {
        var first = start(true);
        first.happen(50);
        awaitHeard(told(first.boot(), 1, 50));
        Peers.await("all is acknowledged", () -> first.telemetry.state().waiting() == 0);
        broker.stop();
        awaitWord(first, Word.LOST);
        first.happen(20);
        first.close();

        broker.start();
        try (Observer latecomer = Observer.startAnew(broker.port)) { // to whom the broker itself repeats nothing
            Peers.await("it listens", () -> broker.read("mosquitto.log").contains("as latecomer"));
            var second = start(true);
            second.happen(5);
            awaitHeard(all(List.of(told(first.boot(), 1, 70), told(second.boot(), 1, 5))));
            List<String> owed = all(List.of(told(first.boot(), 51, 70), told(second.boot(), 1, 5)));
            Peers.await("what was owed is heard", () -> heard(latecomer).containsAll(owed));
            assertThat(heard(latecomer)).containsExactlyElementsOf(owed); // each once
        }
        assertThat(observer.wrong()).isEmpty();
    }

    @Test
    void aProgramThatIsKilledLeavesWhatItLoggedToTheNextStart() throws Exception {
        broker.stop();
        Process killed = new ProcessBuilder(ThisProgram.command(
                        List.of(),
                        ToldProgram.class,
                        List.of(journalsFolder.toString(), broker.plain().toString(), "200")))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        UUID boot;
        try (var said = killed.inputReader()) {
            boot = UUID.fromString(said.readLine()); // when all of it was logged
        } finally {
            killed.destroyForcibly().waitFor();
        }

        broker.start();
        var second = start(true);
        second.happen(5);
        List<String> everything = all(List.of(told(boot, 1, 200), told(second.boot(), 1, 5)));
        awaitHeard(everything);
        assertThat(heard().stream().distinct()).containsExactlyElementsOf(everything);
        assertThat(observer.wrong()).isEmpty();
    }

    @Test
    void withoutAMemoryEachStartTellsItsOwnOnly() throws Exception {
        broker.stop();
        var first = start(false);
        first.happen(20);
        awaitWord(first, Word.LOST);
        first.close();

        broker.start();
        var second = start(false);
        second.happen(5);
        awaitHeard(told(second.boot(), 1, 5));
        assertThat(heard()).doesNotContainAnyElementsOf(told(first.boot(), 1, 20));
    }
}
