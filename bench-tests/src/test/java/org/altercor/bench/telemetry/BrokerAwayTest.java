package org.altercor.bench.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.altercor.bench.peer.Peers;
import org.altercor.safety.telemetry.LinkTiming;
import org.altercor.safety.telemetry.Telemetry;
import org.altercor.safety.telemetry.TelemetryOptions;
import org.altercor.safety.telemetry.TelemetryState;
import org.altercor.safety.telemetry.TelemetryState.Word;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real broker that is absent, dies, freezes and comes back, beside the running loops of a twin.
class BrokerAwayTest {
    /// As the firmware's, with less patience between attempts.
    private static final LinkTiming TIMING = new LinkTiming(
            Duration.ofSeconds(3),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofMillis(200),
            Duration.ofSeconds(1));

    @TempDir
    private Path folder;

    private Mosquitto broker;
    private LiveTwin twin;
    private Observer observer;
    private Telemetry telemetry;
    private long timesBlocked;
    private long slices;

    @BeforeEach
    void aBrokerThatKnowsItsObserverAndALivingTwin() throws Exception {
        Peers.requireProgram(Mosquitto.PROGRAM, "mosquitto");
        Peers.requireProgram(Observer.PROGRAM, "mosquitto-clients");
        broker = new Mosquitto(folder);
        broker.start();
        observer = Observer.start(broker.port);
        Peers.await("the observer listens", () -> broker.read("mosquitto.log").contains("as observer"));
        twin = new LiveTwin();
        Peers.await("the loops run", () -> twin.slices() > 50);
        timesBlocked = twin.timesBlocked();
        slices = twin.slices();
    }

    @AfterEach
    void everythingEndsByItsOwnProcess() throws Exception {
        if (telemetry != null) {
            telemetry.stop();
        }
        if (twin != null) {
            twin.close();
            observer.close();
            broker.close();
        }
    }

    private void tell() {
        telemetry =
                twin.tell(TelemetryOptions.of(broker.plain(), "bench", "twin-1").with(TIMING));
    }

    private TelemetryState state() {
        return telemetry.state();
    }

    private void awaitWord(Word word) {
        Peers.await("the link is " + word.word(), () -> state().word() == word);
    }

    /// All that happened has arrived, in order and in the form that the schemas say; the loops were kept by nobody.
    private void everythingArrived() throws Exception {
        long newest = twin.log.newest();
        Peers.await(newest + " events are heard", () -> observer.numbers().contains(newest));
        List<Long> numbers = observer.numbers(); // asked once: more may come at any time
        assertThat(numbers)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, numbers.getLast()).boxed().toList());
        assertThat(observer.wrong()).isEmpty();
        assertThat(twin.slices()).isGreaterThan(slices);
        assertThat(twin.timesBlocked()).as("locks shared with a loop").isEqualTo(timesBlocked);

        List<Observer.Heard> kept = Observer.retained(broker.port);
        assertThat(kept).filteredOn(each -> each.topic().contains("/alarm/")).hasSize(twin.alarms());
        assertThat(kept)
                .filteredOn(each -> each.topic().endsWith("/status"))
                .singleElement()
                .satisfies(status -> {
                    assertThat(status.text("state")).isEqualTo("online");
                    assertThat(status.text("boot")).isEqualTo(twin.log.boot().toString());
                });
    }

    @Test
    void aBrokerThatIsAbsentAtStartHearsEverythingWhenItComes() throws Exception {
        broker.stop();
        tell();
        twin.happen(300);
        awaitWord(Word.LOST);
        assertThat(state().reason()).isNotEmpty();
        broker.start();
        awaitWord(Word.OK);
        everythingArrived();
    }

    @Test
    void aBrokerThatIsKilledHearsWhatHappenedMeanwhile() throws Exception {
        tell();
        twin.happen(100);
        // What a broker has acknowledged and not yet passed on dies with it, and is no loss of ours.
        Peers.await("all is delivered", () -> observer.numbers().contains(twin.log.newest()));
        broker.save();
        broker.kill();
        awaitWord(Word.LOST);
        twin.happen(400);
        broker.start();
        awaitWord(Word.OK);
        everythingArrived();
    }

    @Test
    void aBrokerThatFreezesIsFoundOutAndHearsWhatHappenedMeanwhile() throws Exception {
        tell();
        twin.happen(10);
        awaitWord(Word.OK);
        Peers.await("it has begun", () -> observer.numbers().contains(10L));
        long frozenAt = twin.slices();
        broker.freeze();
        while (twin.slices() - frozenAt < 15 * 50) { // 15 s of the loops' life
            long before = twin.slices();
            Peers.await("the loops run on", () -> twin.slices() > before + 10);
            twin.happen(5);
        }
        assertThat(state().word()).isEqualTo(Word.LOST);
        assertThat(state().dropped()).isPositive();
        assertThat(state().waiting()).isPositive();
        broker.thaw();
        awaitWord(Word.OK);
        everythingArrived();
    }

    @Test
    void aBrokerThatIsRestartedInPeaceMissesNothing() throws Exception {
        tell();
        awaitWord(Word.OK);
        for (int restart = 0; restart < 3; restart++) {
            twin.happen(20);
            broker.stop();
            twin.happen(20);
            broker.start();
            awaitWord(Word.OK);
        }
        everythingArrived();
    }

    @Test
    void whoeverTakesOurNameIsAnsweredWithOurLastWillAndThenWithUs() throws Exception {
        tell();
        awaitWord(Word.OK);
        Peers.await("online", () -> !observer.on("/status").isEmpty());
        new ProcessBuilder(
                        "mosquitto_pub",
                        "-h",
                        "127.0.0.1",
                        "-p",
                        Integer.toString(broker.port),
                        "-i",
                        "altercor-bench-twin-1",
                        "-t",
                        "other",
                        "-m",
                        "x")
                .start()
                .waitFor();
        Peers.await(
                "the last will is told",
                () -> observer.on("/status").stream()
                        .anyMatch(status -> status.text("state").equals("unknown")));
        Peers.await(
                "we are back",
                () -> observer.on("/status").getLast().text("state").equals("online"));
        everythingArrived();
    }

    @Test
    void whoLeavesOnPurposeLeavesNoLastWill() throws Exception {
        tell();
        twin.happen(30);
        awaitWord(Word.OK);
        telemetry.stop();
        assertThat(state().word()).isEqualTo(Word.STOPPED);
        List<Observer.Heard> kept = Observer.retained(broker.port);
        assertThat(kept)
                .filteredOn(each -> each.topic().endsWith("/status"))
                .singleElement()
                .satisfies(status -> assertThat(status.text("state")).isEqualTo("stopped"));
        Peers.await("all is heard", () -> observer.numbers().contains(30L));
        assertThat(observer.on("/status"))
                .noneMatch(status -> status.text("state").equals("unknown"));
    }

    @Test
    void aHundredVainAttemptsLeaveNoThreadBehind() throws Exception {
        broker.stop();
        Set<Thread> others = Thread.getAllStackTraces().keySet(); // of tests before, and the twin's
        var hasty = new LinkTiming(
                Duration.ofSeconds(3),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofMillis(20),
                Duration.ofMillis(20));
        telemetry =
                twin.tell(TelemetryOptions.of(broker.plain(), "bench", "twin-1").with(hasty));
        awaitWord(Word.LOST);
        long from = twin.slices();
        Peers.await("many attempts are over", () -> twin.slices() - from > 250);
        telemetry.stop();
        Peers.await(
                "every thread of an attempt has ended", () -> newThreads(others).isEmpty());
    }

    private static List<String> newThreads(Set<Thread> others) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !others.contains(thread))
                .filter(thread ->
                        thread.getName().startsWith("MQTT") || thread.getName().startsWith("telemetry"))
                .map(thread -> thread.getName() + " in " + List.of(thread.getStackTrace()))
                .toList();
    }
}
